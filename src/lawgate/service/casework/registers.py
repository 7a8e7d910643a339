"""Registers that releases rest on: officials and their roles, agencies and their safeguards, looks at the dockets."""

from __future__ import annotations

from datetime import date

from lawgate.casework.words import Reason, Role
from lawgate.cite import Cite
from lawgate.ledger.entry import Kind
from lawgate.service.casework.desk import Desk, Refused, person
from lawgate.stores.casework import registers as rows
from lawgate.stores.casework.write import Told, draw_secrets, last_sequence, write_general
from lawgate.stores.database import one_transaction
from lawgate.stores.log import say

DOCKETS = "DOCKETS"
"""Under this name stand the entries of looks at the dockets, which belong to no case."""


def register_official(
    login: str,
    name: str,
    roles: tuple[Role, ...],
    *,
    since: date,
    agency: str = "",
    authority: tuple[Cite, ...] = (),
) -> None:
    """Somebody who may act from a day on; `authority` are the provisions for which it was delegated to him."""
    with one_transaction():
        rows.put_official(login, name, agency)
        for role in roles:
            for provision in authority or (None,):
                rows.put_assignment(login, role, provision, since)


def end_roles(login: str, *, on: date) -> None:
    """From the next day on he does nothing any more."""
    with one_transaction():
        rows.end_assignments(login, on)


def close_account(login: str) -> None:
    """He does nothing any more, from now on."""
    with one_transaction():
        rows.close_account(login)


def register_agency(
    name: str, *, safeguards_satisfy: bool, reviewed_on: date, valid_until: date, key: str
) -> None:
    """How an agency's safeguards were found, until when that holds, and the key that packages are sealed to."""
    with one_transaction():
        rows.put_agency(name, safeguards_satisfy, reviewed_on, valid_until, key)


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
