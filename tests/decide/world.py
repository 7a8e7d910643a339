"""A complete request with its findings and a custodian on paper, and what becomes of it when parts change."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest

from lawgate.dates import read_period
from lawgate.decide.admit import Admitted, count_subjects
from lawgate.decide.determination import Decision, SubjectDetermination
from lawgate.decide.findings import Findings
from lawgate.law.corpus import Corpus, as_of
from lawgate.linkage.person import Agreement, Resolution, Status
from lawgate.records.items import CATALOGUE, Item
from lawgate.records.provenance import Provenance
from lawgate.service.contract.read import read_findings, read_request
from lawgate.service.gate import Terms, decide_subjects

DAY = date(2026, 3, 2)
SECTION = "/us/usc/t26/s6103"
I1, I2, I5 = "26 USC 6103(i)(1)", "26 USC 6103(i)(2)", "26 USC 6103(i)(5)"
ITEM_ADDRESS, ITEM_WAGES = "identity.mailing_address", "third_party.w2.wages"
REASONS, IMPAIRS, SAFEGUARDS = "i/2/B/iv", "i/6", "p/4"

Json = dict[str, Any]

COMPLETE: Json = {
    "id": "REQ-2026-0001",
    "received_on": "2026-03-01",
    "in_writing": True,
    "provision": I2,
    "requester": {
        "agency": "us.doj",
        "level": "federal",
        "signatory": {"name": "Sample Signatory", "office": "us_attorney"},
    },
    "matter": {
        "number": "26-cr-00001",
        "opened_on": "2025-11-03",
        "stage": "investigation",
        "authority": "28 USC 533",
        "statutes": ["18 USC 1343"],
        "tax_administration": False,
        "united_states_party": True,
        "child_case": False,
    },
    "recipients": [
        {"id": "O1", "name": "Agent One", "agency": "us.doj.fbi", "personally_and_directly_engaged": True}
    ],
    "reasons": "Wires from the scheme were credited to this person in 2023.",
    "court_order": None,
    "items": ["identity.name", "identity.mailing_address", "third_party.w2.wages", "return.1040.total_wages"],
    "subjects": [
        {
            "ref": "1",
            "name": {"given": "Ana", "surname": "Sample"},
            "address": "12 Elm St Apt 3, Springfield IL 62704",
            "tax_periods": ["2023"],
            "recipients": ["O1"],
        }
    ],
}
"""A United States attorney asks under (i)(2) in a wire fraud matter: nothing is missing."""

ORDER: Json = {
    "court": "D. Sample",
    "docket": "26-mj-00007",
    "judge_kind": "district_judge",
    "ex_parte": True,
    "granted_on": "2026-02-20",
    "authorised_by": "us_attorney",
    "periods": ["2023"],
    "items": ["return.1040.total_wages"],
    "recitals": [f"{I1}(B)({clause})" for clause in ("i", "ii", "iii")],
}
"""An order under (i)(1) for one line of the return."""

ANSWERS = {REASONS: "yes", IMPAIRS: "no", SAFEGUARDS: "yes"}
"""What officials must have found before anything may go under (i)(2)."""

HELD = (
    ("identity.name", None, None, None),
    ("identity.mailing_address", None, None, None),
    ("third_party.w2.wages", "2023", "payer", "information_return"),
    ("third_party.w2.wages", "2023", "taxpayer", "return_attachment"),
    ("return.1040.total_wages", "2023", "taxpayer", "return"),
)
"""Item, period, who furnished it, in which document: the wages are held from two sources."""

HeldRow = tuple[str, str | None, str | None, str | None]


@dataclass(frozen=True)
class Case:
    """One request with what officials found and what a look would show."""

    request: Json = field(default_factory=lambda: copy.deepcopy(COMPLETE))
    answers: Mapping[str, str] = field(default_factory=lambda: dict(ANSWERS))
    certified_on: str | None = None
    person: str = "one"
    address_held: str | None = "current"
    held: tuple[HeldRow, ...] = HELD

    def but(self, **changes: Any) -> Case:
        """The case with other findings or another look."""
        return replace(self, **changes)

    def asking(self, place: str, value: Any) -> Case:
        """The case with another answer at a dotted place of the request; None removes it."""
        request = copy.deepcopy(self.request)
        inside: Any = request
        steps: list[Any] = [int(step) if step.isdigit() else step for step in place.split(".")]
        for step in steps[:-1]:
            inside = inside[step]
        if value is None:
            inside.pop(steps[-1], None)
        else:
            inside[steps[-1]] = value
        return replace(self, request=request)


class PaperCustodian:
    """Answers from a sheet of paper, and counts how often it is asked."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.looks = 0

    def resolve(self, admitted: Sequence[Admitted]) -> Iterable[Resolution]:
        """The same person for everyone."""
        self.looks += 1
        status = Status(self.case.person)
        found = "T1" if status in (Status.ONE, Status.REVIEW) else None
        agreement = Agreement(self.case.address_held) if self.case.address_held else None
        return [Resolution(status, found, agreement) for _ in admitted]

    def items(self, found: Iterable[tuple[Admitted, Resolution]]) -> Mapping[str, Sequence[Item]]:
        """The rows of the paper that are asked for."""
        names = {name for one, _ in found for name in one.request.items}
        return {"T1": [item_of(row) for row in self.case.held if row[0] in names]}


