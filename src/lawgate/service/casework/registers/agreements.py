"""Agreements with agencies: entered and ended by two officials, followed in the cases of those with whom they are."""

from __future__ import annotations

from datetime import date
from typing import Any

from lawgate.casework import agreeing
from lawgate.casework.agreeing import InRegister, Written, agreements_of
from lawgate.casework.case import Actor
from lawgate.casework.registers import Entered, Register, Step, can_enter, check_other, check_reason
from lawgate.casework.words import Reason, Reasons
from lawgate.cite import Cite
from lawgate.dates import parse_day
from lawgate.law.agreement import RESTS_ON_AGREEMENT, rests_on_agreement
from lawgate.law.agreements import AGREEMENTS
from lawgate.service.casework.desk import Desk, Refused, person
from lawgate.service.casework.recording import enter, steps_of
from lawgate.stores.casework.people import names_of

Document = dict[str, Any]


def propose_agreement(
    desk: Desk,
    *,
    by: str,
    title: str,
    party: str,
    provision: str,
    signed_on: str,
    last_day: str = "",
    encoded: str = "",
) -> int | Refused:
    """Counsel proposes to enter an agreement; InputError for what is no day or no provision."""
    written = Written(
        title.strip(),
        party.strip(),
        Cite.parse(provision),
        parse_day(signed_on, where="signed_on"),
        parse_day(last_day, where="last_day") if last_day else None,
        encoded,
    )
    return enter(
        desk,
        Register.AGREEMENTS,
        Entered.PROPOSE_AGREEMENT,
        by=by,
        check=lambda *_: agreeing.check_written(written, desk.now().date()),
        said=written.said,
    )


def propose_end(desk: Desk, *, by: str, number: int, reason: str) -> int | Refused:
    """Counsel proposes that an agreement ends."""
    return enter(
        desk,
        Register.AGREEMENTS,
        Entered.PROPOSE_AGREEMENT,
        by=by,
        check=lambda _, steps: (*check_reason(reason), *agreeing.check_end(agreements_of(steps), number)),
        said={"ends": number, "reason": reason.strip()},
    )


def confirm_agreement(desk: Desk, *, by: str, proposed: int) -> int | Refused:
    """The privacy officer confirms what counsel proposed; from today on it is followed, or no longer."""

    def check(actor: Actor, steps: tuple[Step, ...]) -> Reasons:
        first, reasons = agreeing.check_confirm(steps, proposed)
        return reasons or check_other(actor, first)

    said = {"proposed": proposed}
    return enter(desk, Register.AGREEMENTS, Entered.CONFIRM_AGREEMENT, by=by, check=check, said=said)


def narrowing(day: date, *, agency: str, provision: Cite | None) -> tuple[str, ...]:
    """The encoded agreements under which a request of this agency is decided on a day."""
    return agreeing.narrowing_names(_held(), day, agency=agency, provision=provision)


def check_agreements(desk: Desk, agency: str, pathways: tuple[Cite, ...]) -> Reasons:
    """Why nothing leaves under these pathways: each that rests on an agreement needs one in the register."""
    demanded = [one for one in pathways if rests_on_agreement(one)]
    if not demanded:
        return ()
    held, today = _held(), desk.now().date()
    return tuple(
        Reason(
            "no_agreement",
            "no agreement with {agency} under {cite} stands in the register",
            {"agency": agency, "cite": one.text},
        )
        for one in demanded
        if not agreeing.has_agreement(held, today, agency=agency, pathway=one)
    )


def agreements_document(desk: Desk, *, by: str) -> Document:
    """Every agreement of the register, those that are encoded, and what this person may do."""
    actor, today = person(desk, by), desk.now().date()
    held = _held()
    names = names_of(name for one in held for name in (one.by, one.confirmed_by, one.end_proposed_by) if name)
    return {
        "may_propose": can_enter(actor, Entered.PROPOSE_AGREEMENT),
        "may_confirm": can_enter(actor, Entered.CONFIRM_AGREEMENT),
        "today": today.isoformat(),
        "resting": [one.text for one in RESTS_ON_AGREEMENT],
        "encoded": [
            {"id": one.id, "title": one.title, "party": one.party, "provision": one.narrows.text}
            for one in AGREEMENTS.values()
        ],
        "agreements": [_document(one, today, names, by=actor.id) for one in reversed(held)],
    }


def _document(one: InRegister, today: date, names: Any, *, by: str) -> Document:
    written = one.written
    ending = one.end_proposed is not None and one.ended_on is None
    return {
        "number": one.number,
        "title": written.title,
        "party": written.party,
        "provision_text": written.provision.text,
        "signed_on": written.signed_on.isoformat(),
        "last_day": written.last_day.isoformat() if written.last_day else None,
        "encoded": written.encoded,
        "adds": [element.label for element in AGREEMENTS[written.encoded].adds] if written.encoded else [],
        "by": names.get(one.by, one.by),
        "on": one.on.isoformat(),
        "confirmed_by": names.get(one.confirmed_by or "", one.confirmed_by),
        "confirmed_on": one.confirmed_on.isoformat() if one.confirmed_on else None,
        "ended_on": one.ended_on.isoformat() if one.ended_on else None,
        "ending": one.end_proposed if ending else None,
        "end_reason": one.end_reason if ending or one.ended_on else "",
        "stage": _stage(one, today),
        "may_be_confirmed": one.confirmed_on is None and one.by != by,
        "may_end": ending and one.end_proposed_by != by,
        "may_be_ended": one.confirmed_on is not None and one.ended_on is None and not ending,
    }


def _stage(one: InRegister, today: date) -> str:
    if one.confirmed_on is None:
        return "proposed"
    if one.stands(today):
        return "followed"
    return "ended" if one.ended_on else "lapsed"


def _held() -> tuple[InRegister, ...]:
    return agreements_of(steps_of(Register.AGREEMENTS))
