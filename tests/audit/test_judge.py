"""Verdicts: what every reading gives, what an order in force does to it, and the worst of several items."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from tests.decide import world

from lawgate.audit.judge import NEAREST_LAWFUL_FIRST, Judge, Judgement, Orders, Verdict, of_release
from lawgate.dates import parse_day
from lawgate.decide.receiving import receiving_of
from lawgate.decide.restrain import standing_against
from lawgate.decide.stated import stated_facts, words_of
from lawgate.kernel.truth import Truth
from lawgate.law.addresses import S6103
from lawgate.law.corpus import as_of
from lawgate.law.order import Side
from lawgate.law.terms import finding, item, person

DAY = parse_day("2025-08-07")
SEEN: dict[str, Any] = {
    person.on_file.name: "one",
    person.address_held.name: "current",
    person.tin_agrees.name: True,
    item.name.name: "identity.mailing_address",
    item.identity_field.name: "mailing_address",
    item.of_named_taxpayer.name: True,
    item.of_stated_period.name: True,
    item.held.name: True,
    finding.reasons_specific.name: True,
    finding.identifies_or_impairs.name: False,
    finding.safeguards.name: True,
}


def judged(day: str = "2025-08-07", agency: str | None = None, **but: Any) -> Judgement:
    """A complete request of (i)(2), looked at, with some answers changed."""
    case = world.Case()
    if agency:
        case = case.asking("requester.agency", agency).asking("recipients.0.agency", agency)
        case = case.asking("requester.signatory.office", "agency_head")
    terms, (one, *_) = world.terms_of(case)
    on = parse_day(day)
    receiving = receiving_of(terms.asked, one, subjects_each=terms.subjects_each)
    facts = stated_facts(terms.asked, words_of(terms.asked, one, receiving), day=on, ref=one.ref)
    corpora = [
        as_of(on, known_on=parse_day("2026-11-01"), side=side) for side in (Side.JUDGING, Side.RELEASE)
    ]
    certain, possible = (
        standing_against(terms.asked, receiving, corpus.orders, subjects=2) for corpus in corpora
    )
    judge = Judge([corpora[0].pathway(S6103 / "i/2")])
    return judge.judge("identity.mailing_address", {**facts, **SEEN, **but}, Orders(certain, possible))


ADDRESS_HELD = person.address_held.name


def test_all_made_out_still_turns_on_readings_that_demand_more() -> None:
    found = judged()
    assert (found.verdict, found.followed) == (Verdict.TURNS_ON, Truth.YES)
    assert set(found.turns_on) >= {"Q7"}


@pytest.mark.parametrize(
    ("but", "verdict", "question"),
    [
        ({ADDRESS_HELD: "none", person.tin_agrees.name: True}, Verdict.TURNS_ON, "Q3"),
        ({ADDRESS_HELD: "none", person.tin_agrees.name: False}, Verdict.UNLAWFUL, None),
        ({ADDRESS_HELD: "earlier"}, Verdict.TURNS_ON, "Q3"),
        ({"subject.address_form": "inadequate", "subject.address_like_zip": True}, Verdict.UNLAWFUL, None),
        ({person.on_file.name: "several"}, Verdict.UNLAWFUL, None),
        ({item.of_named_taxpayer.name: False}, Verdict.UNLAWFUL, None),
        ({finding.identifies_or_impairs.name: True}, Verdict.UNLAWFUL, None),
    ],
)
def test_a_fact_changed_gives_another_verdict(
    but: dict[str, Any], verdict: Verdict, question: str | None
) -> None:
    found = judged(**but)
    assert found.verdict is verdict
    assert (question in found.turns_on) if question else found.turns_on == ()


def test_an_unanswered_bar_leaves_no_release_lawful() -> None:
    unanswered: dict[str, Any] = {finding.identifies_or_impairs.name: None}
    found = judged(**unanswered)
    assert found.verdict in (Verdict.UNDETERMINABLE, Verdict.TURNS_ON)
    assert all(under.best is not Truth.YES for under in found.under.values())


@pytest.mark.parametrize(
    ("day", "orders", "in_doubt"),
    [
        ("2025-07-31", [], []),
        ("2025-08-07", [], ["O3"]),
        ("2025-10-01", ["O3"], []),
        ("2025-11-21", ["O4"], []),
        ("2026-02-05", ["O4", "O5"], []),
    ],
)
def test_an_order_counts_from_the_day_on_which_it_stood_for_certain(
    day: str, orders: list[str], in_doubt: list[str]
) -> None:
    found = judged(day, "us.dhs")
    assert [order.id for order in found.orders] == orders
    assert [order.id for order in found.orders_in_doubt] == in_doubt
    assert (found.verdict is Verdict.UNLAWFUL) >= bool(orders)
    assert judged(day).orders == ()


def test_a_release_is_what_the_worst_of_its_items_is() -> None:
    for one, other in permutations(NEAREST_LAWFUL_FIRST, 2):
        worse = max(one, other, key=NEAREST_LAWFUL_FIRST.index)
        assert of_release([one, other]) is of_release([other, one]) is worse
    assert of_release([Verdict.LAWFUL]) is Verdict.LAWFUL
