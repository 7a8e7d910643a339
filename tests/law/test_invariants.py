"""What holds of the law for every request, proved by two solvers; planted faults are seen and told in words."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from tests.decide.world import COMPLETE, I1, ORDER
from tests.law.planted import PLANTED, Planted

from lawgate.decide.receiving import receiving_of
from lawgate.decide.stated import stated_facts, words_of
from lawgate.kernel.prove.by_cvc5 import verdicts
from lawgate.kernel.prove.claim import Claim, Every, Is, World, holds
from lawgate.kernel.truth import Truth
from lawgate.law.addresses import S6103
from lawgate.law.corpus import Corpus, as_of
from lawgate.law.invariants import INVARIANTS, officials, returns
from lawgate.law.invariants.invariant import Invariant, Obligation
from lawgate.law.invariants.orders import narrowing
from lawgate.law.invariants.premises import premises
from lawgate.law.invariants.prove import prove_invariant
from lawgate.law.invariants.tables import NO_ACCOUNT, accounted_by
from lawgate.law.vocabulary import FACTS
from lawgate.records.items import CATALOGUE
from lawgate.service.contract.read import read_request

BY_NAME = {invariant.name: invariant for invariant in INVARIANTS}


@cache
def law() -> Corpus:
    return as_of(date(2026, 11, 1))


@pytest.mark.parametrize("invariant", INVARIANTS, ids=lambda one: one.name)
def test_every_invariant_holds_by_both_solvers_and_of_something(invariant: Invariant) -> None:
    proof = prove_invariant(invariant, law(), second=verdicts)
    assert (proof.failures, proof.idle) == ((), ())
    assert proof.about


@pytest.mark.parametrize("planted", PLANTED, ids=lambda one: one.says)
def test_a_fault_planted_in_the_law_is_seen_and_told_by_a_request(planted: Planted) -> None:
    wrong = planted.plant(law())
    for name in planted.seen_by:
        failures = prove_invariant(BY_NAME[name], wrong, second=verdicts).failures
        assert failures, name
        for failure in failures:
            assert failure.fault or failure.case is not None


def test_an_earlier_text_is_held_only_against_what_is_said_of_every_text() -> None:
    of_1977 = as_of(date(1977, 6, 1))
    proofs = [prove_invariant(one, of_1977) for one in INVARIANTS]
    assert all(proof.holds for proof in proofs)
    assert not next(proof for proof in proofs if proof.invariant.name == "listed_officials").about


@pytest.mark.parametrize("forgotten", NO_ACCOUNT, ids=lambda cite: cite.short)
def test_a_table_of_accounts_that_forgets_or_adds_a_provision_is_seen(forgotten) -> None:
    others = tuple(cite for cite in NO_ACCOUNT if cite != forgotten)
    due = accounted_by(lambda cite: not any(cite.within(at) for at in others))
    assert forgotten.text in {one.about for one in due(law()) if not one.holds}


def test_an_agreement_that_widens_is_seen_and_one_that_narrows_nothing_too() -> None:
    forgets = next(one for one in PLANTED if one.says == "(i)(2) forgets writing").plant(law())
    widening = Invariant("widens", "", S6103 / "a", narrowing(lambda _: (("bad", forgets), ("idle", law()))))
    failures = prove_invariant(widening, law(), second=verdicts).failures
    assert any(one.about.startswith("agreement bad") and one.case for one in failures)
    assert any(one.about == "agreement idle" and one.fault for one in failures)


def test_an_order_that_no_table_tells_is_seen() -> None:
    unheard = replace(law(), orders=(*law().orders, replace(law().orders[0], id="O99")))
    failures = prove_invariant(BY_NAME["orders_withhold"], unheard).failures
    assert [(one.about, one.fault) for one in failures] == [("order O99", "no table tells what it forbids")]


def test_what_could_never_come_up_is_told_as_idle() -> None:
    stated = next(one for one in BY_NAME["person_named"].of(law()) if isinstance(one, Obligation))
    never = Obligation(stated.about, stated.tree, stated.claim, _impossible(stated))
    proof = prove_invariant(Invariant("idle", "Nothing.", S6103 / "a", lambda _: (never,)), law())
    assert proof.idle == (stated.about,)
    assert not proof.holds


def _impossible(stated: Obligation) -> Claim:
    return Every((Is(stated.tree, Truth.YES), Is(stated.tree, Truth.NO)))


def test_the_tables_name_every_paragraph_of_i_that_opens_records() -> None:
    opened = {pathway.cite for pathway in law().pathways if pathway.cite.within(S6103 / "i")}
    assert opened <= set(officials.DUTIES)
    assert returns.EXCUSES.keys().isdisjoint(returns.OTHERS_ONLY)


_OTHERS: tuple[dict[str, Any], ...] = (
    {},
    {"provision": I1, "court_order": ORDER},
    {"requester": {"agency": "us.dhs.usss", "level": "federal", "signatory": {"office": "component_head"}}},
    {"requester": {"agency": "us.treasury", "level": "federal"}, "subjects": [{"ref": "1"}]},
    {"matter": {"statutes": ["8 USC 1253"]}, "in_writing": None},
    {"recipients": [{"id": "O1", "agency": "us.gao"}], "court_order": {**ORDER, "granted_on": "2027-01-01"}},
)


@pytest.mark.parametrize("changes", _OTHERS, ids=lambda changes: " ".join(changes) or "complete")
def test_every_premise_holds_of_requests_as_they_are_read(changes: dict) -> None:
    asked, subjects = read_request(json.dumps({**COMPLETE, **changes}).encode(), where="request")
    assert isinstance(subjects, tuple)
    words = words_of(asked, subjects[0], receiving_of(asked, subjects[0], subjects_each={}))
    facts = stated_facts(asked, words, day=date(2026, 11, 1), ref=subjects[0].ref)
    for item in CATALOGUE.values():
        row: dict[str, str | bool] = {
            "item.identity_field": item.identity,
            "item.of_named_taxpayer": not item.of_other,
        }
        for premise in premises(FACTS.values()):
            assert holds(premise, {World.HERE: {**facts, **row}})


def test_premises_are_given_of_the_questions_asked_and_can_fail() -> None:
    granted, judge = FACTS["order.granted"], FACTS["order.judge"]
    (premise,) = premises((granted, judge))
    assert not holds(premise, {World.HERE: {granted.name: False, judge.name: "fisa_judge"}})
    assert not tuple(premises((judge,)))
