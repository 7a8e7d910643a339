"""Letters of a case as PDF: what the agency is sent, and what an official sees before it is."""

from __future__ import annotations

from datetime import date

from lawgate.casework.outside import Told
from lawgate.casework.words import State
from lawgate.cite import Cite
from lawgate.errors import InputError
from lawgate.present.letters.letter import (
    Disclosed,
    Heading,
    Point,
    grant_letter,
    refuse_letter,
    return_letter,
)
from lawgate.present.letters.pages import Language
from lawgate.service.casework.deployment.deployed import office_of
from lawgate.service.casework.desk import Desk, Refused
from lawgate.service.casework.seen.door import answer_on, told_of
from lawgate.service.casework.seen.overview import Overview, look_at

SENT: frozenset[Told] = frozenset({Told.RETURNED, Told.NOT_DISCLOSED})
"""What the agency has a letter on here; the letter of a grant is in the package."""


def letter_sent(desk: Desk, number: str, *, by: str, language: str) -> bytes | Refused:
    """The letter that an agency is sent on its case; InputError where there is none now.

    The letter on what is not disclosed is dated with its reply window, so that its day tells nothing.
    """
    seen = look_at(desk, number, by=by, purpose="")
    if isinstance(seen, Refused):
        return seen
    told = told_of(desk, seen.case)
    if told not in SENT:
        raise InputError("there is no letter now", where=number, mend="come back when the case has moved on")
    return _letter(desk, seen, told, language, today=answer_on(desk, seen.case) or desk.now().date())


def letter_preview(desk: Desk, number: str, *, by: str, language: str) -> bytes | Refused:
    """The letter that would be sent as the case stands; the look is entered. InputError where none would."""
    seen = look_at(desk, number, by=by, purpose="to see the letter")
    if isinstance(seen, Refused):
        return seen
    case, today = seen.case, desk.now().date()
    if case.state is State.RETURNED:
        return _letter(desk, seen, Told.RETURNED, language, today=today)
    if case.state is State.WITHHELD:
        return _letter(desk, seen, Told.NOT_DISCLOSED, language, today=answer_on(desk, case) or today)
    if case.proposal is None or not case.proposal.leaving:
        raise InputError("no letter would be sent", where=number, mend="have the case determined")
    return _grant(desk, seen, language, today)


def _letter(desk: Desk, seen: Overview, told: Told, language: str, *, today: date) -> bytes:
    clock, waiting_since = seen.case.deadline, seen.case.waiting_since or today
    if told is Told.RETURNED:
        day = (clock.stopped_on if clock else None) or waiting_since
        defects = [Point(Cite.parse(one["cite"]).text, one["fix"]) for one in seen.defects]
        return return_letter(_heading(desk, seen, language, day), defects=defects)
    return refuse_letter(_heading(desk, seen, language, today))


def _grant(desk: Desk, seen: Overview, language: str, day: date) -> bytes:
    proposal = seen.case.proposal
    if proposal is None or seen.determination is None:
        raise InputError("nothing is proposed", where=seen.case.number, mend="have the case determined")
    periods: dict[tuple[str, str], list[str]] = {}
    for line in proposal.leaving:
        held = periods.setdefault((line.item, line.pathway.text if line.pathway else ""), [])
        held += [line.period] if line.period else []
    rows = seen.determination["subject"]["items"]
    limits = dict.fromkeys((one["cite_text"], one["says"]) for row in rows for one in row["limits"])
    return grant_letter(
        _heading(desk, seen, language, day),
        disclosed=[
            Disclosed(item, tuple(sorted(set(stated))), provision)
            for (item, provision), stated in periods.items()
        ],
        limits=[Point(cite, says) for cite, says in limits],
        corpus=proposal.corpus,
    )


def _heading(desk: Desk, seen: Overview, language: str, day: date) -> Heading:
    case = seen.case
    return Heading(
        agency=office_of(desk),
        address=(),
        to=(case.agency,),
        case=case.number,
        request=case.request,
        day=day,
        language=Language.SPANISH if language == "es" else Language.ENGLISH,
        synthetic=True,
    )
