"""One part of a batch: its subjects admitted, looked for and decided, each distinct case once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import polars as pl

from lawgate.decide.admit import Admissions, Admitted, Returned, turns_of_admission, with_subject
from lawgate.decide.determination import Admission, Decision
from lawgate.decide.determine import is_blocked, look_could_matter, may_fetch, orders_against
from lawgate.decide.request import Known, Subject
from lawgate.decide.row_facts import who_is_named
from lawgate.linkage.person import Resolution
from lawgate.service.batch.alike import HELD, LOOKS, Alike, combine
from lawgate.service.batch.rows import Row, case_row, kept_document, outcome_row
from lawgate.service.contract.write import resolution_document
from lawgate.service.gate import Terms, guarded
from lawgate.stores.runs.batch_folder import CASE_SCHEMA, OUTCOME_SCHEMA


class TableCustodian(Protocol):
    """The one who holds the records, for many at once: a gate.Custodian whose rows come as a table."""

    def resolve(self, admitted: Sequence[Admitted]) -> Iterable[Resolution]:
        """Who each of them names, in the order given."""

    def rows(self, found: Iterable[tuple[Admitted, Resolution]]) -> pl.DataFrame:
        """taxpayer_id, item, period, furnished_by and document of what is held of the persons found."""


MasksElsewhere = Callable[[pl.Series, Sequence[Decision], Sequence[Known]], pl.DataFrame]
"""Told the outcome of each row, the outcomes and what is known of each: gives yes_mask and no_mask of each row."""


@dataclass(frozen=True, slots=True)
class DecidedPart:
    """The tables of one part, and each distinct explanation as JSON in the order of first occurrence."""

    subjects: pl.DataFrame
    decisions: pl.DataFrame
    explanations: list[str]


@dataclass(frozen=True, slots=True)
class _Case:
    """What all subjects of one case have in common; `gate` is one of them."""

    gate: Admitted | Returned
    row: Row
    worth_a_look: bool


@dataclass(frozen=True, slots=True)
class _Looked:
    """What a look showed of one subject: whom it named, the look that fetched his rows, or the fault."""

    resolution: Resolution | None
    fetched_in: int | None = None
    fault: str | None = None


_NO_LOOK = _Looked(None)


class PartGate:
    """The gate for a request of many: what it learns of one part it remembers for the next."""

    def __init__(self, terms: Terms, custodian: TableCustodian, masks: MasksElsewhere | None = None) -> None:
        self._findings, self._custodian, self._masks = terms.findings, custodian, masks
        self._admissions = Admissions(
            terms.asked,
            terms.corpus,
            day=terms.day,
            subjects_each=terms.subjects_each,
            subjects=terms.subjects,
        )
        self._numbers: dict[tuple[int, tuple[int, ...]], int] = {}
        self._cases: list[_Case] = []

    def decide(self, subjects: Sequence[Subject], forms: Mapping[str, str]) -> DecidedPart:
        """The same as gate.decide_subjects, as tables; `forms` are address forms that are known, by address."""
        numbers = [self._number(one, forms.get(one.named.address or "")) for one in subjects]
        looked, held = self._look(subjects, numbers)
        who, named = _numbered([one.resolution for one in looked])
        looks = pl.DataFrame(
            [
                (at, number, who[at], one.fetched_in, _taxpayer(one), one.fault)
                for at, (number, one) in enumerate(zip(numbers, looked, strict=True))
                if not isinstance(self._cases[number].gate, Returned)
            ],
            schema=LOOKS,
            orient="row",
        )
        gates = {at: case.gate for at, case in enumerate(self._cases) if isinstance(case.gate, Admitted)}
        alike = Alike(gates, named, self._findings)
        refs = pl.Series("ref", [one.ref for one in subjects], dtype=pl.Utf8)
        decisions, explanations = _decided(refs, looks, held, alike, self._masks)
        cases = pl.DataFrame([case.row for case in self._cases], schema=CASE_SCHEMA, orient="row")
        resolutions = [json.dumps(resolution_document(one.resolution)) for one in looked]
        told = cases[pl.Series(numbers, dtype=pl.UInt32)].insert_column(0, refs)
        told.insert_column(2, pl.Series("resolution", resolutions, dtype=pl.Utf8))
        return DecidedPart(told, decisions, explanations)

    def _number(self, one: Subject, form: str | None) -> int:
        """The number of the subject's case, his words and what officials answered for him taken together."""
        admitted = self._admissions.case_of(one, form)
        key = (admitted, self._findings.speaking_of(one.ref))
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._cases)
            self._cases.append(self._case(_with_name(self._admissions.cases[admitted], one)))
        return number

    def _case(self, gate: Admitted | Returned) -> _Case:
        turns = turns_of_admission(gate)
        if isinstance(gate, Returned):
            return _Case(gate, case_row(Admission.RETURNED, gate.defects, (), turns), False)
        admission = Admission.BLOCKED if is_blocked(gate) else Admission.ADMITTED
        row = case_row(admission, (), orders_against(gate), turns)
        return _Case(gate, row, look_could_matter(gate, self._findings))

    def _look(
        self, subjects: Sequence[Subject], numbers: Sequence[int]
    ) -> tuple[list[_Looked], pl.DataFrame]:
        """What a look showed, by place, and the rows fetched; nobody is looked for whom no record could help."""
        places = [at for at, number in enumerate(numbers) if self._cases[number].worth_a_look]
        gates = ((self._cases[numbers[at]].gate, subjects[at]) for at in places)
        worth = [with_subject(gate, one) for gate, one in gates if isinstance(gate, Admitted)]
        fetched: list[pl.DataFrame] = []
        found = guarded(worth, lambda some: self._look_together(some, fetched), _failed) if worth else []
        looked = [_NO_LOOK] * len(subjects)
        for at, one in zip(places, found, strict=True):
            looked[at] = one
        held = [
            frame.select(pl.lit(look, pl.UInt32).alias("look"), *list(HELD)[1:])
            for look, frame in enumerate(fetched)
        ]
        return looked, pl.concat([pl.DataFrame(schema=HELD), *held])

    def _look_together(self, worth: Sequence[Admitted], fetched: list[pl.DataFrame]) -> list[_Looked]:
        found = list(zip(worth, self._custodian.resolve(worth), strict=True))
        may = [may_fetch(gate, resolution, self._findings) for gate, resolution in found]
        pairs = [pair for pair, allowed in zip(found, may, strict=True) if allowed]
        if pairs:
            fetched.append(self._custodian.rows(pairs))
        look = len(fetched) - 1
        return [
            _Looked(resolution, look if allowed else None)
            for (_, resolution), allowed in zip(found, may, strict=True)
        ]


