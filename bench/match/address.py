"""Scores of the check of an address for each kind, the time it takes, and its ratio to usaddress alone.

    python -m bench.match.address LABELLED.csv [SEED]

The file has the columns raw, label, kind, as the list tests/linkage/addresses_held_out.csv has. The sweep makes
10,000 texts for each outcome.

Wrong is an adequate text refused or an inadequate one let through. A text sent to a person is neither, and is
counted by itself: `as labelled` takes it as a miss, `not wrong` does not.
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
from tests.linkage import address_variants

from lawgate.linkage.address import assess
from lawgate.linkage.address.delivery import read_line
from lawgate.linkage.address.normal import normalise
from lawgate.linkage.address.same import compare
from lawgate.linkage.adequacy import Outcome

ROUNDS = 10
T = TypeVar("T")


def main() -> None:
    path, seed = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with path.open(newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    judged_rows = [(row["label"], row["kind"], assess(row["raw"]).outcome.value) for row in rows]
    print(rates([(label, outcome) for label, _, outcome in judged_rows]))
    by_kind(judged_rows)
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


def by_kind(judged: Sequence[tuple[str, str, str]]) -> None:
    """How each label came out, then each kind: both shares of those that are right."""
    outcomes = [outcome.value for outcome in Outcome]
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for label, kind, outcome in judged:
        labels[label][outcome] += 1
        kinds[label, kind][outcome] += 1
    print(
        f"  {'label':11} {'kind':36} "
        + " ".join(f"{outcome:>11}" for outcome in outcomes)
        + "  as labelled  not wrong"
    )
    for (label, kind), count in [
        *(((label, "(all)"), labels[label]) for label in sorted(labels)),
        *sorted(kinds.items()),
    ]:
        asked, person = count.total(), count["needs_human"]
        right = count[label]
        spared = asked if label == "needs_human" else right + person
        told = " ".join(f"{count[outcome]:11}" for outcome in outcomes)
        print(f"  {label:11} {kind:36} {told} {right / asked:12.3f} {spared / asked:10.3f}")


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
