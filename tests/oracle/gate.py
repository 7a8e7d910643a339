"""What the gate says of a near miss: admitted or returned, and the truth of each element for the row held."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from tests.oracle.near_misses import DAY, NearMiss

from lawgate.cite import Cite
from lawgate.dates import read_period
from lawgate.decide.admit import Returned, admit, count_subjects
from lawgate.decide.determination import Disposition
from lawgate.decide.determine import determine
from lawgate.decide.findings import Findings
from lawgate.law.addresses import S6103
from lawgate.law.contested import Drafted, read
from lawgate.law.corpus import Corpus, as_of
from lawgate.linkage.person import Agreement, Resolution, Status
from lawgate.records.items import CATALOGUE, Item
from lawgate.records.provenance import Provenance
from lawgate.service.contract.read import read_findings, read_request

OUR_CITES = {"/us/usc/t26/s6103/i/2/A": "/us/usc/t26/s6103/b/9"}
"""The finding whether the signatory is the head stands elsewhere in ours; the others stand alike."""


@dataclass(frozen=True)
class Said:
    """The outcome; the mends of a request returned; the truths by label where the row held was decided."""

    allow: bool
    returned: frozenset[str] = frozenset()
    truths: Mapping[str, str] | None = None


NOT_READ_A_SECOND_TIME = (S6103 / "o/2", S6103 / "p/8/A", S6103 / "p/9")
"""Bars and conditions about wagering, States and contractors, which join (i) and have their own cases."""


@cache
def statute_alone() -> Corpus:
    """The law of the day without the orders of courts and what is not read a second time."""
    return _without(as_of(DAY), NOT_READ_A_SECOND_TIME)


@cache
def paragraph_alone() -> Corpus:
    """The same without the bar on recorded status too, which the second reading of (i)(2) alone knows."""
    return _without(statute_alone(), (S6103 / "h/5",))


@cache
def with_conditions_of_p() -> Corpus:
    """The law of the day without orders and without the bar on recorded status, which is no word of the statute."""
    return _without(as_of(DAY), (S6103 / "h/5",))


def _without(corpus: Corpus, left_out: tuple[Cite, ...]) -> Corpus:
    kept = tuple(proviso for proviso in corpus.provisos if proviso.cite not in left_out)
    return replace(corpus, orders=(), provisos=kept)


def gate_on(one: NearMiss, corpus: Corpus) -> Said:
    """Read, admit and determine one case, with a resolution as it would have come."""
    asked, subjects = read_request(json.dumps(one.request).encode())
    assert not isinstance(subjects, str)
    (subject,) = subjects
    gate = admit(asked, subject, corpus, day=DAY, subjects_each=count_subjects(asked, subjects))
    if isinstance(gate, Returned):
        return Said(False, returned=frozenset(defect.fix for defect in gate.defects))
    decisions = determine(gate, resolution_of(one.linked), [row_of(one.held)], findings_of(one))
    assert not any(decision.fault for decision in decisions)
    allow = any(decision.disposition is Disposition.DISCLOSE for decision in decisions)
    proofs = [decision.explanation for decision in decisions if decision.provenance is not None]
    if not proofs or proofs[0] is None:
        return Said(allow)
    return Said(allow, truths={proof.element.label: proof.truth.name.lower() for proof in proofs[0].elements})


def findings_of(one: NearMiss) -> Findings:
    """The officials' answers, checked as those of a findings file."""
    by = {"name": "Sample Official", "office": "delegated_official"}
    certified = "2026-03-03" if one.linked.get("certified") else None
    rows = [
        {"cite": OUR_CITES.get(cite, cite), "answer": answer, "by": by, "on": "2026-03-02"}
        | ({"certified_on": certified} if cite.endswith("/i/6") else {})
        for cite, answer in one.answers.items()
    ]
    return Findings.check(read_findings(json.dumps({"findings": rows}).encode()), day=DAY)


def row_of(held: Mapping[str, Any]) -> Item:
    """The one row held."""
    period = read_period(held["period"]) if held["period"] else None
    return Item(CATALOGUE[held["item"]], period, "0", Provenance.read(held["furnished_by"], held["document"]))


def resolution_of(linked: Mapping[str, Any]) -> Resolution:
    """Who was found to be named."""
    agrees = linked["agrees"]
    return Resolution(Status(linked["person"]), "T1", Agreement(agrees) if agrees else None)


def without(corpus: Corpus, here: Cite, labels: Collection[str]) -> Corpus:
    """The same law with the elements of these labels left out of one paragraph and of what joins it."""

    def kept(drafted: tuple[Drafted, ...]) -> tuple[Drafted, ...]:
        return tuple(one for one in read(drafted, corpus.readings) if one.label not in labels)

    provisions = tuple(
        replace(p, request=kept(p.request), requires=kept(p.requires), covers=kept(p.covers))
        if p.cite == here
        else p
        for p in corpus.provisions
    )
    provisos = tuple(
        replace(p, spares=(*p.spares, here)) if (e := p.reach(here)) is not None and e.label in labels else p
        for p in corpus.provisos
    )
    return replace(corpus, provisions=provisions, provisos=provisos)
