"""Orders in force forbid whatever the request says; a subject is blocked when every item is forbidden."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.decide.world import COMPLETE, Case, SealedCustodian, outcome

from lawgate.decide.determination import Admission, Disposition
from lawgate.law.corpus import as_of

HOMELAND = Case().asking("requester", {**COMPLETE["requester"], "agency": "us.dhs"})
HOMELAND = HOMELAND.asking("requester.signatory.office", "agency_head").asking(
    "recipients.0.agency", "us.dhs.ice"
)
ADDRESS, WAGES = "identity.mailing_address", "third_party.w2.wages"


def test_an_address_to_homeland_security_is_blocked_and_nobody_looks() -> None:
    one = outcome(HOMELAND.asking("items", [ADDRESS]), SealedCustodian())
    assert one.admission is Admission.BLOCKED
    assert [order.id for order in one.orders] == ["O4", "O5"]
    (row,) = one.decisions
    assert row.disposition is Disposition.WITHHOLD
    assert [order.id for order in row.orders] == ["O4", "O5"]
    assert one.resolution is None


def test_one_forbidden_item_does_not_block_another() -> None:
    one = outcome(HOMELAND.asking("items", [ADDRESS, WAGES]))
    assert one.admission is Admission.ADMITTED
    by_item = {row.item: row for row in one.decisions if row.disposition is not Disposition.WITHHOLD}
    assert set(by_item) == {WAGES}
    assert [order.id for order in one.orders] == ["O4", "O5"]


def test_a_recipient_of_the_agency_is_tested_though_another_one_signs() -> None:
    one = outcome(Case().asking("items", [ADDRESS]).asking("recipients.0.agency", "us.dhs.ice"))
    assert one.admission is Admission.BLOCKED


def test_the_same_request_of_another_agency_goes() -> None:
    one = outcome(Case().asking("items", [ADDRESS]))
    assert one.admission is Admission.ADMITTED
    assert [row.disposition for row in one.decisions] == [Disposition.DISCLOSE]
    assert one.orders == ()


def test_a_request_that_fails_on_its_own_words_is_returned_whatever_an_order_says() -> None:
    one = outcome(HOMELAND.asking("items", [ADDRESS]).asking("in_writing", value=False), SealedCustodian())
    assert one.admission is Admission.RETURNED


def test_before_the_orders_the_same_request_goes() -> None:
    one = outcome(HOMELAND.asking("items", [ADDRESS]), day=date(2025, 7, 1))
    assert [row.disposition for row in one.decisions] == [Disposition.DISCLOSE]


@pytest.mark.parametrize(("subjects", "admission"), [(1, Admission.ADMITTED), (2, Admission.BLOCKED)])
def test_a_hold_on_bulk_data_counts_the_subjects(subjects: int, admission: Admission) -> None:
    one = outcome(HOMELAND.asking("items", [ADDRESS]), day=date(2025, 10, 1), subjects_in_all=subjects)
    assert one.admission is admission


def test_an_order_that_counsel_set_aside_forbids_nothing() -> None:
    corpus = as_of(date(2026, 3, 2), set_aside=frozenset({"O4", "O5"}))
    one = outcome(HOMELAND.asking("items", [ADDRESS]), corpus=corpus)
    assert [row.disposition for row in one.decisions] == [Disposition.DISCLOSE]
    without_orders = replace(corpus, orders=())
    assert outcome(HOMELAND.asking("items", [ADDRESS]), corpus=without_orders).orders == ()


@pytest.mark.parametrize("level", ["federal", None])
def test_an_agency_that_leaves_the_united_states_out_of_its_name_does_not_state_itself_past_an_order(
    level: str | None,
) -> None:
    asks = HOMELAND.asking("requester.agency", "dhs").asking("requester.level", level)
    asks = asks.asking("items", [ADDRESS]).asking("recipients.0.agency", None)
    stated = {"request.level": "federal", "recipients.of_requesting_agency": True}
    (row,) = outcome(asks.asking("subjects.0.facts", stated)).decisions
    assert row.disposition is Disposition.NEEDS_MORE
    whole = asks.asking("requester.agency", "us.doj").asking("requester.signatory.office", "us_attorney")
    (row,) = outcome(whole.asking("subjects.0.facts", stated)).decisions
    assert row.disposition is Disposition.DISCLOSE
