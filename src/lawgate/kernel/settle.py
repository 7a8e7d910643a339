"""What would settle an open outcome: the smallest sets of answers, and what each answer alone would do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import assert_never

from lawgate.kernel.evaluate import answer
from lawgate.kernel.expr import All, Any, AtMost, Constant, Element, Expr, Holds, IsIn, Leaf, Meets, Not, leaves
from lawgate.kernel.fact import Domain, Fact, Facts, Value
from lawgate.kernel.truth import Truth, negation

Answers = Mapping[str, frozenset[Value]]
"""For each question, by name, the answers that do: any one of them will do as well as another."""


def settling_sets(expr: Expr, facts: Facts, outcome: Truth) -> tuple[Answers, ...]:
    """The smallest sets of further answers that bring the expression to this outcome.

    Empty when no further answer can; one empty set when nothing more is needed.
    """
    sets = _sets(expr, facts, outcome, _choices(expr))
    fewest = min((len(answers) for answers in sets), default=0)
    return tuple(answers for answers in sets if len(answers) == fewest)


def smallest_sets(expr: Expr, facts: Facts) -> tuple[Answers, ...]:
    """The smallest sets of further answers that settle the expression either way."""
    sets = settling_sets(expr, facts, Truth.YES) + settling_sets(expr, facts, Truth.NO)
    fewest = min((len(answers) for answers in sets), default=0)
    return tuple(answers for answers in sets if len(answers) == fewest)


def _sets(expr: Expr, facts: Facts, outcome: Truth, choices: Choices) -> list[Answers]:
    match expr:
        case Constant(truth):
            return [{}] if truth is outcome else []
        case Not(part):
            return _sets(part, facts, negation(outcome), choices)
        case Element(body=body):
            return _sets(body, facts, outcome, choices)
        case All(parts):
            return _combine(parts, facts, outcome, choices, together=outcome is Truth.YES)
        case Any(parts):
            return _combine(parts, facts, outcome, choices, together=outcome is Truth.NO)
        case Holds() | IsIn() | Meets() | AtMost():
            return _leaf_sets(expr, facts, outcome, choices)
        case _:
            assert_never(expr)


def _combine(
    parts: tuple[Expr, ...], facts: Facts, outcome: Truth, choices: Choices, *, together: bool
) -> list[Answers]:
    """Either every part must come to the outcome, or one of them is enough."""
    each = [_sets(part, facts, outcome, choices) for part in parts]
    if not together:
        return _minimal(answers for sets in each for answers in sets)
    merged: list[Answers] = [{}]
    for sets in each:
        pairs = (_merge(left, right) for left in merged for right in sets)
        merged = _minimal(answers for answers in pairs if answers is not None)
    return merged


def _leaf_sets(leaf: Leaf, facts: Facts, outcome: Truth, choices: Choices) -> list[Answers]:
    wanted = outcome is Truth.YES
    known = answer(leaf, facts.get(leaf.fact.name))
    if known is not None:
        return [{}] if known is wanted else []
    fitting = frozenset(value for value in choices[leaf.fact] if answer(leaf, value) is wanted)
    return [{leaf.fact.name: fitting}] if fitting else []


def _merge(left: Answers, right: Answers) -> Answers | None:
    """Both sets at once; None when they want contrary answers to one question."""
    merged = dict(left)
    for name, values in right.items():
        merged[name] = values & merged.get(name, values)
        if not merged[name]:
            return None
    return merged


def _minimal(sets: Iterable[Answers]) -> list[Answers]:
    """The sets that no other one makes needless."""
    kept: list[Answers] = []
    for answers in sorted(sets, key=len):
        if not any(_covers(other, answers) for other in kept):
            kept.append(answers)
    return kept


def _covers(wider: Answers, answers: Answers) -> bool:
    return all(name in answers and answers[name] <= values for name, values in wider.items())


Choices = Mapping[Fact, tuple[Value, ...]]


def _choices(expr: Expr) -> Choices:
    """For each question of the tree the answers worth trying: all of a vocabulary, both sides of a bound."""
    tried: dict[Fact, dict[Value, None]] = {}
    for leaf in leaves(expr):
        tried.setdefault(leaf.fact, {}).update(dict.fromkeys(answers_of(leaf)))
    return {fact: tuple(values) for fact, values in tried.items()}


def answers_of(leaf: Leaf) -> tuple[Value, ...]:
    """Answers to a leaf's question that reach each of its outcomes."""
    match leaf.fact.domain:
        case Domain.FLAG:
            return (True, False)
        case Domain.CHOICE:
            return leaf.fact.values
        case Domain.SEVERAL:
            return tuple(frozenset({value}) for value in leaf.fact.values)
        case Domain.COUNT | Domain.DAY:
            return _around(leaf)


def _around(leaf: Leaf) -> tuple[Value, ...]:
    bound = leaf.bound if isinstance(leaf, AtMost) else 0
    if isinstance(bound, date):
        return (bound, bound + timedelta(days=1))
    return (bound, bound + 1)
