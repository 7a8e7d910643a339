"""A determination as the contract's JSON: no value of any item, cites in both forms."""

from __future__ import annotations

from typing import Any

from lawgate.cite import Cite
from lawgate.decide.admit import Defect
from lawgate.decide.determination import Decision, Determination, Near, SubjectDetermination, Ways
from lawgate.decide.turns import Turn
from lawgate.kernel.explain import ElementProof, Explanation, OpenQuestion
from lawgate.kernel.fact import Domain, Fact, Owner
from lawgate.kernel.settle import Answers
from lawgate.kernel.tell import print_value
from lawgate.kernel.truth import Truth
from lawgate.law.corpus import Corpus
from lawgate.law.narrowness import RECIPIENTS, narrowness
from lawgate.law.pathway import Pathway
from lawgate.law.vocabulary import FACTS
from lawgate.linkage.person import Resolution
from lawgate.service.contract.printed import cite_document, day_text

_OUTCOME = {Truth.YES: "disclose", Truth.NO: "withhold"}

_ANSWERED_IN = {
    Owner.REQUESTER: "facts",
    Owner.CUSTODIAN: "records",
    Owner.COURT: "court_order",
    Owner.OFFICIAL: "findings",
}

_READ_FROM_THE_REQUEST = ("request.", "matter.", "recipients.", "subject.")
"""The gate reads these from the request's own fields, so they are answered there and not in `facts`."""

Document = dict[str, Any]


def determination_document(determination: Determination) -> Document:
    """The whole determination."""
    return {
        "request": determination.request,
        "as_of": determination.as_of.isoformat(),
        "known_on": determination.known_on.isoformat(),
        "corpus": determination.law.digest,
        "law": law_document(determination.law, determination.provision),
        "hypothetical": determination.hypothetical,
        "subjects": [subject_document(one) for one in determination.subjects],
    }


def law_document(law: Corpus, provision: Cite | None) -> Document:
    """Which texts decide and why those, the readings followed, the orders in force, and the agreement."""
    return {
        "versions": [
            {
                "first": day_text(version.days.first),
                "last": day_text(version.days.last),
                "certainty": version.certainty,
                "because": version.because,
                "provisions": [str(cite) for cite in cites] if provision else [],
            }
            for version, cites in law.versions(provision).items()
        ],
        "readings": dict(law.readings),
        "orders": [order.id for order in law.orders],
        "orders_set_aside": list(law.set_aside),
        "agreement": law.agreement,
    }


def ways_document(ways: Ways) -> Document:
    """Which pathways open, which come near, and the narrowest that suffices."""
    narrowest = ways.narrowest
    return {
        "tried": ways.tried,
        "open": [{**_pathway(one.pathway), "rows": list(one.rows)} for one in ways.open],
        "narrowest": {**cite_document(narrowest.cite), "because": ways.because} if narrowest else None,
        "near": [_near(one) for one in ways.near],
        "fault": ways.fault,
    }


def _pathway(pathway: Pathway) -> Document:
    width = narrowness(pathway)
    return {
        **cite_document(pathway.cite),
        "heading": pathway.provision.heading,
        "duty": pathway.provision.duty.value,
        "narrowness": {
            "extract": width.extract,
            "kinds": width.kinds,
            "recipients": RECIPIENTS[width.recipients],
            "elements": width.elements,
            "limits": width.limits,
        },
    }


def _near(near: Near) -> Document:
    asked = dict.fromkeys(name for answers in near.answers for name in answers)
    return {
        **_pathway(near.pathway),
        "item": near.item,
        "period": near.period,
        "missing": [{**_element(proof), "mend": proof.element.mend or None} for proof in near.missing],
        "answers": [_answers(answers) for answers in near.answers],
        "asks": [_asked(FACTS[name]) for name in asked],
        "orders": [order.id for order in near.orders],
        "kept_apart": near.kept_apart,
    }


