"""Work done apart, in processes of their own: one for each core, in order, and none outlives the one who began it."""

from __future__ import annotations

import atexit
import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, Final, TypeVar

from lawgate.errors import ApartError

AHEAD: Final = 1
"""How many pieces of work wait beside those that are worked on: each lies in memory."""

Work = TypeVar("Work")
Done = TypeVar("Done")


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0))


@contextmanager
def apart(
    begin: Callable[..., None], *told: Any, workers: int | None = None
) -> Iterator[ProcessPoolExecutor]:
    """Processes that each call `begin` once and then wait for work; what waits when an error comes is dropped.

    Raises ApartError where one of them ends before its work is done, as it does when memory runs out.
    """
    pool = ProcessPoolExecutor(workers or cores(), get_context("spawn"), _begin, (begin, told))
    try:
        yield pool
    except BrokenProcessPool:
        raise ApartError(
            "a process that worked apart ended before its work was done",
            mend="look whether memory ran out, and run it again",
        ) from None
    finally:
        # Nobody waits for processes that have only to end; they do so before this one does.
        pool.shutdown(wait=False, cancel_futures=True)


def in_order(
    pool: ProcessPoolExecutor,
    function: Callable[[Work], Done],
    works: Iterable[Work],
    *,
    workers: int | None = None,
) -> Iterator[Done]:
    """What the function makes of each piece of work, in their order; the first ones are begun before it is asked.

    Few pieces are made before they are wanted.
    """
    coming = iter(works)
    begun = deque(pool.submit(function, work) for work in islice(coming, (workers or cores()) + AHEAD))
    return _collected(pool, function, coming, begun)


def _collected(
    pool: ProcessPoolExecutor,
    function: Callable[[Work], Done],
    coming: Iterator[Work],
    begun: deque[Future[Done]],
) -> Iterator[Done]:
    while begun:
        done = begun.popleft().result()
        begun.extend(pool.submit(function, work) for work in islice(coming, 1))
        yield done


@contextmanager
def without_search() -> Iterator[None]:
    """Values hold no cycles, so the search for them only costs: half of the time of what makes millions."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


def _begin(begin: Callable[..., None], told: tuple[Any, ...]) -> None:
    """A process apart makes values without cycles, so it never searches for any.

    What it holds goes with it when it ends: to take millions of values down one by one takes seconds.
    """
    gc.disable()
    atexit.register(os._exit, 0)
    Thread(target=_end_with_parent, daemon=True).start()
    begin(*told)


def _end_with_parent() -> None:
    """One whose parent was killed would wait for ever for the next piece of work."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
