"""Payloads of entries, and packages that were collected, that are past their time."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q

from lawgate.casework.transitions import OWED
from lawgate.casework.words import Act, State
from lawgate.stores.casework import models
from lawgate.stores.database import one_transaction


def destroy_payloads(now: datetime, days: int) -> int:
    """Set payload and secret to nothing, together, for entries older than so many days, and the packages with them.

    A package that can still be collected is kept, with the payload of its release: it leaves once. So are the digests
    of the words of a case that is owed an answer: its release is held to them.
    """
    before = now - timedelta(days=days)
    awaited = Q(handed_over_at__isnull=True) | Q(
        fetched_at__isnull=True, release__case__state=State.DELIVERED.value
    )
    waiting = models.Package.objects.filter(awaited).values("release__entry_id")
    owed = models.Case.objects.filter(state__in=[state.value for state in OWED]).values("number")
    words = Q(act__in=[Act.RECEIVE.value, Act.MEND.value], case_number__in=owed)
    with one_transaction():
        # The sealed bytes hold the values and the salts as well, for whoever has or gets the recipient's key.
        packages = models.Package.objects.filter(release__entry__happened_at__lt=before).exclude(awaited)
        packages.exclude(sealed=b"").update(sealed=b"", body=None)
        rows = models.Entry.objects.filter(happened_at__lt=before, payload_secret__isnull=False)
        return int(rows.exclude(pk__in=waiting).exclude(words).update(payload=None, payload_secret=None))
