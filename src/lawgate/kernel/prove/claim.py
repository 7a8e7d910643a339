"""Claims: statements, true or false, about the truths of expressions, in one world or in two.

A world is one set of answers. Most claims speak of one; two are needed to say what a change of answers does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.expr import Expr
from lawgate.kernel.fact import Fact, Facts, Value
from lawgate.kernel.truth import Truth


class World(StrEnum):
    """One of two sets of answers."""

    HERE = "here"
    THERE = "there"


Case = Mapping[World, Facts]
"""The answers in each world; a claim about one world alone reads that of HERE."""


@dataclass(frozen=True, slots=True)
class Is:
    """The expression has this truth in that world."""

    expr: Expr
    truth: Truth
    world: World = World.HERE


@dataclass(frozen=True, slots=True)
class Alike:
    """The question has the same answer in both worlds, or none in either."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class Kept:
    """What is answered here is answered alike there; what is open here may be answered there."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class Every:
    """All of the claims hold; of no claims at all, always."""

    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of the claims holds; of no claims at all, never."""

    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Denied:
    """The claim does not hold. Denying that something is YES leaves NO and OPEN."""

    claim: Claim


Claim = Is | Alike | Kept | Every | Some | Denied


def implies(claim: Claim, then: Claim) -> Some:
    """Where the one holds, the other does."""
    return Some((Denied(claim), then))


def same_truth(left: Expr, right: Expr) -> Some:
    """The two expressions have the same truth of the three."""
    return Some(tuple(Every((Is(left, truth), Is(right, truth))) for truth in Truth))


def holds(claim: Claim, case: Case) -> bool:
    """Whether the claim holds of these answers, as the evaluator reads them."""
    match claim:
        case Is(expr, truth, world):
            return evaluate(expr, case.get(world, {})) is truth
        case Alike(fact):
            return _answer(fact, case, World.HERE) == _answer(fact, case, World.THERE)
        case Kept(fact):
            told = _answer(fact, case, World.HERE)
            return told is None or told == _answer(fact, case, World.THERE)
        case Every(claims):
            return all(holds(part, case) for part in claims)
        case Some(claims):
            return any(holds(part, case) for part in claims)
        case Denied(part):
            return not holds(part, case)
        case _:
            assert_never(claim)


def _answer(fact: Fact, case: Case, world: World) -> Value | None:
    value = case.get(world, {}).get(fact.name)
    return value if value is not None and fact.admits(value) else None
