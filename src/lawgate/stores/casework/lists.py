"""Lists of cases for those who work on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from django.db.models import Count, F, Q, QuerySet

from lawgate.casework.deadline import Deadline
from lawgate.casework.transitions import OWED
from lawgate.casework.words import State
from lawgate.cite import Cite
from lawgate.stores.casework import models


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case in a list."""

    number: str
    request: str
    agency: str
    ref: str
    provision: str
    state: State
    waiting_since: date
    due_on: date | None
    assigned_to: str | None
    preparer: str | None


class Due(StrEnum):
    """When the answer is due: late already, within a week, or not while the clock stands."""

    LATE = "late"
    WEEK = "week"
    STANDS = "stands"


class Order(StrEnum):
    """What comes first: what waits longest, is due soonest, or is newest; or by number or agency."""

    WAITING = "waiting"
    DUE = "due"
    NEWEST = "newest"
    NUMBER = "number"
    AGENCY = "agency"


_ORDERS: Final = {
    Order.WAITING: ("waiting_since", "number"),
    Order.DUE: (F("due_on").asc(nulls_last=True), "number"),
    Order.NEWEST: ("-number",),
    Order.NUMBER: ("number",),
    Order.AGENCY: ("agency", "number"),
}
WEEK: Final = timedelta(days=7)
NOBODY: Final = "-"
"""Stands for nobody, where cases are sought by whom they are given to."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases: by state, by whom they are given to, by agency, by words of number or request, by paragraph.

    `after` keeps to numbers below one, for whoever goes on where a list by number ended, the highest first.
    `due` is as of `today`; `within` keeps to an agency and its parts; `sealed` lets sealed matters be seen.
    """

    states: tuple[State, ...] = ()
    assigned_to: str | None = None
    agency: str | None = None
    words: str = ""
    within: str | None = None
    sealed: bool = False
    provision: Cite | None = None
    due: Due | None = None
    today: date = date.min
    order: Order = Order.WAITING
    after: str = ""


def rows(wanted: Wanted, *, first: int, count: int) -> tuple[CaseRow, ...]:
    """The cases wanted, in the order that is wanted."""
    found = _wanted(wanted).order_by(*_ORDERS[wanted.order])[first : first + count]
    return tuple(map(_row, found))


def count(wanted: Wanted) -> int:
    """How many are wanted."""
    return int(_wanted(wanted).count())


def by_state(wanted: Wanted) -> dict[State, int]:
    """How many of them stand in each state."""
    counted = _wanted(wanted).values("state").annotate(cases=Count("number"))
    return {State(one["state"]): int(one["cases"]) for one in counted}


def _wanted(wanted: Wanted) -> QuerySet:
    found = models.Case.objects.all()
    if not wanted.sealed:
        found = found.filter(sealed=False)
    if wanted.after:
        found = found.filter(number__lt=wanted.after)
    if wanted.states:
        found = found.filter(state__in=[one.value for one in wanted.states])
    if wanted.assigned_to:
        found = found.filter(assigned_to=None if wanted.assigned_to == NOBODY else wanted.assigned_to)
    if wanted.provision:
        at = str(wanted.provision)
        found = found.filter(Q(provision=at) | Q(provision__startswith=f"{at}/"))
    if wanted.due:
        found = found.filter(_is_due(wanted.due, wanted.today))
    for agency in filter(None, (wanted.agency, wanted.within)):
        found = found.filter(Q(agency=agency) | Q(agency__startswith=f"{agency}."))
    if wanted.words.strip():
        words = wanted.words.strip()
        found = found.filter(Q(number__icontains=words) | Q(request__icontains=words))
    return found


def _is_due(due: Due, today: date) -> Q:
    owed = Q(state__in=[one.value for one in OWED])
    match due:
        case Due.LATE:
            return owed & Q(due_on__lt=today)
        case Due.WEEK:
            return owed & Q(due_on__gte=today, due_on__lte=today + WEEK)
        case Due.STANDS:
            return Q(stopped_on__isnull=False)


def _row(row: models.Case) -> CaseRow:
    stops = tuple((date.fromisoformat(start), date.fromisoformat(end)) for start, end in row.stops)
    return CaseRow(
        row.number,
        row.request,
        row.agency,
        row.ref,
        row.provision,
        State(row.state),
        row.waiting_since,
        Deadline(row.begun_on, row.days, stops, row.stopped_on).due_on,
        row.assigned_to_id,
        row.preparer_id,
    )


def defects_of(number: str) -> list[dict[str, str]]:
    """What the request lacks, as it was returned."""
    return list(models.Case.objects.get(number=number).defects)


def document_of(number: str) -> dict[str, object] | None:
    """The determination that is proposed now, without any value; None where nothing is."""
    row = models.Case.objects.select_related("proposal").get(number=number)
    return dict(row.proposal.document) if row.proposal else None
