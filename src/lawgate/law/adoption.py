"""Adoption of a reading, or of what became of an order, by counsel and the privacy officer.

The rules: both sign, the auditor is told, seventy-two hours pass, and after ninety days it lapses. It never
reaches back, never stands against an order that binds the agency, and two readings can never be adopted.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from lawgate.dates import Span
from lawgate.errors import InputError
from lawgate.law.contested import Readings
from lawgate.law.order import Order
from lawgate.law.orders import ORDERS
from lawgate.law.readings import DEFAULTS, QUESTIONS

SIGNERS: Final = ("counsel", "privacy_officer")
WAIT: Final = timedelta(days=4)
"""Seventy-two hours, counted from the end of a day whose hour is not known."""
LASTS: Final = timedelta(days=89)
"""Ninety days, counted to the end of a day whose hour is not known: the last whole one is the 89th after."""
LIFTED: Final = "lifted"
COMPLIED_WITH: Final = "complied_with"
STATUSES: Final = (LIFTED, COMPLIED_WITH)


@dataclass(frozen=True, slots=True)
class Adoption:
    """One reading adopted, or one order recorded as lifted or complied with; exactly one of the two."""

    adopted_on: date
    auditor_notified_on: date
    reason: str
    question: str | None = None
    reading: str | None = None
    order: str | None = None
    status: str | None = None
    not_before: date | None = None
    """A later day than the wait gives, where it is to be followed from then on only."""
    withdrawn_on: date | None = None

    @property
    def days(self) -> Span:
        """The days on which it holds; none where the first is after the last."""
        first = max(self.adopted_on, self.auditor_notified_on) + WAIT
        last = self.adopted_on + LASTS
        if self.withdrawn_on:
            last = min(last, self.withdrawn_on - timedelta(days=1))
        return Span(max(first, self.not_before or first), last)


@dataclass(frozen=True, slots=True)
class Followed:
    """What is followed on a day: the reading of each question, and what became of orders.

    A lifted order is set aside. One that was complied with binds on; only what it asked to be done first is done.
    """

    readings: Readings
    set_aside: frozenset[str] = frozenset()
    complied_with: frozenset[str] = frozenset()


def check(adoptions: Sequence[Adoption], *, where: str) -> None:
    """Refuse what can never be adopted; InputError with the row's place and its mend."""
    for number, adoption in enumerate(adoptions):
        _check_row(adoption, f"{where}.adoptions[{number}]")


def followed_on(
    adoptions: Iterable[Adoption],
    day: date,
    *,
    known_on: date,
    where: str,
    orders: Sequence[Order] = ORDERS,
    yielding: Iterable[Adoption] = (),
) -> Followed:
    """The readings in force on a day, of what was adopted and told by another.

    InputError where two that stand differ, or where one stands against an order that binds the agency; those of
    `yielding` give way to such an order instead, and are followed again when it no longer binds.
    """
    giving_way = _standing(yielding, day, known_on)
    lifted = {a.order for a in (*_standing(adoptions, day, known_on), *giving_way) if a.status == LIFTED}
    standing = [
        *_standing(adoptions, day, known_on),
        *(a for a in giving_way if not orders_against(a, day, orders=orders, set_aside=lifted)),
    ]
    became = {
        status: frozenset(a.order for a in standing if a.order and a.status == status) for status in STATUSES
    }
    readings = dict(DEFAULTS)
    adopted: dict[str, str] = {}
    for adoption in standing:
        if adoption.question and adoption.reading:
            if adopted.setdefault(adoption.question, adoption.reading) != adoption.reading:
                raise InputError(
                    f"two readings of {adoption.question} stand on {day.isoformat()}",
                    where=where,
                    mend="let the earlier lapse before another is adopted",
                )
            for order in orders_against(adoption, day, orders=orders, set_aside=became[LIFTED]):
                held = dict(order.holds)[adoption.question]
                raise InputError(
                    f"{adoption.question}={adoption.reading} stands against {order.id}, which reads it as {held}",
                    where=where,
                    mend="adopt it when the order no longer binds",
                )
    return Followed(readings | adopted, became[LIFTED], became[COMPLIED_WITH])


def orders_against(
    adoption: Adoption, day: date, *, orders: Sequence[Order] = ORDERS, set_aside: Container[str | None] = ()
) -> tuple[Order, ...]:
    """The orders in force on a day, and not set aside, that read the question of an adoption otherwise."""
    return tuple(
        order
        for order in orders
        if order.id not in set_aside
        and order.in_force(day, known_on=day)
        and any(held == adoption.question and read != adoption.reading for held, read in order.holds)
    )


def _standing(adoptions: Iterable[Adoption], day: date, known_on: date) -> list[Adoption]:
    return [
        a for a in adoptions if a.days.holds(day) and max(a.adopted_on, a.auditor_notified_on) <= known_on
    ]


def _check_row(adoption: Adoption, where: str) -> None:
    if (adoption.question is None) == (adoption.order is None):
        raise InputError(
            "an adoption is of a reading or of an order", where=where, mend="state one of the two"
        )
    if (adoption.question is None) != (adoption.reading is None) or (adoption.order is None) != (
        adoption.status is None
    ):
        raise InputError(
            "a reading belongs to a question and a status to an order",
            where=where,
            mend="state them together",
        )
    if not adoption.reason.strip():
        raise InputError("no reason is given", where=f"{where}.reason", mend="say why it is adopted")
    if adoption.question is not None:
        _check_reading(adoption, where)
    elif adoption.order not in {order.id for order in ORDERS}:
        raise InputError("no such order", where=f"{where}.order", mend="use an id of `lawgate law show`")
    elif adoption.status not in STATUSES:
        raise InputError("no such status", where=f"{where}.status", mend=f"use {' or '.join(STATUSES)}")


def _check_reading(adoption: Adoption, where: str) -> None:
    question = QUESTIONS.get(adoption.question or "")
    if question is None:
        raise InputError("no such question", where=f"{where}.question", mend=f"use {', '.join(QUESTIONS)}")
    if not question.reading(adoption.reading or "").adoptable:
        raise InputError(
            f"{question.id}={adoption.reading} can never be adopted",
            where=f"{where}.reading",
            mend="leave it out; `--reading` shows what it would give, as a hypothesis",
        )