def _with_name(case: Admitted | Returned, one: Subject) -> Admitted | Returned:
    return case if isinstance(case, Returned) else with_subject(case, one)


def _failed(_: Admitted, fault: str) -> _Looked:
    return _Looked(None, fault=fault)


def _taxpayer(one: _Looked) -> str | None:
    return one.resolution.taxpayer_id if one.resolution and one.fetched_in is not None else None


def _numbered(resolutions: Sequence[Resolution | None]) -> tuple[list[int | None], list[Resolution]]:
    """For each the number of one that decides alike, and those ones."""
    numbers: dict[tuple[tuple[str, object], ...], int] = {}
    named: list[Resolution] = []
    told: list[int | None] = []
    for one in resolutions:
        if one is None:
            told.append(None)
            continue
        number = numbers.setdefault(tuple(who_is_named(one).items()), len(named))
        if number == len(named):
            named.append(one)
        told.append(number)
    return told, named


def _decided(
    refs: pl.Series, looks: pl.DataFrame, held: pl.DataFrame, alike: Alike, masks: MasksElsewhere | None
) -> tuple[pl.DataFrame, list[str]]:
    """The rows of a part by ref, and the explanations that they share; with masks that an engine told of each row."""
    rows, combinations = combine(looks, held, alike)
    outcomes = [one.decide(alike.findings) for one in combinations]
    said: dict[str, int] = {}
    told = [outcome_row(one, _said(one, said)) for one in outcomes]
    table = pl.DataFrame(told, schema=OUTCOME_SCHEMA, orient="row")
    decisions = table[rows.get_column("outcome")]
    if masks is not None:
        known = [one.known(alike.findings) for one in combinations]
        decisions = decisions.with_columns(masks(rows.get_column("outcome"), outcomes, known))
    return decisions.insert_column(0, refs[rows.get_column("at")]), list(said)


def _said(one: Decision, said: dict[str, int]) -> int | None:
    """The number under which the row's explanation is kept; rows that say the same share one."""
    if one.explanation is None:
        return None
    return said.setdefault(json.dumps(kept_document(one)), len(said))
