"""What the public is told: counts by steps."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, Final

from lawgate.stores.casework import watch

Document = dict[str, Any]

STEP: Final = 10
"""Counts are told by so many: a finer one could point at somebody, by itself or beside that of another day."""


def transparency_document(year: int, *, today: date) -> Document:
    """The counts of a year by agency (26 U.S.C. 6103(p)(3)(C)), each as the least of its step; a small one is None.

    Of a year that runs whole months are counted: what a day adds cannot be read off by looking twice. Nought is told:
    that nobody asked points at nobody.
    """
    before = datetime(today.year, today.month, 1, tzinfo=UTC)
    released = list(watch.disclosures(year=year, before=before, sealed=False))
    requests = watch.requests_by_agency(year, before=before)
    rows = []
    for agency in sorted({*requests, *(one.account.get("agency", "") for one in released)}):
        of_agency = [one for one in released if one.account.get("agency") == agency]
        taxpayers = len({one.account.get("subject") for one in of_agency})
        counts = {
            "requests": requests.get(agency, 0), "disclosures": len(of_agency), "taxpayers": taxpayers
        }  # fmt: skip
        rows.append({"agency": agency, **{name: _told(count) for name, count in counts.items()}})
    return {"year": year, "rows": rows, "step": STEP, "is_over": year < today.year}


def _told(count: int) -> int | None:
    """The least of the step in which it lies; None for one that is small and not nought."""
    return None if 0 < count < STEP else count - count % STEP
