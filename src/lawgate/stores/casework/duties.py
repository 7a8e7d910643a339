"""Rows of what is due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from lawgate.casework.words import Demand, State
from lawgate.stores.casework import lists, models


def late(day: date, *, sealed: bool) -> tuple[tuple[str, date], ...]:
    """Cases that wait for an answer whose last day is over, with that day; sealed matters where that is asked."""
    wanted = lists.Wanted(sealed=sealed, due=lists.Due.LATE, today=day, order=lists.Order.DUE)
    found = lists.rows(wanted, first=0, count=lists.count(wanted))
    return tuple((one.number, one.due_on) for one in found if one.due_on)


def to_review(*, sealed: bool) -> tuple[tuple[str, datetime], ...]:
    """Releases in an emergency that no second official has looked at, with the moment by which he has to."""
    rows = models.Release.objects.filter(demand=Demand.ONE_THEN_REVIEW.value, review_after__isnull=True)
    if not sealed:
        rows = rows.filter(case__sealed=False)
    return tuple((row.case_id, row.review_due) for row in rows.order_by("review_due"))


def open_cases(states: Iterable[State]) -> tuple[tuple[str, str], ...]:
    """The cases in these states with their refs."""
    rows = models.Case.objects.filter(state__in=[state.value for state in states]).order_by("number")
    return tuple(rows.values_list("number", "ref"))
