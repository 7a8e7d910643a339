"""Rows of requests and of the cases that are made of them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError

from lawgate.casework.case import Case
from lawgate.casework.deadline import Deadline
from lawgate.casework.words import State
from lawgate.cite import Cite
from lawgate.stores.casework import models
from lawgate.stores.casework.read import case_of
from lawgate.stores.casework.write import Locked
from lawgate.stores.database import one_transaction

_ENDED_UNADMITTED = (State.RETURNED.value, State.WITHDRAWN.value)


def standing(agency: str, request: str) -> tuple[str, tuple[Case, ...]] | None:
    """The digest of the first words that an agency gave under this number, with its cases; None if there are none."""
    first = models.Submission.objects.filter(agency=agency, request=request).order_by("version").first()
    if first is None:
        return None
    cases = models.Case.objects.filter(agency=agency, request=request).order_by("number")
    return first.digest, tuple(map(case_of, cases))


def put_submission(agency: str, request: str, digest: str, body: bytes, at: datetime) -> models.Submission:
    """The words of a request, as its next version."""
    versions = models.Submission.objects.filter(agency=agency, request=request).count()
    return models.Submission.objects.create(
        agency=agency, request=request, version=versions + 1, digest=digest, body=body, received_at=at
    )


def put_first(agency: str, request: str, digest: str, body: bytes, at: datetime) -> models.Submission | None:
    """The words of a new request; None where another process has just taken the same one in."""
    try:
        with one_transaction():
            return models.Submission.objects.create(
                agency=agency, request=request, version=1, digest=digest, body=body, received_at=at
            )
    except IntegrityError:
        return None


def put_message(submission: models.Submission, body: bytes) -> None:
    """The body of the message in which these words came, as it was signed."""
    models.SignedMessage.objects.create(submission=submission, body=body)


def number_of(submission: models.Submission, position: int, at: datetime) -> str:
    """The number of a case: the year, the request, and the place of the subject in it."""
    return f"C{at.year}-{submission.pk:06d}-{position}"


def put_case(
    number: str,
    submission: models.Submission,
    entry: models.Entry,
    *,
    ref: str,
    provision: Cite | None,
    days: int,
) -> Case:
    """A case whose first entry stands."""
    row = models.Case.objects.create(
        number=number,
        submission=submission,
        ref=ref,
        agency=submission.agency,
        request=submission.request,
        provision=str(provision) if provision else "",
        state=State.RECEIVED.value,
        sequence=entry.sequence,
        defects=[],
        begun_on=entry.day,
        days=days,
        due_on=Deadline(entry.day, days).due_on,
        waiting_since=entry.day,
    )
    return case_of(row)


def clock(deadline: Deadline) -> dict[str, Any]:
    """The columns of a deadline that change."""
    stops = [[start.isoformat(), end.isoformat()] for start, end in deadline.stops]
    return {"stops": stops, "stopped_on": deadline.stopped_on, "due_on": deadline.due_on}


def assign(held: Locked, login: str) -> None:
    """Give a case to somebody; whoever works on it is no part of the record."""
    held.row.assigned_to_id = login
    held.row.save(update_fields=["assigned_to"])


def purge(now: datetime, days: int) -> int:
    """Destroy the words of requests none of whose cases was admitted, so many days after all of them ended."""
    long_ago = now - timedelta(days=days)
    ended = models.Case.objects.filter(state__in=_ENDED_UNADMITTED, waiting_since__lt=long_ago.date())
    alive = models.Case.objects.exclude(pk__in=ended.values("pk")).values("submission_id")
    rows = models.Submission.objects.filter(received_at__lt=long_ago, body__isnull=False).exclude(
        pk__in=alive
    )
    admitted = models.Entry.objects.filter(kind="request_admitted").values("case_number")
    rows = rows.exclude(cases__number__in=admitted)
    with one_transaction():
        purged = list(rows.values_list("pk", flat=True))
        models.SignedMessage.objects.filter(submission__in=purged).delete()
        return int(models.Submission.objects.filter(pk__in=purged).update(body=None))
