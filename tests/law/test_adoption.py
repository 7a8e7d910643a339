"""Adoption of readings: what may be adopted, from when, for how long, and against which orders never."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lawgate.errors import InputError
from lawgate.law.adoption import Adoption, check, followed_on
from lawgate.law.readings import DEFAULTS, QUESTIONS

ADOPTED = date(2026, 6, 1)
Q9 = Adoption(ADOPTED, ADOPTED, "counsel's memorandum of that day", question="Q9", reading="R2")
FIRST, LAST = ADOPTED + timedelta(days=4), ADOPTED + timedelta(days=89)


def followed(adoption: Adoption, day: date) -> str:
    return followed_on((adoption,), day, known_on=day, where="adopted.json").readings["Q9"]


def test_an_adopted_reading_is_followed_after_the_wait_and_until_it_lapses() -> None:
    days = (FIRST - timedelta(days=1), FIRST, LAST, LAST + timedelta(days=1))
    assert [followed(Q9, day) for day in days] == ["R1", "R2", "R2", "R1"]


def test_it_never_reaches_back() -> None:
    assert followed(Q9, ADOPTED - timedelta(days=365)) == "R1"


def test_the_wait_runs_from_the_notice_to_the_auditor_where_that_is_later() -> None:
    late = replace(Q9, auditor_notified_on=ADOPTED + timedelta(days=10))
    assert followed(late, FIRST) == "R1"
    assert followed(late, FIRST + timedelta(days=10)) == "R2"


@pytest.mark.parametrize("question", ["Q2", "Q6"])
def test_two_readings_can_never_be_adopted(question: str) -> None:
    adoption = replace(Q9, question=question, reading="R2")
    with pytest.raises(InputError, match="can never be adopted"):
        check((adoption,), where="adopted.json")
    check((replace(Q9, question=question, reading="R1"),), where="adopted.json")


def test_every_other_reading_can_be_adopted_by_the_form_of_its_row() -> None:
    for question in QUESTIONS.values():
        for reading in question.readings:
            if reading.adoptable:
                check((replace(Q9, question=question.id, reading=reading.id),), where="adopted.json")


def test_a_reading_against_an_order_that_binds_is_refused() -> None:
    against = replace(Q9, question="Q3", reading="R3")
    with pytest.raises(InputError, match="O4"):
        followed_on((against,), FIRST, known_on=FIRST, where="adopted.json")
    lifted = Adoption(ADOPTED, ADOPTED, "the mandate issued", order="O4", status="lifted")
    followed = followed_on((against, lifted), FIRST, known_on=FIRST, where="adopted.json")
    assert followed.readings["Q3"] == "R3"
    assert followed.set_aside == {"O4"}


BAD = {
    "neither": (replace(Q9, question=None, reading=None), "a reading or of an order"),
    "both": (replace(Q9, order="O4", status="lifted"), "a reading or of an order"),
    "no reason": (replace(Q9, reason=" "), "no reason"),
    "no such question": (replace(Q9, question="Q99"), "no such question"),
    "no such reading": (replace(Q9, reading="R9"), "no reading"),
    "no such order": (Adoption(ADOPTED, ADOPTED, "why", order="O99", status="lifted"), "no such order"),
    "no such status": (Adoption(ADOPTED, ADOPTED, "why", order="O4", status="ignored"), "no such status"),
}


@pytest.mark.parametrize(("adoption", "says"), BAD.values(), ids=BAD)
def test_a_row_that_cannot_stand_is_refused_with_its_place(adoption: Adoption, says: str) -> None:
    with pytest.raises(InputError, match=says) as refused:
        check((Q9, adoption), where="adopted.json")
    assert refused.value.where.startswith("adopted.json.adoptions[1]") or refused.value.where == "--reading"


def test_without_adoptions_the_defaults_are_followed() -> None:
    assert followed_on((), FIRST, known_on=FIRST, where="adopted.json").readings == DEFAULTS
