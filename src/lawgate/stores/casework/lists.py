"""Lists of cases for those who work on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from lawgate.casework.deadline import Deadline
from lawgate.casework.words import State
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


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases: by state, by whom they are given to, by agency, by words of number or request.

    `within` keeps to an agency and its parts; `sealed` lets sealed matters be seen.
    """

    states: tuple[State, ...] = ()
    assigned_to: str | None = None
    agency: str | None = None
    words: str = ""
    within: str | None = None
    sealed: bool = False
    newest_first: bool = False
    """By number, the latest first: an order that tells nothing of what happened to a case."""


def rows(wanted: Wanted, *, first: int, count: int) -> tuple[CaseRow, ...]:
    """The cases wanted, the longest waiting first."""
    order = ("-number",) if wanted.newest_first else ("waiting_since", "number")
    found = _wanted(wanted).order_by(*order)[first : first + count]
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
    if wanted.states:
        found = found.filter(state__in=[one.value for one in wanted.states])
    if wanted.assigned_to:
        found = found.filter(assigned_to=wanted.assigned_to)
    for agency in filter(None, (wanted.agency, wanted.within)):
        found = found.filter(Q(agency=agency) | Q(agency__startswith=f"{agency}."))
    if wanted.words.strip():
        words = wanted.words.strip()
        found = found.filter(Q(number__icontains=words) | Q(request__icontains=words))
    return found


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
    return list(models.Case.objects.values_list("defects", flat=True).get(number=number))


def document_of(number: str) -> dict[str, object] | None:
    """The determination that is proposed now, without any value; None where nothing is."""
    row = models.Case.objects.select_related("proposal").get(number=number)
    return dict(row.proposal.document) if row.proposal else None
