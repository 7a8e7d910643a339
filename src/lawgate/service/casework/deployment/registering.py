"""The registers of a deployment by command: officials with their roles, and the key of an agency."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lawgate.casework.words import Role
from lawgate.cite import Cite
from lawgate.dates import parse_day
from lawgate.errors import InputError
from lawgate.service.casework.deployment.founding import desk_of
from lawgate.service.casework.desk import SERVICE, Desk
from lawgate.service.casework.registers import parties
from lawgate.service.files import read_bytes
from lawgate.settings import Deployment
from lawgate.stores.casework.people import find_person

Document = dict[str, Any]


def register_official(
    login: str,
    *,
    name: str,
    roles: list[str],
    since: str,
    agency: str = "",
    authority: list[str] | None = None,
    by: str = SERVICE.id,
    desk: Desk | None = None,
) -> Document:
    """Somebody who may act from a day on. InputError for a role, a day or a provision that is none."""
    known = {role.value for role in Role} - {Role.SERVICE.value}
    if not roles or not set(roles) <= known:
        raise InputError("no such role", where="--role", mend=f"use one of {', '.join(sorted(known))}")
    if (Role.AGENCY_OFFICER.value in roles) != bool(agency):
        raise InputError(
            "an agency's officer belongs to an agency", where="--agency", mend="name both or neither"
        )
    for where, told in (("login", login), ("name", name)):
        if not told.strip():
            raise InputError("nothing is stated", where=where, mend="state it")
    day = parse_day(since, where="--since")
    provisions = tuple(Cite.parse(one) for one in authority or ())
    at = desk or desk_of(Deployment())
    parties.register_official(
        at, login, name, tuple(map(Role, roles)), since=day, agency=agency, authority=provisions, by=by
    )
    return {"official": login, "roles": roles, "since": since, "authority": [one.text for one in provisions]}


def end_roles(login: str, *, on: str, by: str = SERVICE.id, desk: Desk | None = None) -> Document:
    """The last day of all his roles."""
    at, day = desk or desk_of(Deployment()), parse_day(on, where="--on")
    _demand_known(at, login)
    parties.end_roles(at, login, on=day, by=by)
    return {"official": login, "last_day": on}


def close_account(login: str, *, by: str = SERVICE.id, desk: Desk | None = None) -> Document:
    """He does nothing any more, from now on."""
    at = desk or desk_of(Deployment())
    _demand_known(at, login)
    parties.close_account(at, login, by=by)
    return {"official": login, "closed": True}


def register_key(agency: str, *, key: Path, by: str = SERVICE.id, desk: Desk | None = None) -> Document:
    """The key that an agency's packages are sealed to from now on; its safeguards stay as they are.

    InputError for a file that is no registration.
    """
    at, registration = desk or desk_of(Deployment()), read_bytes(key)
    digest = parties.register_key(at, agency, registration, by=by)
    return {"agency": agency, "key": digest}


def _demand_known(desk: Desk, login: str) -> None:
    if find_person(login, desk.now().date()) is None:
        raise InputError("no such official", where=login[:80], mend="give the name that he signs in with")
