"""How often our encoding and the second readings part ways, over more near misses than the tests take.

    python -m bench.law.oracle [CASES] [SEED]

Each difference is told with how often it occurs; exit 1 where there is one that awaits no mend.
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import islice

from tests.oracle.gate import statute_alone
from tests.oracle.near_misses import DAY, near_misses
from tests.oracle.second.compare import differences
from tests.oracle.second.paragraph import SecondReading
from tests.oracle.second.readings import READINGS
from tests.oracle.test_agreement import differences as differences_2
from tests.oracle.test_agreement import judged_twice

from lawgate.law.addresses import S6103
from lawgate.law.corpus import as_of


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 30_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 26
    encoded = {provision.cite for provision in as_of(DAY).provisions}
    unsettled = told("i/2", count, of_requests_under_2(count, seed))
    for reading in READINGS:
        if S6103 / reading.cite in encoded:
            found = of_reading(reading, count, seed)
            unsettled += told(reading.cite, count, found, awaiting=reading.awaiting)
        else:
            print(f"{reading.cite}: not in the corpus")
    sys.exit(unsettled > 0)


def of_requests_under_2(count: int, seed: int) -> Counter[str]:
    """The differences under (i)(2), but for the cases that await a mend of ours."""
    cases = list(islice(near_misses(seed), count))
    pairs = zip(cases, judged_twice(cases), strict=True)
    return Counter(why for one, both in pairs for why in differences_2(one, both, statute_alone()))


def of_reading(reading: SecondReading, count: int, seed: int) -> Counter[str]:
    """The differences under another paragraph."""
    cases = reading.cases(count, seed=seed)
    pairs = zip(cases, reading.judge(cases), strict=True)
    return Counter(why for one, truths in pairs for why in differences(reading, one, truths, reading.law))


def told(cite: str, count: int, found: Counter[str], awaiting: frozenset[str] = frozenset()) -> int:
    """Print the differences of one paragraph; returns how many kinds of them await no mend."""
    print(f"{cite}: {count} cases, {sum(found.values())} differences")
    for why, times in found.most_common():
        print(f"  {times} x {why}{' (awaits its mend)' if why in awaiting else ''}")
    return len(set(found) - awaiting)


if __name__ == "__main__":
    main()
