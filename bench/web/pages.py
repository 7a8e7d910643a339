"""Server time of pages with ten thousand cases in the database.

    python -m bench.web.pages [--asked TIMES]

Each page is asked in this process, without a network and a browser, so many times; 95 % of the answers came sooner
than what is printed. A look at a case is entered each time, with its write to the disk.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path

os.environ.setdefault("LAWGATE_SECRET_KEY", "bench" * 10)

from tests.service.casework.office import Office, office_in
from tests.web.inside import client_of
from tests.web.test_inbox import CASES, fill

from bench.web.desk import work_at
from lawgate.stores.sample import write_sample

ASKED = 40


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--asked", type=int, default=ASKED, help="how often each page is asked")
    asked = parser.parse_args().asked
    with tempfile.TemporaryDirectory() as made:
        office, case = prepared(Path(made))
        print(f"{CASES} cases, each page asked {asked} times; milliseconds")
        print(f"{'page':<28} {'median':>8} {'p95':>8}")
        for name, who, place in pages(case):
            times = sorted(measured(who, place, asked))
            print(f"{name:<28} {statistics.median(times):>8.1f} {times[int(len(times) * 0.95) - 1]:>8.1f}")
        del office


def prepared(folder: Path) -> tuple[Office, str]:
    """An office with a case in review and ten thousand others."""
    write_sample(folder / "world", taxpayers=300, subjects=5, seed=7)
    office = office_in(folder, folder / "world", f"sqlite:///{folder / 'cases.sqlite3'}")
    case = office.in_review()
    work_at(office)
    fill(office)
    return office, case


def pages(case: str) -> list[tuple[str, str, str]]:
    """What is measured: a name, who asks, and where."""
    return [
        ("cases, what waits for a role", "first", "/cases"),
        ("cases, all, page 100", "auditor", "/cases?view=all&page=100"),
        ("cases, a search", "auditor", "/cases?view=all&words=C2025-0043"),
        ("a case", "first", f"/cases/{case}"),
        ("why", "first", f"/cases/{case}/why/3"),
        ("what leaves (sign)", "first", f"/cases/{case}/leaving"),
        ("an agency's requests", "agent", "/agency"),
        ("the law", "auditor", "/law"),
        ("a paragraph", "auditor", "/law/at/us/usc/t26/s6103/i/2"),
    ]


def measured(who: str, place: str, asked: int) -> list[float]:
    """Milliseconds of each answer, after a first one that is not counted."""
    client = client_of(who)
    client.get(place)
    found = []
    for _ in range(asked):
        begun = time.perf_counter()
        answer = client.get(place)
        found.append((time.perf_counter() - begun) * 1000)
        assert answer.status_code == 200, place
    return found


if __name__ == "__main__":
    main()
