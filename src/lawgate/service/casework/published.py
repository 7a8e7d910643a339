"""What the public is told: counts with small cells suppressed."""

from __future__ import annotations

from typing import Any, Final

from lawgate.stores.casework import watch

Document = dict[str, Any]

SMALL_CELL: Final = 10
"""A count below this could point at somebody, and is not told."""


def transparency_document(year: int) -> Document:
    """The counts of a year by agency (26 U.S.C. 6103(p)(3)(C)); one that is small is told as None.

    Where a total would give a small one away, it is not told either. Sealed matters are in no count.
    """
    released = [one for one in watch.disclosures(sealed=False) if one.at.year == year]
    requests = watch.requests_by_agency(year)
    rows = []
    for agency in sorted({*requests, *(one.account.get("agency", "") for one in released)}):
        of_agency = [one for one in released if one.account.get("agency") == agency]
        taxpayers = len({one.account.get("subject") for one in of_agency})
        counts = {
            "requests": requests.get(agency, 0), "disclosures": len(of_agency), "taxpayers": taxpayers
        }  # fmt: skip
        rows.append({"agency": agency, **{name: _told(count) for name, count in counts.items()}})
    totals = {
        name: sum(row[name] for row in rows) if all(row[name] is not None for row in rows) else None
        for name in ("requests", "disclosures", "taxpayers")
    }
    return {"year": year, "rows": rows, "totals": totals, "small": SMALL_CELL}


def _told(count: int) -> int | None:
    """Nought is told: that nobody asked points at nobody."""
    return count if count == 0 or count >= SMALL_CELL else None
