"""Requests that meet all that a *shall* paragraph of (i) asks: they are never withheld.

The answers are those of a request that no reading of a contested question finds wanting.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lawgate.cite import Cite
from lawgate.kernel.prove.claim import Every, Is, implies
from lawgate.kernel.truth import Truth
from lawgate.law.addresses import S6103
from lawgate.law.contested import read
from lawgate.law.corpus import Corpus
from lawgate.law.invariants.bars import CERTIFIED, IDENTIFIES
from lawgate.law.invariants.invariant import (
    Answers,
    Invariant,
    Obligation,
    all_answered,
    in_present_text,
    opens,
    spoken_of,
)
from lawgate.law.invariants.tables import SAFEGUARDS
from lawgate.law.provision import Duty

CLEARED: Answers = {SAFEGUARDS: True, IDENTIFIES: False, CERTIFIED: False}
HELD: Answers = {"person.on_file": "one", "item.held": True, "item.of_named_taxpayer": True}

_ORDER: Answers = {
    "order.granted": True,
    "order.judge": "district_judge",
    "order.ex_parte": True,
    "order.authorised_by": "us_attorney",
    "order.covers_period": True,
    "order.covers_item": True,
    "item.of_stated_period": True,
}

_AUDIT: Answers = {
    "request.office": "comptroller_general",
    "request.in_writing": True,
    "recipients.of_accountability_office": True,
    "audit.committee_notified": True,
    "finding.audit_disapproved": False,
}

_ADDRESS: Answers = {
    "subject.address_form": "adequate",
    "subject.address_like_zip": True,
    "person.address_held": "current",
}
_CRIME: Answers = {
    "matter.stage": "grand_jury",
    "matter.statutes": "criminal_nontax",
    "matter.tax_administration": False,
    "matter.united_states_party": True,
    "removal.relied_on": False,
    "recipients.personally_and_directly_engaged": True,
}

COMPLETE: Mapping[Cite, Answers] = {
    S6103 / "i/1": {
        **_ORDER,
        **_CRIME,
        "order.recites_criminal_act": True,
        "order.recites_relevance": True,
        "order.recites_exclusive_use": True,
        "order.recites_no_other_source": True,
        "recipients.federal": True,
    },
    S6103 / "i/2": {
        **_ADDRESS,
        **_CRIME,
        "request.level": "federal",
        "request.states_office": True,
        "request.office": "agency_head",
        "request.in_writing": True,
        "subject.names_taxpayer": True,
        "subject.states_periods": True,
        "request.authority_form": "statute",
        "request.states_reasons": True,
        "finding.reasons_specific": True,
        "recipients.of_requesting_agency": True,
        "recipients.identified": True,
        "recipients.subjects_each": 1,
        "item.furnished_by": "payer",
        "item.document": "information_return",
        "item.identity_field": "none",
        "item.of_stated_period": True,
    },
    S6103 / "i/5": {
        **_ORDER,
        "subject.is_individual": True,
        "order.recites_warrant": True,
        "order.recites_only_to_locate": True,
        "order.recites_may_locate": True,
        "recipients.federal": True,
    },
    S6103 / "i/7/C": {
        **_ORDER,
        "matter.terrorism": True,
        "order.recites_terrorism_relevance": True,
        "order.recites_federal_use": True,
        "recipients.federal_law_enforcement_or_intelligence": True,
        "recipients.personally_and_directly_engaged": True,
    },
    S6103 / "i/8/A/i": {**_AUDIT, "audit.kind": "tax_agency", "finding.necessary_for_audit": True},
    S6103 / "i/8/A/ii": {**_AUDIT, "audit.kind": "safeguards", "finding.necessary_for_audit": True},
    S6103 / "i/8/B/ii": {
        **_AUDIT,
        "audit.kind": "program_of_other_agency",
        "audit.insufficient_elsewhere": True,
        "finding.of_type_authorised": True,
    },
}


def _never_withheld(corpus: Corpus) -> Iterator[Obligation]:
    for pathway, answers in spoken_of(corpus, COMPLETE):
        if pathway.cite in COMPLETE:
            joined = tuple(Is(added, Truth.YES) for _, added in pathway.provisos)
            made_out = Every((all_answered({**HELD, **CLEARED, **answers}), *joined))
            yield Obligation(pathway.cite.text, pathway.tree, implies(made_out, opens(pathway)), made_out)


def _nothing_besides(corpus: Corpus) -> Iterator[Obligation]:
    for pathway in in_present_text(corpus):
        if pathway.provision.duty is not Duty.SHALL:
            continue
        own = read(pathway.provision.drafted, pathway.readings)
        joined = (added for _, added in pathway.provisos)
        met = Every(tuple(Is(element, Truth.YES) for element in (*own, *joined)))
        yield Obligation(pathway.cite.text, pathway.tree, implies(met, opens(pathway)), met)


INVARIANTS = (
    Invariant(
        "shall_is_never_withheld",
        "A request that meets all that a shall paragraph of (i) asks, and the conditions and bars that join it, "
        "is never withheld.",
        S6103 / "i",
        _never_withheld,
    ),
    Invariant(
        "shall_asks_nothing_besides",
        "Where a paragraph says shall, nothing is asked besides its own elements and the bars and conditions "
        "that join it.",
        S6103 / "a",
        _nothing_besides,
        general=True,
    ),
)
