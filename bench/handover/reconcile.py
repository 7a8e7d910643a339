"""Reconciling a million receipts with five planted differences: what is exchanged, and how long it takes.

python -m bench.handover.reconcile FOLDER [RECEIPTS]
"""

from __future__ import annotations

import random
import sys
import time
from hashlib import sha256
from pathlib import Path

import polars as pl

from lawgate.handover.reconcile import BUCKETS
from lawgate.service.handover.reconcile import reconcile
from lawgate.stores.handover.receipt_table import lines_of, read_receipts

PLANTED = 5


def main() -> None:
    folder, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    folder.mkdir(parents=True, exist_ok=True)
    ours, theirs = folder / "ours.parquet", folder / "theirs.parquet"
    planted = write(ours, theirs, count)
    started, used = time.perf_counter(), time.process_time()
    document = reconcile(ours, theirs, as_of="2026-03-10")
    took, used = time.perf_counter() - started, time.process_time() - used
    found = {one["package"]: one["standing"] for one in document["differences"]}
    assert found == planted, (found, planted)
    assert document["faults"] == PLANTED
    print(f"{count:,} receipts a side, {PLANTED} planted differences: all found and named, none besides")
    print(f"  exchanged: {document['digests_bytes'] // 1024} KiB of digests and {document['rows_compared']} rows of "
          f"{len(document['buckets_differing'])} of {BUCKETS} buckets")  # fmt: skip
    print(f"  both sides, reading included: {took:.1f} s, processor {used:.1f} s")
    lines = lines_of(read_receipts(ours))
    used = time.process_time()
    for line in lines:
        sha256(line.encode()).digest()
    hashing = time.process_time() - used
    print(f"  beside hashing each line once: processor {hashing:.1f} s")


def write(ours: Path, theirs: Path, count: int) -> dict[str, str]:
    """Both tables; the planted differences by package."""
    picked = random.Random(8)
    frame = pl.DataFrame(
        {
            "package": [sha256(str(number).encode()).hexdigest() for number in range(count)],
            "case": [f"CASE-{number}" for number in range(count)],
            "sequence": ["3"] * count,
            "recipient": ["a" * 32] * count,
            "released_on": ["2026-03-01"] * count,
            "delivered_on": ["2026-03-02"] * count,
            "received_on": ["2026-03-03"] * count,
        }
    )
    lost, other, misdelivered, doubled, stranger = picked.sample(range(count), PLANTED)
    at = pl.int_range(count)
    there = frame.drop("released_on", "delivered_on").with_columns(
        pl.when(at == other).then(pl.lit("CASE-X")).otherwise("case").alias("case"),
        pl.when(at == misdelivered).then(pl.lit("b" * 32)).otherwise("recipient").alias("recipient"),
        pl.when(at == stranger).then(pl.lit("f" * 64)).otherwise("package").alias("package"),
    )
    there = pl.concat([there[:lost], there[lost + 1 :], there[doubled : doubled + 1]])
    there.sample(fraction=1.0, shuffle=True, seed=8).write_parquet(theirs)
    names = frame["package"]
    # Ours is written without the row that theirs bears under another name, so that the name alone is planted.
    frame.filter(pl.int_range(count) != stranger).write_parquet(ours)
    return {
        names[lost]: "missing there",
        names[other]: "differs",
        names[misdelivered]: "misdelivered",
        names[doubled]: "duplicate",
        "f" * 64: "missing here",
    }


if __name__ == "__main__":
    main()
