"""Every question that the law asks, by name, and who may answer which finding."""

from __future__ import annotations

from lawgate.cite import Cite
from lawgate.kernel.fact import Fact, Owner
from lawgate.law.terms import MODULES, finding

FACTS: dict[str, Fact] = {
    fact.name: fact for module in MODULES for fact in vars(module).values() if isinstance(fact, Fact)
}

REQUESTERS_OWN = tuple(fact for fact in FACTS.values() if fact.owner is Owner.REQUESTER)
"""What a requester may state, in the request's own fields or by name in `facts`."""

FINDINGS: dict[Cite, Fact] = {
    fact.cite: fact
    for fact in FACTS.values()
    if fact.cite is not None and fact is not finding.certified_to_court
}
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
