"""What would settle an open outcome: the smallest sets of answers, and what each answer alone would do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import assert_never

from lawgate.kernel.evaluate import answer
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
    leaves,
)
from lawgate.kernel.fact import Domain, Fact, Facts, Value
from lawgate.kernel.truth import Truth, negation

Answers = Mapping[str, frozenset[Value]]
"""For each question, by name, the answers that do: any one of them will do as well as another."""


def settling_sets(expr: Expr, facts: Facts, outcome: Truth) -> tuple[Answers, ...]:
    """The smallest sets of further answers that bring the expression to this outcome.

    Empty when no further answer can; one empty set when nothing more is needed.
    """
    return fewest(sets_for(expr, facts, outcome, choices_of(expr)))


def smallest_sets(expr: Expr, facts: Facts) -> tuple[Answers, ...]:
    """The smallest sets of further answers that settle the expression either way."""
    return fewest(settling_sets(expr, facts, Truth.YES) + settling_sets(expr, facts, Truth.NO))


def fewest(sets: Sequence[Answers]) -> tuple[Answers, ...]:
    """The sets that ask the fewest questions, each with the least answers that do."""
    size = min((len(answers) for answers in sets), default=0)
    return tuple(_least(answers) for answers in sets if len(answers) == size)


def sets_for(expr: Expr, facts: Facts, outcome: Truth, choices: Choices) -> list[Answers]:
    """The sets of further answers that bring the expression to this outcome, none of them needless."""
    match expr:
        case Constant(truth):
            return [{}] if truth is outcome else []
        case Not(part):
            return sets_for(part, facts, negation(outcome), choices)
        case Element(body=body):
            return sets_for(body, facts, outcome, choices)
        case All(parts) | Any(parts):
            each = [sets_for(part, facts, outcome, choices) for part in parts]
            needs_all = outcome is (Truth.YES if isinstance(expr, All) else Truth.NO)
            return together(each) if needs_all else either(each)
        case Holds() | IsIn() | Meets() | AtMost():
            return _leaf_sets(expr, facts, outcome, choices)
        case _:
            assert_never(expr)


def together(each: Iterable[list[Answers]]) -> list[Answers]:
    """The sets that bring every part to the outcome."""
    merged: list[Answers] = [{}]
    for sets in each:
        pairs = (_merge(left, right) for left in merged for right in sets)
        merged = _minimal(answers for answers in pairs if answers is not None)
    return merged


def either(each: Iterable[list[Answers]]) -> list[Answers]:
    """The sets that bring at least one part to the outcome."""
    return _minimal(answers for sets in each for answers in sets)


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


def _least(answers: Answers) -> Answers:
    """Without the answers of several values where fewer of these values do."""
    return {name: values - _needless(values) for name, values in answers.items()}


def _needless(values: frozenset[Value]) -> set[Value]:
    several = [value for value in values if isinstance(value, frozenset) and value]
    return {value for value in several for other in several if other < value}


Choices = Mapping[Fact, tuple[Value, ...]]


def choices_of(expr: Expr) -> Choices:
    """For each question of the tree the answers worth trying: all of a vocabulary, both sides of a bound."""
    asking: dict[Fact, list[Leaf]] = {}
    for leaf in leaves(expr):
        asking.setdefault(leaf.fact, []).append(leaf)
    return {fact: _worth_trying(fact, list(dict.fromkeys(asked))) for fact, asked in asking.items()}


def _worth_trying(fact: Fact, asked: Sequence[Leaf]) -> tuple[Value, ...]:
    tried = dict.fromkeys(value for leaf in asked for value in answers_of(leaf))
    return _joined(list(tried), asked) if fact.domain is Domain.SEVERAL else tuple(tried)


def _joined(single: Sequence[Value], asked: Sequence[Leaf]) -> tuple[Value, ...]:
    """Besides the single values no value, and several at once, where these tell what no other answer tells."""
    told: dict[tuple[bool | None, ...], Value] = {}
    waiting = [*single, frozenset()]
    for value in waiting:
        tells = tuple(answer(leaf, value) for leaf in asked)
        if tells not in told:
            waiting += [value | other for other in told.values()]  # type: ignore[operator]  # sets, by the domain
            told[tells] = value
    return tuple(dict.fromkeys((*single, *told.values())))


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
