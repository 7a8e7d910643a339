"""Agreements between the agency and those who ask: they narrow a provision and can never widen one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lawgate.cite import Cite
from lawgate.dates import Between
from lawgate.errors import IllFormedError
from lawgate.kernel.expr import Element
from lawgate.law.addresses import S6103
from lawgate.law.provision import Effect, Proviso

RESTS_ON_AGREEMENT: Final = (S6103 / "d/1", S6103 / "k/14")
"""Paragraphs that open only as a written agreement with the Secretary provides: (d)(1) and (k)(14)(B)(ii)."""


def rests_on_agreement(pathway: Cite) -> bool:
    """Whether what this pathway opens rests on an agreement with whoever receives it."""
    return any(pathway.within(one) for one in RESTS_ON_AGREEMENT)


@dataclass(frozen=True, slots=True)
class Agreement:
    """A memorandum with one agency about one provision: what it demands besides the law.

    `party` is the agency by its dotted name, its parts included. All that an agreement can hold is elements
    to be added, so a request that it opens is one that the law opens too. `certainty` is A to E as
    docs/glossary.md tells.
    """

    id: str
    title: str
    party: str
    signed: Between
    certainty: str
    source: str
    narrows: Cite
    adds: tuple[Element, ...]

    def __post_init__(self) -> None:
        if not self.adds:
            raise IllFormedError("an agreement that adds nothing narrows nothing", where=self.id)
        for added in self.adds:
            if not isinstance(added, Element):
                raise IllFormedError(f"{type(added).__name__} is not an element", where=self.id)

    @property
    def provisos(self) -> tuple[Proviso, ...]:
        """Each element as a condition that joins the provision and all within it."""
        return tuple(
            Proviso(
                cite=self.narrows,
                heading=self.title,
                effect=Effect.CONDITION,
                reaches=((self.narrows, added),),
            )
            for added in self.adds
        )
