"""Safeguards of agencies by page: counsel states that they satisfy, the privacy officer confirms; either ends it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from lawgate.casework import safeguarding
from lawgate.casework.case import Actor
from lawgate.casework.registers import Entered, Register, Step, can_enter, check_other, check_reason
from lawgate.casework.safeguarding import Reviewed, check_reviewed
from lawgate.casework.words import Reason, Reasons
from lawgate.dates import parse_day
from lawgate.errors import InputError
from lawgate.law.agencies import is_part
from lawgate.service.casework.desk import Desk, Refused, person
from lawgate.service.casework.recording import enter, steps_of
from lawgate.stores.casework import registers as rows
from lawgate.stores.casework import watch
from lawgate.stores.casework.people import names_of
from lawgate.stores.casework.read import agencies_of

Document = dict[str, Any]


def propose_safeguards(
    desk: Desk, *, by: str, agency: str, reviewed_on: str, valid_until: str, basis: str
) -> int | Refused:
    """Counsel states that an agency's safeguards satisfy until a day; nothing changes before it is confirmed."""
    reviewed = Reviewed(
        agency.strip(),
        parse_day(reviewed_on, where="reviewed_on"),
        parse_day(valid_until, where="valid_until"),
        basis.strip(),
    )
    return enter(
        desk,
        Register.AGENCIES,
        Entered.PROPOSE_SAFEGUARDS,
        by=by,
        check=lambda *_: check_reviewed(reviewed, desk.now().date()),
        said=reviewed.said,
    )


def confirm_safeguards(desk: Desk, *, by: str, proposed: int) -> int | Refused:
    """The privacy officer confirms; from now on the agency may receive until the day stated."""
    step, _ = safeguarding.check_confirm(steps_of(Register.AGENCIES), proposed)
    agency = str(step.said["agency"]) if step else ""

    def check(actor: Actor, steps: tuple[Step, ...]) -> Reasons:
        found, reasons = safeguarding.check_confirm(steps, proposed)
        if found is None or reasons:
            return reasons
        over = date.fromisoformat(found.said["valid_until"]) < desk.now().date()
        return (
            *check_other(actor, found.by),
            *((Reason("over", "its last day is over"),) if over else ()),
        )

    def change(_: Actor) -> None:
        if step is not None:
            reviewed, until = (date.fromisoformat(step.said[name]) for name in ("reviewed_on", "valid_until"))
            rows.put_safeguards(agency, satisfy=True, reviewed_on=reviewed, valid_until=until)

    said = {"agency": agency, "proposed": proposed}
    return enter(
        desk, Register.AGENCIES, Entered.CONFIRM_SAFEGUARDS, by=by, check=check, said=said, change=change
    )


def end_safeguards(desk: Desk, *, by: str, agency: str, reason: str) -> int | Refused:
    """Counsel or the privacy officer states that they do not satisfy: from now on nothing is released to it."""
    known = {name for name, *_ in watch.all_agencies()}

    def check(_: Actor, _steps: tuple[Step, ...]) -> Reasons:
        unknown = () if agency in known else (Reason("no_agency", "no such agency is registered"),)
        return (*check_reason(reason), *unknown)

    return enter(
        desk,
        Register.AGENCIES,
        Entered.END_SAFEGUARDS,
        by=by,
        check=check,
        said={"agency": agency, "reason": reason.strip()},
        change=lambda _: _end(agency, known),
    )


def _end(agency: str, known: Collection[str]) -> None:
    """They end for the agency and for its parts: a part that is reviewed by itself is confirmed anew."""
    for name in sorted(one for one in known if is_part(one, agency)):
        rows.put_safeguards(name, satisfy=False, reviewed_on=None, valid_until=None)


def agencies_document(desk: Desk, *, by: str) -> Document:
    """Every agency with how its safeguards stand, and those that wait to be confirmed."""
    actor, today, steps = person(desk, by), desk.now().date(), steps_of(Register.AGENCIES)
    registered = [name for name, *_ in watch.all_agencies()]
    proposed = {str(step.said["agency"]) for step in steps if step.act == Entered.PROPOSE_SAFEGUARDS}
    names = sorted({*registered, *proposed})
    return {
        "may_propose": can_enter(actor, Entered.PROPOSE_SAFEGUARDS),
        "today": today.isoformat(),
        "agencies": [
            {
                "name": one.name,
                "satisfies": one.satisfies(today),
                "until": one.valid_until.isoformat() if one.valid_until else None,
                "has_key": bool(one.key),
                "waits": safeguarding.waiting(steps, one.name) is not None,
            }
            for one in agencies_of(names)
        ],
    }


def agency_document(desk: Desk, name: str, *, by: str) -> Document:
    """One agency: how it stands, what waits, everything that was ever entered of it. InputError for one unknown."""
    actor, today = person(desk, by), desk.now().date()
    steps = steps_of(Register.AGENCIES)
    history = [step for step in steps if step.said.get("agency") == name]
    if not history:
        raise InputError("no such agency", where="agency", mend="take one of those that the list shows")
    (one,) = agencies_of((name,))
    names = names_of(step.by for step in history)
    waits = safeguarding.waiting(steps, name)
    return {
        "name": name,
        "today": today.isoformat(),
        "satisfies": one.satisfies(today),
        "until": one.valid_until.isoformat() if one.valid_until else None,
        "has_key": bool(one.key),
        "may_propose": can_enter(actor, Entered.PROPOSE_SAFEGUARDS),
        "may_end": can_enter(actor, Entered.END_SAFEGUARDS) and one.satisfies(today),
        "may_confirm": can_enter(actor, Entered.CONFIRM_SAFEGUARDS) and waits is not None and waits.by != actor.id,
        "waits": {**waits.said, "number": waits.number, "by": names.get(waits.by, waits.by)} if waits else None,
        "history": [
            {
                "number": step.number,
                "act": step.act,
                "by": names.get(step.by, step.by),
                "at": step.at,
                "valid_until": step.said.get("valid_until", ""),
                "satisfy": step.said.get("satisfy"),
                "words": step.said.get("basis") or step.said.get("reason") or "",
            }
            for step in reversed(history)
        ],
    }  # fmt: skip
