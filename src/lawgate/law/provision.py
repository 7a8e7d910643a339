"""What a law file states: provisions that permit, provisos that join them, and definitions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lawgate.cite import Cite
from lawgate.errors import IllFormedError
from lawgate.kernel.expr import Element, Expr


class Effect(StrEnum):
    """What a provision does when it is made out."""

    PERMIT = "permit"
    BAR = "bar"
    CONDITION = "condition"


class Duty(StrEnum):
    """Whether the one who holds the records must disclose, or may."""

    SHALL = "shall"
    MAY = "may"


@dataclass(frozen=True, slots=True)
class Limit:
    """What binds the information after its release; it travels with each item."""

    cite: Cite
    says: str


@dataclass(frozen=True, slots=True)
class Provision:
    """One pathway: a paragraph that opens records when every one of its elements is made out.

    `request` are the elements that the request must satisfy by its own words, each with its mend;
    `requires` are those about the matter, the recipients or a court's order; `covers` those about
    the person found and about each item.
    """

    cite: Cite
    heading: str
    duty: Duty
    request: tuple[Element, ...]
    requires: tuple[Element, ...]
    covers: tuple[Element, ...]
    limits: tuple[Limit, ...] = ()
    effect: Effect = Effect.PERMIT

    def __post_init__(self) -> None:
        for element in self.elements:
            _demand_element(element, self.cite)
        for element in self.request:
            if not element.mend:
                raise IllFormedError(
                    "an element of the request needs a mend", where=f"{element.cite} {element.label}"
                )
        if not self.covers:
            raise IllFormedError(
                "a pathway that says nothing of its items would open all of them", where=str(self.cite)
            )

    @property
    def elements(self) -> tuple[Element, ...]:
        """All elements in the order in which they are read."""
        return self.request + self.requires + self.covers


@dataclass(frozen=True, slots=True)
class Proviso:
    """A bar or a condition that joins the pathways it reaches, each with the element it adds there."""

    cite: Cite
    heading: str
    effect: Effect
    reaches: tuple[tuple[Cite, Element], ...]

    def __post_init__(self) -> None:
        if self.effect is Effect.PERMIT or not self.reaches:
            raise IllFormedError("a proviso bars or conditions at least one pathway", where=str(self.cite))
        for _, element in self.reaches:
            _demand_element(element, self.cite)


@dataclass(frozen=True, slots=True)
class Definition:
    """A word that the statute defines, as an expression that other provisions use, or as prose alone."""

    cite: Cite
    term: str
    body: Expr | None
    note: str = ""


def _demand_element(element: object, cite: Cite) -> None:
    if not isinstance(element, Element):
        raise IllFormedError(f"{type(element).__name__} is not an element", where=str(cite))
