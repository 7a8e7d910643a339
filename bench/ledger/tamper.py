"""The long form of the tamper table: each kind many times, each found and named; leaves a report.

    python -m bench.ledger.tamper [EACH] [REPORT.md]

The short form runs with the tests.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.ledger.memory import Memory
from tests.ledger.tampering import KINDS, SIZES, examined, tampered, told_alone, world

from lawgate.stores.ledger.restore import restore


def main() -> None:
    each = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    started = time.perf_counter()
    assert examined(world().files).faults == (), "the untouched copy has no fault"
    lines = [
        f"# Tampering with a copied ledger of {SIZES[-1]} entries, {each} times a kind",
        "",
        "| done to the copy | times | found | named as expected | found by `verify.py` | names told, with how often |",
        "|---|---|---|---|---|---|",
        *(row(name, each) for name in KINDS),
        restored(each),
        "",
        f"Untouched copy: no fault. Seeds 0 to {each - 1}, {time.perf_counter() - started:.0f} s.",
    ]
    report = "\n".join(lines) + "\n"
    if len(sys.argv) > 2:
        Path(sys.argv[2]).write_text(report, encoding="utf-8")
    print(report)


def row(name: str, each: int) -> str:
    hand, wanted = KINDS[name]
    found = named = alone = 0
    told: Counter[str] = Counter()
    for seed in range(each):
        files = tampered(hand, Random(seed))
        kinds = {fault.kind for fault in examined(files).faults}
        with TemporaryDirectory() as folder:
            alone += bool(told_alone(files, Path(folder)))
        found, named = found + bool(kinds), named + bool(kinds & wanted)
        told.update(kind.value for kind in kinds)
        if not kinds & wanted:
            print(f"not named: {name}, seed {seed}: {sorted(kind.value for kind in kinds)}", file=sys.stderr)
    names = ", ".join(f"{kind} {count}" for kind, count in told.most_common(6))
    return f"| {name} | {each} | {found} | {named} | {alone} | {names} |"


def restored(each: int) -> str:
    """Tiles and index thrown away or flipped at random, then made anew from the entries."""
    right, equal = world().files, 0
    for seed in range(each):
        picked, files = Random(seed), dict(right)
        derived = [path for path in files if path == "index" or path.startswith(("tile/0", "tile/1"))]
        for path in picked.sample(derived, picked.randrange(1, len(derived))):
            if picked.random() < 0.5:
                del files[path]
            else:
                files[path] = bytes(len(files[path]))
        storage = Memory(files)
        restore(storage)
        current = {path: data for path, data in storage.files.items() if path not in LEFT_OVER}
        equal += current == {path: data for path, data in right.items() if path not in LEFT_OVER}
    return f"| tiles and index lost, restored from the entries | {each} | | equal bytes {equal} | | |"


LEFT_OVER = {"tile/0/001.p/44", "tile/0/001.p/224", "tile/1/000.p/1"}
"""Partial tiles of earlier checkpoints, which are not made again."""

if __name__ == "__main__":
    main()