def subject_document(one: SubjectDetermination) -> Document:
    """What is decided about one subject."""
    return {
        "ref": one.ref,
        "admission": one.admission.value,
        "defects": [defect_document(defect) for defect in one.defects],
        "orders": [order.id for order in one.orders],
        "contested": [turn_document(turn) for turn in one.turns],
        "resolution": resolution_document(one.resolution),
        "items": [decision_document(decision) for decision in one.decisions],
        **({"pathways": ways_document(one.ways)} if one.ways else {}),
    }


def resolution_document(resolution: Resolution | None) -> Document:
    """Who is named, by levels of evidence only."""
    if resolution is None:
        return {"status": "not_tried", "evidence": []}
    return {
        "status": resolution.status.value,
        "taxpayer_id": resolution.taxpayer_id,
        "address_held": resolution.agreement.value if resolution.agreement else None,
        "policy": resolution.policy,
        "rule": resolution.rule,
        "evidence": [
            {"field": evidence.field, "level": evidence.level, "note": evidence.note}
            for evidence in resolution.evidence
        ],
        "settles": list(resolution.settles),
    }


def decision_document(decision: Decision) -> Document:
    """One row with everything it rests on."""
    pathway = decision.pathway
    source = decision.provenance
    return {
        "item": decision.item,
        "period": decision.period,
        "disposition": decision.disposition.value,
        "provision": str(pathway.cite) if pathway else None,
        "provision_text": pathway.cite.text if pathway else None,
        "held_period": decision.held_period,
        "source": {"furnished_by": source.furnished_by, "document": source.document} if source else None,
        "cites": [str(cite) for cite in decision.cites],
        "orders": [order.id for order in decision.orders],
        "contested": [turn_document(turn) for turn in decision.turns],
        "fault": decision.fault,
        **explanation_document(decision.explanation),
        "limits": [
            {**cite_document(limit.cite), "says": limit.says}
            for limit in (pathway.provision.limits if pathway and decision.disposition == "disclose" else ())
        ],
    }


def explanation_document(explanation: Explanation | None) -> Document:
    """The elements, the open questions, and the smallest sets of answers that settle the outcome."""
    if explanation is None:
        return {"elements": [], "open": [], "settling": [], "to_disclose": []}
    return {
        "elements": [_element(proof) for proof in explanation.elements],
        "open": [_open(question) for question in explanation.open],
        "settling": [_answers(answers) for answers in explanation.smallest],
        "to_disclose": [_answers(answers) for answers in explanation.to_yes],
    }


def turn_document(turn: Turn) -> Document:
    """One contested question on which an outcome turns."""
    return {"question": turn.question, "readings": dict(turn.readings), "adopted": turn.followed}


def defect_document(defect: Defect) -> Document:
    """One thing that the request lacks."""
    return {**cite_document(defect.cite), "fix": defect.fix}


def _element(proof: ElementProof) -> Document:
    return {
        **cite_document(proof.element.cite),
        "label": proof.element.label,
        "truth": proof.truth.value,
        "why": proof.why,
        "also": [str(cite) for cite in proof.element.also],
    }


def _open(question: OpenQuestion) -> Document:
    settles = {print_value(value): _OUTCOME[truth] for value, truth in question.settles}
    return {**_asked(question.fact), "settles": settles}


def _asked(fact: Fact) -> Document:
    """One question, with who answers it and where."""
    values = ["yes", "no"] if fact.domain is Domain.FLAG else list(fact.values)
    return {
        "name": fact.name,
        "question": fact.question,
        "cite": str(fact.cite) if fact.cite else None,
        "cite_text": fact.cite.text if fact.cite else None,
        "kind": "finding" if fact.is_finding else "fact",
        "owner": fact.owner.value,
        "answered_in": _answered_in(fact),
        "values": values,
    }


def _answered_in(fact: Fact) -> str:
    """Where the answer is to be given."""
    if fact.owner is Owner.CUSTODIAN and fact.name.startswith(_READ_FROM_THE_REQUEST):
        return "request"
    return _ANSWERED_IN[fact.owner]


def _answers(answers: Answers) -> Document:
    return {name: sorted(print_value(value) for value in values) for name, values in answers.items()}
