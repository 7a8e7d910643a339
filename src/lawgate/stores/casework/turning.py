"""What is proposed in cases that are still open, as documents without any value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lawgate.casework.words import State
from lawgate.stores.casework import models

_BEFORE_RELEASE = (State.DETERMINED.value, State.IN_REVIEW.value, State.APPROVED.value)


def standing_documents(*, sealed: bool) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each open case with the determination that it proposes; sealed matters only where that is asked."""
    rows = models.Case.objects.filter(state__in=_BEFORE_RELEASE, proposal__isnull=False).order_by("number")
    if not sealed:
        rows = rows.filter(sealed=False)
    for row in rows.select_related("proposal").iterator():
        yield row.number, row.proposal.document
