"""For each pathway a case written by hand that opens it, and what becomes of such a case when it is changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from tests.law import run_cases
from tests.law.run_cases import Case

from lawgate.dates import parse_day
from lawgate.decide.admit import Admitted, count_subjects
from lawgate.decide.determination import Disposition, SubjectDetermination
from lawgate.decide.findings import Findings
from lawgate.law.corpus import as_of
from lawgate.law.pathway import Pathway
from lawgate.linkage.person import Resolution, Status
from lawgate.records.items import Item
from lawgate.service.contract.read import read_findings, read_request
from lawgate.service.gate import Terms, decide_subjects

LAW = as_of(parse_day(run_cases.DAY))


@cache
def opening_cases() -> Mapping[Pathway, Case]:
    """The first case that opens each pathway, of those that have one on the usual day."""
    found: dict[Pathway, Case] = {}
    for case in run_cases.cases():
        if case.day != run_cases.DAY or "use" in run_cases.request_of(case):
            continue
        for row in run_cases.outcome_of(case).decisions:
            if row.disposition is Disposition.DISCLOSE and row.pathway in LAW.pathways:
                found.setdefault(row.pathway, case)
    return found


class OnPaper:
    """A custodian who holds what a case says is held."""

    def __init__(self, case: Case) -> None:
        self._case = case

    def resolve(self, admitted: Sequence[Admitted]) -> Iterable[Resolution]:
        """Whom the case says is on file; nobody where it says nothing."""
        found = run_cases._resolution(self._case) or Resolution(Status.NONE)
        return [found for _ in admitted]

    def items(self, found: Iterable[tuple[Admitted, Resolution]]) -> Mapping[str, Sequence[Item]]:
        """The rows of the case, of the items asked."""
        names = {name for one, _ in found for name in one.request.items}
        held = run_cases.bases()["held"] if self._case.held is None else self._case.held
        rows = [run_cases._item(row) for row in held]
        return {"T1": [row for row in rows if row.kind.name in names]}


def decided(case: Case, **changes: Any) -> SubjectDetermination:
    """The case's first subject, by the road of one request, with further changes at places of the request."""
    changed = replace(case, but={**case.but, **{place.replace("__", "."): v for place, v in changes.items()}})
    asked, subjects = read_request(json.dumps(run_cases.request_of(changed)).encode())
    assert not isinstance(subjects, str)
    day = parse_day(case.day)
    counts = count_subjects(asked, subjects) | {w: int(n) for w, n in (case.subjects_each or {}).items()}
    findings = Findings.check(read_findings(json.dumps(run_cases.findings_of(changed)).encode()), day=day)
    terms = Terms(asked, as_of(day), findings, day, counts)
    return next(iter(decide_subjects(subjects[:1], terms, OnPaper(changed), which=True)))
