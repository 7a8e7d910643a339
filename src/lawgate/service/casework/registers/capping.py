"""Caps by page, and what they hold back: a request at intake, a signature at review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from lawgate.casework.caps import Caps, caps_of, check_caps, check_officers, check_signatures
from lawgate.casework.case import Actor, Case
from lawgate.casework.registers import Entered, Register, can_enter
from lawgate.casework.words import Reasons
from lawgate.decide.request import Request, Subject
from lawgate.errors import InputError
from lawgate.service.casework.desk import Desk, Refused, person
from lawgate.service.casework.recording import enter, steps_of
from lawgate.stores.casework import counts
from lawgate.stores.casework.people import names_of
from lawgate.stores.casework.review import signed_on

Document = dict[str, Any]
DIGITS_MAX = 6


def set_caps(desk: Desk, *, by: str, subjects_an_officer: str, signatures_a_day: str) -> int | Refused:
    """Counsel sets both caps, from now on; an empty one is none. InputError for what is no number."""
    caps = Caps(
        _number(subjects_an_officer, "subjects_an_officer"), _number(signatures_a_day, "signatures_a_day")
    )
    limit = desk.limits.signatures_a_day_max
    return enter(
        desk,
        Register.CAPS,
        Entered.SET_CAPS,
        by=by,
        check=lambda *_: check_caps(caps, signatures_limit=limit),
        said=caps.said,
    )


def caps_document(desk: Desk, *, by: str) -> Document:
    """The caps in force, who set which when, and whether this person may."""
    steps, limit = steps_of(Register.CAPS), desk.limits.signatures_a_day_max
    caps, names = caps_of(steps), names_of(step.by for step in steps)
    return {
        "may_set": can_enter(person(desk, by), Entered.SET_CAPS),
        "subjects_an_officer": caps.subjects_an_officer_max,
        "signatures_a_day": caps.signatures_a_day_max,
        "limit": limit,
        "history": [
            {
                "number": step.number,
                "at": step.at,
                "by": names.get(step.by, step.by),
                "subjects_an_officer": step.said["subjects_an_officer_max"],
                "signatures_a_day": step.said["signatures_a_day_max"],
            }
            for step in reversed(steps)
        ],
    }


def named_in(asked: Request, subject: Subject) -> list[str]:
    """The officers whom a request names for one person, as its entry tells them."""
    return [one.name or one.id for one in asked.recipients_of(subject)]


def check_intake(desk: Desk, asked: Request, subjects: Sequence[Subject]) -> Reasons:
    """Why a request is not taken in today: an officer would be named for more persons than counsel lets him be."""
    caps = caps_of(steps_of(Register.CAPS))
    if caps.subjects_an_officer_max is None:
        return ()
    wanted = Counter(officer for subject in subjects for officer in set(named_in(asked, subject)))
    today = counts.received_by_officer(asked.requester.agency, desk.now().date())
    return check_officers(caps, wanted=wanted, today=today)


def check_signing(desk: Desk, case: Case, actor: Actor) -> Reasons:
    """Why a case is not signed by this person today: he signed often enough, or enough was signed for an officer."""
    caps, today = caps_of(steps_of(Register.CAPS)), desk.now().date()
    often = check_signatures(
        caps, signed_today=signed_on(actor.id, today), limit=desk.limits.signatures_a_day_max
    )
    if caps.subjects_an_officer_max is None:
        return often
    wanted = Counter(set(counts.officers_of([case.number]).get(case.number, ())))
    signed = counts.signed_by_officer(case.agency, today, besides=case.number)
    return (*often, *check_officers(caps, wanted=wanted, today=signed))


def _number(text: str, where: str) -> int | None:
    text = text.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= DIGITS_MAX):
        raise InputError("not a number", where=where, mend="write a number, or nothing for no cap")
    return int(text)
