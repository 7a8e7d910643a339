"""Every question that the law asks, by name, and who may answer which finding."""

from __future__ import annotations

from collections.abc import Iterator

from lawgate.cite import Cite
from lawgate.errors import CorpusError
from lawgate.kernel.expr import leaves
from lawgate.kernel.fact import Fact, Owner
from lawgate.law.agreements import AGREEMENTS
from lawgate.law.contested import every_element
from lawgate.law.discretion import decision
from lawgate.law.paragraphs import PROVISIONS, PROVISOS, QUESTIONS_OF_FACT
from lawgate.law.provision import Duty
from lawgate.law.terms import MODULES, finding


def _asked() -> Iterator[Fact]:
    """The questions of the terms, of the paragraphs' own files, of discretion and of agreements."""
    for module in MODULES:
        yield from (fact for fact in vars(module).values() if isinstance(fact, Fact))
    yield from QUESTIONS_OF_FACT
    for provision in PROVISIONS:
        yield from (leaf.fact for stated in every_element(provision.drafted) for leaf in leaves(stated))
        if provision.duty is Duty.MAY:
            yield decision(provision.cite)
    for proviso in PROVISOS:
        yield from (leaf.fact for _, stated in proviso.reaches for leaf in leaves(stated))
    for agreement in AGREEMENTS.values():
        yield from (leaf.fact for added in agreement.adds for leaf in leaves(added))


def _by_name() -> dict[str, Fact]:
    facts: dict[str, Fact] = {}
    for fact in _asked():
        known = facts.setdefault(fact.name, fact)
        if known is not fact and known != fact:
            raise CorpusError("two questions have one name", where=fact.name)
    return facts


def _by_cite() -> dict[Cite, Fact]:
    findings: dict[Cite, Fact] = {}
    for fact in FACTS.values():
        if fact.cite is None or fact is finding.certified_to_court:
            continue
        if findings.setdefault(fact.cite, fact) != fact:
            raise CorpusError("two questions are put to an official under one address", where=str(fact.cite))
    return findings


FACTS: dict[str, Fact] = _by_name()

REQUESTERS_OWN = tuple(fact for fact in FACTS.values() if fact.owner is Owner.REQUESTER)
"""What a requester may state, in the request's own fields or by name in `facts`."""

FINDINGS: dict[Cite, Fact] = _by_cite()
"""The one question that each provision puts to an official. Certification goes with (i)(6)."""

GENERAL_OFFICES = ("secretary", "delegated_official")
"""Those who may answer every question of judgement."""

_FURTHER_OFFICES = {
    finding.person_named: ("match_reviewer",),
    finding.signatory_listed: ("counsel",),
    finding.statute_criminal: ("counsel",),
    finding.engaged_for_each: ("counsel",),
    finding.address_of_taxpayer: ("match_reviewer",),
    finding.safeguards: ("safeguards_officer",),
}

FINDING_OFFICES = (*GENERAL_OFFICES, "counsel", "match_reviewer", "safeguards_officer")


def offices_for(fact: Fact) -> tuple[str, ...]:
    """The offices that may answer this question of judgement."""
    return (*GENERAL_OFFICES, *_FURTHER_OFFICES.get(fact, ()))
