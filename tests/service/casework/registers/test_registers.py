"""Each change of a register is an entry of its own kind, in the transaction that makes it, without a name in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest
from tests.service.casework.office import CRIMINAL, Office

from lawgate.casework.registers import Register
from lawgate.casework.words import Role
from lawgate.errors import InputError
from lawgate.handover.recipient import RecipientKey
from lawgate.ledger.entry import Kind, parse_entry
from lawgate.service.casework.acts import intake
from lawgate.service.casework.desk import Desk, Refused
from lawgate.service.casework.registers import parties
from lawgate.stores.casework import models

SINCE = date(2026, 3, 1)
REGISTRATION = json.dumps(RecipientKey("records.example", b"\4" + bytes(64)).document).encode()


def agency(desk: Desk) -> None:
    parties.register_agency(
        desk, "us.dea", safeguards_satisfy=True, reviewed_on=SINCE, valid_until=SINCE, key="a key"
    )


def new_key(desk: Desk) -> None:
    parties.register_key(desk, "us.doj", REGISTRATION)


CHANGES: dict[str, tuple[Register, Kind, Callable[[Desk], None]]] = {
    "register_official": (
        Register.OFFICIALS,
        Kind.REGISTER_CHANGED,
        lambda desk: parties.register_official(
            desk, "new", "Canary Quillfeather", (Role.REVIEWER,), since=SINCE, authority=(CRIMINAL,)
        ),
    ),
    "end_roles": (
        Register.OFFICIALS,
        Kind.REGISTER_CHANGED,
        lambda desk: parties.end_roles(desk, "first", on=SINCE),
    ),
    "close_account": (
        Register.OFFICIALS,
        Kind.REGISTER_CHANGED,
        lambda desk: parties.close_account(desk, "first"),
    ),
    "register_agency": (Register.AGENCIES, Kind.REGISTER_CHANGED, agency),
    "register_key": (
        Register.AGENCIES,
        Kind.REGISTER_CHANGED,
        new_key,
    ),
    "rotate_ledger_key": (
        Register.KEYS,
        Kind.KEY_ROTATED,
        lambda desk: parties.record_key(desk, what="rotate_ledger_key", said={"from": "a", "to": "b"}),
    ),
}


def entries(register: Register) -> list[models.Entry]:
    return list(models.Entry.objects.filter(case_number=register.value).order_by("sequence"))


@pytest.mark.parametrize("act", CHANGES)
def test_each_change_of_a_register_is_entered_under_its_name(office: Office, act: str) -> None:
    register, kind, change = CHANGES[act]
    before = len(entries(register))
    change(office.desk)
    (*_, last) = entries(register)
    assert (last.sequence, last.act, last.kind) == (before + 1, act, kind.value)
    assert parse_entry(bytes(last.encoded), where="").kind is kind
    assert "Quillfeather" not in bytes(last.encoded).decode() + str(last.account)
    waiting = models.Entry.objects.filter(leaf__isnull=True).count()
    assert office.enter() == waiting >= 1


def test_the_number_by_which_a_person_concerned_signs_in_is_not_entered(small_office: Office) -> None:
    desk = small_office.desk
    parties.register_official(desk, "T0000001", "A Person", (Role.DATA_SUBJECT,), since=SINCE)
    parties.end_roles(desk, "T0000001", on=SINCE)
    parties.close_account(desk, "T0000001")
    last = entries(Register.OFFICIALS)[-3:]
    assert [one.account["reason"]["official"] for one in last] == ["", "", ""]
    assert last[0].account["reason"]["roles"] == ["data_subject"]
    parties.close_account(desk, "first")
    assert entries(Register.OFFICIALS)[-1].account["reason"]["official"] == "first"


def test_everybody_of_the_office_was_entered(small_office: Office) -> None:
    registered = {one.account["reason"]["official"] for one in entries(Register.OFFICIALS)}
    assert registered == set(models.Official.objects.values_list("login", flat=True))


@pytest.mark.parametrize("act", CHANGES)
def test_a_change_that_cannot_be_entered_is_not_made(
    small_office: Office, monkeypatch: pytest.MonkeyPatch, act: str
) -> None:
    def fails(*_: object) -> bool:
        raise TimeoutError

    def standing() -> list[object]:
        return [
            *models.Official.objects.values(),
            *models.Assignment.objects.values(),
            *models.Agency.objects.values(),
        ]

    before = standing()
    with monkeypatch.context() as broken:
        broken.setattr("lawgate.service.casework.recording.write_once", fails)
        with pytest.raises(TimeoutError):
            CHANGES[act][2](small_office.desk)
    assert standing() == before
    CHANGES[act][2](small_office.desk)
    assert standing() != before or CHANGES[act][0] is Register.KEYS


@pytest.mark.parametrize(
    ("changed", "where"),
    [({"login": "l" * 81}, "login"), ({"name": "n" * 201}, "name"), ({"agency": "a" * 121}, "agency")],
)
def test_what_the_columns_have_no_room_for_is_refused_in_one_line_on_either_database(
    office: Office, changed: dict[str, str], where: str
) -> None:
    given = {"login": "new", "name": "New", "agency": "", **changed}
    before = models.Entry.objects.count()
    with pytest.raises(InputError, match=rf"{where}: \d+ signs are more than \d+; give a shorter one"):
        register(office, given)
    assert models.Entry.objects.count() == before
    fitting = {name: value[:-1] if name == where else value for name, value in given.items()}
    register(office, fitting)


def register(office: Office, given: dict[str, str]) -> None:
    parties.register_official(
        office.desk, given["login"], given["name"], (Role.REVIEWER,), since=SINCE, agency=given["agency"]
    )


def test_a_request_of_an_agency_with_too_long_a_name_is_refused_in_one_line(office: Office) -> None:
    longest = ".".join(["us", "d" * 117])
    assert len(longest) == 120
    for name, is_read in ((longest, True), (longest + "d", False)):
        asked = json.loads(office.request("REQ-L"))
        asked["requester"]["agency"] = name
        parties.register_official(
            office.desk, "longest", "Long", (Role.AGENCY_OFFICER,), since=SINCE, agency=longest
        )
        if is_read:
            assert not isinstance(
                intake.receive(office.desk, json.dumps(asked).encode(), by="longest"), Refused
            )
        else:
            with pytest.raises(InputError, match=r"requester\.agency: .*120"):
                intake.receive(office.desk, json.dumps(asked).encode(), by="longest")


def test_a_key_is_registered_beside_the_safeguards_and_only_where_it_is_one(small_office: Office) -> None:
    before = models.Agency.objects.get(name="us.doj")
    with pytest.raises(InputError, match="not a JSON object"):
        parties.register_key(small_office.desk, "us.doj", b"no key")
    digest = parties.register_key(small_office.desk, "us.doj", REGISTRATION)
    after = models.Agency.objects.get(name="us.doj")
    assert after.key == REGISTRATION.decode()
    assert (after.safeguards_satisfy, after.valid_until) == (before.safeguards_satisfy, before.valid_until)
    assert entries(Register.AGENCIES)[-1].account["reason"] == {"agency": "us.doj", "key": digest}
