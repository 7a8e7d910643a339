"""A tree in plain words, as indented lines that a lawyer reads beside the statute."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from lawgate.kernel.expr import All, Any, AtMost, Constant, Element, Expr, Holds, IsIn, Leaf, Meets, Not
from lawgate.kernel.tell import print_value
from lawgate.kernel.truth import Truth

Line = tuple[int, str]
"""The depth of a line, from 0, and its words."""


def say(expr: Expr, depth: int = 0) -> Iterator[Line]:
    """The expression, a line for each condition."""
    match expr:
        case Element(cite, label, body):
            yield depth, f"{cite.short} {label}"
            yield from say(body, depth + 1)
        case All(parts):
            yield from _group("all of these:", parts, depth)
        case Any(parts):
            yield from _group("at least one of these:", parts, depth)
        case Not(Holds(fact)):
            yield depth, fact.denies
        case Not(part):
            yield depth, "none of what follows:"
            yield from say(part, depth + 1)
        case Constant(truth):
            yield depth, {Truth.YES: "always", Truth.NO: "never", Truth.OPEN: "open for good"}[truth]
        case Holds() | IsIn() | Meets() | AtMost():
            yield depth, _leaf(expr)
        case _:
            assert_never(expr)


def _group(opening: str, parts: tuple[Expr, ...], depth: int) -> Iterator[Line]:
    if len(parts) == 1:
        yield from say(parts[0], depth)
        return
    yield depth, opening
    for part in parts:
        yield from say(part, depth + 1)


def _leaf(leaf: Leaf) -> str:
    fact = leaf.fact
    match leaf:
        case Holds():
            words = fact.says
        case IsIn(values=values):
            words = f"{fact.says} is {_listed(values, fact.values)}"
        case Meets(values=values):
            words = f"{fact.says} include {_listed(values, fact.values)}"
        case AtMost(bound=bound):
            words = f"{fact.says} is at most {print_value(bound)}"
        case _:
            assert_never(leaf)
    return words


def _listed(values: frozenset[str], order: tuple[str, ...]) -> str:
    return " or ".join(value for value in order if value in values)
