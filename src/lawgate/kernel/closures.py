"""A tree compiled to closures: the evaluator's answers, several times faster, without reasons.

Inside, a truth is True, False or None (OPEN); the only door out gives a Truth.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import assert_never

from lawgate.kernel.evaluate import answer
from lawgate.kernel.expr import All, Any, AtMost, Constant, Element, Expr, Holds, IsIn, Leaf, Meets, Not
from lawgate.kernel.fact import Facts
from lawgate.kernel.truth import Truth, flag_of, truth_of

Closure = Callable[[Facts], bool | None]


def compile_tree(expr: Expr) -> Callable[[Facts], Truth]:
    """A function that gives for any facts what evaluate(expr, facts) gives."""
    closure = _closure(expr)
    return lambda facts: truth_of(closure(facts))


def compile_every(elements: Iterable[Element]) -> Callable[[Facts], Truth]:
    """The same for all of these together; YES where there are none."""
    parts = tuple(elements)
    return compile_tree(All(parts) if parts else Constant(Truth.YES))


def closure_of(expr: Expr) -> Closure:
    """The same without the door: True, False, or None where it is open; for other readers of this floor."""
    return _closure(expr)


def _closure(expr: Expr) -> Closure:
    match expr:
        case Constant(truth):
            known = flag_of(truth)
            return lambda _facts: known
        case All(parts):
            return _all(tuple(_closure(part) for part in parts))
        case Any(parts):
            return _any(tuple(_closure(part) for part in parts))
        case Not(part):
            return _not(_closure(part))
        case Element(body=body):
            return _closure(body)
        case Holds() | IsIn() | Meets() | AtMost():
            return _leaf(expr)
        case _:
            assert_never(expr)


def _all(parts: tuple[Closure, ...]) -> Closure:
    def every(facts: Facts) -> bool | None:
        result: bool | None = True
        for part in parts:
            known = part(facts)
            if known is False:
                return False
            if known is None:
                result = None
        return result

    return every


def _any(parts: tuple[Closure, ...]) -> Closure:
    def some(facts: Facts) -> bool | None:
        result: bool | None = False
        for part in parts:
            known = part(facts)
            if known is True:
                return True
            if known is None:
                result = None
        return result

    return some


def _not(part: Closure) -> Closure:
    def contrary(facts: Facts) -> bool | None:
        known = part(facts)
        return None if known is None else not known

    return contrary


def _leaf(leaf: Leaf) -> Closure:
    match leaf:
        case Holds(fact):
            return _flag(fact.name)
        case IsIn(fact, values):
            return _choice(fact.name, {value: value in values for value in fact.values})
        case _:
            return lambda facts: answer(leaf, facts.get(leaf.fact.name))


def _flag(name: str) -> Closure:
    def known(facts: Facts) -> bool | None:
        value = facts.get(name)
        return value if value is True or value is False else None

    return known


def _choice(name: str, answers: dict[str, bool]) -> Closure:
    def known(facts: Facts) -> bool | None:
        value = facts.get(name)
        return answers.get(value) if isinstance(value, str) else None

    return known
