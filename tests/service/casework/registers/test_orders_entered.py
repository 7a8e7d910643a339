"""Orders that counsel enters: what each would hold back is told first; then it is in force, and cases are blocked."""

from __future__ import annotations

from typing import Any

import pytest
from tests.service.casework.office import Office, done, names

from lawgate.casework.words import State
from lawgate.errors import InputError
from lawgate.service.casework.acts import decision, delivery, intake, release
from lawgate.service.casework.acts.look import law_of
from lawgate.service.casework.desk import Refused
from lawgate.service.casework.registers import orders, parties, readings
from lawgate.stores.casework import models

FORM = {
    "court": "D.D.C.", "docket": "1:26-cv-00001", "judge": "Sample", "says": "Nothing goes to Justice.",
    "binds": "the agency", "source": "the order itself, docket entry 12", "begins": "2026-03-10",
    "pathways": "26 USC 6103(i)(2)", "agencies": "us.doj", "subjects_min": "1", "holds": "",
}  # fmt: skip


def wanted(acts: tuple[str, ...] = ("block",), fields: tuple[str, ...] = (), **changed: str) -> Any:
    return orders.read_order({**FORM, **changed}, acts=acts, identity_fields=fields)


def entered(office: Office, **changed: Any) -> tuple[int, tuple[str, ...]]:
    outcome = orders.enter_order(office.desk, by="counsel", wanted=wanted(**changed))
    assert not isinstance(outcome, Refused), outcome
    return outcome


def test_what_an_order_would_hold_back_is_told_and_then_held_back(office: Office) -> None:
    at_work, approved, waiting = office.received("REQ-1"), office.approved("REQ-2"), office.delivered("REQ-3")
    done(intake.admit(office.desk, at_work, by="clerk"))
    shown = orders.preview(office.desk, by="counsel", wanted=wanted())
    assert not isinstance(shown, Refused)
    told = {one["case"]: (one["whole"], one["released"]) for one in shown["reached"]}
    assert told == {at_work: (True, False), approved: (True, False), waiting: (True, True)}
    assert shown["blocked_count"] == 2
    assert office.case(approved).state is State.APPROVED, "a preview changes nothing"
    assert not models.Entry.objects.filter(case_number="ORDERS").exists()
    number, blocked = entered(office)
    assert (number, set(blocked)) == (1, {at_work, approved})
    assert office.case(approved).state is State.BLOCKED
    assert "E1" in {order.id for order in law_of(office.desk, office.clock().date()).orders}
    assert names(delivery.fetch(office.desk, waiting, by="agent")) == {"order_in_force"}


def test_an_order_about_one_field_withholds_it_and_lets_the_rest_go(small_office: Office) -> None:
    office, case = small_office, small_office.determined()
    number, blocked = entered(office, fields=("mailing_address",))
    assert (number, blocked) == (1, ())
    done(decision.determine(office.desk, case, by="preparer"))
    made = models.Proposal.objects.filter(case=case).order_by("number").last()
    assert made is not None
    held = {row["item"]: row["orders"] for row in made.document["subject"]["items"]}
    assert held["identity.mailing_address"] == ["E1"]
    assert held["identity.name"] == []


def test_an_order_to_others_reaches_nothing_here(small_office: Office) -> None:
    office, case = small_office, small_office.approved()
    shown = orders.preview(office.desk, by="counsel", wanted=wanted(agencies="us.va"))
    assert not isinstance(shown, Refused)
    assert shown["reached"] == []
    entered(office, agencies="us.va")
    office.enter()
    outcome = release.release(office.desk, case, by="releaser", key="k")
    assert names(outcome) == {"changed"}, "the law is another one, so that it is decided anew"
    done(decision.determine(office.desk, case, by="preparer"))
    assert office.case(case).state is State.DETERMINED


def test_how_an_order_reads_the_law_keeps_the_other_reading_from_being_adopted(small_office: Office) -> None:
    desk = small_office.desk
    reading = {"question": "Q9", "reading": "R2", "reason": "a memorandum"}
    number = readings.propose(desk, by="counsel", **reading)
    assert isinstance(number, int)
    entered(small_office, acts=(), holds="Q9=R1")
    assert names(readings.propose(desk, by="counsel", **reading)) == {"against_an_order"}
    assert names(readings.adopt(desk, by="privacy", proposed=number)) == {"against_an_order"}


def test_an_adopted_reading_gives_way_to_an_order_that_comes_later(small_office: Office) -> None:
    office, desk = small_office, small_office.desk
    number = readings.propose(desk, by="counsel", question="Q9", reading="R2", reason="a memorandum")
    assert isinstance(number, int)
    readings.adopt(desk, by="privacy", proposed=number)
    office.clock.move(days=5)
    assert law_of(desk, office.clock().date()).readings["Q9"] == "R2"
    entered(office, acts=(), holds="Q9=R1")
    assert law_of(desk, office.clock().date()).readings["Q9"] == "R1"
    shown = readings.readings_document(desk, by="counsel")
    assert shown["proposals"][0]["stage"] == "against_an_order"


def test_an_entered_order_ends_by_two_officials_and_the_wait(small_office: Office) -> None:
    office, desk = small_office, small_office.desk
    entered(office)
    number = readings.propose(desk, by="counsel", order="E1", status="lifted", reason="vacated on appeal")
    assert isinstance(number, int)
    assert isinstance(readings.adopt(desk, by="privacy", proposed=number), int)
    assert "E1" in {order.id for order in law_of(desk, office.clock().date()).orders}
    office.clock.move(days=4)
    assert "E1" not in {order.id for order in law_of(desk, office.clock().date()).orders}


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"court": ""}, "not_stated"),
        ({"says": "x" * 601}, "too_long"),
        ({"begins": "2026-03-11"}, "not_begun"),
        ({"acts": ()}, "does_nothing"),
        ({"agencies": ""}, "to_nobody"),
        ({"agencies": "Department of Justice"}, "no_agency"),
        ({"pathways": ""}, "no_paragraph"),
        ({"pathways": "26 USC 7213"}, "no_paragraph"),
        ({"fields": ("shoe_size",)}, "no_field"),
        ({"subjects_min": "0"}, "no_number"),
        ({"holds": "Q99=R1"}, "no_such_reading"),
    ],
)
def test_what_is_no_order_is_refused_before_it_is_shown_and_before_it_is_entered(
    small_office: Office, changed: dict[str, Any], reason: str
) -> None:
    made = wanted(**changed)
    assert reason in names(orders.preview(small_office.desk, by="counsel", wanted=made))
    assert reason in names(orders.enter_order(small_office.desk, by="counsel", wanted=made))
    entered(small_office)


@pytest.mark.parametrize(
    "changed",
    [{"begins": "soon"}, {"pathways": "x"}, {"subjects_min": "many"}, {"holds": "Q3"}, {"acts": ("x",)}],
)
def test_a_form_that_cannot_be_read_is_told_where(changed: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        wanted(**changed)


def test_counsel_alone_enters_orders_and_the_page_tells_of_old_dockets(small_office: Office) -> None:
    assert "no_role" in names(orders.enter_order(small_office.desk, by="privacy", wanted=wanted()))
    assert orders.orders_document(small_office.desk, by="counsel")["dockets_fresh"]
    small_office.clock.move(days=8)
    assert not orders.orders_document(small_office.desk, by="counsel")["dockets_fresh"]
    parties.record_docket_check(small_office.desk, by="counsel")
    assert orders.orders_document(small_office.desk, by="counsel")["dockets_fresh"]
