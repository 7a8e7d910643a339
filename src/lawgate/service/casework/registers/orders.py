"""Orders of courts by page: counsel sees what an order would hold back before it is entered; then it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from lawgate.casework.case import Case
from lawgate.casework.ordering import IDENTITY_FIELDS, OrderWanted, check_order, orders_of
from lawgate.casework.permissions import check_sees
from lawgate.casework.registers import Entered, Register, can_enter, check_may_enter
from lawgate.casework.transitions import OPEN_TO_ORDERS
from lawgate.casework.words import State
from lawgate.cite import Cite
from lawgate.dates import parse_day
from lawgate.decide.admit import Returned
from lawgate.decide.determine import is_blocked
from lawgate.errors import InputError
from lawgate.law.corpus import Corpus
from lawgate.law.order import Act, Order
from lawgate.law.readings import QUESTIONS
from lawgate.service.casework.acts.intake import block
from lawgate.service.casework.acts.look import gate_under
from lawgate.service.casework.desk import SERVICE, Desk, Refused, person
from lawgate.service.casework.recording import enter, refuse_to_enter, steps_of
from lawgate.service.casework.registers.law_applied import applied
from lawgate.service.law.history import order_document
from lawgate.stores.casework import duties as rows
from lawgate.stores.casework.read import dockets_checked_on, find_case

Document = dict[str, Any]
NOT_FETCHED = (State.RELEASED, State.DELIVERED)
"""What was released and may not have been fetched yet: an order keeps its package here."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A case that an order would reach: which items, whether nothing of it is left, and whether it was released."""

    case: str
    items: tuple[str, ...]
    whole: bool
    released: bool


def preview(desk: Desk, *, by: str, wanted: OrderWanted) -> Document | Refused:
    """What an order would hold back, case by case; nothing is entered and no record is looked at."""
    actor, today = person(desk, by), desk.now().date()
    reasons = (*check_may_enter(actor, Entered.ENTER_ORDER), *check_order(wanted, today))
    if reasons:
        return refuse_to_enter(Entered.ENTER_ORDER, actor, reasons)
    order = wanted.order(len(steps_of(Register.ORDERS)) + 1, today)
    reached = [one for one in reach(desk, order) if not check_sees(actor, find_case(one.case))]
    return {
        "order": order_document(order),
        "restrains": _restrains(order),
        "reached": [
            {"case": one.case, "items": list(one.items), "whole": one.whole, "released": one.released}
            for one in reached
        ],
        "blocked_count": sum(one.whole and not one.released for one in reached),
    }


def enter_order(desk: Desk, *, by: str, wanted: OrderWanted) -> tuple[int, tuple[str, ...]] | Refused:
    """Enter an order: it is in force at once. The number of its entry, and the cases that it blocked as a whole.

    Every other case meets it at its next step; a release asks it again by itself.
    """
    entered = enter(
        desk,
        Register.ORDERS,
        Entered.ENTER_ORDER,
        by=by,
        check=lambda *_: check_order(wanted, desk.now().date()),
        said=wanted.said,
    )
    if isinstance(entered, Refused):
        return entered
    order = wanted.order(entered, desk.now().date())
    whole = [one.case for one in reach(desk, order) if one.whole and not one.released]
    blocked = [
        number for number in whole if isinstance(block(desk, number, by=SERVICE, orders=[order.id]), Case)
    ]
    return entered, tuple(blocked)


def reach(desk: Desk, order: Order) -> tuple[Reached, ...]:
    """The open cases, and those released whose package may be here still, of which an order forbids something."""
    corpus, today = _with(desk, order), desk.now().date()
    found = []
    for states, released in ((OPEN_TO_ORDERS, False), (NOT_FETCHED, True)):
        for number, ref in rows.open_cases(states):
            try:
                gate = gate_under(number, ref, corpus, today)
            except InputError:
                continue  # its words were purged: it was never admitted and cannot go on
            if isinstance(gate, Returned):
                continue
            items = tuple(
                name
                for name in gate.request.items
                if any(order in gate.standing.forbidding(pathway.cite, name) for pathway in gate.pathways)
            )
            if items:
                found.append(Reached(number, items, is_blocked(gate), released))
    return tuple(found)


