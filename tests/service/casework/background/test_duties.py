"""What is due is listed, and what an order now forbids is blocked without anybody's asking."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

from tests.service.casework.office import Office, done

from lawgate.casework.words import State
from lawgate.service.casework.acts import decision, delivery, intake
from lawgate.service.casework.background.duties import block_if_forbidden, duties, open_to_orders
from lawgate.stores.casework import models


def blocked(office: Office) -> tuple[str, ...]:
    """The open cases that the orders of today stop when each is held to them, as the job of a new day does."""
    return tuple(number for number in open_to_orders() if block_if_forbidden(office.desk, number))


def test_an_answer_is_late_once_its_last_day_is_over_and_never_while_the_requester_mends(
    small_office: Office,
) -> None:
    office = small_office
    waits, returned = office.received("REQ-1"), office.received("REQ-2", in_writing=False)
    done(intake.admit(office.desk, returned, by="clerk"))
    office.clock.move(days=30)
    assert duties(office.desk).late == ()
    office.clock.move(days=1)
    last_day = (office.clock() - timedelta(days=1)).date()
    assert duties(office.desk).late == ((waits, last_day),)


def test_a_release_in_an_emergency_is_due_for_a_second_look_until_it_was_taken(small_office: Office) -> None:
    office = small_office
    case = office.released_in_emergency()
    assert duties(office.desk).to_review == ((case, office.clock() + timedelta(days=1)),)
    done(delivery.review_after(office.desk, case, by="second", agrees=True, reason="seen"))
    assert duties(office.desk).to_review == ()


def test_cases_that_an_order_now_forbids_are_blocked_and_others_are_not(small_office: Office) -> None:
    office = small_office
    for login in ("clerk", "agent", "preparer"):
        models.Assignment.objects.filter(official_id=login).update(begins_on=date(2025, 1, 1))
    office.clock.at = datetime(2025, 11, 20, 12, tzinfo=UTC)
    other = office.received("REQ-1")
    document = json.loads(office.request("REQ-2", "blocked-by-orders"))
    case = office.received_from(
        json.dumps({**document, "received_on": "2025-11-19"}).encode(), by="clerk"
    ).number
    for number in (other, case):
        done(intake.admit(office.desk, number, by="clerk"))
    assert blocked(office) == ()
    office.clock.at = datetime(2026, 3, 10, 12, tzinfo=UTC)
    assert blocked(office) == (case,)
    assert office.case(case).state is State.BLOCKED
    assert blocked(office) == ()
    assert done(decision.determine(office.desk, other, by="preparer")).state is State.DETERMINED
