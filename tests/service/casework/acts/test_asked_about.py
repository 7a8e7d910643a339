"""An agency that asks about one person again and again, a word changed each time, is stopped before any look."""

from __future__ import annotations

import copy
import json
from dataclasses import replace

import pytest
from tests.service.casework.office import Office, done
from tests.service.casework.test_canary import canaries_of

from lawgate.casework.case import Case
from lawgate.casework.words import Role
from lawgate.ledger.fields import commitments, field_root
from lawgate.service.casework.acts import intake
from lawgate.service.casework.acts.asked_about import forget_asked
from lawgate.service.casework.acts.turned_away import DOOR
from lawgate.service.casework.desk import Refused
from lawgate.service.casework.registers import parties
from lawgate.service.casework.seen import door
from lawgate.stores.casework import models
from lawgate.stores.casework.account import account_lines

MAX = 3


@pytest.fixture
def strict(small_office: Office) -> Office:
    limits = replace(small_office.desk.limits, resubmissions_max=MAX, resubmission_days=30)
    small_office.desk = replace(small_office.desk, limits=limits)
    return small_office


def asks(office: Office, number: int, *, by: str = "agent", **subject: object) -> tuple[Case, ...] | Refused:
    document = copy.deepcopy(json.loads(office.request(f"REQ-{number}")))
    document["subjects"][0] |= subject
    return intake.receive(office.desk, json.dumps(document).encode(), by=by)


def test_the_same_person_at_another_address_each_time_is_refused_at_the_limit(strict: Office) -> None:
    for number in range(MAX):
        assert not isinstance(
            asks(strict, number, address=f"{number} Elm Street, Springfield IL 62704"), Refused
        )
    before = models.Case.objects.count()
    refused = asks(strict, 9, address="9 Elm Street, Springfield IL 62704")
    assert isinstance(refused, Refused)
    assert refused.names == {"asked_too_often"}
    assert models.Case.objects.count() == before


def test_whoever_is_turned_away_asked_all_the_same_and_that_is_entered_without_a_word_of_it(
    strict: Office,
) -> None:
    for number in range(MAX):
        asks(strict, number)
    for number in (8, 9):
        assert isinstance(asks(strict, number), Refused)
    told = list(models.Entry.objects.filter(case_number=DOOR).order_by("sequence"))
    assert [(one.sequence, one.kind, one.actor) for one in told] == [
        (1, "request_refused", "agent"),
        (2, "request_refused", "agent"),
    ]
    assert told[0].account["agency"] == "us.doj"
    assert told[0].account["reason"]["refused"] == ["asked_too_often"]
    assert told[0].account["reason"]["request"] != told[1].account["reason"]["request"]
    words = str(told[0].account) + bytes(told[0].encoded).decode()
    assert not [canary for canary in canaries_of(strict) if canary in words]
    strict.enter()
    assert models.Entry.objects.filter(case_number=DOOR, leaf__isnull=True).count() == 0
    lines = [one for one in account_lines(strict.desk.secret) if one.index in {each.leaf for each in _door()}]
    assert len(lines) == 2
    assert all(field_root(one.commitments) == field_root(commitments(one.fields)) for one in lines)


def _door() -> list[models.Entry]:
    return list(models.Entry.objects.filter(case_number=DOOR))


def test_the_same_bytes_again_are_the_same_request_and_do_not_count(strict: Office) -> None:
    for _again in range(MAX + 2):
        assert not isinstance(asks(strict, 1), Refused)


def test_neither_the_spelling_of_a_name_nor_leaving_out_the_number_goes_past_it(strict: Office) -> None:
    asks(strict, 1, name={"given": "Ana", "surname": "Nuñez"}, tin="900-70-1234")
    asks(strict, 2, name={"given": "ANA", "surname": "Nunez"}, tin=None)
    asks(strict, 3, name={"given": "Another", "surname": "Name"}, tin="900701234")
    asks(strict, 4, name={"given": "ana", "surname": "NUÑEZ"}, tin=None)
    by_name = asks(strict, 5, name={"given": "Ana", "surname": "Nuñez"}, tin=None)
    assert isinstance(by_name, Refused)
    asks(strict, 6, name={"given": "Third", "surname": "Person"}, tin="900701234")
    by_number = asks(strict, 7, name={"given": "Fourth", "surname": "Person"}, tin="900-70-1234")
    assert isinstance(by_number, Refused)
    assert not isinstance(asks(strict, 8, name={"given": "Fifth", "surname": "Person"}, tin=None), Refused)


def test_parts_of_one_department_count_as_one_and_another_department_apart(strict: Office) -> None:
    registers_of = {"bureau": "us.doj.fbi", "other": "us.dhs"}
    for login, agency in registers_of.items():
        parties.register_official(
            strict.desk,
            login,
            login.title(),
            (Role.AGENCY_OFFICER,),
            since=strict.clock().date(),
            agency=agency,
        )
    for number in range(MAX):
        asks(strict, number)
    for number, (login, agency) in enumerate(registers_of.items(), 50):
        body = json.loads(strict.request(f"REQ-{number}"))
        body["requester"]["agency"] = agency
        outcome = intake.receive(strict.desk, json.dumps(body).encode(), by=login)
        assert isinstance(outcome, Refused) == (login == "bureau"), outcome


def test_an_intake_clerk_takes_in_what_the_door_does_not(strict: Office) -> None:
    for number in range(MAX):
        asks(strict, number)
    assert isinstance(asks(strict, 8), Refused)
    assert not isinstance(asks(strict, 9, by="clerk"), Refused)


def test_mending_the_same_request_over_and_over_counts_too(strict: Office) -> None:
    case = strict.received("REQ-1", in_writing=False)
    outcomes = []
    for _again in range(MAX):
        done(intake.admit(strict.desk, case, by="clerk"))
        outcomes.append(
            door.mend(strict.desk, case, by="agent", body=strict.request("REQ-1", in_writing=False))
        )
    assert [isinstance(one, Refused) for one in outcomes] == [False] * (MAX - 1) + [True]
    assert outcomes[-1].names == {"asked_too_often"}


def test_after_its_days_it_counts_no_more_and_is_forgotten(strict: Office) -> None:
    for number in range(MAX):
        asks(strict, number)
    strict.clock.move(days=31)
    assert not isinstance(asks(strict, 9), Refused)
    assert forget_asked(strict.desk) == MAX, "the request states no number, so each is one row"
    assert models.AskedAbout.objects.count() == 1


def test_what_is_counted_holds_no_word_of_the_person(strict: Office) -> None:
    asks(strict, 1)
    held = json.dumps(list(models.AskedAbout.objects.values("agency", "person")))
    assert "us.doj" in held
    assert [one for one in canaries_of(strict) if one.lower() in held.lower()] == []
