"""The evaluator: the definition of what an expression means. Every faster reader is held to it."""

from __future__ import annotations

from typing import assert_never

from lawgate.kernel.expr import All, Any, AtMost, Constant, Element, Expr, Holds, IsIn, Leaf, Meets, Not
from lawgate.kernel.fact import Facts, Value
from lawgate.kernel.truth import Truth, conjunction, disjunction, negation, truth_of


def evaluate(expr: Expr, facts: Facts) -> Truth:
    """What is known of the expression when these facts are known."""
    match expr:
        case Constant(truth):
            return truth
        case All(parts):
            return conjunction(evaluate(part, facts) for part in parts)
        case Any(parts):
            return disjunction(evaluate(part, facts) for part in parts)
        case Not(part):
            return negation(evaluate(part, facts))
        case Element(body=body):
            return evaluate(body, facts)
        case Holds() | IsIn() | Meets() | AtMost():
            return truth_of(answer(expr, facts.get(expr.fact.name)))
        case _:
            assert_never(expr)


def answer(leaf: Leaf, value: Value | None) -> bool | None:
    """What one answer says of a leaf; an unknown answer, or one outside the vocabulary, says nothing."""
    if value is None or not leaf.fact.admits(value):
        return None
    match leaf:  # which kind of value each leaf compares, `admits` has seen to; the types cannot
        case Holds():
            return value is True
        case IsIn(values=values):
            return value in values
        case Meets(values=values):
            return not values.isdisjoint(value)  # type: ignore[arg-type]
        case AtMost(bound=bound):
            return value <= bound  # type: ignore[operator]
        case _:
            assert_never(leaf)