def orders_document(desk: Desk, *, by: str) -> Document:
    """Every order that is known here, how it stands, the dockets, and what a form needs."""
    actor, today = person(desk, by), desk.now().date()
    here, checked = applied(desk, today), dockets_checked_on()
    fresh = bool(checked and (today - checked).days <= desk.limits.docket_check_days_max)
    entered = {f"E{step.number}": step for step in steps_of(Register.ORDERS)}
    return {
        "may_enter": can_enter(actor, Entered.ENTER_ORDER),
        "may_check_dockets": can_enter(actor, Entered.CHECK_DOCKETS),
        "dockets_on": checked.isoformat() if checked else None,
        "dockets_fresh": fresh,
        "dockets_days": desk.limits.docket_check_days_max,
        "today": today.isoformat(),
        "acts": [act.value for act in Act],
        "identity_fields": list(IDENTITY_FIELDS),
        "readings": [
            {"question": question.id, "reading": one.id, "says": one.says}
            for question in QUESTIONS.values()
            for one in question.readings
        ],
        "orders": [
            {
                **order_document(order),
                "restrains": _restrains(order),
                "stands": order.in_force(today, known_on=today) and order.id not in here.followed.set_aside,
                "set_aside": order.id in here.followed.set_aside,
                "complied_with": order.id in here.followed.complied_with,
                "entered": order.id in entered,
            }
            for order in reversed(here.orders)
        ],
    }


def entered_orders() -> list[Document]:
    """The orders that counsel entered here, the latest first, as anyone may read them."""
    return [order_document(one) for one in reversed(orders_of(steps_of(Register.ORDERS)))]


def read_order(form: dict[str, str], *, acts: Sequence[str], identity_fields: Sequence[str]) -> OrderWanted:
    """What a form says of an order; InputError for a day, a paragraph, a number or a reading that is none."""
    known = {act.value for act in Act}
    if not set(acts) <= known:
        raise InputError(
            "an order does nothing of this kind", where="acts", mend=f"use {', '.join(sorted(known))}"
        )
    least = form["subjects_min"].strip() or "1"
    if not (least.isascii() and least.isdigit() and len(least) < 8):
        raise InputError("not a number of persons", where="subjects_min", mend="write 1 for every request")
    return OrderWanted(
        court=form["court"].strip(),
        docket=form["docket"].strip(),
        judge=form["judge"].strip(),
        says=form["says"].strip(),
        binds=form["binds"].strip(),
        source=form["source"].strip(),
        begins=parse_day(form["begins"].strip(), where="begins"),
        acts=tuple(Act(one) for one in acts),
        pathways=tuple(Cite.parse(one) for one in _listed(form["pathways"])),
        agencies=tuple(_listed(form["agencies"])),
        identity_fields=tuple(identity_fields),
        subjects_min=int(least),
        holds=tuple(_held(one) for one in _listed(form["holds"])),
    )


def _held(text: str) -> tuple[str, str]:
    question, mark, reading = text.partition("=")
    if not mark:
        raise InputError("not a reading", where="holds", mend="write it as Q3=R1")
    return question.strip(), reading.strip()


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]


def _with(desk: Desk, order: Order) -> Corpus:
    """The law of today with one more order."""
    today = desk.now().date()
    here = applied(desk, today)
    others = (one for one in here.orders if one.id != order.id)
    return replace(here, orders=(*others, order)).law(today)


def _restrains(order: Order) -> list[Document]:
    return [
        {
            "act": one.act.value,
            "pathways": [cite.text for cite in one.pathways],
            "agencies": list(one.agencies),
            "identity_fields": list(one.identity_fields),
            "subjects_min": one.subjects_min,
        }
        for one in order.restraints
    ]
