"""Scores of the check of an address for each kind, the time it takes, and its ratio to usaddress alone.

Run: python bench/address.py LABELLED.csv [SEED]. The file has the columns raw, label, kind, as the list
tests/linkage/addresses_held_out.csv has. The sweep makes 10,000 texts for each outcome.
"""

from __future__ import annotations

import csv
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import usaddress

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "linkage"))
import address_variants

from lawgate.linkage.address import assess
from lawgate.linkage.address.delivery import read_line
from lawgate.linkage.address.normal import normalise
from lawgate.linkage.address.same import compare

ROUNDS = 10
T = TypeVar("T")


def main() -> None:
    path, seed = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with path.open(newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    print(rates([(row["label"], assess(row["raw"]).outcome.value) for row in rows]))
    by_kind(rows)
    for label, makers in address_variants.SWEEP.items():
        made = list(address_variants.variants(makers, 10_000, seed))
        judged = Counter(assess(raw).outcome.value for _, raw in made)
        print(f"sweep, seed {seed}, {len(made)} made {label}: {dict(judged.most_common())}")
    texts = [row["raw"] for row in rows]
    ours, parser = microseconds(assess, texts), microseconds(tagged, texts)
    print(f"assess {ours:.1f} us a text, usaddress tagging {parser:.1f} us, ratio {ours / parser:.2f}")
    print(f"normalise {microseconds(normalise.__wrapped__, texts):.1f} us a text")
    read = [normalise(text) for text in texts]
    pairs = microseconds(lambda one: compare(one, read[0]), read)
    print(f"compare {pairs:.2f} us a pair")


def rates(pairs: Sequence[tuple[str, str]]) -> str:
    count = Counter(pairs)
    adequate = sum(label == "adequate" for label, _ in pairs)
    inadequate = sum(label == "inadequate" for label, _ in pairs)
    parts = []
    if adequate:
        parts.append(f"adequate refused {count['adequate', 'inadequate']}/{adequate}")
        parts.append(f"adequate to a person {count['adequate', 'needs_human']}/{adequate}")
    if inadequate:
        parts.append(f"inadequate let through {count['inadequate', 'adequate']}/{inadequate}")
        parts.append(f"inadequate to a person {count['inadequate', 'needs_human']}/{inadequate}")
    return ", ".join(parts)


def by_kind(rows: Sequence[dict[str, str]]) -> None:
    right: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for row in rows:
        right[row["label"], row["kind"]].append(assess(row["raw"]).outcome.value == row["label"])
    for (label, kind), judged in sorted(right.items()):
        print(f"  {label:11} {kind:36} {sum(judged):3}/{len(judged)}")


def microseconds(work: Callable[[T], object], values: Sequence[T]) -> float:
    """Mean of the best round, in microseconds of processor time a value."""
    best = float("inf")
    for _ in range(ROUNDS):
        read_line.cache_clear()
        started = time.process_time()
        for value in values:
            work(value)
        best = min(best, time.process_time() - started)
    return best / len(values) * 1e6


def tagged(text: str) -> object:
    try:
        return usaddress.tag(text)
    except usaddress.RepeatedLabelError:
        return None


if __name__ == "__main__":
    main()
