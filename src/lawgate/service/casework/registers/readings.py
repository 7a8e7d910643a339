"""Readings adopted by page: counsel proposes, the privacy officer adopts, the auditor is told by the same entry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lawgate.casework import adopting
from lawgate.casework.adopting import Proposed, Stage, Wanted, proposals_of
from lawgate.casework.case import Actor
from lawgate.casework.permissions import SEE_SEALED
from lawgate.casework.registers import Entered, Register, Step, can_enter, check_other, check_reason
from lawgate.casework.words import Reasons
from lawgate.dates import parse_day
from lawgate.law.adoption import LASTS, STATUSES, WAIT
from lawgate.law.readings import QUESTIONS
from lawgate.service.casework.desk import Desk, Refused, person
from lawgate.service.casework.recording import enter, steps_of
from lawgate.service.casework.registers.law_applied import Applied, applied, applied_by
from lawgate.stores.casework.people import names_of
from lawgate.stores.casework.turning import standing_documents

Document = dict[str, Any]


def propose(
    desk: Desk,
    *,
    by: str,
    reason: str,
    question: str = "",
    reading: str = "",
    order: str = "",
    status: str = "",
    not_before: str = "",
) -> int | Refused:
    """Counsel proposes a reading, or that an order was lifted or complied with; the number of the proposal.

    `not_before` is a day, or nothing. InputError for what is no day.
    """
    day = parse_day(not_before, where="not_before") if not_before else None
    wanted = Wanted(reason.strip(), question, reading, order, status, day)
    return enter(
        desk,
        Register.READINGS,
        Entered.PROPOSE_READING,
        by=by,
        check=lambda _, steps: _check_wanted(desk, wanted, steps),
        said=wanted.said,
    )


def adopt(desk: Desk, *, by: str, proposed: int) -> int | Refused:
    """The privacy officer adopts what counsel proposed; the same entry tells the auditor, and the wait begins."""

    def check(actor: Actor, steps: tuple[Step, ...]) -> Reasons:
        one = _find(steps, proposed)
        reasons = adopting.check_adopt(one)
        if one is None or reasons:
            return reasons
        return (*check_other(actor, one.by), *_check_wanted(desk, one.wanted, steps, besides=one.number))

    said = {"proposed": proposed, "told": "auditor"}
    return enter(desk, Register.READINGS, Entered.ADOPT_READING, by=by, check=check, said=said)


def withdraw(desk: Desk, *, by: str, proposed: int, reason: str) -> int | Refused:
    """Counsel withdraws a proposal or an adoption: from today on it is not followed."""
    return enter(
        desk,
        Register.READINGS,
        Entered.WITHDRAW_READING,
        by=by,
        check=lambda _, steps: (*check_reason(reason), *adopting.check_withdraw(_find(steps, proposed))),
        said={"proposed": proposed, "reason": reason.strip()},
    )


def readings_document(desk: Desk, *, by: str) -> Document:
    """What is followed today, each proposal with the cases that turn on it, and what this person may do."""
    actor, today = person(desk, by), desk.now().date()
    here = applied(desk, today)
    names = names_of(
        name for one in here.proposals for name in (one.by, one.adopted_by, one.withdrawn_by) if name
    )
    documents = list(standing_documents(sealed=bool(actor.roles & SEE_SEALED))) if here.proposals else []
    return {
        "may_propose": can_enter(actor, Entered.PROPOSE_READING),
        "may_adopt": can_enter(actor, Entered.ADOPT_READING),
        "may_withdraw": can_enter(actor, Entered.WITHDRAW_READING),
        "today": today.isoformat(),
        "wait_days": WAIT.days,
        "lasts_days": LASTS.days + 1,
        "statuses": list(STATUSES),
        "orders": [
            {"id": order.id, "says": order.says, "is_set_aside": order.id in here.followed.set_aside}
            for order in here.orders
        ],
        "questions": [
            {
                "id": question.id,
                "asks": question.asks,
                "followed": here.followed.readings[question.id],
                "is_default": here.followed.readings[question.id] == question.default,
                "says": question.reading(here.followed.readings[question.id]).says,
                "readings": [
                    {"id": one.id, "says": one.says, "adoptable": one.adoptable} for one in question.readings
                ],
            }
            for question in QUESTIONS.values()
        ],
        "proposals": [
            _proposal(one, here, today, names, documents, by=actor.id) for one in reversed(here.proposals)
        ],
    }


def turning_on(documents: list[tuple[str, Document]], question: str, reading: str) -> list[Document]:
    """The cases whose determination, as it was proposed, would come out otherwise under a reading, with the items."""
    found = []
    for number, document in documents:
        subject = document["subject"]
        turned = [
            row["item"]
            for row in subject.get("items", ())
            for turn in row["contested"]
            if _turns(turn, question, reading)
        ]
        whole = any(_turns(turn, question, reading) for turn in subject.get("contested", ()))
        if turned or whole:
            found.append({"case": number, "items": sorted(set(turned)), "whole": whole})
    return found


def _turns(turn: Mapping[str, Any], question: str, reading: str) -> bool:
    outcomes = turn["readings"]
    return turn["question"] == question and outcomes.get(reading) != outcomes.get(turn["adopted"])


def _proposal(
    one: Proposed,
    here: Applied,
    today: date,
    names: Mapping[str, str],
    documents: list[tuple[str, Document]],
    *,
    by: str,
) -> Document:
    wanted = one.wanted
    at = adopting.stage(one, today, orders=here.orders, set_aside=here.followed.set_aside)
    days = one.adoption.days if one.adoption else None
    open_still = at in {Stage.PROPOSED, Stage.WAITING, Stage.FOLLOWED, Stage.AGAINST_AN_ORDER}
    said = QUESTIONS[wanted.question].reading(wanted.reading).says if wanted.question else ""
    turning = turning_on(documents, wanted.question, wanted.reading) if wanted.question and open_still else []
    return {
        "number": one.number,
        "question": wanted.question,
        "reading": wanted.reading,
        "asks": QUESTIONS[wanted.question].asks if wanted.question else "",
        "says": said,
        "order": wanted.order,
        "status": wanted.status,
        "reason": wanted.reason,
        "by": names.get(one.by, one.by),
        "on": one.on.isoformat(),
        "adopted_by": names.get(one.adopted_by or "", one.adopted_by),
        "adopted_on": _day(one.adopted_on),
        "withdrawn_by": names.get(one.withdrawn_by or "", one.withdrawn_by),
        "withdrawn_on": _day(one.withdrawn_on),
        "withdrawn_because": one.withdrawn_because,
        "not_before": _day(wanted.not_before),
        "first": _day(days.first) if days else None,
        "last": _day(days.last) if days else None,
        "stage": at.value,
        "may_be_adopted": at is Stage.PROPOSED and one.by != by,
        "may_be_withdrawn": open_still,
        "turning": turning,
    }


def _check_wanted(desk: Desk, wanted: Wanted, steps: tuple[Step, ...], besides: int = 0) -> Reasons:
    today = desk.now().date()
    here = applied_by(desk, today, readings=steps, orders=steps_of(Register.ORDERS))
    others = [one for one in here.proposals if one.number != besides]
    return adopting.check_wanted(
        wanted, today, orders=here.orders, others=others, set_aside=here.followed.set_aside
    )


def _find(steps: tuple[Step, ...], number: int) -> Proposed | None:
    return next((one for one in proposals_of(steps) if one.number == number), None)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
