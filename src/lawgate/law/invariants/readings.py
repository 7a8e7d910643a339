"""Readings that can never be adopted: what they alone would open never goes."""

from __future__ import annotations

from collections.abc import Iterator

from lawgate.kernel.prove.claim import Denied, Every, Is, implies
from lawgate.kernel.truth import Truth
from lawgate.law.addresses import S6103
from lawgate.law.corpus import Corpus
from lawgate.law.invariants.invariant import Invariant, Obligation, in_present_text, opens
from lawgate.law.invariants.tables import NEVER_ADOPTED
from lawgate.law.pathway import Pathway
from lawgate.law.readings import QUESTIONS


def _alone(corpus: Corpus) -> Iterator[Obligation]:
    for question, reading in NEVER_ADOPTED:
        for pathway in in_present_text(corpus):
            if QUESTIONS[question] in pathway.provision.questions:
                yield _opened_by_it_alone(pathway, question, reading)


def _opened_by_it_alone(pathway: Pathway, question: str, reading: str) -> Obligation:
    """Where this reading would open and each other one would not, the pathway as it is followed does not either."""
    asked = QUESTIONS[question]
    others = [one.id for one in asked.readings if one.id != reading]
    alone = Every(
        (
            Is(pathway.under(asked, reading).tree, Truth.YES),
            *(Denied(Is(pathway.under(asked, other).tree, Truth.YES)) for other in others),
        )
    )
    about = f"{question}={reading}, of {pathway.cite.text}"
    return Obligation(about, pathway.tree, implies(alone, Denied(opens(pathway))), alone)


INVARIANTS = (
    Invariant(
        "unadoptable_opens_nothing",
        "Nothing goes that only a reading which can never be adopted would open.",
        S6103 / "i/2",
        _alone,
    ),
)
