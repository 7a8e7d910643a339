"""Every distinct way in which an outcome differs between two corpora, each with answers for which it does.

A way is told by the element that makes the difference, all other elements being made out: what two such
ways do at once is not listed apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from lawgate.kernel.evaluate import answer
from lawgate.kernel.expr import All, Element, Expr, Leaf, facts_of, leaves
from lawgate.kernel.fact import Domain, Fact, Facts, Value
from lawgate.kernel.prove.claim import Claim, Denied, Every, Is, World
from lawgate.kernel.prove.prover import find, find_each, without_needless
from lawgate.kernel.rewrite import rewrite
from lawgate.kernel.truth import Truth
from lawgate.law.corpus import Corpus
from lawgate.law.invariants.every_pathway import ways
from lawgate.law.invariants.premises import premises

WAYS_MAX: Final = 40
"""So many ways are sought for one element and one turn of the outcome; no element of the law has as many."""

_TURNS = tuple((before, after) for before in Truth for after in Truth if before is not after)


@dataclass(frozen=True, slots=True)
class Change:
    """One way in which an outcome differs; before or after is NO too where the pathway does not stand then.

    `decided_by` are the answers that make the difference, each with all that would do as well; `case` is a
    whole request. `elements` are those by which it comes out otherwise.
    """

    about: str
    before: Truth
    after: Truth
    elements: tuple[Element, ...]
    decided_by: tuple[tuple[Fact, tuple[Value, ...]], ...]
    case: Facts
    tree: Expr


@dataclass(frozen=True)
class Stated:
    """A pathway or rule of use by its elements alone."""

    elements: tuple[Element, ...]

    @cached_property
    def tree(self) -> All:
        """All elements together."""
        return All(self.elements)


def changes(before: Corpus, after: Corpus) -> tuple[Change, ...]:
    """All ways, those first that the fewest answers decide.

    A question that is only worded otherwise, or has more answers, is taken to be the same in both.
    """
    old, new = aligned(stated(before), stated(after))
    found = [
        change
        for about in dict.fromkeys((*old, *new))
        for change in _of_pathway(about, old.get(about), new.get(about))
    ]
    return tuple(sorted(found, key=lambda change: len(change.decided_by)))


def stated(corpus: Corpus) -> dict[str, Stated]:
    """Every pathway and rule of use by its name."""
    return {about: Stated(way.elements) for about, way in ways(corpus)}


def aligned(
    old: Mapping[str, Stated], new: Mapping[str, Stated]
) -> tuple[dict[str, Stated], dict[str, Stated]]:
    """The two with every question asked alike: what is only worded otherwise is one question."""
    same = _same_questions(old, new)
    return _asking(old, same), _asking(new, same)


def _same_questions(old: Mapping[str, Stated], new: Mapping[str, Stated]) -> dict[Fact, Fact]:
    """For each question that differs between the two the one to ask in both: as it is later, with all answers."""
    first, last = (
        {fact.name: fact for one in ways for fact in facts_of(one.tree)} for ways in (_all(old), _all(new))
    )
    same: dict[Fact, Fact] = {}
    for name, fact in first.items():
        later = last.get(name)
        if later is not None and later != fact and later.domain is fact.domain:
            values = tuple(dict.fromkeys((*later.values, *fact.values)))
            same[fact] = same[later] = replace(later, values=values)
    return same


def _all(ways: Mapping[str, Stated]) -> tuple[Stated, ...]:
    return tuple(ways.values())


def _asking(ways: Mapping[str, Stated], same: Mapping[Fact, Fact]) -> dict[str, Stated]:
    def change(node: Expr) -> Expr | None:
        return replace(node, fact=same[node.fact]) if isinstance(node, Leaf) and node.fact in same else None

    if not same:
        return dict(ways)
    return {
        # An element that is rewritten stays one.
        about: Stated(tuple(rewrite(element, change) for element in way.elements))  # type: ignore[misc]
        for about, way in ways.items()
    }


def possible(claim: Claim, tree: Expr) -> Claim:
    """The claim, of requests that can be."""
    return Every((claim, *premises(facts_of(tree))))


def _of_pathway(about: str, old: Stated | None, new: Stated | None) -> Iterator[Change]:
    if old is not None and new is not None:
        yield from _between(about, old, new)
        return
    standing = old or new
    assert standing is not None  # noqa: S101 - it stands in one of the two
    case = find(possible(Is(standing.tree, Truth.YES), standing.tree), second=None)
    if case is not None:
        turn = (Truth.YES, Truth.NO) if old else (Truth.NO, Truth.YES)
        yield Change(about, *turn, (), (), case[World.HERE], standing.tree)


def _between(about: str, old: Stated, new: Stated) -> Iterator[Change]:
    mine = tuple(element for element in old.elements if element not in new.elements)
    theirs = tuple(element for element in new.elements if element not in old.elements)
    tree = All((*old.elements, *theirs))
    for before, after in _TURNS:
        for failing in _deciding(mine, theirs, before, after):
            met = [Is(one, Truth.YES) for one in (*old.elements, *theirs) if one not in dict(failing)]
            yield from (
                Change(about, before, after, tuple(dict(failing)), decided, case, tree)
                for decided, case in _ways(failing, _beside(failing, (*mine, *theirs)), met, tree)
            )


Failing = tuple[tuple[Element, Truth], ...]


def _deciding(
    mine: Sequence[Element], theirs: Sequence[Element], before: Truth, after: Truth
) -> Iterator[Failing]:
    """The elements that alone are not made out, with their truths: one before, one after, or one on each side."""
    if after is Truth.YES:
        yield from (((element, before),) for element in mine)
    elif before is Truth.YES:
        yield from (((element, after),) for element in theirs)
    else:
        yield from (
            ((one, before), (other, after))
            for one in mine
            for other in theirs
            if set(facts_of(one)) & set(facts_of(other))
        )


def _beside(failing: Failing, changed: Sequence[Element]) -> tuple[Element, ...]:
    """The changed elements that are made out though they ask some of the same questions."""
    asked = {fact for element, _ in failing for fact in facts_of(element)}
    return tuple(one for one in changed if one not in dict(failing) and asked & set(facts_of(one)))


def _ways(
    failing: Failing, beside: Sequence[Element], met: Sequence[Claim], tree: Expr
) -> Iterator[tuple[tuple[tuple[Fact, tuple[Value, ...]], ...], Facts]]:
    """Each way in which these elements are not made out, by what their conditions say, with a request."""
    told = (*failing, *((element, Truth.YES) for element in beside))
    decided = Every(tuple(Is(element, truth) for element, truth in told))
    turning = tuple(dict.fromkeys(leaf for element, _ in told for leaf in leaves(element)))
    seen: list[Claim] = []
    while len(seen) < WAYS_MAX:
        sought = possible(Every((decided, *met, *seen)), tree)
        (found,), _ = find_each([sought], second=None)
        if found is None:
            return
        case = without_needless(sought, found)[World.HERE]
        fewest = without_needless(decided, {World.HERE: _asked_by(turning, case)})[World.HERE]
        yield _with_alike(turning, fewest), case
        seen.append(_another(turning, fewest))


def _asked_by(turning: Sequence[Leaf], case: Facts) -> Facts:
    return {leaf.fact.name: case[leaf.fact.name] for leaf in turning if leaf.fact.name in case}


def _another(turning: Sequence[Leaf], fewest: Facts) -> Claim:
    """The conditions do not all say what they say of these answers."""
    said = [(leaf, answer(leaf, fewest[leaf.fact.name])) for leaf in turning if leaf.fact.name in fewest]
    return Denied(Every(tuple(Is(leaf, Truth.YES if told else Truth.NO) for leaf, told in said)))


def _with_alike(turning: Sequence[Leaf], fewest: Facts) -> tuple[tuple[Fact, tuple[Value, ...]], ...]:
    asked = dict.fromkeys(leaf.fact for leaf in turning if leaf.fact.name in fewest)
    # The fewest answers hold no null: what is unknown is not among them.
    return tuple((fact, _alike(fact, fewest[fact.name], turning)) for fact in asked)  # type: ignore[arg-type]


def _alike(fact: Fact, value: Value, turning: Sequence[Leaf]) -> tuple[Value, ...]:
    """All answers of a vocabulary of which the conditions say the same."""
    if fact.domain is not Domain.CHOICE:
        return (value,)
    asking = [leaf for leaf in turning if leaf.fact == fact]
    return tuple(
        other for other in fact.values if all(answer(leaf, other) == answer(leaf, value) for leaf in asking)
    )
