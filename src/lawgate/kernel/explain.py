"""The explanation of an outcome: every element with its truth and why, what is open, what would settle it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import TypeVar, assert_never

from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.expr import (
    All,
    Any,
    AtMost,
    Constant,
    Element,
    Expr,
    Holds,
    IsIn,
    Leaf,
    Meets,
    Not,
    children,
    facts_of,
)
from lawgate.kernel.fact import Domain, Fact, Facts, Value
from lawgate.kernel.settle import (
    Answers,
    Choices,
    choices_of,
    either,
    fewest,
    sets_for,
    settling_sets,
    smallest_sets,
    together,
)
from lawgate.kernel.truth import Truth, conjunction


@dataclass(frozen=True, slots=True)
class ElementProof:
    """One element, what is known of it, and the facts that make it so, in a sentence."""

    element: Element
    truth: Truth
    why: str


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that the outcome still waits for; `settles` tells the answers that alone end it."""

    fact: Fact
    settles: tuple[tuple[Value, Truth], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The outcome with everything it rests on.

    `smallest` are the smallest sets of answers that settle it either way, `to_yes` those that bring
    it to YES; both are empty once it is settled.
    """

    truth: Truth
    elements: tuple[ElementProof, ...]
    open: tuple[OpenQuestion, ...] = ()
    smallest: tuple[Answers, ...] = ()
    to_yes: tuple[Answers, ...] = ()


def explain(expr: Expr, facts: Facts) -> Explanation:
    """Evaluate with all reasons. Questions are listed only while the outcome waits for them."""
    truth = evaluate(expr, facts)
    elements = tuple(prove(element, facts) for element in outermost(expr))
    if truth is not Truth.OPEN:
        return Explanation(truth, elements)
    return Explanation(
        truth,
        elements,
        open_questions(expr, facts),
        smallest_sets(expr, facts),
        settling_sets(expr, facts, Truth.YES),
    )


def outermost(expr: Expr) -> Iterator[Element]:
    """The elements of a tree that stand in no other element, in reading order."""
    if isinstance(expr, Element):
        yield expr
        return
    for child in children(expr):
        yield from outermost(child)


def prove(element: Element, facts: Facts) -> ElementProof:
    """One element with its truth and its reasons."""
    clauses = dict.fromkeys(_reasons(element.body, facts))
    return ElementProof(element, evaluate(element, facts), "; ".join(clauses) or "always so")


def open_questions(expr: Expr, facts: Facts) -> tuple[OpenQuestion, ...]:
    """The unanswered questions on which an open outcome still turns, in reading order."""
    return tuple(
        OpenQuestion(fact, tuple(_settled_by(expr, facts, fact)))
        for fact in dict.fromkeys(_undecided(expr, facts))
    )


def _undecided(expr: Expr, facts: Facts) -> Iterator[Fact]:
    """Questions below nodes that are themselves open: elsewhere an answer could change nothing."""
    if evaluate(expr, facts) is not Truth.OPEN:
        return
    if isinstance(expr, Leaf):
        yield expr.fact
    for child in children(expr):
        yield from _undecided(child, facts)


def _settled_by(expr: Expr, facts: Facts, fact: Fact) -> Iterator[tuple[Value, Truth]]:
    for value in _tried(fact):
        given: Value = frozenset({str(value)}) if fact.domain is Domain.SEVERAL else value
        truth = evaluate(expr, {**facts, fact.name: given})
        if truth is not Truth.OPEN:
            yield value, truth


def _tried(fact: Fact) -> tuple[Value, ...]:
    return (True, False) if fact.domain is Domain.FLAG else fact.values


def _reasons(expr: Expr, facts: Facts) -> Iterator[str]:
    """The clauses of the leaves that make a node what it is."""
    match expr:
        case Constant():
            return
        case Not(part):
            yield from _reasons(part, facts)
        case Element(body=body):
            yield from _reasons(body, facts)
        case All(parts) | Any(parts):
            yield from _deciding(expr, parts, facts)
        case Holds() | IsIn() | Meets() | AtMost():
            yield clause(expr, facts)
        case _:
            assert_never(expr)


def _deciding(expr: All | Any, parts: tuple[Expr, ...], facts: Facts) -> Iterator[str]:
    truth = evaluate(expr, facts)
    agreeing = [part for part in parts if evaluate(part, facts) is truth]
    if truth is Truth.YES and isinstance(expr, Any):
        agreeing = agreeing[:1]
    for part in agreeing:
        yield from _reasons(part, facts)


def clause(leaf: Leaf, facts: Facts) -> str:
    """What is known of one leaf, as a clause of a sentence."""
    fact, value = leaf.fact, facts.get(leaf.fact.name)
    if value is None:
        return f"not known: {fact.question}"
    if not fact.admits(value):
        return f"not known: {fact.question} (the answer given is not in the vocabulary)"
    return tell(fact, value)


def tell(fact: Fact, value: Value) -> str:
    """An answer to a question as a clause of a sentence."""
    if fact.domain is Domain.FLAG:
        return fact.says if value is True else fact.denies
    return f"{fact.says}: {print_value(value)}"


def print_value(value: Value) -> str:
    """An answer as a person reads it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, frozenset):
        return ", ".join(sorted(value)) or "none"
    return value.isoformat() if isinstance(value, date) else str(value)


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
            (fact.name, _KIND.get(fact.domain), frozenset(_tried(fact)), fact) for fact in facts
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
            {fact: tuple(_settled_by(expr, facts, fact)) for fact in _undecided(expr, facts)},
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
    for value in _tried(fact):
        truth = conjunction(part.get(value, Truth.OPEN) for part in would)
        if truth is not Truth.OPEN:
            yield value, truth


_Key = TypeVar("_Key")
_Said = TypeVar("_Said")


def _remember(memory: dict[_Key, _Said], key: _Key, said: _Said, entries_max: int) -> None:
    if len(memory) >= entries_max:
        memory.clear()
    memory[key] = said
