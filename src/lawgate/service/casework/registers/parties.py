"""Registers that releases rest on: officials and their roles, agencies and their safeguards, looks at the dockets.

Each change is an entry of the ledger, in the transaction that makes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from lawgate.casework.proposal import digest_of
from lawgate.casework.registers import Register
from lawgate.casework.words import Reason, Role
from lawgate.cite import Cite
from lawgate.errors import InputError
from lawgate.handover.recipient import parse_recipient
from lawgate.ledger.entry import Kind
from lawgate.service.casework.desk import SERVICE, Desk, Refused, person
from lawgate.service.casework.recording import record
from lawgate.stores.casework import registers as rows
from lawgate.stores.casework.write import Told, draw_secrets, last_sequence, write_general
from lawgate.stores.database import one_transaction
from lawgate.stores.log import say

LOGIN_CHARS_MAX, NAME_CHARS_MAX, AGENCY_CHARS_MAX = 80, 200, 120
"""What the columns have room for: SQLite takes longer ones, and PostgreSQL ends in a fault."""
DOCKETS = Register.DOCKETS.value
"""Under this name stand the entries of looks at the dockets, which belong to no case."""


def register_official(
    desk: Desk,
    login: str,
    name: str,
    roles: tuple[Role, ...],
    *,
    since: date,
    agency: str = "",
    authority: tuple[Cite, ...] = (),
    by: str = SERVICE.id,
) -> None:
    """Somebody who may act from a day on; `authority` are the provisions for which it was delegated to him.

    `by` is who had it entered. The entry names the login, not the person.
    """
    check_lengths(
        login=(login, LOGIN_CHARS_MAX), name=(name, NAME_CHARS_MAX), agency=(agency, AGENCY_CHARS_MAX)
    )
    said = {
        "official": _named(login, roles), "roles": [role.value for role in roles], "since": since.isoformat(),
        "agency": agency,
        "authority": [str(provision) for provision in authority],
    }  # fmt: skip
    with one_transaction():
        rows.put_official(login, name, agency)
        for role in roles:
            for provision in authority or (None,):
                rows.put_assignment(login, role, provision, since)
        record(desk, Register.OFFICIALS, "register_official", by=by, said=said)


def check_lengths(**told: tuple[str, int]) -> None:
    """InputError for the first text that has more signs than the most that is given with it."""
    for name, (text, most) in told.items():
        if len(text) > most:
            raise InputError(f"{len(text)} signs are more than {most}", where=name, mend="give a shorter one")


def end_roles(desk: Desk, login: str, *, on: date, by: str = SERVICE.id) -> None:
    """From the next day on he does nothing any more."""
    with one_transaction():
        said = {"official": _named(login, rows.roles_of(login)), "last_day": on.isoformat()}
        rows.end_assignments(login, on)
        record(desk, Register.OFFICIALS, "end_roles", by=by, said=said)


def close_account(desk: Desk, login: str, *, by: str = SERVICE.id) -> None:
    """He does nothing any more, from now on."""
    with one_transaction():
        rows.close_account(login)
        said = {"official": _named(login, rows.roles_of(login))}
        record(desk, Register.OFFICIALS, "close_account", by=by, said=said)


def register_agency(
    desk: Desk,
    name: str,
    *,
    safeguards_satisfy: bool,
    reviewed_on: date,
    valid_until: date,
    key: str,
    by: str = SERVICE.id,
) -> None:
    """How an agency's safeguards were found, until when that holds, and the key that packages are sealed to.

    The entry names the key by its digest.
    """
    check_lengths(agency=(name, AGENCY_CHARS_MAX))
    said = {
        "agency": name, "satisfy": safeguards_satisfy, "reviewed_on": reviewed_on.isoformat(),
        "valid_until": valid_until.isoformat(), "key": digest_of(key) if key else "",
    }  # fmt: skip
    with one_transaction():
        rows.put_agency(name, safeguards_satisfy, reviewed_on, valid_until, key)
        record(desk, Register.AGENCIES, "register_agency", by=by, said=said)


def register_key(desk: Desk, agency: str, registration: bytes, *, by: str = SERVICE.id) -> str:
    """The key that an agency's packages are sealed to from now on, with its safeguards as they are; its digest.

    InputError for bytes that are no registration.
    """
    check_lengths(agency=(agency, AGENCY_CHARS_MAX))
    parse_recipient(registration, where=agency)
    text = registration.decode("utf-8")
    said = {"agency": agency, "key": digest_of(text)}
    with one_transaction():
        rows.put_key(agency, text)
        record(desk, Register.AGENCIES, "register_key", by=by, said=said)
    return said["key"]


def record_key(desk: Desk, *, what: str, said: Mapping[str, Any], by: str = SERVICE.id) -> None:
    """A key of ours was exchanged for another: an entry of its own kind, which names keys by their digests alone.

    `what` tells the act in at most twenty letters, such as `rotate_ledger_key`.
    """
    with one_transaction():
        record(desk, Register.KEYS, what, by=by, said=said)


def record_docket_check(desk: Desk, *, by: str) -> date | Refused:
    """Counsel looked whether any order of a court is new."""
    actor = person(desk, by)
    if not actor.active or Role.COUNSEL not in actor.roles:
        say("refused", act="check_dockets", actor=actor.id, reasons=["no_role"])
        return Refused((Reason("no_role", "counsel looks at the dockets"),))
    with one_transaction():
        told = Told(actor.id, desk.now(), values={"officer": actor.id})
        place = DOCKETS, last_sequence(DOCKETS) + 1
        entry = write_general(place, Kind.DOCKETS_CHECKED, "check_dockets", told, draw_secrets(desk.secret))
        rows.put_docket_check(entry)
    return desk.now().date()


def _named(login: str, roles: Iterable[str]) -> str:
    """Somebody's login, as an entry names it; that of a person concerned is a taxpayer's number and is left out."""
    return "" if Role.DATA_SUBJECT in roles else login
