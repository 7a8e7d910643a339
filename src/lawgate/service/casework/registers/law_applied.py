"""How the law is applied here: orders and readings of the registers, beside those of the corpus and of a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lawgate.casework.adopting import Proposed, proposals_of
from lawgate.casework.ordering import orders_of
from lawgate.casework.registers import Register, Step
from lawgate.law.adoption import Adoption, Followed, followed_on
from lawgate.law.corpus import Corpus, as_of
from lawgate.law.order import Order
from lawgate.law.orders import ORDERS
from lawgate.service.casework.desk import Desk
from lawgate.service.law.adoption import adoptions_in
from lawgate.stores.casework.general import steps_under


@dataclass(frozen=True, slots=True)
class Applied:
    """What is followed on a day, of which orders, and every proposal of the register of readings."""

    followed: Followed
    orders: tuple[Order, ...]
    proposals: tuple[Proposed, ...]

    def law(self, day: date) -> Corpus:
        """The law of the day, read so and under these orders."""
        return as_of(
            day,
            known_on=day,
            readings=self.followed.readings,
            set_aside=self.followed.set_aside,
            complied_with=self.followed.complied_with,
            orders=self.orders,
        )


def applied(desk: Desk, day: date) -> Applied:
    """The readings and orders by which this deployment decides on a day. InputError for a file that cannot stand."""
    steps = steps_under((Register.READINGS.value, Register.ORDERS.value))
    return applied_by(desk, day, readings=steps[Register.READINGS], orders=steps[Register.ORDERS])


def applied_by(desk: Desk, day: date, *, readings: tuple[Step, ...], orders: tuple[Step, ...]) -> Applied:
    """The same of these steps of the two registers."""
    proposals, known = proposals_of(readings), (*ORDERS, *orders_of(orders))
    signed = adoptions_in(desk.adopted, desk.officials) if desk.adopted else ()
    followed = followed_on(
        signed,
        day,
        known_on=day,
        where=desk.adopted.name if desk.adopted else Register.READINGS.value,
        orders=known,
        yielding=adoptions_of(proposals),
    )
    return Applied(followed, known, proposals)


def adoptions_of(proposals: tuple[Proposed, ...]) -> tuple[Adoption, ...]:
    """What of them was adopted."""
    return tuple(one.adoption for one in proposals if one.adoption is not None)
