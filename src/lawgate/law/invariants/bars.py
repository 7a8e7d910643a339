"""The bar of (i)(6): it beats what it covers, and covers nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from lawgate.cite import Cite
from lawgate.kernel.expr import Constant, Expr, Holds
from lawgate.kernel.fact import Fact
from lawgate.kernel.prove.claim import Every, Is, implies, same_truth
from lawgate.kernel.rewrite import substitute
from lawgate.kernel.truth import Truth
from lawgate.law.addresses import S6103
from lawgate.law.corpus import Corpus
from lawgate.law.invariants.invariant import (
    Answers,
    Invariant,
    Obligation,
    all_answered,
    in_present_text,
    never,
    one_of,
    opens,
    row_for,
)
from lawgate.law.pathway import Pathway
from lawgate.law.vocabulary import FACTS

IDENTIFIES, CERTIFIED = "finding.identifies_or_impairs", "finding.certified_to_court"

_DETERMINED: Answers = {IDENTIFIES: True}
_CERTIFIED: Answers = {IDENTIFIES: True, CERTIFIED: True}

STRIKES: dict[Cite, Answers | None] = {
    S6103 / "i/1": _CERTIFIED,
    S6103 / "i/1/C": None,
    S6103 / "i/2": _DETERMINED,
    S6103 / "i/3/A": _DETERMINED,
    S6103 / "i/3/C": _DETERMINED,
    S6103 / "i/5": _CERTIFIED,
    S6103 / "i/7": _DETERMINED,
    S6103 / "i/7/A/ii": None,
    S6103 / "i/8": _DETERMINED,
    S6103 / "i/8/B/i": None,
}
"""Where the Secretary discloses, and what has to be answered for the bar to strike; None where another agency does."""

OF_THEIR_OWN = tuple(S6103 / at for at in ("d/1", "h/4"))
"""Paragraphs that end with a like sentence of their own, of which nothing is said here."""


def turns_on_neither(pathway: Pathway, facts: tuple[Fact, ...]) -> Obligation:
    """The outcome is the same whatever is answered to these questions of yes or no."""
    answers = [Constant(truth) for truth in Truth]
    fixed = [_fixed(pathway.tree, facts, answer) for answer in answers]
    claim = Every(tuple(same_truth(pathway.tree, tree) for tree in fixed))
    return Obligation(pathway.cite.text, pathway.tree, claim, opens(pathway))


def _fixed(tree: Expr, facts: tuple[Fact, ...], answer: Constant) -> Expr:
    for fact in facts:
        tree = substitute(tree, Holds(fact), answer)
    return tree


def _covered(corpus: Corpus) -> Iterator[Obligation]:
    for pathway in in_present_text(corpus):
        strikes = row_for(STRIKES, pathway.cite)
        if any(pathway.cite.within(at) for at in OF_THEIR_OWN):
            continue
        if strikes is None:
            yield turns_on_neither(pathway, (FACTS[IDENTIFIES], FACTS[CERTIFIED]))
        else:
            yield _beaten(pathway, strikes)


def _beaten(pathway: Pathway, strikes: Answers) -> Obligation:
    """Refused where the bar strikes; opened only where somebody answered that it does not."""
    struck = never(pathway, all_answered(strikes), strikes)
    refused = implies(all_answered(strikes), Is(pathway.tree, Truth.NO))
    cleared = one_of({name: False} for name in strikes)
    return Obligation(
        struck.about, struck.tree, Every((refused, implies(opens(pathway), cleared))), struck.occasion
    )


INVARIANTS = (
    Invariant(
        "informants_and_investigations",
        "That disclosure would identify an informant or seriously impair an investigation bars every pathway "
        "that (i)(6) covers, under the orders of (1) and (5) once certified, and no other pathway that has no "
        "such sentence of its own.",
        S6103 / "i/6",
        _covered,
        general=True,
    ),
)
