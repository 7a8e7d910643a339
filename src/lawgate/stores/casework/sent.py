"""Every package that was released, as the agency knows it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from lawgate.errors import InputError
from lawgate.handover.reconcile import Receipt
from lawgate.handover.statement import parse_statement
from lawgate.ledger.entry import Kind
from lawgate.ledger.text import from_base64
from lawgate.stores.casework import models


def sent_packages() -> Iterator[Receipt]:
    """One row a package, in the order of release; a receipt that cannot be read counts as none."""
    rows = models.Package.objects.select_related("release__entry").order_by("id")
    destroyed = dict(
        models.Entry.objects.filter(kind=Kind.DESTROYED.value)
        .order_by("-id")
        .values_list("case_number", "day")
    )
    for row in rows.iterator():
        entry = row.release.entry
        claim: dict[str, Any] = entry.account.get("package") or {}
        if not isinstance(claim, dict):
            continue  # it was sealed by no sealer of ours
        yield Receipt(
            str(claim["sealed"]),
            entry.case_number,
            entry.sequence,
            str(claim.get("recipient", "")),
            released_on=row.release.released_at.date(),
            delivered_on=row.handed_over_at.date() if row.handed_over_at else None,
            received_on=_received_on(row.receipt),
            destroyed_on=destroyed.get(entry.case_number),
        )


def _received_on(receipt: Any) -> date | None:
    """The day that the recipient's receipt states; it was checked when it came in."""
    try:
        envelope = json.loads(bytes(receipt)) if receipt else {}
        return parse_statement(from_base64(envelope["payload"], what="a receipt")).day
    except (InputError, KeyError, TypeError, ValueError):
        return None
