"""Large requests whose time is over: their words are destroyed, and their digests and figures stay.

The list itself is a target, most of all the rows that were never admitted. What was released of it stands in cases of
its own, with their account.
"""

from __future__ import annotations

from datetime import timedelta

from lawgate.ledger.entry import Kind
from lawgate.service.casework.desk import SERVICE, Desk
from lawgate.service.casework.runs.looks import BATCH_PREFIX
from lawgate.stores.casework.general import steps_under, write_once
from lawgate.stores.casework.write import Told, draw_secrets
from lawgate.stores.log import say
from lawgate.stores.runs.batch_runs import BatchRun
from lawgate.stores.runs.run_folders import names_in, run_at

PURGE = "purge"


def purge_batches(desk: Desk, *, days: int) -> int:
    """Destroy the words of large requests so many days after they were decided, or taken in and never decided.

    The entry stands before a file is removed, and what was broken off is ended by the next run; how many were purged.
    """
    purged = 0
    for name in names_in(desk.batches):
        run = BatchRun(run_at(desk.batches, name))
        if run.purged is None and not _is_over(desk, run, days):
            continue
        if run.purged is None:
            run.note_purged({"on": desk.now().date().isoformat(), "digests": run.digests()})
        if run.has_words and _enter(desk, run):
            run.remove_words()
            purged += 1
    if purged:
        say("batches_purged", size=purged)
    return purged


def _is_over(desk: Desk, run: BatchRun, days: int) -> bool:
    """Whether its time is over and nobody works on it."""
    at_work = run.is_written_now or (run.is_wanted and not run.is_decided)
    return run.request.is_file() and not at_work and desk.now() - run.stood_since > timedelta(days=days)


def _enter(desk: Desk, run: BatchRun) -> bool:
    """Enter that its words are destroyed, once; whether that stands."""
    place, noted = f"{BATCH_PREFIX}{run.at.name}", run.purged or {}
    steps = steps_under((place,))[place]
    if any(one.act == PURGE for one in steps):
        return True
    told = Told(SERVICE.id, desk.now(), values={"officer": SERVICE.id, "reason": noted})
    return write_once((place, len(steps) + 1), Kind.DESTROYED, PURGE, told, draw_secrets(desk.secret))
