"""Orders of courts: from when to when each stands, what was known by then, and whom it reaches."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lawgate.dates import Between
from lawgate.law.addresses import S6103
from lawgate.law.corpus import as_of
from lawgate.law.order import Act, Order, Restraint, Side
from lawgate.law.orders import ORDERS, o3, o4, o5
from lawgate.law.readings import QUESTIONS

DAYS = {
    date(2025, 3, 31): {"O1"},
    date(2025, 8, 1): {"O2", "O3"},
    date(2025, 11, 20): {"O2", "O3"},
    date(2025, 11, 21): {"O2", "O4"},
    date(2026, 2, 5): {"O2", "O4", "O5"},
    date(2026, 3, 1): {"O4", "O5", "O6", "O7", "O8"},
}


@pytest.mark.parametrize(("day", "standing"), DAYS.items(), ids=[day.isoformat() for day in DAYS])
def test_the_orders_in_force_on_a_day(day: date, standing: set[str]) -> None:
    assert {order.id for order in as_of(day).orders} == standing


def test_an_order_ends_on_the_day_on_which_the_next_one_takes_its_place() -> None:
    for order in ORDERS:
        if order.ends is not None:
            successor = next(other for other in ORDERS if other.id == order.ended_by)
            assert order.ends.latest == successor.begins.earliest
            assert not order.in_force(order.ends.latest, known_on=order.ends.latest)
            assert order.in_force(
                order.ends.latest - timedelta(days=1), known_on=order.ends.latest - timedelta(days=1)
            )


def test_what_was_not_known_yet_does_not_count() -> None:
    day = date(2026, 3, 1)
    known_before = {order.id for order in as_of(day, known_on=date(2026, 2, 4)).orders}
    assert known_before == {"O2", "O4"}, "O5 was not entered, and that O6 would end O2 was not known"


def test_an_uncertain_day_counts_early_for_a_release_and_late_for_judging_one() -> None:
    day = date(2025, 8, 7)
    assert "O3" in {order.id for order in as_of(day, known_on=date(2026, 1, 1)).orders}
    judged = as_of(day, known_on=date(2026, 1, 1), side=Side.JUDGING)
    assert "O3" not in {order.id for order in judged.orders}
    certain = replace(o3.ORDER, begins=Between.on(date(2025, 8, 5)))
    assert certain.in_force(day, known_on=day, side=Side.JUDGING)


def test_an_uncertain_end_counts_late_for_a_release_and_early_for_judging_one() -> None:
    ending = replace(o4.ORDER, ends=Between(date(2026, 5, 1), date(2026, 5, 31)), ended_by="O8")
    day, known = date(2026, 5, 15), date(2026, 6, 1)
    assert ending.in_force(day, known_on=known)
    assert not ending.in_force(day, known_on=known, side=Side.JUDGING)


REACHED = {
    "the agency": (("us.dhs",), "mailing_address", "i/2", True),
    "a part of it": (("us.dhs.ice.ero",), "mailing_address", "i/2", True),
    "one recipient among several": (("us.doj", "us.doj.fbi", "us.dhs.ice"), "mailing_address", "i/2", True),
    "another agency": (("us.doj", "us.doj.fbi"), "mailing_address", "i/2", False),
    "an agency of a name that begins alike, and of no State": (("usdhs",), "mailing_address", "i/2", False),
    "an agency that nobody lists and that may be a part": (("us.dhsx",), "mailing_address", "i/2", True),
    "the whole of which it is a part": (("us",), "mailing_address", "i/2", True),
    "another field": (("us.dhs",), "name", "i/2", False),
    "another paragraph": (("us.dhs",), "mailing_address", "i/1", False),
}


@pytest.mark.parametrize(("agencies", "field", "pathway", "reached"), REACHED.values(), ids=REACHED)
def test_a_restraint_reaches(agencies: tuple[str, ...], field: str, pathway: str, reached: bool) -> None:
    (restraint,) = o4.ORDER.restraints
    assert restraint.reaches(S6103 / pathway, agencies, field, subjects=1) is reached


def test_a_restraint_on_bulk_reaches_two_subjects_and_not_one() -> None:
    (restraint,) = o3.ORDER.restraints
    assert restraint.act is Act.HOLD
    assert restraint.reaches(S6103 / "i/2", ("us.dhs.ice",), "none", subjects=2)
    assert not restraint.reaches(S6103 / "i/2", ("us.dhs.ice",), "none", subjects=1)


def test_what_was_received_is_set_apart_by_the_order_that_says_so() -> None:
    quarantined = [order for order in ORDERS if Act.QUARANTINE in {r.act for r in order.restraints}]
    assert quarantined == [o5.ORDER]


def test_orders_speak_of_questions_and_readings_that_stand() -> None:
    assert len({order.id for order in ORDERS}) == len(ORDERS)
    for order in ORDERS:
        for question, reading in order.holds:
            assert QUESTIONS[question].reading(reading).id == reading


def test_adopters_name_orders_that_stand_and_their_days() -> None:
    begun = {order.id: order.begins.earliest for order in ORDERS}
    named = [a for q in QUESTIONS.values() for reading in q.readings for a in reading.adopters if a.order]
    assert named
    assert all(adopter.on == begun[str(adopter.order)] for adopter in named)


def test_a_restraint_without_fields_reaches_every_item() -> None:
    restraint = Restraint(Act.BLOCK, (S6103 / "i/2",), ("us.dhs",))
    assert restraint.reaches(S6103 / "i/2", ("us.dhs",), "none", subjects=1)


def test_an_order_set_aside_by_counsel_is_not_in_the_corpus() -> None:
    day = date(2026, 3, 1)
    kept = as_of(day, set_aside=frozenset({"O4"})).orders
    assert {order.id for order in as_of(day).orders} - {order.id for order in kept} == {"O4"}
    assert all(isinstance(order, Order) for order in kept)
