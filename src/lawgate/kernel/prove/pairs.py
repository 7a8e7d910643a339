"""For each condition of a tree two cases in which it alone decides: tests that come from the law itself.

Known to testers of software as MC/DC, unique cause (RTCA DO-178C, section 6.4.4.2).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lawgate.errors import ProofError
from lawgate.kernel.expr import Expr, Leaf, facts_of, leaves
from lawgate.kernel.fact import Fact, Facts
from lawgate.kernel.prove import by_cvc5
from lawgate.kernel.prove.claim import Case, Claim, Every, Is, Some, World, holds
from lawgate.kernel.prove.prover import Second, find_each
from lawgate.kernel.rewrite import rewrite
from lawgate.kernel.truth import Truth


@dataclass(frozen=True, slots=True)
class Pair:
    """From the one case to the other this condition goes from YES to NO, no other changes, the outcome turns."""

    condition: Expr
    when_yes: Facts
    when_no: Facts


def pairs(
    tree: Expr,
    conditions: Sequence[Expr],
    *,
    asked: Sequence[Expr] | None = None,
    second: Second | None = by_cvc5.verdicts,
) -> tuple[Pair | None, ...]:
    """A pair for each condition, or None where the solvers show that there can be none.

    `asked` are those of the conditions for which a pair is sought; default all. Answers to questions that the
    condition does not ask are the same in both cases, where that can be.
    """
    sought = conditions if asked is None else asked
    near, _ = find_each([_near(tree, condition, conditions) for condition in sought], second=second)
    found = [
        None if case is None else _in_two_worlds(condition, case)
        for condition, case in zip(sought, near, strict=True)
    ]
    missing = [place for place, case in enumerate(found) if case is None]
    far, _ = find_each([_far(tree, sought[place], conditions) for place in missing], second=second)
    for place, case in zip(missing, far, strict=True):
        found[place] = case
    return tuple(
        None if case is None else _replayed(tree, condition, conditions, case)
        for condition, case in zip(sought, found, strict=True)
    )


def conditions_of(tree: Expr) -> tuple[Leaf, ...]:
    """The conditions of the finest grain: each different leaf, in reading order."""
    return tuple(dict.fromkeys(leaves(tree)))


def _far(tree: Expr, condition: Expr, conditions: Sequence[Expr]) -> Claim:
    """Two worlds, in which any question may have another answer."""
    others = [other for other in conditions if other != condition]
    return _decides_alone(tree, condition, others, lambda expr, truth: Is(expr, truth, World.THERE))


def _near(tree: Expr, condition: Expr, conditions: Sequence[Expr]) -> Claim:
    """One world, in which the condition's own questions are asked twice.

    Only what hears those questions is written twice, so that hundreds of conditions can be asked about.
    """
    asked = frozenset(facts_of(condition))
    coupled = [other for other in conditions if other != condition and not asked.isdisjoint(facts_of(other))]
    again = {id(expr): rewrite(expr, _asking_again(asked)) for expr in (tree, condition, *coupled)}
    return _decides_alone(tree, condition, coupled, lambda expr, truth: Is(again[id(expr)], truth))


def _decides_alone(
    tree: Expr, condition: Expr, others: Sequence[Expr], there: Callable[[Expr, Truth], Claim]
) -> Claim:
    def goes(expr: Expr, before: Truth, after: Truth) -> Claim:
        return Every((Is(expr, before), there(expr, after)))

    turned = Some((goes(tree, Truth.YES, Truth.NO), goes(tree, Truth.NO, Truth.YES)))
    kept = (Some(tuple(goes(other, truth, truth) for truth in Truth)) for other in others)
    return Every((goes(condition, Truth.YES, Truth.NO), turned, *kept))


_AGAIN = "again."
"""Before the name of a question that is asked a second time."""


def _asking_again(asked: frozenset[Fact]) -> Callable[[Expr], Expr | None]:
    def change(node: Expr) -> Expr | None:
        if isinstance(node, Leaf) and node.fact in asked:
            return replace(node, fact=replace(node.fact, name=_AGAIN + node.fact.name))
        return None

    return change


def _in_two_worlds(condition: Expr, case: Case) -> Case:
    """What was answered twice in one world, answered once in each of two."""
    told = case[World.HERE]
    twice = {fact.name for fact in facts_of(condition)}
    again = {name: told[_AGAIN + name] for name in twice if _AGAIN + name in told}
    shared = {name: value for name, value in told.items() if not name.startswith(_AGAIN)}
    kept = {name: value for name, value in shared.items() if name not in twice}
    return {World.HERE: shared, World.THERE: {**kept, **again}}


def _replayed(tree: Expr, condition: Expr, conditions: Sequence[Expr], case: Case) -> Pair:
    if not holds(_far(tree, condition, conditions), case):
        raise ProofError("the evaluator does not bear out a pair of cases")
    return Pair(condition, case[World.HERE], case[World.THERE])