class SealedCustodian:
    """Fails the test that touches it: nobody may look, and no guard against faults takes that for a fault."""

    def resolve(self, admitted: Sequence[Admitted]) -> Iterable[Resolution]:
        """Nobody may be looked for."""
        pytest.fail(f"a record was looked for {len(admitted)} subjects")

    def items(self, found: Iterable[tuple[Admitted, Resolution]]) -> Mapping[str, Sequence[Item]]:
        """Nothing may be fetched."""
        pytest.fail("a record was fetched")


def item_of(row: HeldRow) -> Item:
    """One row as a custodian would give it."""
    name, period, furnished_by, document = row
    return Item(
        CATALOGUE[name],
        read_period(period) if period else None,
        "40000",
        Provenance.read(furnished_by, document),
    )


def findings_json(case: Case) -> Json:
    """The findings file of a case."""
    rows: list[Json] = []
    for cite, answer in case.answers.items():
        row: Json = {
            "cite": f"{SECTION}/{cite}",
            "answer": answer,
            "by": {"office": "delegated_official"},
            "on": DAY.isoformat(),
        }
        if cite == IMPAIRS and case.certified_on:
            row["certified_on"] = case.certified_on
        rows.append(row)
    return {"findings": rows}


def terms_of(case: Case) -> tuple[Terms, tuple[Any, ...]]:
    """The terms of a run and its subjects, both by the road that files take."""
    asked, subjects = read_request(json.dumps(case.request).encode())
    assert not isinstance(subjects, str)
    rows = read_findings(json.dumps(findings_json(case)).encode())
    findings = Findings.check(rows, day=DAY)
    return Terms(asked, as_of(DAY), findings, DAY, count_subjects(asked, subjects)), subjects


def outcome(
    case: Case,
    custodian: Any = None,
    *,
    day: date | None = None,
    corpus: Corpus | None = None,
    subjects_in_all: int = 1,
) -> SubjectDetermination:
    """What becomes of the first subject of a case, on another day, under another law, or of so many subjects.

    What officials found counts on any day here.
    """
    terms, subjects = terms_of(case)
    law = corpus or (as_of(day) if day else terms.corpus)
    terms = replace(terms, corpus=law, day=day or DAY, subjects=subjects_in_all)
    return next(iter(decide_subjects(subjects, terms, custodian or PaperCustodian(case))))


def decisions(case: Case) -> tuple[Decision, ...]:
    """The rows of the first subject of a case."""
    return outcome(case).decisions


def dispositions(case: Case) -> list[tuple[str, str]]:
    """Item and disposition of each row, in their order."""
    return [(row.item, row.disposition.value) for row in decisions(case)]
