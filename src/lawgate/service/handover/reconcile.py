"""The agency's table of releases against a recipient's, or against his digests alone."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import polars as pl

from lawgate.errors import InputError
from lawgate.handover.reconcile import (
    BUCKETS,
    EXPECTED,
    LATE_DAYS,
    Standing,
    bucket_digests,
    classify,
    decode_digests,
    differing,
    encode_digests,
)
from lawgate.service.files import day_of
from lawgate.stores.handover.receipt_table import lines_of, read_receipts, rows_of
from lawgate.stores.replacing import write_whole

Document = dict[str, Any]

DIGESTS_SUFFIX = ".buckets"


def reconcile(
    ours: Path, theirs: Path, *, as_of: str | None = None, late_days: int = LATE_DAYS,
    digests: Path | None = None, exchange: Path | None = None,
) -> Document:  # fmt: skip
    """Compare two sides; each package whose buckets differ is classified.

    `theirs` may be the other side's digests alone (a `.buckets` file): then the answer names the buckets whose rows
    are to be asked for. `digests` writes our digests, `exchange` our rows of the buckets that differ. A difference
    that a person has to see is a fault. InputError where a file cannot be read.
    """
    day, here = day_of(as_of, where="--as-of"), read_receipts(ours)
    own = bucket_digests(lines_of(here))
    if digests:
        write_whole(digests, lambda made: made.write_bytes(encode_digests(own)))
    there = None if theirs.suffix == DIGESTS_SUFFIX else read_receipts(theirs)
    others = _digests(theirs) if there is None else bucket_digests(lines_of(there))
    buckets = differing(own, others)
    if exchange:
        chosen = here.filter(here["package"].str.slice(0, 3).is_in([f"{at:03x}" for at in buckets]))
        write_whole(exchange, chosen.write_csv)
    found = (
        classify(rows_of(here, buckets), rows_of(there, buckets), day=day, late_days=late_days)
        if there is not None
        else []
    )
    counted = Counter(standing for _, standing in found)
    cases = _cases([one for one, standing in found if standing is not Standing.AGREED], here, there)
    return {
        "as_of": day.isoformat(),
        "ours": here.height,
        "theirs": there.height if there is not None else None,
        "buckets": BUCKETS,
        "digests_bytes": len(encode_digests(own)),
        "buckets_differing": buckets,
        "rows_compared": len(found),
        "standings": {one.value: counted[one] for one in Standing if counted[one]},
        "differences": [
            {
                "package": package,
                "case": cases[package],
                "standing": standing.value,
                "expected": standing in EXPECTED,
            }
            for package, standing in found
            if standing is not Standing.AGREED
        ],
        "faults": sum(standing not in EXPECTED for _, standing in found),
    }


def _cases(packages: list[str], *sides: pl.DataFrame | None) -> dict[str, str]:
    """The case of each of these packages, as one of the sides names it."""
    held = (side.filter(pl.col("package").is_in(packages)) for side in sides if side is not None)
    return {package: case for side in held for package, case in side.select("package", "case").iter_rows()}


def _digests(path: Path) -> list[bytes]:
    try:
        read = decode_digests(path.read_bytes())
    except OSError:
        read = None
    if read is None:
        raise InputError(
            "not a file of bucket digests", where=str(path), mend="make it with lawgate reconcile --digests"
        )
    return read
