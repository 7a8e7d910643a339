"""Rows of whom an agency asked about: keyed digests and moments alone."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db.models import Count

from lawgate.stores.casework import models


def most_often(agency: str, persons: Collection[str], since: datetime) -> int:
    """How often the agency has asked since then about the one of these persons whom it asked about most."""
    rows = models.AskedAbout.objects.filter(agency=agency, person__in=persons, asked_at__gte=since)
    counted = rows.values("person").annotate(times=Count("id")).order_by("-times").first()
    return int(counted["times"]) if counted else 0


def put(agency: str, persons: Collection[str], at: datetime) -> None:
    """That the agency asks about these persons."""
    models.AskedAbout.objects.bulk_create(
        models.AskedAbout(agency=agency, person=person, asked_at=at) for person in sorted(persons)
    )


def forget(before: datetime) -> int:
    """Remove what no longer counts; how many rows."""
    return int(models.AskedAbout.objects.filter(asked_at__lt=before).delete()[0])
