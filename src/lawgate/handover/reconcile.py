"""Daily reconciliation: what the agency released against what the recipient holds, by digests of buckets first.

A package falls into one of 4,096 buckets by the first twelve bits of its hash. Each side sends one digest a bucket,
128 KiB in all; the rows of a bucket are exchanged only where the two digests differ. So two sides with a million
receipts and five differences exchange five buckets of rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from hashlib import sha256
from typing import Final

from lawgate.handover.statement import Stated, Statement
from lawgate.ledger.hashing import HASH_BYTES

BUCKETS: Final = 4096
LATE_DAYS: Final = 7
"""So many days after its delivery a package ought to be receipted for."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """One package as one side knows it; days are None for what this side has not seen.

    `package` is the SHA-256 of its sealed bytes in hexadecimal, `recipient` the id of the key.
    """

    package: str
    case: str
    sequence: int
    recipient: str
    released_on: date | None = None
    delivered_on: date | None = None
    received_on: date | None = None
    destroyed_on: date | None = None

    @property
    def line(self) -> str:
        """What both sides have to agree on, as one line."""
        received, destroyed = _day(self.received_on), _day(self.destroyed_on)
        return f"{self.package} {self.case} {self.sequence} {self.recipient} {received} {destroyed}"


class Standing(Enum):
    """What a package comes to when both sides are compared."""

    AGREED = "agreed"
    RELEASED = "released"
    DELIVERED = "delivered"
    RECEIVED = "received"
    DESTROYED = "destroyed"
    LATE = "late"
    MISDELIVERED = "misdelivered"
    MISSING_HERE = "missing here"
    MISSING_THERE = "missing there"
    DIFFERS = "differs"
    DUPLICATE = "duplicate"


EXPECTED: Final = frozenset(
    {Standing.AGREED, Standing.RELEASED, Standing.DELIVERED, Standing.RECEIVED, Standing.DESTROYED}
)
"""Standings that the next exchange settles by itself; every other one is for a person."""


def receipts_of(statements: Iterable[Statement]) -> list[Receipt]:
    """A recipient's side: one row a package, from what was stated of it."""
    rows: dict[str, Receipt] = {}
    for one in statements:
        if one.what is Stated.REFUSED:
            continue  # it never came in
        row = rows.get(one.package) or Receipt(one.package, one.case, one.sequence, one.recipient)
        if one.what is Stated.RECEIVED and row.received_on is None:
            row = replace(row, received_on=one.day)
        elif one.what is Stated.DESTROYED:
            row = replace(row, destroyed_on=one.day)
        rows[one.package] = row
    return list(rows.values())


def bucket_of(package: str) -> int:
    """The bucket of a package: twelve bits of its hash."""
    return int(package[:3], 16)


def bucket_digests(lines: Iterable[str]) -> list[bytes]:
    """For each bucket the hash over its sorted lines; a line begins with the package's hash."""
    buckets: list[list[str]] = [[] for _ in range(BUCKETS)]
    for line in lines:
        buckets[int(line[:3], 16)].append(line)
    return [sha256("\n".join(sorted(bucket)).encode()).digest() for bucket in buckets]


def differing(ours: Sequence[bytes], theirs: Sequence[bytes]) -> list[int]:
    """The buckets whose digests differ."""
    return [at for at in range(BUCKETS) if ours[at] != theirs[at]]


def encode_digests(digests: Sequence[bytes]) -> bytes:
    """The digests as they are exchanged: 4,096 times 32 bytes."""
    return b"".join(digests)


def decode_digests(data: bytes) -> list[bytes] | None:
    """The digests of a file; None where it has another length."""
    if len(data) != BUCKETS * HASH_BYTES:
        return None
    return [data[at : at + HASH_BYTES] for at in range(0, len(data), HASH_BYTES)]


def classify(
    ours: Iterable[Receipt], theirs: Iterable[Receipt], *, day: date, late_days: int = LATE_DAYS
) -> list[tuple[str, Standing]]:
    """What each package of these rows comes to on a day, sorted by package."""
    here, there = _by_package(ours), _by_package(theirs)
    return [
        (package, _standing(here.get(package, []), there.get(package, []), day, late_days))
        for package in sorted({*here, *there})
    ]


def _standing(ours: Sequence[Receipt], theirs: Sequence[Receipt], day: date, late_days: int) -> Standing:
    if len(ours) > 1 or len(theirs) > 1:
        return Standing.DUPLICATE
    if not ours:
        return Standing.MISSING_HERE
    if not theirs:
        return _unreceived(ours[0], day, late_days)
    return _both(ours[0], theirs[0], late_days)


def _unreceived(ours: Receipt, day: date, late_days: int) -> Standing:
    """What we released and they do not know."""
    if ours.received_on or ours.destroyed_on:
        return Standing.MISSING_THERE  # they once receipted for it
    if ours.delivered_on is None:
        return Standing.RELEASED
    return Standing.DELIVERED if _in_time(ours, day, late_days) else Standing.LATE


def _both(ours: Receipt, theirs: Receipt, late_days: int) -> Standing:
    if theirs.recipient != ours.recipient:
        return Standing.MISDELIVERED
    if (theirs.case, theirs.sequence) != (ours.case, ours.sequence) or theirs.received_on is None:
        return Standing.DIFFERS
    if ours.received_on is None:
        if ours.delivered_on and not _in_time(ours, theirs.received_on, late_days):
            return Standing.LATE
        return Standing.RECEIVED
    if ours.received_on != theirs.received_on:
        return Standing.DIFFERS
    if ours.destroyed_on == theirs.destroyed_on:
        return Standing.AGREED
    return Standing.DESTROYED if ours.destroyed_on is None else Standing.DIFFERS


def _in_time(ours: Receipt, day: date, late_days: int) -> bool:
    return ours.delivered_on is not None and day - ours.delivered_on <= timedelta(days=late_days)


def _by_package(rows: Iterable[Receipt]) -> Mapping[str, list[Receipt]]:
    found: dict[str, list[Receipt]] = defaultdict(list)
    for row in rows:
        found[row.package].append(row)
    return found


def _day(day: date | None) -> str:
    return day.isoformat() if day else "-"
