"""The rows of a determination before they are decided: each item asked, in each period, as far as it is held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lawgate.dates import Period
from lawgate.decide.admit import Admitted
from lawgate.records.items import CATALOGUE, NOT_IDENTITY, Item


@dataclass(frozen=True, slots=True)
class Asked:
    """One row of a determination before it is decided: an item, a stated period, and what is held of it."""

    item: str
    period: Period | None
    held: Item | None


def rows_asked(admitted: Admitted, held: Sequence[Item]) -> tuple[Asked, ...]:
    """The rows to decide: what is held twice is two rows, what is not held is one row that says so."""
    return rows_for(admitted.request.items, admitted.periods, held)


def rows_for(items: Sequence[str], periods: tuple[Period, ...], held: Sequence[Item]) -> tuple[Asked, ...]:
    """The same for these items and periods."""
    rows: list[Asked] = []
    for name in items:
        of_kind = [row for row in held if row.kind.name == name]
        for period in _periods_for(name, periods):
            fitting = [row for row in of_kind if _in_period(row, period)]
            rows.extend([Asked(name, period, row) for row in fitting] or [Asked(name, period, None)])
    return tuple(rows)


def _periods_for(name: str, stated: tuple[Period, ...]) -> Sequence[Period | None]:
    """Identity is of no period: it is one row. So is everything where no period is stated."""
    if CATALOGUE[name].identity != NOT_IDENTITY or not stated:
        return (None,)
    return stated


def _in_period(row: Item, period: Period | None) -> bool:
    return row.period is None or period is None or row.period.within(period)
