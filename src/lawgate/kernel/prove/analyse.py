"""What each condition of a tree is there for, and how two trees stand to each other, each shown by a case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawgate.kernel.expr import Constant, Expr
from lawgate.kernel.fact import Facts
from lawgate.kernel.prove import by_cvc5
from lawgate.kernel.prove.claim import Denied, Is, World, implies, same_truth
from lawgate.kernel.prove.pairs import Pair, pairs
from lawgate.kernel.prove.prover import Proved, Refuted, Second, find_each, prove, without_needless
from lawgate.kernel.rewrite import substitute
from lawgate.kernel.truth import Truth


@dataclass(frozen=True, slots=True)
class NeverAlone:
    """The condition never decides alone; in this case the truth would be another if it were always YES."""

    condition: Expr
    case: Facts


@dataclass(frozen=True, slots=True)
class Redundant:
    """The truth of the tree is always the same as if the condition were always YES, or always NO."""

    condition: Expr


Standing = Pair | NeverAlone | Redundant


def standings(
    tree: Expr, conditions: Sequence[Expr], *, second: Second | None = by_cvc5.verdicts
) -> tuple[Standing, ...]:
    """What each condition is there for. Every leaf of the tree is to stand in one of the conditions."""
    found = pairs(tree, conditions, second=second)
    unpaired = [condition for condition, pair in zip(conditions, found, strict=True) if pair is None]
    weights = _weights(tree, unpaired, second)
    return tuple(next(weights) if pair is None else pair for pair in found)


def equivalent(left: Expr, right: Expr, *, second: Second | None = by_cvc5.verdicts) -> Proved | Refuted:
    """Whether the two have the same truth, OPEN included, for all answers."""
    return prove(same_truth(left, right), second=second)


def entails(left: Expr, right: Expr, *, second: Second | None = by_cvc5.verdicts) -> Proved | Refuted:
    """Whether the second is YES wherever the first is: a pathway that entails another opens nothing more."""
    return prove(implies(Is(left, Truth.YES), Is(right, Truth.YES)), second=second)


def _weights(
    tree: Expr, conditions: Sequence[Expr], second: Second | None
) -> Iterator[NeverAlone | Redundant]:
    """For conditions that never decide alone, whether they can be left out."""
    heard = [
        Denied(same_truth(tree, substitute(tree, condition, Constant(always))))
        for condition in conditions
        for always in (Truth.YES, Truth.NO)
    ]
    found, _ = find_each(heard, second=second)
    for place, condition in enumerate(conditions):
        as_yes, as_no = found[2 * place : 2 * place + 2]
        if as_yes is None or as_no is None:
            yield Redundant(condition)
        else:
            yield NeverAlone(condition, without_needless(heard[2 * place], as_yes)[World.HERE])
