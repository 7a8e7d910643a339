"""Requests of every kind, by every role, until so many were answered.

    python -m bench.web.crawl [REQUESTS]

Prints how many were answered with which status, how often each address was asked, and each fault, by its kind and
line, with one request that shows it. Ends with 1 where there is one. `--database postgresql` starts Debian's server.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("LAWGATE_SECRET_KEY", "bench" * 10)

from tests import databases
from tests.service.casework.office import office_in
from tests.web.crawling import crawl

from bench.web.desk import work_at
from lawgate.stores import database
from lawgate.stores.sample import write_sample


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("requests", type=int, nargs="?", default=20_000)
    parser.add_argument("--seed", type=int, default=6103)
    parser.add_argument("--database", choices=databases.KINDS, default="sqlite")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write_sample(folder / "world", taxpayers=60, subjects=5, seed=7)
        office = office_in(folder, folder / "world", databases.address(told.database, folder, "crawl"))
        work_at(office)
        begun = time.perf_counter()
        found = crawl(office, told.requests, seed=told.seed)
        took = time.perf_counter() - begun
        database.close()
    print(f"{found.asked} requests in {took:.0f} s on {told.database}, seed {told.seed}; the slowest took")
    print(f"{found.slowest[0]:.2f} s: {found.slowest[1]}")
    print("status  ", "  ".join(f"{status}: {count}" for status, count in sorted(found.statuses.items())))
    print("address ", "  ".join(f"{name}: {count}" for name, count in sorted(found.names.items())))
    shown = {fault.what: fault for fault in found.faults}
    print(f"{len(found.faults)} faults of {len(shown)} kinds", *shown.values(), sep="\n  ")
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main())
