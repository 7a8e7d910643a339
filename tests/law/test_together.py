"""Pathways read together say of each what the evaluator says of it alone; what is fixed is what no answer mends."""

from __future__ import annotations

from itertools import islice

import pytest
from bench.law.corpus import DAY, requests

from lawgate.decide.admit import Admitted, admit, defects_of
from lawgate.decide.findings import Findings
from lawgate.decide.row_facts import known_of
from lawgate.decide.rows import rows_asked
from lawgate.errors import InputError
from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.truth import Truth
from lawgate.law.addresses import S6103
from lawgate.law.corpus import as_of
from lawgate.law.fixed import fixed
from lawgate.linkage.person import Agreement, Resolution, Status
from lawgate.records.items import CATALOGUE, Item
from lawgate.records.provenance import Provenance

LAW = as_of(DAY)
HELD = (Item(CATALOGUE["third_party.w2.wages"], None, None, Provenance("payer", "information_return")),)
FOUND = Resolution(Status.ONE, "T1", Agreement.CURRENT)


def test_read_together_each_pathway_stands_as_it_stands_alone() -> None:
    seen = set()
    for request, one in islice(requests(), 40):
        gate = admit(request, one, LAW, day=DAY, subjects_each={"O1": 1})
        facts = dict(gate.facts)
        if isinstance(gate, Admitted):
            facts = known_of(gate, FOUND, rows_asked(gate, HELD)[0], Findings())
        standings = LAW.together(None).read(facts)
        lacking = LAW.together(None).lacking_in_words(facts)
        for pathway in LAW.pathways:
            truths = [evaluate(element, facts) for element in pathway.elements]
            assert standings.truth(pathway) is evaluate(pathway.tree, facts)
            assert standings.failing(pathway) == truths.count(Truth.NO)
            assert standings.missing(pathway) == len(truths) - truths.count(Truth.YES)
            assert bool(lacking[pathway]) is bool(defects_of(pathway, facts))
            seen.add(standings.truth(pathway))
    assert seen >= {Truth.NO, Truth.OPEN}


def test_the_pathways_at_an_address_are_read_once_for_all_requests() -> None:
    some = LAW.together(S6103 / "i")
    assert some is LAW.together(S6103 / "i")
    assert all(pathway.cite.within(S6103 / "i") for pathway in some.pathways)
    with pytest.raises(InputError):
        LAW.together(S6103 / "z")


def test_who_asks_and_what_the_item_is_are_fixed_and_what_may_still_be_said_is_not() -> None:
    facts = {
        "request.level": "federal",
        "item.name": "identity.name",
        "purpose.stated": "other",
        "congress.body": "x",
    }
    assert set(fixed(facts)) == {"request.level", "item.name", "congress.body"}
    assert "congress.body" not in fixed({**facts, "request.level": "congress"})
