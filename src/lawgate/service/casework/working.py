"""The process that works in the background: enters what waits, has it witnessed, hands over, purges."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from lawgate.service.casework.batches_apart import deciding_apart
from lawgate.service.casework.delivery import deliver_waiting
from lawgate.service.casework.deployed import bookkeeper
from lawgate.service.casework.desk import Desk
from lawgate.service.casework.intake import purge_unadmitted

REST_SECONDS: Final = 0.5
PURGE_AFTER_DAYS: Final = 180
PURGE_EVERY_SECONDS: Final = 3600


def work(desk: Desk, *, until: Callable[[], bool] = lambda: False) -> None:
    """Work until told to end. LedgerStoppedError from the first write that failed: nothing is entered after it."""
    purged_at = float("-inf")
    with bookkeeper(desk) as books, deciding_apart(desk) as apart:
        while not until():
            entered = books.enter()
            deliver_waiting(desk)
            apart.tend()
            if time.monotonic() - purged_at > PURGE_EVERY_SECONDS:
                purge_unadmitted(desk, days=PURGE_AFTER_DAYS)
                purged_at = time.monotonic()
            if not entered:
                time.sleep(REST_SECONDS)
