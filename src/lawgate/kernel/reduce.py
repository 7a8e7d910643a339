"""Partial evaluation: what is left of a tree once some of its facts have been answered for good."""

from __future__ import annotations

from collections.abc import Set
from typing import assert_never

from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.expr import All, Any, AtMost, Constant, Element, Expr, Holds, IsIn, Meets, Not
from lawgate.kernel.fact import Facts
from lawgate.kernel.truth import Truth


def reduce_tree(expr: Expr, facts: Facts, *, varying: Set[str]) -> Expr:
    """The tree over the varying facts alone; all others are answered by `facts`, or stay open for good.

    Equal in truth to the whole tree for every answer to the varying facts.
    """
    match expr:
        case Constant():
            return expr
        case All(parts):
            return _group(All, Truth.YES, parts, facts, varying)
        case Any(parts):
            return _group(Any, Truth.NO, parts, facts, varying)
        case Not(part):
            inner = reduce_tree(part, facts, varying=varying)
            return Constant(evaluate(Not(inner), {})) if isinstance(inner, Constant) else Not(inner)
        case Element(body=body):
            return reduce_tree(body, facts, varying=varying)
        case Holds() | IsIn() | Meets() | AtMost():
            return expr if expr.fact.name in varying else Constant(evaluate(expr, facts))
        case _:
            assert_never(expr)


def _group(
    kind: type[All] | type[Any], neutral: Truth, parts: tuple[Expr, ...], facts: Facts, varying: Set[str]
) -> Expr:
    reduced = [reduce_tree(part, facts, varying=varying) for part in parts]
    constant = evaluate(kind((Constant(neutral), *(p for p in reduced if isinstance(p, Constant)))), {})
    rest = tuple(part for part in reduced if not isinstance(part, Constant))
    if not rest or constant not in (neutral, Truth.OPEN):
        return Constant(constant)
    return kind(rest) if constant is neutral else kind((Constant(constant), *rest))
