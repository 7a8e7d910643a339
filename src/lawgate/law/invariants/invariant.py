"""Invariants: what holds of the law whatever is answered, each stated from the statute by tables of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from lawgate.cite import Cite
from lawgate.kernel.expr import AtMost, Expr, Holds, among, facts_of
from lawgate.kernel.prove.claim import Claim, Denied, Every, Is, Some, implies
from lawgate.kernel.truth import Truth
from lawgate.law.corpus import Corpus
from lawgate.law.pathway import Pathway
from lawgate.law.vocabulary import FACTS


@dataclass(frozen=True, slots=True)
class Obligation:
    """What an invariant says of one pathway or rule of use.

    `occasion` is what has to be possible, lest the claim hold because what it speaks of never comes up.
    """

    about: str
    tree: Expr
    claim: Claim
    occasion: Claim


@dataclass(frozen=True, slots=True)
class Tabled:
    """What an invariant says of a table of the corpus: no answers come in, so that none need be sought."""

    about: str
    holds: bool
    fault: str


@dataclass(frozen=True, slots=True)
class Invariant:
    """One sentence with its citation, and what it says of a corpus.

    Its own tables were read from the statute as it stood in April 2023, never from the files that it checks.
    `general` marks one that speaks of every pathway alike.
    """

    name: str
    says: str
    cite: Cite
    of: Callable[[Corpus], Iterable[Obligation | Tabled]]
    general: bool = False


Answer = str | bool | int
Answers = Mapping[str, Answer | tuple[str, ...]]
"""For each question by name the answer, or the answers any of which will do."""

Row = TypeVar("Row")


def row_for(table: Mapping[Cite, Row], cite: Cite) -> Row | None:
    """The row whose address holds this one most closely; None where no row speaks of it."""
    holding = [at for at in table if cite.within(at)]
    return table[max(holding, key=lambda at: len(at.steps))] if holding else None


def in_present_text(corpus: Corpus) -> tuple[Pathway, ...]:
    """The pathways in the text that still stands: of an earlier one the tables here do not speak."""
    return tuple(pathway for pathway in corpus.pathways if pathway.provision.version.days.last is None)


def spoken_of(corpus: Corpus, table: Mapping[Cite, Row]) -> Iterable[tuple[Pathway, Row]]:
    """Each pathway that a table speaks of, with its row."""
    for pathway in in_present_text(corpus):
        row = row_for(table, pathway.cite)
        if row is not None:
            yield pathway, row


def opens(pathway: Pathway) -> Claim:
    """Every element is made out, so that the item may go."""
    return Is(pathway.tree, Truth.YES)


def answered(name: str, answer: Answer | tuple[str, ...]) -> Claim:
    """The question has this answer, or one of these; a number stands for itself and all below it."""
    fact = FACTS[name]
    if isinstance(answer, bool):
        return Is(Holds(fact), Truth.YES if answer else Truth.NO)
    if isinstance(answer, int):
        return Is(AtMost(fact, answer), Truth.YES)
    return Is(among(fact, *((answer,) if isinstance(answer, str) else answer)), Truth.YES)


def all_answered(answers: Answers) -> Claim:
    """Every question has the answer given for it."""
    return Every(tuple(answered(name, answer) for name, answer in answers.items()))


def one_of(alternatives: Iterable[Answers]) -> Claim:
    """At least one set of answers is given whole."""
    return Some(tuple(all_answered(answers) for answers in alternatives))


def only_where(pathway: Pathway, then: Claim, *, given: Claim | None = None) -> Obligation:
    """The pathway opens only where the claim holds; `given` narrows the cases spoken of."""
    case = Every((opens(pathway), given)) if given else opens(pathway)
    return Obligation(pathway.cite.text, pathway.tree, implies(case, then), case)


def never(pathway: Pathway, given: Claim, heard: Iterable[str]) -> Obligation:
    """The pathway opens in no such case, though all else that it asks may be made out there.

    `heard` names the questions on which the case turns.
    """
    turning = {FACTS[name] for name in heard}
    rest = tuple(
        Is(element, Truth.YES) for element in pathway.elements if turning.isdisjoint(facts_of(element))
    )
    return Obligation(
        pathway.cite.text, pathway.tree, Denied(Every((opens(pathway), given))), Every((given, *rest))
    )
