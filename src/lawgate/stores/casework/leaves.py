"""Rows of entries on their way into the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Max

from lawgate.ledger.entry import Kind
from lawgate.stores.casework import models
from lawgate.stores.casework.genuine import is_genuine


@dataclass(frozen=True, slots=True)
class Leaf:
    """An entry that does not stand in the ledger yet; `releases` names the case that it released.

    `genuine` is whether it is this agency's own.
    """

    id: int
    encoded: bytes
    genuine: bool
    releases: str | None = None


def waiting(limit: int, secret: bytes) -> tuple[Leaf, ...]:
    """The entries that wait, in the order in which they were written; of one case always in its own order."""
    rows = models.Entry.objects.filter(leaf__isnull=True).order_by("id")[:limit]
    return tuple(
        Leaf(
            row.pk,
            bytes(row.encoded),
            is_genuine(row, secret),
            row.case_number if row.kind == Kind.RELEASED.value else None,
        )
        for row in rows
    )


def count_waiting() -> int:
    """How many wait."""
    return int(models.Entry.objects.filter(leaf__isnull=True).count())


def count_entered() -> int:
    """One more than the last place in the ledger that an entry is known to have."""
    last = models.Entry.objects.aggregate(last=Max("leaf"))["last"]
    return 0 if last is None else int(last) + 1


def find(case: str, sequence: int, encoded: bytes) -> int | None:
    """The id of an entry that waits, by its place in its case and its bytes; None where there is none."""
    row = models.Entry.objects.filter(case_number=case, sequence=sequence, leaf__isnull=True).first()
    return row.pk if row is not None and bytes(row.encoded) == encoded else None


def mark(places: Sequence[tuple[int, int]]) -> None:
    """Note where entries stand in the ledger: pairs of id and place."""
    rows = models.Entry.objects.in_bulk([number for number, _ in places])
    for number, place in places:
        rows[number].leaf = place
    models.Entry.objects.bulk_update(rows.values(), ["leaf"], batch_size=200)
