"""What is due: answers that are late, second looks after an emergency, and cases that an order now forbids."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from lawgate.casework.case import Case
from lawgate.casework.transitions import OPEN_TO_ORDERS
from lawgate.decide.admit import Returned
from lawgate.decide.determine import is_blocked, orders_against
from lawgate.service.casework.desk import SERVICE, Desk
from lawgate.service.casework.intake import block
from lawgate.service.casework.look import gate_of
from lawgate.stores.casework import duties as rows
from lawgate.stores.casework.read import dockets_checked_on


@dataclass(frozen=True, slots=True)
class Duties:
    """The cases whose answer is late, those whose second look is open with the moment it is due, the dockets."""

    late: tuple[tuple[str, date], ...]
    to_review: tuple[tuple[str, datetime], ...]
    dockets_checked_on: date | None


def duties(desk: Desk) -> Duties:
    """What is due now, the longest due first; second looks are listed from the release on."""
    return Duties(rows.late(desk.now().date()), rows.to_review(), dockets_checked_on())


def block_forbidden(desk: Desk) -> tuple[str, ...]:
    """Block every open case that the orders in force today forbid; the numbers of those that were blocked.

    A release asks the same again by itself; this spares officials the work on what cannot leave.
    """
    return tuple(
        number for number, ref in rows.open_cases(OPEN_TO_ORDERS) if _is_now_blocked(desk, number, ref)
    )


def _is_now_blocked(desk: Desk, number: str, ref: str) -> bool:
    gate, _ = gate_of(desk, number, ref)
    if isinstance(gate, Returned) or not is_blocked(gate):
        return False
    orders = [one.id for one in orders_against(gate)]
    return isinstance(block(desk, number, by=SERVICE, orders=orders), Case)
