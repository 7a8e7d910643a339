"""What a law file states: provisions that permit, provisos that join them, and definitions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from lawgate.cite import Cite
from lawgate.dates import Span
from lawgate.errors import IllFormedError
from lawgate.kernel.expr import Element, Expr
from lawgate.law.contested import Contested, Drafted, Question, every_element, questions_in


class Effect(StrEnum):
    """What a provision does when it is made out."""

    PERMIT = "permit"
    BAR = "bar"
    CONDITION = "condition"


class Duty(StrEnum):
    """Whether the one who holds the records must disclose, or may."""

    SHALL = "shall"
    MAY = "may"
    MAY_HIMSELF = "may himself"
    """Whoever has the information may disclose it of his own accord; no official decides for him."""


@dataclass(frozen=True, slots=True)
class Version:
    """One dated text of a provision: the days on which it is taken to stand, how sure that is, and why."""

    days: Span
    certainty: str
    because: str


FORMALISED_FROM = date(2023, 4, 1)
"""The statute was read as it stood in April 2023."""

READ_IN_2023 = Version(
    Span(first=FORMALISED_FROM),
    "A",
    "the text as it stood in April 2023; no later change to it is known",
)


@dataclass(frozen=True, slots=True)
class Limit:
    """What binds the information after its release; it travels with each item."""

    cite: Cite
    says: str


@dataclass(frozen=True)
class Provision:
    """One pathway: a paragraph that opens records when every one of its elements is made out.

    `request` are the elements that the request must satisfy by its own words, each with its mend;
    `requires` are those about the matter, the recipients or a court's order; `covers` those about
    the person found and about each item. `extract` marks a paragraph that runs only as its own extract of a
    whole group, never for persons whom somebody names. An element may stand differently under contested readings.
    """

    cite: Cite
    heading: str
    duty: Duty
    request: tuple[Drafted, ...]
    requires: tuple[Drafted, ...]
    covers: tuple[Drafted, ...]
    limits: tuple[Limit, ...] = ()
    effect: Effect = Effect.PERMIT
    version: Version = READ_IN_2023
    extract: bool = False

    def __post_init__(self) -> None:
        for drafted in self.drafted:
            _demand_drafted(drafted, self.cite)
        for element in every_element(self.request):
            if not element.mend:
                raise IllFormedError(
                    "an element of the request needs a mend", where=f"{element.cite} {element.label}"
                )
        if not self.covers:
            raise IllFormedError(
                "a pathway that says nothing of its items would open all of them", where=str(self.cite)
            )

    @property
    def drafted(self) -> tuple[Drafted, ...]:
        """All parts in the order in which they are read, under whatever reading."""
        return self.request + self.requires + self.covers

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The contested questions on which this pathway turns."""
        return questions_in(self.drafted)


@dataclass(frozen=True, slots=True)
class Proviso:
    """A bar or a condition that joins the pathways it reaches, each with the element it adds there.

    It reaches the provision at each address and all within it, save those within `spares`; where two
    addresses hold one provision the longer counts.
    """

    cite: Cite
    heading: str
    effect: Effect
    reaches: tuple[tuple[Cite, Element], ...]
    spares: tuple[Cite, ...] = ()

    def __post_init__(self) -> None:
        if self.effect is Effect.PERMIT or not self.reaches:
            raise IllFormedError("a proviso bars or conditions at least one pathway", where=str(self.cite))
        for _, element in self.reaches:
            if not isinstance(element, Element):
                raise IllFormedError(f"{type(element).__name__} is not an element", where=str(self.cite))

    def reach(self, cite: Cite) -> Element | None:
        """The element added to the provision at this address; None where the proviso does not reach it."""
        holding = [(at, element) for at, element in self.reaches if cite.within(at)]
        if not holding or any(cite.within(spared) for spared in self.spares):
            return None
        return max(holding, key=lambda reached: len(reached[0].steps))[1]


@dataclass(frozen=True, slots=True)
class Definition:
    """A word that the statute defines, as an expression that other provisions use, or as prose alone."""

    cite: Cite
    term: str
    body: Expr | None
    note: str = ""


def _demand_drafted(drafted: object, cite: Cite) -> None:
    if not isinstance(drafted, Element | Contested):
        raise IllFormedError(f"{type(drafted).__name__} is not an element", where=str(cite))
