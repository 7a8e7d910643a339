"""Adopting by page: counsel proposes, the privacy officer adopts, and the register of readings keeps every step.

What an adoption is, and on which days it holds, stands in `law/adoption`; here stands what the register says of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from lawgate.casework.registers import Entered, Step
from lawgate.casework.words import Reason, Reasons
from lawgate.law.adoption import LASTS, STATUSES, WAIT, Adoption, orders_against
from lawgate.law.order import Order
from lawgate.law.readings import QUESTIONS


class Stage(StrEnum):
    """How a proposal stands on a day."""

    PROPOSED = "proposed"
    WAITING = "waiting"
    FOLLOWED = "followed"
    AGAINST_AN_ORDER = "against_an_order"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What counsel proposes: a reading of a question, or what became of an order; one of the two, with a reason.

    `not_before` is the first day on which it is to be followed, where that is later than the wait gives.
    """

    reason: str
    question: str = ""
    reading: str = ""
    order: str = ""
    status: str = ""
    not_before: date | None = None

    def adopted(self, on: date) -> Adoption:
        """The adoption that it becomes on a day; the auditor is told at the same moment."""
        return Adoption(
            adopted_on=on,
            auditor_notified_on=on,
            reason=self.reason,
            question=self.question or None,
            reading=self.reading or None,
            order=self.order or None,
            status=self.status or None,
            not_before=self.not_before,
        )

    @property
    def said(self) -> dict[str, Any]:
        """What its entry says."""
        day = self.not_before.isoformat() if self.not_before else ""
        return {
            "question": self.question, "reading": self.reading, "order": self.order, "status": self.status,
            "reason": self.reason, "not_before": day,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal as the register holds it, with who adopted and who withdrew it, if anybody did."""

    number: int
    wanted: Wanted
    by: str
    on: date
    adopted_by: str | None = None
    adopted_on: date | None = None
    withdrawn_by: str | None = None
    withdrawn_on: date | None = None
    withdrawn_because: str = ""

    @property
    def adoption(self) -> Adoption | None:
        """The adoption, where it was adopted."""
        if self.adopted_on is None:
            return None
        return replace(self.wanted.adopted(self.adopted_on), withdrawn_on=self.withdrawn_on)


def proposals_of(steps: Sequence[Step]) -> tuple[Proposed, ...]:
    """Every proposal of the register of readings, in the order in which they were made."""
    found: dict[int, Proposed] = {}
    for step in steps:
        match step.act:
            case Entered.PROPOSE_READING:
                found[step.number] = Proposed(step.number, _wanted(step), step.by, step.day)
            case Entered.ADOPT_READING:
                one = found[int(step.said["proposed"])]
                found[one.number] = replace(one, adopted_by=step.by, adopted_on=step.day)
            case Entered.WITHDRAW_READING:
                one = found[int(step.said["proposed"])]
                reason = str(step.said["reason"])
                found[one.number] = replace(
                    one, withdrawn_by=step.by, withdrawn_on=step.day, withdrawn_because=reason
                )
            case _:
                raise ValueError(f"no step of this register: {step.act}")
    return tuple(found.values())


def stage(
    one: Proposed, day: date, *, orders: Sequence[Order], set_aside: frozenset[str] = frozenset()
) -> Stage:
    """How a proposal stands on a day, beside the orders that are known."""
    adoption = one.adoption
    if one.withdrawn_on is not None and day >= one.withdrawn_on:
        return Stage.WITHDRAWN
    if adoption is None:
        return Stage.PROPOSED
    first, last = adoption.days.first, adoption.days.last
    if first and day < first:
        return Stage.WAITING
    if last and day > last:
        return Stage.LAPSED
    against = orders_against(adoption, day, orders=orders, set_aside=set_aside)
    return Stage.AGAINST_AN_ORDER if against else Stage.FOLLOWED


def check_wanted(
    wanted: Wanted,
    day: date,
    *,
    orders: Sequence[Order],
    others: Sequence[Proposed],
    set_aside: frozenset[str] = frozenset(),
) -> Reasons:
    """Why this cannot be proposed or adopted on a day: nothing where it can. `others` are the other proposals."""
    reasons = []
    if not wanted.reason.strip():
        reasons.append(Reason("no_reason", "state the reason"))
    if bool(wanted.question) == bool(wanted.order):
        return (*reasons, Reason("not_one", "propose a reading of a question, or what became of an order"))
    reasons += _check_reading(wanted) if wanted.question else _check_order(wanted, orders)
    if wanted.not_before and wanted.not_before < day:
        reasons.append(Reason("reaches_back", "a reading is never followed for days that are past"))
    if wanted.not_before and wanted.not_before > day + LASTS:
        reasons.append(Reason("never_followed", "it would lapse before that day; propose it nearer to it"))
    reasons += _check_alone(wanted, day, others)
    reasons += _check_orders(wanted, day, orders, set_aside)
    return tuple(reasons)


def check_adopt(one: Proposed | None) -> Reasons:
    """Why a proposal cannot be adopted, by where it stands in the register."""
    if one is None:
        return (Reason("not_proposed", "nobody proposed this"),)
    if one.withdrawn_on is not None:
        return (Reason("withdrawn", "it was withdrawn"),)
    if one.adopted_on is not None:
        return (Reason("adopted_already", "it was adopted"),)
    return ()


def check_withdraw(one: Proposed | None) -> Reasons:
    """Why a proposal or adoption cannot be withdrawn."""
    if one is None:
        return (Reason("not_proposed", "nobody proposed this"),)
    if one.withdrawn_on is not None:
        return (Reason("withdrawn", "it was withdrawn"),)
    return ()


def _check_reading(wanted: Wanted) -> list[Reason]:
    question = QUESTIONS.get(wanted.question)
    if question is None or wanted.reading not in question.names:
        return [Reason("no_such_reading", "there is no such reading of the question")]
    if not question.reading(wanted.reading).adoptable:
        said = {"question": question.id, "reading": wanted.reading}
        return [Reason("never_adoptable", "{question}={reading} can never be adopted", said)]
    return []


def _check_order(wanted: Wanted, orders: Sequence[Order]) -> list[Reason]:
    if wanted.order not in {order.id for order in orders} or wanted.status not in STATUSES:
        return [Reason("no_such_order", "there is no such order, or nothing of that kind becomes of one")]
    return []


def _check_alone(wanted: Wanted, day: date, others: Sequence[Proposed]) -> list[Reason]:
    """Two that stand of one question would leave open which is followed; the earlier is withdrawn or lapses first."""
    for one in others:
        adoption = one.adoption
        if adoption is None or one.withdrawn_on is not None or not (adoption.days.last or day) >= day:
            continue
        same = one.wanted.question == wanted.question if wanted.question else one.wanted.order == wanted.order
        if same:
            return [
                Reason("stands_already", "no. {number} stands; withdraw it first", {"number": one.number})
            ]
    return []


def _check_orders(
    wanted: Wanted, day: date, orders: Sequence[Order], set_aside: frozenset[str]
) -> list[Reason]:
    """An order that binds now, or will when it would first be followed, is not read away."""
    if not wanted.question:
        return []
    adoption = wanted.adopted(day)
    first = max(day + WAIT, wanted.not_before or day)
    against = {
        order.id
        for at in (day, first)
        for order in orders_against(adoption, at, orders=orders, set_aside=set_aside)
    }
    return [
        Reason("against_an_order", "it stands against order {order}, which binds the agency", {"order": name})
        for name in sorted(against)
    ]


def _wanted(step: Step) -> Wanted:
    said = step.said
    day = str(said["not_before"])
    return Wanted(
        reason=str(said["reason"]),
        question=str(said["question"]),
        reading=str(said["reading"]),
        order=str(said["order"]),
        status=str(said["status"]),
        not_before=date.fromisoformat(day) if day else None,
    )
