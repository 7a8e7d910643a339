"""Contested questions: what is read in several ways, and elements that stand in several ways for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lawgate.cite import Cite
from lawgate.errors import IllFormedError, InputError
from lawgate.kernel.expr import Element


class Binding(StrEnum):
    """How far the one who reads the law so binds others."""

    PRECEDENT = "precedent"
    PARTIES = "parties"
    INDICATIVE = "indicative"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Adopter:
    """Who reads the law so: a court, an agency or a party, since when, and where that binds.

    `order` names the order in which a court said so; `on` is None where the day is not known.
    """

    who: str
    on: date | None = None
    order: str | None = None
    binding: Binding = Binding.NONE
    where: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a contested question; `adoptable` is False where no official may ever adopt it."""

    id: str
    says: str
    adopters: tuple[Adopter, ...] = ()
    adoptable: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """A question on which courts, agencies and parties differ, with the reading that holds by default."""

    id: str
    asks: str
    cites: tuple[Cite, ...]
    readings: tuple[Reading, ...]
    default: str
    note: str = ""

    def __post_init__(self) -> None:
        if self.default not in self.names or len(set(self.names)) != len(self.names):
            raise IllFormedError("the default is one of distinct readings", where=self.id)

    @property
    def names(self) -> tuple[str, ...]:
        """R1, R2 and so on."""
        return tuple(reading.id for reading in self.readings)

    def reading(self, name: str) -> Reading:
        """The reading of this name; InputError if there is none."""
        for reading in self.readings:
            if reading.id == name:
                return reading
        raise InputError(
            f"{self.id} has no reading {name[:20]!r}", where="--reading", mend=f"use {', '.join(self.names)}"
        )


Readings = Mapping[str, str]
"""For each question, by id, the reading that is followed."""


@dataclass(frozen=True, slots=True)
class Contested:
    """An element that stands differently under each reading of a question, or under one not at all."""

    question: Question
    alternatives: tuple[tuple[str, Drafted | None], ...]

    def __post_init__(self) -> None:
        stated = tuple(name for name, _ in self.alternatives)
        if stated != self.question.names:
            raise IllFormedError(f"{stated} are not the readings of the question", where=self.question.id)
        if all(drafted is None for _, drafted in self.alternatives):
            raise IllFormedError("no reading states an element", where=self.question.id)

    def under(self, readings: Readings) -> Drafted | None:
        """What stands under the reading followed."""
        return dict(self.alternatives)[readings[self.question.id]]


Drafted = Element | Contested
"""A part of a provision as it is drafted: an element, or one that turns on a contested question."""


def contested(question: Question, **alternatives: Drafted | None) -> Contested:
    """`contested(Q3, R1=..., R2=..., R3=None)`: what each reading demands; None where it demands nothing."""
    return Contested(question, tuple(alternatives.items()))


def read(drafted: tuple[Drafted, ...], readings: Readings) -> tuple[Element, ...]:
    """The elements that stand under these readings, in order."""
    return tuple(_read(drafted, readings))


def _read(drafted: tuple[Drafted, ...], readings: Readings) -> Iterator[Element]:
    for one in drafted:
        stands: Drafted | None = one
        while isinstance(stands, Contested):
            stands = stands.under(readings)
        if stands is not None:
            yield stands


def questions_in(drafted: tuple[Drafted | None, ...]) -> tuple[Question, ...]:
    """The questions on which these parts turn, each once, in reading order."""
    found: dict[str, Question] = {}
    for one in drafted:
        if isinstance(one, Contested):
            within = questions_in(tuple(alternative for _, alternative in one.alternatives))
            found |= {question.id: question for question in (one.question, *within)}
    return tuple(found.values())


def every_element(drafted: tuple[Drafted | None, ...]) -> Iterator[Element]:
    """The elements of every reading."""
    for one in drafted:
        if isinstance(one, Contested):
            yield from every_element(tuple(alternative for _, alternative in one.alternatives))
        elif one is not None:
            yield one
