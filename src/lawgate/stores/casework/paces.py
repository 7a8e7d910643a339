"""Rows of how often was asked: a digest of who asks, and the moment at which all has grown back."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from lawgate.stores.casework import models
from lawgate.stores.database import one_transaction


def whole_at(digest: str) -> int | None:
    """The moment that is kept, in microseconds; None where nothing is."""
    return models.Paced.objects.filter(digest=digest).values_list("whole_at", flat=True).first()


def put(digest: str, *, before: int | None, after: int) -> bool:
    """Keep another moment where that of before still stands; False where somebody else asked meanwhile."""
    with one_transaction():
        if before is not None:
            return bool(models.Paced.objects.filter(digest=digest, whole_at=before).update(whole_at=after))
        try:
            with transaction.atomic():
                models.Paced.objects.create(digest=digest, whole_at=after)
        except IntegrityError:
            return False
        return True


def forget(*, before: int) -> int:
    """Remove what has grown back, which is as if nothing had been asked; how many rows."""
    removed, _ = models.Paced.objects.filter(whole_at__lt=before).delete()
    return int(removed)
