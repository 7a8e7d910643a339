"""What is due: answers that are late, second looks after an emergency, and cases that an order now forbids."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from lawgate.casework.case import Case
from lawgate.casework.transitions import OPEN_TO_ORDERS
from lawgate.decide.admit import Returned
from lawgate.decide.determine import is_blocked, orders_against
from lawgate.service.casework.acts.intake import block
from lawgate.service.casework.acts.look import gate_of
from lawgate.service.casework.desk import SERVICE, Desk
from lawgate.stores.casework import duties as rows
from lawgate.stores.casework.read import dockets_checked_on, find_case


@dataclass(frozen=True, slots=True)
class Duties:
    """The cases whose answer is late, those whose second look is open with the moment it is due, the dockets."""

    late: tuple[tuple[str, date], ...]
    to_review: tuple[tuple[str, datetime], ...]
    dockets_checked_on: date | None


def duties(desk: Desk, *, sealed: bool = False) -> Duties:
    """What is due now, the longest due first; second looks from the release on; sealed matters where that is asked."""
    late = rows.late(desk.now().date(), sealed=sealed)
    return Duties(late, rows.to_review(sealed=sealed), dockets_checked_on())


def open_to_orders() -> tuple[str, ...]:
    """The open cases that an order could still stop."""
    return tuple(number for number, _ in rows.open_cases(OPEN_TO_ORDERS))


def block_if_forbidden(desk: Desk, number: str) -> bool:
    """Block a case that the orders in force today forbid; whether it was. One that has moved on is let be.

    A release asks the same again by itself; this spares officials the work on what cannot leave.
    """
    case = find_case(number)
    if case.state not in OPEN_TO_ORDERS:
        return False
    gate, _ = gate_of(desk, number, case.ref)
    if isinstance(gate, Returned) or not is_blocked(gate):
        return False
    orders = [one.id for one in orders_against(gate)]
    return isinstance(block(desk, number, by=SERVICE, orders=orders), Case)
