"""How pathways stand to each other: which never opens, which opens nothing more, and which two pull apart.

Two pathways of one subsection pull apart where one request can open both and it matters which is taken: the one
commands what the other leaves to an official, or the one is accounted for and the other is not; or where a bar
refuses the item under the one while the other opens it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import Final

from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.expr import All, Element
from lawgate.kernel.fact import Facts
from lawgate.kernel.prove.analyse import entails
from lawgate.kernel.prove.claim import Case, Claim, Every, Is, World
from lawgate.kernel.prove.prover import Proved, Second, find_each
from lawgate.kernel.truth import Truth
from lawgate.law.changes import possible
from lawgate.law.corpus import Corpus
from lawgate.law.pathway import Pathway
from lawgate.law.provision import Duty, Effect
from lawgate.law.usc26.s6103.p.p3 import accounting_due

DUTY: Final = "the one commands, the other leaves it to an official"
ACCOUNT: Final = "the one is accounted for, the other is not"
BAR: Final = "a bar refuses under the one what the other opens"


@dataclass(frozen=True, slots=True)
class PullApart:
    """Two pathways that one request brings apart, in what, and answers for which they do."""

    one: Pathway
    other: Pathway
    differs: tuple[str, ...]
    case: Facts


def never_open(corpus: Corpus, second: Second | None = None) -> tuple[Pathway, ...]:
    """The pathways that no request there can be opens."""
    return tuple(
        way for way, case in zip(corpus.pathways, _opened(corpus, second), strict=True) if case is None
    )


def open_nothing_more(corpus: Corpus, second: Second | None = None) -> Iterator[tuple[Pathway, Pathway]]:
    """Each pathway that is made out only where another one is too, with that other."""
    for one, case in zip(corpus.pathways, _opened(corpus, second), strict=True):
        for other in corpus.pathways:
            # A case of the one that does not open the other settles it without a solver.
            if case is None or one is other or evaluate(other.tree, case[World.HERE]) is not Truth.YES:
                continue
            if isinstance(entails(one.tree, other.tree, second=second), Proved):
                yield one, other


def pull_apart(corpus: Corpus, second: Second | None = None) -> tuple[PullApart, ...]:
    """All pairs of pathways of one subsection that pull apart, in the order of the statute."""
    ways = corpus.pathways
    pairs = [pair for pair in combinations(ways, 2) if _near(*pair) and _differs(*pair)]
    struck = [pair for pair in permutations(ways, 2) if _near(*pair) and _bars(corpus, *pair)]
    both = _cases([_both_open(*pair) for pair in pairs], pairs, second)
    refused = _cases([_one_struck(corpus, *pair) for pair in struck], struck, second)
    found = [PullApart(*pair, _differs(*pair), case[World.HERE]) for pair, case in both]
    found += [PullApart(*pair, (BAR,), case[World.HERE]) for pair, case in refused]
    place = {way.cite: number for number, way in enumerate(ways)}
    return tuple(sorted(found, key=lambda one: (place[one.one.cite], place[one.other.cite])))


def _opened(corpus: Corpus, second: Second | None) -> list[Case | None]:
    asked = [possible(Is(way.tree, Truth.YES), way.tree) for way in corpus.pathways]
    return find_each(asked, second=second)[0]


def _near(one: Pathway, other: Pathway) -> bool:
    return one.cite.steps[0] == other.cite.steps[0]


def _differs(one: Pathway, other: Pathway) -> tuple[str, ...]:
    commands = [way.provision.duty is Duty.SHALL for way in (one, other)]
    accounted = [accounting_due(way.cite) for way in (one, other)]
    return (DUTY,) * (commands[0] != commands[1]) + (ACCOUNT,) * (accounted[0] != accounted[1])


def _both_open(one: Pathway, other: Pathway) -> Claim:
    return Every((Is(one.tree, Truth.YES), Is(other.tree, Truth.YES)))


def _one_struck(corpus: Corpus, one: Pathway, other: Pathway) -> Claim:
    """All of the one is made out but what a bar adds to it, and the other opens."""
    bars = _bars(corpus, one, other)
    rest = (Is(element, Truth.YES) for element in one.elements if element not in bars)
    return Every((Is(All(bars), Truth.NO), *rest, Is(other.tree, Truth.YES)))


def _bars(corpus: Corpus, one: Pathway, other: Pathway) -> tuple[Element, ...]:
    """What bars add to the one and not to the other."""
    added = (proviso.reach(one.cite) for proviso in corpus.provisos if proviso.effect is Effect.BAR)
    return tuple(bar for bar in added if bar is not None and bar not in other.elements)


def _cases(
    claims: Sequence[Claim], pairs: Sequence[tuple[Pathway, Pathway]], second: Second | None
) -> list[tuple[tuple[Pathway, Pathway], Case]]:
    asked = [
        possible(claim, All((one.tree, other.tree)))
        for claim, (one, other) in zip(claims, pairs, strict=True)
    ]
    found, _ = find_each(asked, second=second)
    return [(pair, case) for pair, case in zip(pairs, found, strict=True) if case is not None]
