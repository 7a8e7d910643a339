"""Notices as they are read, and as they are taken away to those who do not look: a case's number and never a text."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from lawgate.casework.notices import is_told
from lawgate.casework.permissions import check_sees
from lawgate.casework.words import Notice, Role
from lawgate.service.casework.desk import Desk, person
from lawgate.service.casework.door import answer_on, told_of
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
    found = rows.latest(actor.roles, agency=actor.agency, count=SHOWN)
    # An agency's stand by the day on which it is told: the moment of their writing is that of the decision inside.
    shown: dict[tuple[str, str, Any], Document] = {}
    for one in found:
        if one.to is Role.AGENCY_OFFICER and not _is_told(desk, one):
            continue
        if one.sealed and one.to is not Role.AUDITOR and check_sees(actor, find_case(one.about)):
            continue
        on = _told_on(desk, one)
        shown.setdefault(
            (one.notice.value, one.about, on),
            {
                "notice": one.notice.value,
                "about": one.about,
                "is_case": one.is_case,
                "outside": one.to is Role.AGENCY_OFFICER,
                "on": on,
                "at": None if one.to is Role.AGENCY_OFFICER else one.at,
            },
        )
    return {"rows": sorted(shown.values(), key=lambda row: (row["on"], row["about"]), reverse=True)}


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


def _told_on(desk: Desk, one: rows.NoticeRow) -> date:
    """The day of a notice; that of an answer to an agency is its reply window."""
    if one.to is Role.AGENCY_OFFICER and one.notice is Notice.NOT_DISCLOSED:
        return answer_on(desk, find_case(one.about)) or one.at.date()
    return one.at.date()


def _is_told(desk: Desk, one: rows.NoticeRow) -> bool:
    """Whether the agency is told by now what this notice says: a notice tells no more than the agency's own page."""
    return one.is_case and is_told(one.notice, told_of(desk, find_case(one.about)))
