"""What can be judged without a look at any record: an address on its face, a request on its own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from lawgate.decide.admit import NO_PARAGRAPH
from lawgate.decide.findings import Findings
from lawgate.errors import InputError
from lawgate.kernel.expr import facts_of
from lawgate.kernel.fact import Domain
from lawgate.law.corpus import as_of
from lawgate.law.terms.matter import STAGES
from lawgate.law.terms.request import LEVELS, NOT_STATED, OFFICES
from lawgate.law.vocabulary import REQUESTERS_OWN
from lawgate.linkage.address import assess
from lawgate.records.items import CATALOGUE
from lawgate.service.casework.acts.look import demand_few
from lawgate.service.contract.read import read_request
from lawgate.service.contract.write import subject_document
from lawgate.service.gate import Terms, decide_subjects
from lawgate.service.subjects import count_recipients
from lawgate.stores.clock import today

Document = dict[str, Any]

ADDRESS_SIGNS_MAX = 300


def check_address(text: str) -> Document:
    """Whether a text is an address on its face: outcome, kind and the rule that said so."""
    if len(text) > ADDRESS_SIGNS_MAX:
        raise InputError(
            f"an address has at most {ADDRESS_SIGNS_MAX} signs", where="address", mend="shorten it"
        )
    found = assess(text)
    return {"outcome": found.outcome.value, "kind": found.kind, "why": found.why}


def check_request(data: bytes) -> Document:
    """What admission says of each subject of a request today: every defect with its mend. No record is looked at.

    Raises InputError for a document that is no request, and for one whose subjects stand in a table.
    """
    asked, subjects = read_request(data)
    if isinstance(subjects, str):
        raise InputError(
            "the subjects stand in a table",
            where="subjects",
            mend="send the table beside the request",
        )
    demand_few(subjects, where="subjects")
    day = today()
    corpus = as_of(day, known_on=day)
    if asked.provision:
        corpus.pathways_at(asked.provision)
    terms = Terms(asked, corpus, Findings(), day, count_recipients(asked, subjects), len(subjects))
    found = [subject_document(one) for one in decide_subjects(subjects, terms, None)]
    asks = _asked_by_defect(day)
    return {
        "request": asked.id,
        "provision": asked.provision.text if asked.provision else None,
        "as_of": day.isoformat(),
        "corpus": corpus.digest,
        "subjects": [
            {name: one[name] for name in ("ref", "admission", "defects", "orders")} for one in found
        ],
        "defects": _told_once(found, asks),
        "admitted": sum(one["admission"] == "admitted" for one in found),
    }


def _told_once(found: list[Document], asks: Mapping[tuple[str, str], tuple[str, ...]]) -> list[Document]:
    """Each defect once, with the persons whom it concerns and the facts that it is about; the commonest first."""
    refs: dict[tuple[str, str], list[str]] = {}
    cites: dict[str, str] = {}
    for one in found:
        for defect in one["defects"]:
            refs.setdefault((defect["cite"], defect["fix"]), []).append(one["ref"])
            cites[defect["cite"]] = defect["cite_text"]
    return [
        {"cite": cite, "cite_text": cites[cite], "fix": fix, "refs": who, "asks": asks.get((cite, fix), ())}
        for (cite, fix), who in sorted(refs.items(), key=lambda one: -len(one[1]))
    ]


@cache
def _asked_by_defect(day: date) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The facts that a defect is about, as the law's own trees ask for them, by its cite and mend."""
    asked: dict[tuple[str, str], tuple[str, ...]] = {}
    for pathway in as_of(day, known_on=day).pathways:
        for element, _ in pathway.request_truths:
            facts = tuple(fact.name for fact in facts_of(element.body))
            asked[str(element.cite), element.mend or ""] = facts
    asked[str(NO_PARAGRAPH.cite), NO_PARAGRAPH.fix] = ("provision",)
    return asked


def with_asks(defects: Sequence[Mapping[str, str]]) -> list[Document]:
    """Defects that were told before, each with the facts that it is about as the law of today asks for them."""
    asks = _asked_by_defect(today())
    return [{**one, "asks": asks.get((one["cite"], one["fix"]), ())} for one in defects]


def own_questions(names: Iterable[str]) -> dict[str, Document]:
    """The questions among these that the requester answers by name in `facts`, each with its answers."""
    own = {fact.name: fact for fact in REQUESTERS_OWN if fact.domain in (Domain.FLAG, Domain.CHOICE)}
    return {
        name: {
            "asks": own[name].question,
            "values": [one for one in own[name].values or ("yes", "no") if one != NOT_STATED],
        }
        for name in dict.fromkeys(names)
        if name in own
    }


def request_choices(stated: str = "") -> Document:
    """The closed lists of a request's form, with the paragraph that is stated where it is none that the law opens."""
    return {
        "levels": list(LEVELS),
        "offices": list(OFFICES),
        "stages": list(STAGES),
        "items": [{"name": kind.name, "label": kind.label} for kind in CATALOGUE.values()],
        "provisions": _provisions(stated),
    }


def _provisions(stated: str) -> list[Document]:
    offered = [
        {"cite": str(one.cite), "text": one.cite.text, "heading": one.provision.heading}
        for one in as_of(today()).pathways
    ]
    if not stated or stated in {one["cite"] for one in offered}:
        return offered
    return [{"cite": stated, "text": stated, "heading": ""}, *offered]


def received_today() -> str:
    """The day on which a request that is sent now is received."""
    return today().isoformat()
