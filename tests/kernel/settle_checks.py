"""What would settle an open outcome, held to a search through every answer to every small tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, product

from tests.kernel.strategies import CHOICES, LOADS, known, searched, trees

from lawgate.kernel import evaluate, explain, settle
from lawgate.kernel.expr import Expr, facts_of, walk
from lawgate.kernel.fact import Domain, Facts, Value
from lawgate.kernel.truth import Truth

Point = Mapping[str, Value]
"""One further answer for each question of a set."""


def settling_points(
    tree: Expr, facts: Facts, outcome: Truth, tried: Mapping[str, tuple[Value, ...]]
) -> list[Point]:
    """All the smallest sets of answers that bring the tree to the outcome, found by trying them all."""
    asked = [fact for fact in facts_of(tree) if not fact.admits(facts.get(fact.name))]
    for size in range(len(asked) + 1):
        found: list[Point] = [
            dict(zip(names, answers, strict=True))
            for names in combinations([fact.name for fact in asked], size)
            for answers in product(*(tried[name] for name in names))
            if evaluate.evaluate(tree, {**facts, **dict(zip(names, answers, strict=True))}) is outcome
        ]
        if found:
            return found
    return []


def points_of(sets: tuple[settle.Answers, ...]) -> Iterator[Point]:
    """Every choice of answers that the sets allow."""
    for answers in sets:
        for values in product(*answers.values()):
            yield dict(zip(answers, values, strict=True))


@searched(tree=trees(leaves_max=5), facts=known())
def check_named_sets_settle(tree: Expr, facts: Facts) -> None:
    """Each set that is named settles, whichever of its answers is given."""
    for outcome in (Truth.YES, Truth.NO):
        sets = settle.settling_sets(tree, facts, outcome)
        assert len({frozenset(answers.items()) for answers in sets}) == len(sets), "a set is named twice"
        for point in points_of(sets):
            assert evaluate.evaluate(tree, {**facts, **point}) is outcome


@searched(tree=trees(leaves_max=5), facts=known())
def check_no_smaller_set_settles(tree: Expr, facts: Facts) -> None:
    """The sets named ask the questions that the smallest sets of all ask, and no others."""
    for outcome in (Truth.YES, Truth.NO):
        sets = settle.settling_sets(tree, facts, outcome)
        searched = settling_points(tree, facts, outcome, CHOICES)
        assert {frozenset(answers) for answers in sets} == {frozenset(point) for point in searched}


@searched(tree=trees(leaves_max=5), facts=known(unlisted=False))
def check_named_sets_are_all(tree: Expr, facts: Facts) -> None:
    """Every answer that belongs to a smallest set is named in one; of sets of values the least are."""
    for outcome in (Truth.YES, Truth.NO):
        named = list(points_of(settle.settling_sets(tree, facts, outcome)))
        for point in settling_points(tree, facts, outcome, _told_apart(tree)):
            assert any(_as_good(point, other) for other in named), point


def _told_apart(tree: Expr) -> dict[str, tuple[Value, ...]]:
    """The answers that a settling set may name: those at a bound and next above it, all others in full."""
    bounds = {node.bound for node in walk(tree) if hasattr(node, "bound")}
    near = {
        name: tuple(value for value in values if _at_bound(value, bounds, values))
        for name, values in CHOICES.items()
    }
    return {
        fact.name: near[fact.name] if fact.domain in (Domain.COUNT, Domain.DAY) else CHOICES[fact.name]
        for fact in facts_of(tree)
    }


def _at_bound(value: Value, bounds: set[Value], values: tuple[Value, ...]) -> bool:
    place = values.index(value)
    return value in bounds or (place > 0 and values[place - 1] in bounds)


def _as_good(point: Point, named: Point) -> bool:
    return point.keys() == named.keys() and all(
        name == LOADS.name or value == named[name] for name, value in point.items()
    )


@searched(tree=trees(leaves_max=6), facts=known())
def check_smallest_are_of_both(tree: Expr, facts: Facts) -> None:
    """The smallest sets either way are the smaller of those to YES and those to NO."""
    either = [settle.settling_sets(tree, facts, outcome) for outcome in (Truth.YES, Truth.NO)]
    sizes = [len(sets[0]) for sets in either if sets]
    smallest = settle.smallest_sets(tree, facts)
    assert {len(answers) for answers in smallest} == ({min(sizes)} if sizes else set())
    expected = [answers for sets in either for answers in sets if len(answers) == min(sizes)]
    assert list(smallest) == expected


@searched(tree=trees(leaves_max=6), facts=known())
def check_answers_named_do_settle(tree: Expr, facts: Facts) -> None:
    """What an open question says an answer would do, the answer does; what it leaves out settles nothing."""
    told = explain.explain(tree, facts)
    for question in told.open:
        named = dict(question.settles)
        for value in (True, False) if question.fact.domain is Domain.FLAG else question.fact.values:
            given_ = frozenset({value}) if question.fact.domain is Domain.SEVERAL else value
            truth = evaluate.evaluate(tree, {**facts, question.fact.name: given_})  # type: ignore[dict-item]
            assert named.get(value, Truth.OPEN) is truth


@searched(tree=trees(leaves_max=5), facts=known())
def check_open_questions_are_unanswered(tree: Expr, facts: Facts) -> None:
    """An open outcome asks each open question once, only unanswered ones, and all that a set names."""
    told = explain.explain(tree, facts)
    asked = [question.fact for question in told.open]
    assert len(asked) == len(set(asked))
    assert not any(fact.admits(facts.get(fact.name)) for fact in asked)
    named = {name for answers in (*told.smallest, *told.to_yes) for name in answers}
    assert named <= {fact.name for fact in asked}
