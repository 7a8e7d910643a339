"""Safeguards, accounts and readings: what the statute lists, held against the corpus and its tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lawgate.cite import Cite
from lawgate.law.addresses import S6103
from lawgate.law.corpus import Corpus
from lawgate.law.invariants.bars import turns_on_neither
from lawgate.law.invariants.invariant import (
    Invariant,
    Obligation,
    Tabled,
    answered,
    in_present_text,
    only_where,
)
from lawgate.law.readings import DEFAULTS, QUESTIONS
from lawgate.law.usc26.s6103.p.p3 import accounting_due
from lawgate.law.vocabulary import FACTS

SAFEGUARDS = "finding.safeguards"


def _addresses(listed: str) -> tuple[Cite, ...]:
    return tuple(S6103 / at for at in listed.split())


SAFEGUARDED = _addresses(
    "d h/2 h/5 i/1 i/2 i/3 i/5 i/7 i/8 j/1 j/2 j/5 j/6 k/8 k/10 k/11 k/15 l/1 l/2 l/3 l/5 l/6 l/7 l/8 l/9 l/10 "
    "l/11 l/12 l/13/A l/13/B l/13/C l/13/D/i l/14 l/15 l/16 l/17 l/18 l/19 l/20 l/21 l/22 o/1/A o/3"
)
"""(p)(4), opening words; (i)(8) is the Government Accountability Office, (j)(6) the Congressional Budget Office."""

NO_SAFEGUARDS = _addresses("d/5 l/12/C/i l/12/C/ii")
"""(d)(5)(A) says of itself that (p)(4) does not apply; an employer or a health plan is no agency of (l)(12)."""

OF_SAFEGUARDS_SILENT = _addresses("h/3/A l/16/B m/2 m/4 m/6 m/7 o/1")
"""Nothing is said of these here.

The Department of Justice receives under (h)(3)(A) and is described in (h)(2); (l)(16)(B) speaks of a proceeding; (m)
binds those who pass addresses on to agents; of (o)(1), (A) alone is listed.
"""

NO_ACCOUNT = _addresses(
    "c e f/5 h/1 h/3/A h/4 i/4 i/8/A/ii k/1 k/2 k/6 k/8 k/9 l/1 l/4/B l/5 l/7 l/8 l/9 l/10 l/11 l/12 l/13/D/iv "
    "l/13/D/v l/13/D/vi l/14 l/15 l/16 l/17 l/18 m n"
)
"""(p)(3)(A), second sentence."""

ACCOUNTED = _addresses(
    "d f/1 h/2 h/3/B h/5 i/1 i/2 i/3 i/5 i/7 i/8/A/i i/8/B j k/4 l/2 l/3 l/4/A l/6 l/13/A o"
)
"""Paragraphs that the second sentence does not name."""

NEVER_ADOPTED = (("Q2", "R2"), ("Q6", "R2"))
"""What was done, and no court and no statute allows: a placeholder as an address; removal under a label of crime."""


def _listed(cite: Cite, listed: Iterable[Cite]) -> bool:
    return any(cite.within(at) for at in listed)


def _safeguarded(corpus: Corpus) -> Iterator[Obligation]:
    for pathway in in_present_text(corpus):
        if _listed(pathway.cite, OF_SAFEGUARDS_SILENT):
            continue
        if _listed(pathway.cite, SAFEGUARDED) and not _listed(pathway.cite, NO_SAFEGUARDS):
            yield only_where(pathway, answered(SAFEGUARDS, True))
        else:
            yield turns_on_neither(pathway, (FACTS[SAFEGUARDS],))


def accounted_by(due: Callable[[Cite], bool]) -> Callable[[Corpus], Iterator[Tabled]]:
    """An account is due exactly where (p)(3)(A) says, by this function: of each pathway and each address listed."""

    def of(corpus: Corpus) -> Iterator[Tabled]:
        for cite in (*NO_ACCOUNT, *ACCOUNTED, *(pathway.cite for pathway in corpus.pathways)):
            spared = _listed(cite, NO_ACCOUNT)
            fault = "an account is taken to be due" if spared else "no account is taken to be due"
            yield Tabled(cite.text, due(cite) is not spared, fault)

    return of


def _adoptable(corpus: Corpus) -> Iterator[Tabled]:
    for question, reading in (*corpus.readings.items(), *DEFAULTS.items()):
        allowed = (question, reading) not in NEVER_ADOPTED and QUESTIONS[question].reading(reading).adoptable
        yield Tabled(question, allowed, f"{reading} is followed, which can never be adopted")
    for question, reading in NEVER_ADOPTED:
        adoptable = QUESTIONS[question].reading(reading).adoptable
        yield Tabled(question, not adoptable, f"{reading} can be adopted")


INVARIANTS = (
    Invariant(
        "safeguards",
        "Satisfactory safeguards are a condition wherever (p)(4) lists the recipient, and nowhere else.",
        S6103 / "p/4",
        _safeguarded,
        general=True,
    ),
    Invariant(
        "accounts",
        "An account of disclosures is due, save under the provisions that (p)(3)(A) lists.",
        S6103 / "p/3/A",
        accounted_by(accounting_due),
        general=True,
    ),
    Invariant(
        "readings_adoptable",
        "No reading that can never be adopted is followed.",
        S6103 / "i/2",
        _adoptable,
    ),
)
