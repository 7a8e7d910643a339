"""The explanation of an outcome: every element with its truth and why, what is open, what would settle it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

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
)
from lawgate.kernel.fact import Domain, Fact, Facts, Value
from lawgate.kernel.settle import Answers, settling_sets, smallest_sets
from lawgate.kernel.tell import clause
from lawgate.kernel.truth import Truth


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
        OpenQuestion(fact, tuple(settled_by(expr, facts, fact)))
        for fact in dict.fromkeys(undecided(expr, facts))
    )


def undecided(expr: Expr, facts: Facts) -> Iterator[Fact]:
    """Questions below nodes that are themselves open: elsewhere an answer could change nothing."""
    if evaluate(expr, facts) is not Truth.OPEN:
        return
    if isinstance(expr, Leaf):
        yield expr.fact
    for child in children(expr):
        yield from undecided(child, facts)


def settled_by(expr: Expr, facts: Facts, fact: Fact) -> Iterator[tuple[Value, Truth]]:
    """The answers to one question that alone end it, each with the outcome."""
    for value in tried(fact):
        given: Value = frozenset({str(value)}) if fact.domain is Domain.SEVERAL else value
        truth = evaluate(expr, {**facts, fact.name: given})
        if truth is not Truth.OPEN:
            yield value, truth


def tried(fact: Fact) -> tuple[Value, ...]:
    """The answers to a question that are tried: every one that is listed."""
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
