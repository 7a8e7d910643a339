"""Solvers held to the evaluator: answers are pinned in the solver's own words and the truths compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import product

import hypothesis.strategies as st
from tests.kernel.strategies import (
    CARTS,
    CHOICES,
    DAY,
    DAYS,
    HERE,
    LOADS,
    RAIN,
    ROAD,
    WIND,
    known,
    leaf_nodes,
    searched,
    trees,
)  # fmt: skip

from lawgate.kernel import evaluate
from lawgate.kernel.expr import All, Any, AtMost, Constant, Element, Expr, Holds, Not, among, facts_of
from lawgate.kernel.fact import Domain, Fact, Facts, Value
from lawgate.kernel.prove import by_cvc5, by_z3, pairs, prover, script
from lawgate.kernel.prove.claim import Alike, Case, Claim, Denied, Every, Is, Kept, World, holds, implies
from lawgate.kernel.truth import Truth

SMALL: tuple[Expr, ...] = (
    Holds(RAIN),
    Holds(WIND),
    among(ROAD, "high"),
    among(ROAD, "low", "none"),
    among(LOADS, "corn", "tin"),
    AtMost(CARTS, 2),
    AtMost(DAY, DAYS[1]),
    Constant(Truth.OPEN),
)


def pin(facts: Facts, asked: Sequence[tuple[World, Fact]]) -> str:
    """These answers and no others, as assertions over the declared names."""
    return "".join(
        f"(assert {line})\n" for world, fact in asked for line in _pinned(world, fact, facts.get(fact.name))
    )


def _pinned(world: World, fact: Fact, value: Value | None) -> Iterator[str]:
    name = f"{world}: {fact.name}"
    if value is None or not fact.admits(value):
        yield f"(not |{name} is answered|)"
        return
    yield f"|{name} is answered|"
    match fact.domain:
        case Domain.FLAG:
            yield f"(= |{name}| {str(value).lower()})"
        case Domain.CHOICE:
            yield f"(= |{name}| {fact.values.index(str(value))})"
        case Domain.SEVERAL:
            given = [str(word in value).lower() for word in fact.values]  # type: ignore[operator]
            yield from (f"(= |{name} has {place}| {told})" for place, told in enumerate(given))
        case Domain.COUNT | Domain.DAY:
            yield f"(= |{name}| {value.toordinal() if isinstance(value, date) else value})"


def all_answers(*exprs: Expr) -> Iterator[Facts]:
    """Every set of answers to the questions of these trees, unanswered ones included."""
    names = sorted({fact.name for expr in exprs for fact in facts_of(expr)})
    for values in product(*[(None, *CHOICES[name]) for name in names]):
        yield dict(zip(names, values, strict=True))


def assert_solvers_evaluate(tree: Expr, cases: Sequence[Facts], *, by_both: bool) -> None:
    """Both solvers give each case the evaluator's truth, and can give it no other."""
    asked = script.script_of([Is(tree, truth) for truth in Truth])
    pins = (pin(facts, asked.asked) for facts in cases)
    pinned = replace(asked, questions=tuple(pin + way for pin in pins for way in asked.questions))
    expected = [evaluate.evaluate(tree, facts) is truth for facts in cases for truth in Truth]
    assert [model is not None for model in by_z3.models(pinned)] == expected
    if by_both:
        assert list(by_cvc5.verdicts(pinned)) == expected


def check_every_answer_to_small_trees() -> None:
    """Over each pair of kinds of leaf, for all answers there are, the solvers say what the evaluator says."""
    for left, right in product(SMALL, repeat=2):
        tree = Any((All((left, Not(right))), Element(HERE, "other", All((Not(left), right)))))
        assert_solvers_evaluate(tree, list(all_answers(tree)), by_both=left is SMALL[2])


@searched(tree=trees(leaves_max=12), cases=st.lists(known(), min_size=1, max_size=4))
def check_answers_to_larger_trees(tree: Expr, cases: list[Facts]) -> None:
    """Of larger trees the solvers say what the evaluator says, whatever is unanswered or no answer."""
    assert_solvers_evaluate(tree, cases, by_both=False)


@searched(left=trees(leaves_max=2), right=trees(leaves_max=2))
def check_proved_is_true_of_all_answers(left: Expr, right: Expr) -> None:
    """A claim is proved when it holds for each set of answers, and refuted when there is one against it."""
    claim = implies(Is(left, Truth.YES), Is(right, Truth.YES))
    never = all(holds(claim, {World.HERE: facts}) for facts in all_answers(left, right))
    told = prover.prove(claim, second=None)
    assert isinstance(told, prover.Proved) == never
    if isinstance(told, prover.Refuted):
        assert not holds(claim, told.case)
        assert_nothing_needless(Denied(claim), told.case)


def assert_nothing_needless(claim: Claim, case: Case) -> None:
    """No answer that the case states can be left out."""
    for world, facts in case.items():
        for name in facts:
            fewer = {kept: value for kept, value in facts.items() if kept != name}
            assert not holds(claim, {**case, world: fewer})


@searched(tree=trees(leaves_max=4))
def check_more_answers_undo_nothing_is_proved(tree: Expr) -> None:
    """It is proved of each tree that further answers leave a settled truth as it is."""
    kept = Every(tuple(Kept(fact) for fact in facts_of(tree)))
    for truth in (Truth.YES, Truth.NO):
        claim = implies(Every((kept, Is(tree, truth))), Is(tree, truth, World.THERE))
        assert isinstance(prover.prove(claim, second=None), prover.Proved)
    alike = Every(tuple(Alike(fact) for fact in facts_of(tree)))
    open_alike = implies(Every((alike, Is(tree, Truth.OPEN))), Is(tree, Truth.OPEN, World.THERE))
    assert isinstance(prover.prove(open_alike, second=None), prover.Proved)


@searched(left=leaf_nodes(), right=leaf_nodes(), either=st.booleans(), denied=st.booleans())
def check_pairs_are_all_there_are(left: Expr, right: Expr, either: bool, denied: bool) -> None:
    """A pair is found when one exists among all answers; it is of two cases that differ as a pair does."""
    inner = Not(left) if denied else left
    tree: Expr = Any((inner, right)) if either else All((inner, right))
    conditions = list(dict.fromkeys((left, right)))
    found = pairs.pairs(tree, conditions, second=None)
    cases = [(facts, _truths(tree, conditions, facts)) for facts in all_answers(tree)]
    for place, pair in enumerate(found):
        exists = any(_is_pair(place, here, there) for _, here in cases for _, there in cases)
        assert (pair is not None) == exists
        if pair is not None:
            told = (_truths(tree, conditions, facts) for facts in (pair.when_yes, pair.when_no))
            assert _is_pair(place, *told)


def _truths(tree: Expr, conditions: Sequence[Expr], facts: Facts) -> tuple[Truth, list[Truth]]:
    return evaluate.evaluate(tree, facts), [evaluate.evaluate(one, facts) for one in conditions]


def _is_pair(place: int, here: tuple[Truth, list[Truth]], there: tuple[Truth, list[Truth]]) -> bool:
    (outcome_here, told_here), (outcome_there, told_there) = here, there
    turned = {outcome_here, outcome_there} == {Truth.YES, Truth.NO}
    others = all(told_here[k] is told_there[k] for k in range(len(told_here)) if k != place)
    return turned and others and (told_here[place], told_there[place]) == (Truth.YES, Truth.NO)
