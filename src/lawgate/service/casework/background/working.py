"""The process that works in the background: enters what waits, has it witnessed, and runs the jobs."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from lawgate.errors import UnconfirmedError
from lawgate.service.casework.background.jobs import plan
from lawgate.service.casework.deployment.deployed import bookkeeper
from lawgate.service.casework.desk import Desk
from lawgate.service.casework.runs.apart import deciding_apart
from lawgate.stores import database, jobs
from lawgate.stores.clock import now
from lawgate.stores.log import say

REST_SECONDS: Final = 0.5
JOBS_A_ROUND: Final = 20
"""So many jobs run before it is looked again what waits for the ledger."""


def work(desk: Desk, *, until: Callable[[], bool] = lambda: False) -> None:
    """Work until told to end. LedgerStoppedError from the first write that failed: nothing is entered after it.

    While the database's standby confirms nothing, nothing is entered, and it waits.
    """
    database.demand_kept()
    planned: dict[str, str] = {}
    with bookkeeper(desk) as books, deciding_apart(desk) as apart:
        while not until():
            with _waiting():
                entered = books.enter()
                plan(desk.now(), planned)
                apart.tend()
                _run_jobs(rest=not entered)


def work_on_jobs(*, until: Callable[[], bool] = lambda: False) -> None:
    """Run jobs beside the process that enters, and nothing else, until told to end."""
    while not until():
        with _waiting():
            _run_jobs(rest=True)


@contextmanager
def _waiting() -> Iterator[None]:
    """Where the database or its standby confirms nothing there is a rest, and then another connection."""
    try:
        yield
    except UnconfirmedError as error:
        say("not_confirmed", fault=error.what)
        database.close()
        time.sleep(REST_SECONDS)


def _run_jobs(*, rest: bool) -> None:
    """A round of jobs; where there was none, what failed is queued again, and there is a rest."""
    worker = f"{socket.gethostname()[:40]}-{os.getpid()}"
    if jobs.run_ready(worker, limit=JOBS_A_ROUND) or jobs.revive(now()) or not rest:
        return
    time.sleep(REST_SECONDS)
