"""Payloads of entries that are past their time."""

from __future__ import annotations

from datetime import datetime, timedelta

from lawgate.stores.casework import models
from lawgate.stores.database import one_transaction


def destroy_payloads(now: datetime, days: int) -> int:
    """Set payload and secret to nothing, together, for entries older than so many days."""
    waiting = models.Package.objects.filter(handed_over_at__isnull=True).values("release__entry_id")
    with one_transaction():
        rows = models.Entry.objects.filter(
            happened_at__lt=now - timedelta(days=days), payload_secret__isnull=False
        )
        return int(rows.exclude(pk__in=waiting).update(payload=None, payload_secret=None))
