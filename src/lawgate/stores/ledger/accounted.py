"""Which releases a ledger accounts for: its entries of releases, by case and day."""

from __future__ import annotations

from collections import Counter

from lawgate.ledger.entry import Kind, parse_entry
from lawgate.ledger.reading import read_bundle
from lawgate.ledger.tiles import Reader, widths

Accounted = Counter[tuple[str, str]]
"""How many entries say that something was released, by case and day (YYYY-MM-DD)."""


def releases_entered(reader: Reader, size: int) -> Accounted:
    """The entries of releases in a log of this size; LedgerFormatError where one cannot be read."""
    found: Accounted = Counter()
    for number, _ in widths(size):
        for data in read_bundle(reader, number, size):
            entry = parse_entry(data, where=f"bundle {number}")
            if entry.kind is Kind.RELEASED:
                found[entry.case, entry.day.isoformat()] += 1
    return found
