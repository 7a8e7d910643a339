"""A pathway as it is decided: a provision with every proviso that reaches it, read by all readers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from lawgate.cite import Cite
from lawgate.kernel.closures import compile_every, compile_tree
from lawgate.kernel.explainer import Explainer
from lawgate.kernel.expr import All, Element, facts_of
from lawgate.kernel.fact import Fact, Facts
from lawgate.kernel.truth import Truth
from lawgate.law.contested import Question, Readings, read
from lawgate.law.discretion import decided
from lawgate.law.provision import Duty, Provision, Proviso

Reader = Callable[[Facts], Truth]


@dataclass(frozen=True, eq=False)
class Pathway:
    """All that must be made out before one item may go: a flat row of elements, every one required.

    `readings` say how the contested questions of the provision are read here.
    Compared by identity: a corpus holds each pathway once, and hashing whole trees is dear.
    """

    provision: Provision
    provisos: tuple[tuple[Proviso, Element], ...]
    readings: Readings

    @classmethod
    def join(cls, provision: Provision, provisos: tuple[Proviso, ...], readings: Readings) -> Pathway:
        """The provision under these readings, with the elements that the provisos add to it."""
        reached = ((proviso, proviso.reach(provision.cite)) for proviso in provisos)
        return cls(
            provision, tuple((proviso, added) for proviso, added in reached if added is not None), readings
        )

    @cached_property
    def request(self) -> tuple[Element, ...]:
        """What the request must satisfy by its own words."""
        return read(self.provision.request, self.readings)

    @cached_property
    def request_truths(self) -> tuple[tuple[Element, Callable[[Facts], Truth]], ...]:
        """Each element of the request, compiled: admission tries every pathway on every request."""
        return tuple((element, compile_tree(element)) for element in self.request)

    def under(self, question: Question, reading: str) -> Pathway:
        """The same pathway, had another reading of one question been followed; made once for each."""
        key = (question.id, reading)
        if key not in self._others:
            self._others[key] = replace(self, readings={**self.readings, question.id: reading})
        return self._others[key]

    def reads_alike(self, question: Question, reading: str, facts: Facts) -> bool:
        """Whether the other reading changes nothing here: what it puts in and takes out both hold or both fail."""
        mine, theirs = self._changed(question, reading)
        truth = mine(facts)
        return truth is not Truth.OPEN and truth is theirs(facts)

    def _changed(self, question: Question, reading: str) -> tuple[Reader, Reader]:
        """What of this pathway does not stand under the other reading, and what stands only there, compiled."""
        key = (question.id, reading)
        if key not in self._changes:
            other = self.under(question, reading)
            mine = [element for element in self.elements if element not in other.elements]
            theirs = [element for element in other.elements if element not in self.elements]
            self._changes[key] = (compile_every(mine), compile_every(theirs))
        return self._changes[key]

    @cached_property
    def _changes(self) -> dict[tuple[str, str], tuple[Reader, Reader]]:
        return {}

    @cached_property
    def _others(self) -> dict[tuple[str, str], Pathway]:
        return {}

    @property
    def cite(self) -> Cite:
        """Where the pathway stands."""
        return self.provision.cite

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """The elements in the order of every explanation and mask."""
        discretion = (decided(self.cite),) if self.provision.duty is Duty.MAY else ()
        joined = tuple(element for _, element in self.provisos)
        return (*read(self.provision.drafted, self.readings), *discretion, *joined)

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
    def truth(self) -> Reader:
        """The pathway compiled: facts in, truth out, no reasons."""
        return compile_tree(self.tree)
