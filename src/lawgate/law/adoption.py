"""Adoption of a reading, or of what became of an order, by counsel and the privacy officer.

The rules: both sign, the auditor is told, seventy-two hours pass, and after ninety days it lapses. It never
reaches back, never stands against an order that binds the agency, and two readings can never be adopted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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

    @property
    def days(self) -> Span:
        """The days on which it holds."""
        return Span(max(self.adopted_on, self.auditor_notified_on) + WAIT, self.adopted_on + LASTS)


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


def followed_on(adoptions: Iterable[Adoption], day: date, *, known_on: date, where: str) -> Followed:
    """The readings in force on a day, of what was adopted and told by another.

    InputError where two that stand differ, or where one stands against an order that binds the agency.
    """
    standing = [
        a for a in adoptions if a.days.holds(day) and max(a.adopted_on, a.auditor_notified_on) <= known_on
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
            _against_no_order(adoption.question, adoption.reading, day, became[LIFTED], where)
    return Followed(readings | adopted, became[LIFTED], became[COMPLIED_WITH])


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


def _against_no_order(question: str, reading: str, day: date, set_aside: frozenset[str], where: str) -> None:
    for order in _binding(day, set_aside):
        for held_question, held in order.holds:
            if held_question == question and held != reading:
                raise InputError(
                    f"{question}={reading} stands against {order.id}, which reads it as {held}",
                    where=where,
                    mend="adopt it when the order no longer binds",
                )


def _binding(day: date, set_aside: frozenset[str]) -> Iterable[Order]:
    return (order for order in ORDERS if order.id not in set_aside and order.in_force(day, known_on=day))
