"""The index of a log: for each entry sixteen bytes that tell its case, so that a case is found in one pass."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from lawgate.ledger.entry import place_in_case

INDEX_PATH: Final = "index"
RECORD_BYTES: Final = 16


def record_of(entry: bytes) -> bytes:
    """The index's record of an entry: the beginning of SHA-256 over its case, or zeroes where it has none."""
    return record_of_place(place_in_case(entry))


def record_of_place(place: tuple[bytes, int] | None) -> bytes:
    """The same from the entry's case and number, where they have been read already."""
    return case_record(place[0]) if place else bytes(RECORD_BYTES)


def case_record(case: bytes) -> bytes:
    """The record that all entries of a case have."""
    return sha256(case).digest()[:RECORD_BYTES]


def entries_of_case(index: bytes, case: str) -> Iterator[int]:
    """The numbers of the entries of a case, in their order; the index alone is no evidence of them."""
    record, at = case_record(case.encode()), index.find(case_record(case.encode()))
    while at >= 0:
        if at % RECORD_BYTES == 0:
            yield at // RECORD_BYTES
        at = index.find(record, at + 1)
