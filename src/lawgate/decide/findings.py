"""Findings: the answers of named officials to questions of judgement, for some subjects and items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lawgate.cite import Cite
from lawgate.decide.request import Known
from lawgate.errors import InputError
from lawgate.law.terms import finding
from lawgate.law.vocabulary import FINDING_OFFICES, FINDINGS, offices_for

EVERY = None
"""Stands for all refs, or all items, of a request."""

Scope = frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One official's answer; `refs` and `items` None mean every one of the request."""

    cite: Cite
    answer: bool
    refs: Scope
    items: Scope
    office: str
    on: date
    official: str | None = None
    certified_on: date | None = None
    note: str | None = None

    def speaks_of(self, ref: str, item: str) -> bool:
        """Whether the answer is given for this item of this subject."""
        return (self.refs is EVERY or ref in self.refs) and (self.items is EVERY or item in self.items)


@dataclass(frozen=True)
class Findings:
    """All findings of a file, checked: each by an official who may make it, none against another."""

    rows: tuple[Finding, ...] = ()

    @classmethod
    def check(cls, rows: tuple[Finding, ...], *, day: date) -> Findings:
        """Refuse what cannot stand on that day; raises InputError with the row's place and its mend."""
        for number, row in enumerate(rows):
            _check_row(row, f"findings[{number}]", day)
        _check_contradictions(rows)
        return cls(rows)

    def known(self, ref: str, item: str) -> Known:
        """The answers that officials gave for this item of this subject."""
        known: Known = {}
        for row in self._by_ref.get(ref, self._of_everyone):
            if not row.speaks_of(ref, item):
                continue
            known[FINDINGS[row.cite].name] = row.answer
            if FINDINGS[row.cite] is finding.identifies_or_impairs and row.certified_on is not None:
                known[finding.certified_to_court.name] = True
        return known

    def speaking_of(self, ref: str) -> tuple[int, ...]:
        """The places of the rows that speak of this subject: for equal ones officials answered alike."""
        return tuple(map(self._place, self._by_ref.get(ref, self._of_everyone)))

    def _place(self, row: Finding) -> int:
        return self._places[id(row)]

    @cached_property
    def _places(self) -> dict[int, int]:
        return {id(row): place for place, row in enumerate(self.rows)}

    @cached_property
    def _of_everyone(self) -> tuple[Finding, ...]:
        return tuple(row for row in self.rows if row.refs is EVERY)

    @cached_property
    def _by_ref(self) -> dict[str, list[Finding]]:
        """For each subject whom a row names, the rows that speak of it, in their order."""
        named: dict[str, list[Finding]] = {ref: [] for row in self.rows for ref in row.refs or ()}
        for row in self.rows:
            for ref in named if row.refs is EVERY else row.refs:
                named[ref].append(row)
        return named


def _check_contradictions(rows: tuple[Finding, ...]) -> None:
    """Refuse the first row that contradicts one before it; only rows that share a subject are compared."""
    earlier: dict[tuple[Cite, bool], dict[str | None, list[int]]] = {}
    for later, row in enumerate(rows):
        against = earlier.get((row.cite, not row.answer), {})
        shared = against if row.refs is EVERY else (EVERY, *row.refs)
        found = (
            number
            for ref in shared
            for number in against.get(ref, ())
            if _overlap(row.items, rows[number].items)
        )
        first = min(found, default=None)
        if first is not None:
            raise InputError(
                f"this contradicts findings[{first}] under {row.cite.text}",
                where=f"findings[{later}]",
                mend="keep the one that stands",
            )
        same = earlier.setdefault((row.cite, row.answer), {})
        for ref in (EVERY,) if row.refs is EVERY else row.refs:
            same.setdefault(ref, []).append(later)


def _check_row(row: Finding, where: str, day: date) -> None:
    question = FINDINGS.get(row.cite)
    if question is None:
        raise InputError(
            f"{row.cite.text} puts no question to an official",
            where=f"{where}.cite",
            mend="use a cite that `lawgate law vocab` lists under findings",
        )
    if row.office not in FINDING_OFFICES:
        raise InputError(
            "no such office", where=f"{where}.by.office", mend=f"use one of {', '.join(FINDING_OFFICES)}"
        )
    if row.office not in offices_for(question):
        raise InputError(
            f"{row.office} is not authorised to answer under {row.cite.text}",
            where=f"{where}.by.office",
            mend=f"have one of {', '.join(offices_for(question))} answer",
        )
    if row.on > day or (row.certified_on is not None and row.certified_on > day):
        raise InputError(
            f"this is dated after the as-of day {day.isoformat()}",
            where=f"{where}.on",
            mend="correct the date, or decide as of a later day",
        )
    if row.certified_on is not None and question is not finding.identifies_or_impairs:
        raise InputError(
            "only a determination under (i)(6) is certified to a court",
            where=f"{where}.certified_on",
            mend="leave it out",
        )


def _overlap(one: Scope, other: Scope) -> bool:
    return one is EVERY or other is EVERY or not one.isdisjoint(other)
