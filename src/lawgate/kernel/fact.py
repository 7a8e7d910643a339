"""Facts: the typed questions on which expressions rest, each with the one who may answer it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from lawgate.cite import Cite
from lawgate.errors import IllFormedError

_NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")

Value = bool | str | int | date | frozenset[str]
Facts = Mapping[str, Value | None]
"""What is known, by the fact's name; an absent name and None both mean unknown."""


class Owner(StrEnum):
    """Who may answer a question."""

    REQUESTER = "requester"
    CUSTODIAN = "custodian"
    COURT = "court"
    OFFICIAL = "official"


class Domain(StrEnum):
    """What kind of answer a question takes."""

    FLAG = "flag"
    CHOICE = "choice"
    SEVERAL = "several"
    COUNT = "count"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Fact:
    """One question of fact or judgement.

    `says` and `denies` are the two clauses that tell its answer in a sentence; for a question with a
    vocabulary `says` names the thing asked about. `cite` is set for findings, which only an official
    makes, and names the provision that asks for the judgement.
    """

    name: str
    question: str
    says: str
    owner: Owner
    domain: Domain = Domain.FLAG
    denies: str = ""
    values: tuple[str, ...] = ()
    cite: Cite | None = None

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise IllFormedError("a fact's name is dotted and in lower case", where=self.name)
        if (self.domain in (Domain.CHOICE, Domain.SEVERAL)) != bool(self.values):
            raise IllFormedError("a closed vocabulary belongs to a choice, and only there", where=self.name)
        if len(set(self.values)) != len(self.values):
            raise IllFormedError("a vocabulary lists a value twice", where=self.name)
        if self.domain is Domain.FLAG and not self.denies:
            raise IllFormedError("a yes-or-no question needs the clause of its denial", where=self.name)
        if (self.owner is Owner.OFFICIAL) != (self.cite is not None):
            raise IllFormedError("a finding has a cite and an official, other facts neither", where=self.name)

    @property
    def is_finding(self) -> bool:
        """Whether only a named official can answer."""
        return self.owner is Owner.OFFICIAL

    def admits(self, value: object) -> bool:
        """Whether the value is one that this question can have as its answer."""
        match self.domain:
            case Domain.FLAG:
                return isinstance(value, bool)
            case Domain.CHOICE:
                return isinstance(value, str) and value in self.values
            case Domain.SEVERAL:
                return isinstance(value, frozenset) and value <= set(self.values)
            case Domain.COUNT:
                return isinstance(value, int) and not isinstance(value, bool) and value >= 0
            case Domain.DAY:
                return isinstance(value, date) and not isinstance(value, datetime)


def flag(name: str, question: str, *, says: str, denies: str, owner: Owner, cite: Cite | None = None) -> Fact:
    """A yes-or-no question, with the clauses that tell its two answers."""
    return Fact(name, question, says, owner, Domain.FLAG, denies, (), cite)


def choice(name: str, question: str, *, says: str, owner: Owner, values: tuple[str, ...]) -> Fact:
    """A question answered by one value of a closed vocabulary."""
    return Fact(name, question, says, owner, Domain.CHOICE, values=values)


def several(name: str, question: str, *, says: str, owner: Owner, values: tuple[str, ...]) -> Fact:
    """A question answered by any number of values of a closed vocabulary."""
    return Fact(name, question, says, owner, Domain.SEVERAL, values=values)


def count(name: str, question: str, *, says: str, owner: Owner) -> Fact:
    """A question answered by a whole number, zero or more."""
    return Fact(name, question, says, owner, Domain.COUNT)
