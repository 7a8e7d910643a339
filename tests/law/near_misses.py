"""Complete assignments of a pathway, and those around them: up to three answers changed or removed."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import product

from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.expr import All, Element, Expr, Not, facts_of, leaves
from lawgate.kernel.fact import Domain, Fact, Facts, Value
from lawgate.kernel.settle import Answers, Choices, answers_of, choices_of, sets_for, together
from lawgate.kernel.truth import Truth
from lawgate.law.corpus import as_of
from lawgate.law.pathway import Pathway

PATHWAYS = as_of(date(2026, 1, 1)).pathways
RULES_OF_USE = tuple(pathway for _, pathway in as_of(date(2026, 1, 1)).rules_of_use)
near_misses_max = 15_000
ways_kept_max = 40


def ways_to(tree: Expr, outcome: Truth) -> list[Facts]:
    """Assignments that bring the tree to the outcome; between them they use each answer that does."""
    found: list[Facts] = []
    for answers in sets_for(tree, {}, outcome, choices_of(tree)):
        ordered = {name: sorted(values, key=repr) for name, values in answers.items()}
        turns = range(max(map(len, ordered.values())))
        found += [{name: values[turn % len(values)] for name, values in ordered.items()} for turn in turns]
    return found


@cache
def complete(pathway: Pathway) -> tuple[Facts, ...]:
    """The ways in which the pathway is made out, each with the answers that it needs and no others."""
    return tuple(ways_to(pathway.tree, Truth.YES))


@cache
def near_misses(pathway: Pathway) -> tuple[Facts, ...]:
    """Complete assignments, and a seeded choice of those with one, two or three answers changed or removed."""
    chance = random.Random(str(pathway.cite))
    changes = {fact.name: (*answers_to(fact, pathway.tree), None) for fact in pathway.facts}
    singles = [(name, value) for name, values in changes.items() for value in values]
    ways = complete(pathway)
    around = [{**way, name: value} for way in ways for name, value in singles]
    found = [*ways, *chance.sample(around, min(near_misses_max, len(around)))]
    for _ in range(near_misses_max // 3):
        names = chance.sample(list(changes), chance.randint(2, 3))
        found.append({**chance.choice(ways), **{name: chance.choice(changes[name]) for name in names}})
    return tuple(found)


def answers_to(fact: Fact, tree: Expr) -> tuple[Value, ...]:
    """Every answer that the tree can tell from another; of several values also none and all."""
    told = dict.fromkeys(value for leaf in leaves(tree) if leaf.fact == fact for value in answers_of(leaf))
    none_and_all = (frozenset(), frozenset(fact.values)) if fact.domain is Domain.SEVERAL else ()
    return (*told, *none_and_all)


def only_failing(pathway: Pathway, failing: Element) -> Facts | None:
    """An assignment in which this element is NO and every other one YES; None if the tree allows none."""
    choices = choices_of(pathway.tree)
    wanted = [Not(part) if part is failing else part for part in pathway.elements]
    wanted.sort(key=lambda part: part != Not(failing))
    for answers in _joined(wanted, choices):
        for values in product(*answers.values()):
            facts = dict(zip(answers, values, strict=True))
            if all(evaluate(part, facts) is Truth.YES for part in wanted):
                return facts
    return None


def _joined(wanted: Iterable[Expr], choices: Choices) -> list[Answers]:
    kept: list[Answers] = [{}]
    for part in wanted:
        kept = together([kept, sets_for(part, {}, Truth.YES, choices)])[:ways_kept_max]
    return kept


def every_assignment(elements: Iterable[Element]) -> Iterator[Facts]:
    """All assignments of the questions of these elements, each question unanswered among them."""
    row = All(tuple(elements))
    facts = facts_of(row)
    for values in product(*((*answers_to(fact, row), None) for fact in facts)):
        yield {fact.name: value for fact, value in zip(facts, values, strict=True)}
