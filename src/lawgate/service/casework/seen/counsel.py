"""Counsel's first page: what waits for whom, what lapses soon, and every step of the registers for oversight."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from lawgate.casework import safeguarding
from lawgate.casework.adopting import Stage, proposals_of, stage
from lawgate.casework.agreeing import agreements_of
from lawgate.casework.caps import caps_of
from lawgate.casework.registers import Entered, Register, Step, can_enter
from lawgate.law.order import Standing
from lawgate.law.orders import ORDERS
from lawgate.law.readings import QUESTIONS
from lawgate.service.casework.desk import Desk, person
from lawgate.service.casework.registers.law_applied import applied_by
from lawgate.stores.casework import watch
from lawgate.stores.casework.general import steps_under
from lawgate.stores.casework.people import names_of
from lawgate.stores.casework.read import agencies_of, dockets_checked_on

Document = dict[str, Any]
SOON: Final = timedelta(days=14)
"""What lapses within this time is told."""
ENTRIES_SHOWN: Final = 200
TOLD: Final = (
    "reason",
    "basis",
    "last_day",
    "valid_until",
    "docket",
    "title",
    "order",
    "status",
    "official",
    "agency",
)


CAPS: Final = ("subjects_an_officer_max", "signatures_a_day_max")


def counsel_document(desk: Desk, *, by: str) -> Document:
    """What waits to be confirmed, what lapses soon, and how many there are of each."""
    actor, today = person(desk, by), desk.now().date()
    steps = steps_under(one.value for one in (Register.READINGS, Register.ORDERS, Register.AGREEMENTS,
                                              Register.AGENCIES, Register.CAPS))  # fmt: skip
    checked = dockets_checked_on()
    here = applied_by(desk, today, readings=steps[Register.READINGS], orders=steps[Register.ORDERS])
    stages = {
        one.number: stage(one, today, orders=here.orders, set_aside=here.followed.set_aside)
        for one in here.proposals
    }
    agencies = agencies_of([name for name, *_ in watch.all_agencies()])
    caps = caps_of(steps[Register.CAPS])
    return {
        "may_confirm": can_enter(actor, Entered.ADOPT_READING),
        "dockets_on": checked.isoformat() if checked else None,
        "dockets_fresh": bool(checked and (today - checked).days <= desk.limits.docket_check_days_max),
        "dockets_days": desk.limits.docket_check_days_max,
        "followed": sum(one is Stage.FOLLOWED for one in stages.values()),
        "orders": sum(
            one.standing is Standing.IN_FORCE
            and one.in_force(today, known_on=today)
            and one.id not in here.followed.set_aside
            for one in here.orders
        ),
        "orders_entered": len(here.orders) - len(ORDERS),
        "agreements": sum(one.stands(today) for one in agreements_of(steps[Register.AGREEMENTS])),
        "agencies": len(agencies),
        "agencies_lacking": sum(not one.satisfies(today) for one in agencies),
        "subjects_an_officer": caps.subjects_an_officer_max,
        "signatures_a_day": caps.signatures_a_day_max,
        "waiting": _waiting(steps),
        "lapsing": _lapsing(steps, today),
    }


def registers_document() -> Document:
    """Every step of every register, the latest first, as oversight reads it."""
    found = [
        (register, step)
        for register, steps in steps_under(one.value for one in Register).items()
        for step in steps
    ]
    found.sort(key=lambda one: one[1].at, reverse=True)
    names = names_of(step.by for _, step in found)
    return {
        "count": len(found),
        "rows": [
            {
                "register": register,
                "number": step.number,
                "act": step.act,
                "by": names.get(step.by, step.by),
                "at": step.at,
                "words": _words(step),
            }
            for register, step in found[:ENTRIES_SHOWN]
        ],
    }


def _waiting(steps: Any) -> list[Document]:
    """What counsel proposed and nobody has confirmed: where it is, and what it is called."""
    readings = [
        {"kind": "reading", "place": "", "name": f"{one.wanted.question}={one.wanted.reading}" if one.wanted.question
         else f"{one.wanted.order}: {one.wanted.status}", "on": one.on.isoformat(),
         "asks": QUESTIONS[one.wanted.question].asks if one.wanted.question else ""}
        for one in proposals_of(steps[Register.READINGS])
        if one.adopted_on is None and one.withdrawn_on is None
    ]  # fmt: skip
    agreements = [
        {"kind": "agreement", "place": "", "name": one.written.title, "on": one.on.isoformat()}
        for one in agreements_of(steps[Register.AGREEMENTS])
        if one.confirmed_on is None or (one.end_proposed is not None and one.ended_on is None)
    ]
    names = {str(step.said.get("agency", "")) for step in steps[Register.AGENCIES]}
    safeguards = [
        {"kind": "safeguards", "place": name, "name": name, "on": step.day.isoformat()}
        for name in sorted(names)
        if (step := safeguarding.waiting(steps[Register.AGENCIES], name)) is not None
    ]
    return [*readings, *agreements, *safeguards]


def _lapsing(steps: Any, today: date) -> list[Document]:
    soon = today + SOON
    readings = [
        ("reading", "", one.wanted.question or one.wanted.order, last)
        for one in proposals_of(steps[Register.READINGS])
        if one.adoption and one.withdrawn_on is None and (last := one.adoption.days.last)
    ]
    agreements = [
        ("agreement", "", one.written.title, one.written.last_day)
        for one in agreements_of(steps[Register.AGREEMENTS])
        if one.stands(today) and one.written.last_day
    ]
    safeguards = [
        ("safeguards", one.name, one.name, one.valid_until)
        for one in agencies_of([name for name, *_ in watch.all_agencies()])
        if one.satisfies(today) and one.valid_until
    ]
    return [
        {"kind": kind, "place": place, "name": name, "on": last.isoformat()}
        for kind, place, name, last in (*readings, *agreements, *safeguards)
        if today <= last <= soon
    ]


def _words(step: Step) -> str:
    """What an entry says, in one line."""
    said = step.said
    told = [f"{said['question']}={said['reading']}"] if said.get("question") else []
    told += [f"no. {said['proposed']}"] if "proposed" in said else []
    told += [str(said[name]) for name in TOLD if said.get(name)]
    told += [f"{name.replace('_', ' ')}: {said[name]}" for name in CAPS if said.get(name)]
    return "; ".join(dict.fromkeys(told))
