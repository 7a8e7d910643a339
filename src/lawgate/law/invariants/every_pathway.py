"""Of every pathway and every rule of use: nothing opens by default, and more answers never undo what is settled."""

from __future__ import annotations

from collections.abc import Iterator

from lawgate.kernel.expr import Expr, facts_of, leaves
from lawgate.kernel.fact import Fact
from lawgate.kernel.prove.claim import Claim, Denied, Every, Is, Kept, Some, World, implies
from lawgate.kernel.truth import Truth
from lawgate.law.addresses import S6103
from lawgate.law.corpus import Corpus
from lawgate.law.invariants.invariant import Invariant, Obligation, opens
from lawgate.law.pathway import Pathway
from lawgate.law.provision import Effect

GENERAL_RULE = S6103 / "a"


def ways(corpus: Corpus) -> Iterator[tuple[str, Pathway]]:
    """Every pathway, and every rule of use as a pathway, with its name."""
    yield from ((pathway.cite.text, pathway) for pathway in corpus.pathways)
    yield from ((f"{rule.cite.text}, {rule.heading}", way) for rule, way in corpus.rules_of_use)


def _nothing_known(corpus: Corpus) -> Iterator[Obligation]:
    for about, way in ways(corpus):
        silent = Every(tuple(_open(way.tree, fact) for fact in way.facts))
        yield Obligation(about, way.tree, implies(silent, Denied(opens(way))), silent)


def _open(tree: Expr, fact: Fact) -> Claim:
    """The question is not answered: a leaf that asks it is open."""
    return Is(next(leaf for leaf in leaves(tree) if leaf.fact == fact), Truth.OPEN)


def _open_element(corpus: Corpus) -> Iterator[Obligation]:
    for about, way in ways(corpus):
        some_open = Some(tuple(Is(element, Truth.OPEN) for element in way.elements))
        yield Obligation(about, way.tree, implies(some_open, Denied(opens(way))), some_open)


def _settled(corpus: Corpus) -> Iterator[Obligation]:
    for about, way in ways(corpus):
        kept = Every(tuple(Kept(fact) for fact in way.facts))
        undone = Some(
            tuple(
                Every((Is(way.tree, truth), Denied(Is(way.tree, truth, World.THERE))))
                for truth in (Truth.YES, Truth.NO)
            )
        )
        opening = Every((kept, Is(way.tree, Truth.OPEN), Is(way.tree, Truth.YES, World.THERE)))
        yield Obligation(about, way.tree, implies(kept, Denied(undone)), opening)


def _bars(corpus: Corpus) -> Iterator[Obligation]:
    for pathway in corpus.pathways:
        for proviso in corpus.provisos:
            barring = proviso.reach(pathway.cite) if proviso.effect is Effect.BAR else None
            if barring is None:
                continue
            struck = Is(barring, Truth.NO)
            rest = tuple(
                Is(element, Truth.YES)
                for element in pathway.elements
                if set(facts_of(element)).isdisjoint(facts_of(barring))
            )
            about = f"{proviso.cite.text}, against {pathway.cite.text}"
            yield Obligation(
                about,
                pathway.tree,
                Every((implies(struck, Is(pathway.tree, Truth.NO)), _waits(barring, pathway))),
                Every((struck, *rest)),
            )


def _waits(barring: Expr, pathway: Pathway) -> Claim:
    """A bar of which nobody has said whether it strikes opens nothing either."""
    return implies(Is(barring, Truth.OPEN), Denied(opens(pathway)))


INVARIANTS = (
    Invariant(
        "nothing_known",
        "Where nothing is known, nothing is disclosed and no use is allowed.",
        GENERAL_RULE,
        _nothing_known,
        general=True,
    ),
    Invariant(
        "open_answers",
        "While any element is open, nothing is disclosed: an unknown answer or a fault never permits.",
        GENERAL_RULE,
        _open_element,
        general=True,
    ),
    Invariant(
        "settled_stays",
        "What is settled stays settled: a further answer undoes neither a disclosure nor a refusal.",
        GENERAL_RULE,
        _settled,
        general=True,
    ),
    Invariant(
        "a_bar_trumps",
        "A bar that strikes refuses whatever else is made out, and one that is open lets nothing go.",
        S6103 / "i/6",
        _bars,
        general=True,
    ),
)
