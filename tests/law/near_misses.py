"""Complete assignments of a pathway, and those around them, made from its tree.

Each is a real assignment, so whatever differs on one differs. Their number grows with the sum of what the
elements ask, not with the product: ways are joined for each two elements that share a question, and answers
for each two questions that one element asks.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import chain, combinations, product

from lawgate.kernel.evaluate import answer, evaluate
from lawgate.kernel.expr import All, Element, Expr, Not, facts_of, leaves
from lawgate.kernel.fact import Domain, Fact, Facts, Value
from lawgate.kernel.settle import Answers, Choices, answers_of, choices_of, sets_for, together
from lawgate.kernel.truth import Truth
from lawgate.law.corpus import as_of
from lawgate.law.pathway import Pathway

PATHWAYS = as_of(date(2026, 1, 1)).pathways
RULES_OF_USE = tuple(pathway for _, pathway in as_of(date(2026, 1, 1)).rules_of_use)
anywhere_each = 25
backgrounds_max = 12
ways_kept_max = 40

# ---- complete assignments -----------------------------------------------------------------------------


@cache
def complete(pathway: Pathway) -> tuple[Facts, ...]:
    """Ways in which the pathway is made out, between them with each answer that can make it out.

    Each way of an element is in one of them, and so is each way of two that share a question.
    """
    choices = choices_of(pathway.tree)
    ways_of = [sets_for(element, {}, Truth.YES, choices) for element in pathway.elements]
    alone = ((place,) for place in range(len(ways_of)))
    found: dict[frozenset[tuple[str, Value | None]], Facts] = {}
    for first in (*alone, *_sharing(pathway.elements)):
        rest = [ways for place, ways in enumerate(ways_of) if place not in first]
        for begun in together(ways_of[place] for place in first):
            for answers in _first_extended(begun, rest):
                found |= {frozenset(way.items()): way for way in _each_answer(answers)}
    return tuple(found.values())


def _sharing(elements: Sequence[Element]) -> Iterator[tuple[int, int]]:
    """The places of elements, two by two, that ask one question."""
    asked = [set(facts_of(element)) for element in elements]
    return ((one, two) for one, two in combinations(range(len(asked)), 2) if asked[one] & asked[two])


def _first_extended(begun: Answers, rest: Sequence[list[Answers]]) -> list[Answers]:
    """These answers with the first way of each of the rest that goes together with them; none where none does."""
    if not rest:
        return [begun]
    for way in rest[0]:
        for merged in together([[begun], [way]]):
            if found := _first_extended(merged, rest[1:]):
                return found
    return []


def _each_answer(answers: Answers) -> Iterator[Facts]:
    """Assignments that between them give each of the answers."""
    ordered = {name: _ordered(values) for name, values in answers.items()}
    for turn in range(max(map(len, ordered.values()))):
        yield {name: values[turn % len(values)] for name, values in ordered.items()}


def _ordered(values: Iterable[Value]) -> list[Value]:
    """In one order on every run; what a set prints differs from run to run."""
    return sorted(values, key=lambda value: repr(sorted(value) if isinstance(value, frozenset) else value))


def only_failing(pathway: Pathway, failing: Element) -> Facts | None:
    """An assignment in which this element is NO and every other one YES; None if the tree allows none."""
    choices = choices_of(pathway.tree)
    wanted = [Not(part) if part is failing else part for part in pathway.elements]
    wanted.sort(key=lambda part: part != Not(failing))
    for answers in _joined(wanted, choices):
        for values in product(*map(_ordered, answers.values())):
            facts = dict(zip(answers, values, strict=True))
            if all(evaluate(part, facts) is Truth.YES for part in wanted):
                return facts
    return None


def _joined(wanted: Iterable[Expr], choices: Choices) -> list[Answers]:
    kept: list[Answers] = [{}]
    for part in wanted:
        kept = together([kept, sets_for(part, {}, Truth.YES, choices)])[:ways_kept_max]
    return kept


# ---- those around them --------------------------------------------------------------------------------


@cache
def near_misses(pathway: Pathway) -> tuple[Facts, ...]:
    """Complete assignments; with each answer to one question changed or removed, and to each two that one
    element asks; and a seeded choice of those with two or three changed or removed anywhere."""
    chance = random.Random(str(pathway.cite))
    ways = complete(pathway)
    around = chain.from_iterable(_around(pathway, element, ways, chance) for element in pathway.elements)
    return (*ways, *around, *_anywhere(pathway, ways, chance))


def _around(
    pathway: Pathway, element: Element, ways: Sequence[Facts], chance: random.Random
) -> Iterator[Facts]:
    """Joint answers to each two questions of one element, over ways that differ in what else bears on them."""
    asked = facts_of(element)
    pairs = combinations(asked, 2) if len(asked) > 1 else [(asked[0], asked[0])] if asked else []
    for pair in pairs:
        names = {fact.name for fact in pair}
        bearing = {
            fact.name
            for other in pathway.elements
            if {*pair} & {*facts_of(other)}
            for fact in facts_of(other)
        }
        apart = {_part(way, bearing - names): way for way in ways}
        kept = chance.sample(list(apart.values()), min(backgrounds_max, len(apart)))
        for way, answers in product(kept, _joint(pair, pathway.tree)):
            yield {**way, **answers}


def _part(facts: Facts, names: set[str]) -> frozenset[tuple[str, Value | None]]:
    return frozenset((name, value) for name, value in facts.items() if name in names)


def _joint(pair: tuple[Fact, Fact], tree: Expr) -> list[Facts]:
    """Each answer to one of two questions with each answer to the other that the tree tells apart."""
    one, two = pair
    every = {fact: (*answers_to(fact, tree), None) for fact in pair}
    apart = {fact: (*told_apart(fact, tree), None) for fact in pair}
    both = dict.fromkeys((*product(every[one], apart[two]), *product(apart[one], every[two])))
    return [{one.name: first, two.name: second} for first, second in both]


def _anywhere(pathway: Pathway, ways: Sequence[Facts], chance: random.Random) -> Iterator[Facts]:
    changes = {fact.name: (*answers_to(fact, pathway.tree), None) for fact in pathway.facts}
    for _ in range(anywhere_each * len(changes)):
        names = chance.sample(list(changes), min(chance.randint(2, 3), len(changes)))
        yield {**chance.choice(ways), **{name: chance.choice(changes[name]) for name in names}}


# ---- answers ------------------------------------------------------------------------------------------


def answers_to(fact: Fact, tree: Expr) -> tuple[Value, ...]:
    """Every answer to a question of the tree; of several values each alone, each two, none and all."""
    told = dict.fromkeys(value for leaf in leaves(tree) if leaf.fact == fact for value in answers_of(leaf))
    if fact.domain is not Domain.SEVERAL:
        return tuple(told)
    twos = map(frozenset, combinations(fact.values, 2))
    return tuple(dict.fromkeys((*told, *twos, frozenset(), frozenset(fact.values))))


def told_apart(fact: Fact, tree: Expr) -> tuple[Value, ...]:
    """One answer to a question out of all those that come to the same at each of its leaves."""
    asking = [leaf for leaf in leaves(tree) if leaf.fact == fact]
    values = reversed(answers_to(fact, tree))
    return tuple({tuple(answer(leaf, value) for leaf in asking): value for value in values}.values())


def every_assignment(trees: Iterable[Expr]) -> Iterator[Facts]:
    """All assignments of the questions of these trees that they can tell apart, and each unanswered."""
    row = All(tuple(trees))
    facts = facts_of(row)
    for values in product(*((*told_apart(fact, row), None) for fact in facts)):
        yield {fact.name: value for fact, value in zip(facts, values, strict=True)}
