"""Explanations from memory: what `explain` says, many times faster where answers come again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import TypeVar

from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.explain import (
    ElementProof,
    Explanation,
    OpenQuestion,
    outermost,
    prove,
    settled_by,
    tried,
    undecided,
)
from lawgate.kernel.expr import All, Expr, facts_of
from lawgate.kernel.fact import Domain, Fact, Facts, Value
from lawgate.kernel.settle import Answers, Choices, choices_of, either, fewest, sets_for, together
from lawgate.kernel.truth import Truth, conjunction


class Explainer:
    """explain() for one tree, remembering what it has said: equal facts get the same explanation object.

    Each part of the tree is remembered by the answers to its own few questions, so that facts never met
    before are still explained from parts that were. The memory is bounded and holds answers that are
    listed, never a text that is not.
    """

    memory_entries_max = 50_000

    def __init__(self, expr: Expr) -> None:
        self.expr = expr
        facts = facts_of(expr)
        choices = choices_of(expr)
        parts = expr.parts if isinstance(expr, All) else (expr,)
        self._asked = tuple(
            (fact.name, _KIND.get(fact.domain), frozenset(tried(fact)), fact) for fact in facts
        )
        self._parts = tuple(_Part(part, facts, choices, self.memory_entries_max) for part in parts)
        self._said: dict[tuple[_PartProof, ...], Explanation] = {}
        self._waits: dict[tuple[_PartProof, ...], _Waits] = {}

    def explain(self, facts: Facts) -> Explanation:
        """The same as explain(self.expr, facts)."""
        row = self._row(facts)
        proofs = tuple([part.prove(row, facts) for part in self._parts])
        said = self._said.get(proofs)
        if said is None:
            said = self._join(proofs)
            _remember(self._said, proofs, said, self.memory_entries_max)
        return said

    def _row(self, facts: Facts) -> tuple[object, ...]:
        """The answers to all questions of the tree, in order; all that are none alike, and unlike True or 1."""
        row: list[object] = []
        for name, kind, listed, fact in self._asked:
            value = facts.get(name)
            plainly = value is None or (value.__class__ is kind and value in listed)
            row.append(value if plainly or fact.admits(value) else _UNLISTED)
        return tuple(row)

    def _join(self, proofs: tuple[_PartProof, ...]) -> Explanation:
        truth = conjunction([proof.truth for proof in proofs])
        elements = tuple([element for proof in proofs for element in proof.elements])
        if truth is not Truth.OPEN:
            return Explanation(truth, elements)
        waiting = tuple([proof for proof in proofs if proof.truth is Truth.OPEN])
        waits = self._waits.get(waiting)
        if waits is None:
            waits = _wait(waiting)
            _remember(self._waits, waiting, waits, self.memory_entries_max)
        return Explanation(truth, elements, *waits)


_KIND = {Domain.FLAG: bool, Domain.CHOICE: str}
"""The Python type of most answers, for a quick look; any other answer is looked at in full."""

_UNLISTED = object()
"""Stands in the memory for every answer that is none."""

_Waits = tuple[tuple[OpenQuestion, ...], tuple[Answers, ...], tuple[Answers, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class _PartProof:
    """One part of a tree under some answers: its truth and all that an explanation needs of it.

    `open` are the questions that it waits for, with what each of their answers would make of it.
    """

    truth: Truth
    elements: tuple[ElementProof, ...]
    open: dict[Fact, tuple[tuple[Value, Truth], ...]]
    to_yes: list[Answers]
    to_no: list[Answers]


class _Part:
    """One part of a tree, with what was said of it before."""

    def __init__(self, expr: Expr, facts: tuple[Fact, ...], choices: Choices, entries_max: int) -> None:
        places = [facts.index(fact) for fact in facts_of(expr)]
        self._expr = expr
        self._choices = choices
        self._own: Callable[[tuple[object, ...]], object] = itemgetter(*places) if places else len
        self._said: dict[object, _PartProof] = {}
        self._entries_max = entries_max

    def prove(self, row: tuple[object, ...], facts: Facts) -> _PartProof:
        """The part under these facts; `row` are the answers to all questions of the tree, in order."""
        own = self._own(row)
        said = self._said.get(own)
        if said is None:
            said = self._prove(facts)
            _remember(self._said, own, said, self._entries_max)
        return said

    def _prove(self, facts: Facts) -> _PartProof:
        expr, choices = self._expr, self._choices
        truth = evaluate(expr, facts)
        elements = tuple(prove(element, facts) for element in outermost(expr))
        if truth is not Truth.OPEN:
            return _PartProof(truth, elements, {}, [], [])
        return _PartProof(
            truth,
            elements,
            {fact: tuple(settled_by(expr, facts, fact)) for fact in undecided(expr, facts)},
            sets_for(expr, facts, Truth.YES, choices),
            sets_for(expr, facts, Truth.NO, choices),
        )


def _wait(waiting: tuple[_PartProof, ...]) -> _Waits:
    """What an open outcome waits for, when these parts are open and all others are made out."""
    asked = dict.fromkeys(fact for proof in waiting for fact in proof.open)
    questions = tuple(OpenQuestion(fact, tuple(_settled_together(waiting, fact))) for fact in asked)
    to_yes = fewest(together(proof.to_yes for proof in waiting))
    to_no = fewest(either(proof.to_no for proof in waiting))
    return questions, fewest(to_yes + to_no), to_yes


def _settled_together(waiting: tuple[_PartProof, ...], fact: Fact) -> Iterator[tuple[Value, Truth]]:
    """The answers that make one part NO, or every one YES."""
    would = [dict(proof.open.get(fact, ())) for proof in waiting]
    for value in tried(fact):
        truth = conjunction(part.get(value, Truth.OPEN) for part in would)
        if truth is not Truth.OPEN:
            yield value, truth


_Key = TypeVar("_Key")
_Said = TypeVar("_Said")


def _remember(memory: dict[_Key, _Said], key: _Key, said: _Said, entries_max: int) -> None:
    if len(memory) >= entries_max:
        memory.clear()
    memory[key] = said
