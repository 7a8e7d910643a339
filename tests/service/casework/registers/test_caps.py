"""Caps of counsel: at intake so many persons for an officer a day, at review so many signatures of an official."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.service.casework.office import Office, done, names

from lawgate.casework.words import State
from lawgate.errors import InputError
from lawgate.service.casework.acts import intake, review
from lawgate.service.casework.acts.turned_away import DOOR
from lawgate.service.casework.desk import Refused
from lawgate.service.casework.registers import capping
from lawgate.stores.casework import models


def set_caps(office: Office, officer: str = "", signatures: str = "", by: str = "counsel") -> int | Refused:
    return capping.set_caps(office.desk, by=by, subjects_an_officer=officer, signatures_a_day=signatures)


def request_about(office: Office, number: str, persons: int) -> bytes:
    document: dict[str, Any] = json.loads(office.request(number))
    (one,) = document["subjects"]
    document["subjects"] = [{**one, "ref": str(at)} for at in range(1, persons + 1)]
    return json.dumps(document).encode()


def received(office: Office, number: str, persons: int = 1) -> object:
    return intake.receive(office.desk, request_about(office, number, persons), by="agent")


def test_one_officer_is_named_for_so_many_persons_a_day_and_no_more(office: Office) -> None:
    assert isinstance(received(office, "REQ-0", 4), tuple), "without a cap it is taken in"
    office.clock.move(days=1)
    assert isinstance(set_caps(office, officer="3"), int)
    assert names(received(office, "REQ-1", 4)) == {"officer_cap"}
    (entry,) = models.Entry.objects.filter(case_number=DOOR)
    assert (entry.account["subjects_count"], entry.account["reason"]["refused"]) == (4, ["officer_cap"])
    assert isinstance(received(office, "REQ-2", 2), tuple)
    assert names(received(office, "REQ-3", 2)) == {"officer_cap"}, "a request in parts is counted as one"
    assert isinstance(received(office, "REQ-4"), tuple)
    assert isinstance(received(office, "REQ-2", 2), tuple), "the same request again is no second one"
    office.clock.move(days=1)
    assert isinstance(received(office, "REQ-3", 2), tuple)


def test_of_one_officer_so_many_cases_are_signed_a_day_and_no_more(office: Office) -> None:
    first, second = office.in_review("REQ-1"), office.in_review("REQ-2")
    assert isinstance(set_caps(office, officer="1"), int)
    office.sign(first, "first")
    office.sign(first, "second")
    digest = office.digest(second)
    assert names(review.sign(office.desk, second, by="first", digest=digest)) == {"officer_cap"}
    assert isinstance(set_caps(office), int)
    done(review.sign(office.desk, second, by="first", digest=digest))


def test_one_official_signs_so_often_a_day_and_no_more(office: Office) -> None:
    cases = [office.in_review(f"REQ-{at}") for at in range(3)]
    assert isinstance(set_caps(office, signatures="1"), int)
    office.sign(cases[0], "first")
    digest = office.digest(cases[1])
    assert names(review.sign(office.desk, cases[1], by="first", digest=digest)) == {"too_many_today"}
    office.sign(cases[1], "second")
    office.clock.move(days=1)
    assert done(review.sign(office.desk, cases[1], by="first", digest=digest)).state is State.APPROVED


def test_mended_words_are_counted_by_the_officer_whom_they_name(small_office: Office) -> None:
    office = small_office
    set_caps(office, officer="1")
    other = json.loads(office.request("REQ-1"))
    other["recipients"][0]["name"] = "Agent Two"
    case = office.received_from(json.dumps({**other, "in_writing": False}).encode()).number
    done(intake.admit(office.desk, case, by="clerk"))
    done(intake.mend(office.desk, case, office.request("REQ-1"), by="agent"))
    from lawgate.stores.casework.counts import officers_of  # noqa: PLC0415 - Django is ready by now

    named = json.loads(office.request("REQ-1"))["recipients"][0]["name"]
    assert officers_of([case]) == {case: (named,)}


@pytest.mark.parametrize(
    ("officer", "signatures", "reason"), [("0", "", "no_number"), ("", "101", "above_limit")]
)
def test_a_cap_is_a_number_within_the_deployments_own_limit(
    small_office: Office, officer: str, signatures: str, reason: str
) -> None:
    assert names(set_caps(small_office, officer, signatures)) == {reason}
    assert isinstance(set_caps(small_office, "1", "100"), int)
    with pytest.raises(InputError, match="not a number"):
        set_caps(small_office, "many")


def test_counsel_alone_sets_caps(small_office: Office) -> None:
    assert all(names(set_caps(small_office, "1", by=one)) == {"no_role"} for one in ("privacy", "releaser"))
    shown = capping.caps_document(small_office.desk, by="auditor")
    assert (shown["subjects_an_officer"], shown["signatures_a_day"], shown["may_set"]) == (None, None, False)
