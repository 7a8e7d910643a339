"""The long form of reconciliation: receipts dropped, doubled, altered, misdelivered, delayed; each named, none false.

    python -m bench.handover.hands [TIMES]

The short form runs with the tests.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from random import Random

from tests.handover.test_reconcile import DAY, HANDS, receipt, theirs

from lawgate.handover.reconcile import Standing, bucket_digests, bucket_of, classify, differing

RECEIPTS = 200


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    started, ours = time.perf_counter(), [receipt(number) for number in range(RECEIPTS)]
    named: Counter[str] = Counter()
    for seed in range(times):
        name = list(HANDS)[seed % len(HANDS)]
        hand, standing = HANDS[name]
        here, there, picked = list(ours), [theirs(one) for one in ours], Random(seed)
        at = picked.randrange(RECEIPTS)
        hand(here, there, at)
        buckets = differing(
            bucket_digests([one.line for one in here]), bucket_digests([one.line for one in there])
        )
        found = classify(
            [one for one in here if bucket_of(one.package) in buckets],
            [one for one in there if bucket_of(one.package) in buckets],
            day=DAY,
        )
        assert [one for one in found if one[1] is not Standing.AGREED] == [(ours[at].package, standing)], seed
        named[f"{name}: {standing.value}"] += 1
    for what, count in named.items():
        print(f"{what}, {count} of {count}")
    print(
        f"{times:,} differences among {RECEIPTS} receipts, each named, none false; "
        f"{time.perf_counter() - started:.0f} s"
    )


if __name__ == "__main__":
    main()
