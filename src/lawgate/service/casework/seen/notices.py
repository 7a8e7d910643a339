"""Notices as they are read, and as they are taken away to those who do not look: a case's number and never a text."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from lawgate.casework.case import Actor
from lawgate.casework.notices import TELLING, is_told
from lawgate.casework.permissions import check_sees
from lawgate.casework.words import Notice, Role
from lawgate.service.casework.desk import Desk, person
from lawgate.service.casework.seen.door import all_told, told_of
from lawgate.stores.casework import notices as rows
from lawgate.stores.casework.read import find_case
from lawgate.stores.notice_folder import drop

Document = dict[str, Any]

SHOWN: Final = 100
AT_ONCE: Final = 1000


def notices_document(desk: Desk, *, by: str) -> Document:
    """The latest notices to somebody, in his roles; an agency's officer sees what his agency is told by now."""
    actor = person(desk, by)
    if not actor.active:
        return {"rows": []}
    shown = _inside(actor)
    if Role.AGENCY_OFFICER in actor.roles and actor.agency:
        shown += _outside(desk, actor.agency)
    once = {(row["notice"], row["about"], row["on"]): row for row in reversed(shown)}
    return {"rows": sorted(once.values(), key=lambda row: (row["on"], row["about"]), reverse=True)}


def _inside(actor: Actor) -> list[Document]:
    """The latest to the roles of an official."""
    found = rows.latest(actor.roles, count=SHOWN)
    return [
        _row(one, on=one.at.date())
        for one in found
        if not one.sealed or one.to is Role.AUDITOR or not check_sees(actor, find_case(one.about))
    ]


def _outside(desk: Desk, agency: str) -> list[Document]:
    """The latest to an agency. They stand by the day on which it is told: they were written at a decision inside.

    What is told of every case of its is found first, and then the notices of those of which one is told: so that
    nothing here depends on how many wait.
    """
    told = {number: (said, on) for number, said, on in all_told(desk, agency) if said in TELLING}
    found = [one for one in rows.to_agencies(sorted(told)) if is_told(one.notice, told[one.about][0])]
    shown = [
        _row(one, on=(told[one.about][1] if one.notice is Notice.NOT_DISCLOSED else None) or one.at.date())
        for one in found
    ]
    return sorted(shown, key=lambda row: (row["on"], row["about"]), reverse=True)[:SHOWN]


def _row(one: rows.NoticeRow, *, on: date) -> Document:
    outside = one.to is Role.AGENCY_OFFICER
    return {
        "notice": one.notice.value,
        "about": one.about,
        "is_case": one.is_case,
        "outside": outside,
        "on": on,
        "at": None if outside else one.at,
    }


def to_send(desk: Desk) -> tuple[int, ...]:
    """The notices that wait to be taken away and may be by now; none where the deployment names no folder for them."""
    if desk.notices is None:
        return ()
    found: list[int] = []
    after = 0
    while batch := rows.unsent(after=after, count=AT_ONCE):
        found += [one.id for one in batch if one.to is not Role.AGENCY_OFFICER or _is_told(desk, one)]
        after = batch[-1].id
    return tuple(found)


def send(desk: Desk, number: int) -> bool:
    """Put a notice where the deployment's mail fetches it, once; whether it was put.

    InputError where it cannot be written: it stays unsent, and the job is tried again.
    """
    one = rows.find(number)
    if one is None or desk.notices is None:
        return False
    if one.to is Role.AGENCY_OFFICER and not _is_told(desk, one):
        return False
    document = {
        "notice": one.notice.value,
        "to": one.to.value,
        "agency": find_case(one.about).agency if one.to is Role.AGENCY_OFFICER else None,
        "about": one.about,
    }
    drop(desk.notices, f"{one.id:012}", document)
    rows.mark_sent(one.id, desk.now())
    return True


def _is_told(desk: Desk, one: rows.NoticeRow) -> bool:
    """Whether the agency is told by now what this notice says: a notice tells no more than the agency's own page."""
    return one.is_case and is_told(one.notice, told_of(desk, find_case(one.about)))
