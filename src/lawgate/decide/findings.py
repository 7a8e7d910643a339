"""Findings: the answers of named officials to questions of judgement, for some subjects and items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lawgate.cite import Cite
from lawgate.decide.stated import Known
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


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings of a file, checked: each by an official who may make it, none against another."""

    rows: tuple[Finding, ...] = ()

    @classmethod
    def check(cls, rows: tuple[Finding, ...], *, day: date) -> Findings:
        """Refuse what cannot stand on that day; raises InputError with the row's place and its mend."""
        for number, row in enumerate(rows):
            _check_row(row, f"findings[{number}]", day)
        for later, row in enumerate(rows):
            for earlier in range(later):
                if _contradict(row, rows[earlier]):
                    raise InputError(
                        f"this contradicts findings[{earlier}] under {row.cite.text}",
                        where=f"findings[{later}]",
                        mend="keep the one that stands",
                    )
        return cls(rows)

    def known(self, ref: str, item: str) -> Known:
        """The answers that officials gave for this item of this subject."""
        known: Known = {}
        for row in self.rows:
            if not row.speaks_of(ref, item):
                continue
            known[FINDINGS[row.cite].name] = row.answer
            if FINDINGS[row.cite] is finding.identifies_or_impairs and row.certified_on is not None:
                known[finding.certified_to_court.name] = True
        return known

    def scopes_by_ref(self) -> tuple[Finding, ...]:
        """The findings that do not speak of every subject alike."""
        return tuple(row for row in self.rows if row.refs is not EVERY)


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


def _contradict(one: Finding, other: Finding) -> bool:
    return (
        one.cite == other.cite
        and one.answer is not other.answer
        and _overlap(one.refs, other.refs)
        and _overlap(one.items, other.items)
    )


def _overlap(one: Scope, other: Scope) -> bool:
    return one is EVERY or other is EVERY or not one.isdisjoint(other)
