"""Whether the time of an answer tells an agency why nothing is disclosed, or how far a case has come inside.

    python -m bench.web.outside [--cpu]

Four cases end without a disclosure: nobody on file, several on file, an address that was never held, and a bar. The
agency asks for each one's page, for its own list and for its letter, and its program for the case, in rounds; within a
round the four are asked in an order drawn anew. If the reason told nothing, each of the four would be the fastest as
often as any other, whatever the machine does meanwhile. So the times are ranked within each round, and it is counted
how often the same ranks, dealt out at random, lie as far apart: that share is p. Below 0.01 the four can be told apart.
The control delays one of the four by a share of a page's own time and has to be found.

Four more cases are told as at work, and have come differently far: admitted, determined, approved, and decided that
nothing leaves. They are compared likewise.

A page's time is what an outsider sees on a quiet machine; `--cpu` takes the processor's time in its place, which others
at work on the machine disturb less. The figures say so much as the controls show: a delay that they do not find could
stand.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

os.environ.setdefault("LAWGATE_SECRET_KEY", "bench" * 10)

import numpy as np
from django.test import Client
from tests.api.programs import Program, browser
from tests.service.casework.office import Office, office_in
from tests.web.inside import client_of
from tests.web.test_outside import LOOKED_AT, at_work, nothing_leaves, withheld

from bench.web.desk import work_at
from lawgate.stores.sample import write_sample

ROUNDS, DEALS = 300, 10_000
P_MIN = 0.01
CONTROL_SHARES = (0.02, 0.05, 0.10)
KINDS = tuple(LOOKED_AT)
Clock = Callable[[], float]
_COUNT = itertools.count(1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--cpu", action="store_true", help="the processor's time and not the clock's")
    told = parser.parse_args()
    rounds, clock = told.rounds, time.thread_time if told.cpu else time.perf_counter
    with tempfile.TemporaryDirectory() as made:
        office, cases = prepared(Path(made))
        print(f"{rounds} rounds of {', '.join(KINDS).lower()}; milliseconds, medians")
        print(f"{'page':<34} {' '.join(f'{kind.lower():>9}' for kind in KINDS)} {'p':>8}  told apart")
        for moment, days in (("before the window", 0), ("in the window", 31)):
            office.clock.at += timedelta(days=days)
            for name, place in places(answered=bool(days)).items():
                times = measured([place(case) for case in cases], rounds, clock)
                tell(f"{name}, {moment}", times)
            by_api = [f"/api/v1/cases/{case}" for case in cases]
            tell(f"the API, {moment}", measured(by_api, rounds, clock, client=program(office)))
        at_stages(office, rounds, clock)
        for share in CONTROL_SHARES:
            times = measured([f"/agency/cases/{case}" for case in cases], rounds, clock, delayed=share)
            tell(f"control: the last {share:.0%} slower", times)


def prepared(folder: Path) -> tuple[Office, list[str]]:
    """An office with the four cases, decided on different days."""
    write_sample(folder / "world", taxpayers=60, subjects=5, seed=7)
    office = office_in(folder, folder / "world", f"sqlite:///{folder / 'cases.sqlite3'}")
    work_at(office)
    cases = []
    for number, name in LOOKED_AT.items():
        cases.append(withheld(office, number, name))
        office.clock.move(hours=5)
    return office, cases


def at_stages(office: Office, rounds: int, clock: Clock) -> None:
    """The same for four cases of the same words that stand differently inside, and are told as one."""
    cases = [*at_work(office, 2), office.determined("REQ-WORKX"), office.approved("REQ-WORKY")]
    nothing_leaves(office, cases[1])
    print(f"{'at work':<34} {'admitted':>9} {'nothing':>9} {'determ.':>9} {'approved':>9}")
    for name, place in places(answered=False).items():
        tell(name, measured([place(case) for case in cases], rounds, clock))
    by_api = [f"/api/v1/cases/{case}" for case in cases]
    tell("the API", measured(by_api, rounds, clock, client=program(office)))


def program(office: Office) -> Client:
    """A program of the agency that asks, with a token; it lives as long as the office's clock stands."""
    made = Program.registered(office, f"system-{next(_COUNT)}", "us.doj")
    return browser(HTTP_AUTHORIZATION=f"Bearer {made.token()}")


def places(*, answered: bool) -> dict[str, Callable[[str], str]]:
    """The pages on which an agency sees a case; there is a letter once it is answered."""
    found: dict[str, Callable[[str], str]] = {
        "the page of the case": lambda case: f"/agency/cases/{case}",
        "the list, by its number": lambda case: f"/agency?words={case}",
    }
    return found | ({"the letter": lambda case: f"/agency/cases/{case}/letter"} if answered else {})


def measured(
    addresses: list[str], rounds: int, clock: Clock, *, delayed: float = 0, client: Client | None = None
) -> np.ndarray:
    """Milliseconds, a row a round and a column a case; the last column is delayed by a share of the median."""
    client = client or client_of("agent")
    chance, times = random.Random(6103), np.zeros((rounds, len(addresses)))
    for place in addresses:
        assert client.get(place, secure=True).status_code == 200, place
    pause = delayed * statistics.median(asked(client, addresses[-1], clock) for _ in range(20))
    for row in range(rounds):
        for column in chance.sample(range(len(addresses)), len(addresses)):
            times[row, column] = asked(client, addresses[column], clock)
            if column == len(addresses) - 1:
                times[row, column] += pause
    return times


def asked(client: Any, place: str, clock: Clock) -> float:
    """Milliseconds until the answer is there."""
    begun = clock()
    client.get(place, secure=True)
    return (clock() - begun) * 1000


def tell(name: str, times: np.ndarray) -> None:
    """One line: the medians, p, and whether the four can be told apart."""
    p = told_apart(times)
    medians = " ".join(f"{value:>9.2f}" for value in np.median(times, axis=0))
    print(f"{name:<34} {medians} {p:>8.4f}  {'YES' if p < P_MIN else 'no'}")


def told_apart(times: np.ndarray) -> float:
    """How often ranks that are dealt out at random lie as far apart as these (a permutation test after Friedman)."""
    ranks = times.argsort(axis=1).argsort(axis=1).astype(float)
    chance = np.random.default_rng(6103)
    found = _apart(ranks)
    dealt = sum(_apart(chance.permuted(ranks, axis=1)) >= found for _ in range(DEALS))
    return (dealt + 1) / (DEALS + 1)


def _apart(ranks: np.ndarray) -> float:
    return float(ranks.mean(axis=0).var())


if __name__ == "__main__":
    main()
