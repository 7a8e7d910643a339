"""A pathway as it is decided: a provision with every proviso that reaches it, read by all readers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from lawgate.cite import Cite
from lawgate.kernel.closures import compile_tree
from lawgate.kernel.explain import Explainer
from lawgate.kernel.expr import All, Element, facts_of
from lawgate.kernel.fact import Fact, Facts
from lawgate.kernel.truth import Truth
from lawgate.law.provision import Provision, Proviso


@dataclass(frozen=True, eq=False)
class Pathway:
    """All that must be made out before one item may go: a flat row of elements, every one required.

    Compared by identity: a corpus holds each pathway once, and hashing whole trees is dear.
    """

    provision: Provision
    provisos: tuple[tuple[Proviso, Element], ...] = ()

    @classmethod
    def join(cls, provision: Provision, provisos: tuple[Proviso, ...]) -> Pathway:
        """The provision with the elements that the provisos add to it."""
        reached = ((p, e) for p in provisos for cite, e in p.reaches if cite == provision.cite)
        return cls(provision, tuple(reached))

    @property
    def cite(self) -> Cite:
        """Where the pathway stands."""
        return self.provision.cite

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """The elements in the order of every explanation and mask."""
        return self.provision.elements + tuple(element for _, element in self.provisos)

    @cached_property
    def tree(self) -> All:
        """The pathway as one expression."""
        return All(self.elements)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The questions on which the pathway rests."""
        return facts_of(self.tree)

    @cached_property
    def explainer(self) -> Explainer:
        """Explanations of this pathway."""
        return Explainer(self.tree)

    @cached_property
    def truth(self) -> Callable[[Facts], Truth]:
        """The pathway compiled: facts in, truth out, no reasons."""
        return compile_tree(self.tree)
