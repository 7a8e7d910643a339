"""Rows of what an agency was last told of each of its cases, in the order in which that changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from lawgate.stores.casework import models


@dataclass(frozen=True, slots=True)
class LastTold:
    """One case: what is told of it, and the place of that among the changes."""

    number: str
    request: str
    ref: str
    told: str
    place: int


@dataclass(frozen=True, slots=True)
class Saying:
    """What an agency is told of a case, and of which of its words."""

    told: str
    submission: int


def hold_feed(agency: str) -> tuple[int, datetime | None]:
    """How many changes there were, and when it was looked at last; nobody else looks until this transaction ends."""
    models.Feed.objects.get_or_create(agency=agency)
    held = models.Feed.objects.select_for_update().get(agency=agency)
    return held.size, held.looked_at


def submissions_of(agency: str) -> dict[str, int]:
    """Which words stand for each case of an agency and its parts."""
    found = models.Case.objects.filter(Q(agency=agency) | Q(agency__startswith=f"{agency}."))
    return dict(found.values_list("number", "submission_id"))


def last_told(agency: str) -> dict[str, Saying]:
    """What was told last of each case, by its number."""
    found = models.LastTold.objects.filter(agency=agency).values_list("case_id", "told", "submission")
    return {number: Saying(told, submission) for number, told, submission in found}


def note(agency: str, changed: Mapping[str, Saying], *, size: int, at: datetime) -> None:
    """Note what changed, by number and in this order, after `size` changes; and that it was looked at."""
    models.LastTold.objects.bulk_create(
        [
            models.LastTold(
                agency=agency, case_id=number, told=one.told, submission=one.submission, place=place
            )
            for place, (number, one) in enumerate(changed.items(), size + 1)
        ],
        update_conflicts=True,
        unique_fields=["agency", "case"],
        update_fields=["told", "submission", "place"],
    )
    models.Feed.objects.filter(agency=agency).update(size=size + len(changed), looked_at=at)


def after(agency: str, place: int, *, count: int) -> tuple[LastTold, ...]:
    """The cases of which something else is told since that place, in their order; none of a sealed matter."""
    found = models.LastTold.objects.filter(agency=agency, place__gt=place, case__sealed=False)
    return tuple(map(_row, found.select_related("case").order_by("place")[:count]))


def _row(one: models.LastTold) -> LastTold:
    return LastTold(one.case_id, one.case.request, one.case.ref, one.told, one.place)
