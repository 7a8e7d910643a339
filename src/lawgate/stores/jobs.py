"""Jobs on the database (django-tasks): kept with ids alone, tried again, and of a fault no more is kept than its kind.

django-tasks keeps a job's arguments, its traceback with the words of the fault, and what it returned. So a job takes
ids, returns nothing, and fails with `JobFailedError`, whose words are the kind of the fault. It tries nothing again
and leaves a job of a worker that died as running for ever; both are seen to here (`revive`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import wraps
from typing import Any, Final
from uuid import UUID

from django.utils.module_loading import import_string
from django_tasks import TaskResultStatus, task
from django_tasks.base import Task
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from lawgate.errors import IllFormedError, JobFailedError
from lawgate.stores.log import say

Body = Callable[..., None]

ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9:._+-]{0,63}")
"""What a job is given: the number of a case, a day, a digest; nothing that could hold a name or a text."""
_FAULT: Final = re.compile(r"JobFailedError: the job failed \((\w{1,80})\)")
"""What is kept of a fault: its kind, as `JobFailedError` words it in the traceback."""
ATTEMPTS_MAX: Final = 8
RETRY_FIRST, RETRY_LONGEST = timedelta(seconds=2), timedelta(hours=1)
"""How long a job rests after it failed, four times as long after each time."""
LOST_AFTER: Final = timedelta(minutes=10)
"""So long after its start a job that has not ended is taken for one whose worker died."""
KEPT: Final = timedelta(days=30)
"""So long jobs that ended are kept."""


class Stands(StrEnum):
    """Where a job stands that has not ended well."""

    WAITING = "waiting"
    RUNNING = "running"
    RESTING = "resting"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class Standing:
    """A job without what it was given: its name, where it stands, how often and when it was tried, its last fault.

    `again_at` is when one that rests is tried again.
    """

    id: str
    name: str
    stands: Stands
    attempts: int
    queued_at: datetime
    tried_at: datetime | None
    again_at: datetime | None
    fault: str


def job(body: Body) -> Task[Any, Any]:
    """A function of ids as a job; nothing of what it raises is kept but its kind."""

    @wraps(body)
    def guarded(*ids: str) -> None:
        try:
            body(*ids)
        except Exception as error:  # noqa: BLE001 - whatever went wrong, its words are not to be kept
            kind = type(error).__name__
            say("job_failed", act=body.__name__, fault=kind)
            raise JobFailedError(kind) from None

    return task()(guarded)


def enqueue(path: str, *ids: str) -> None:
    """Queue a job, in the transaction that is open; IllFormedError for what is no id."""
    for one in ids:
        if not ID.fullmatch(one):
            raise IllFormedError("a job takes ids alone", where=path)
    _job_at(path).enqueue(*ids)


def is_known(path: str, *ids: str) -> bool:
    """Whether this very job was queued before, whatever became of it."""
    given = {"args": list(ids), "kwargs": {}}
    return bool(DBTaskResult.objects.filter(task_path=path, args_kwargs=given).exists())


def run_ready(worker: str, *, limit: int) -> int:
    """Run the jobs that are ready, up to so many; how many ran, whatever became of them."""
    ran = _Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=limit,
        worker_id=worker,
        excluded_queue_names=[],
    )
    ran.run()
    return ran.count


def revive(now: datetime) -> int:
    """Queue again what failed and has rested, and what a worker that died has left; how many."""
    again = 0
    for row in DBTaskResult.objects.filter(status=TaskResultStatus.FAILED, finished_at__isnull=False):
        if len(row.worker_ids) < ATTEMPTS_MAX and now >= row.finished_at + _rest(len(row.worker_ids)):
            again += _requeue(row)
    lost = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lt=now - LOST_AFTER)
    return again + sum(_requeue(row) for row in lost)


def given_up() -> int:
    """How many jobs failed so often that they are not tried again: somebody has to look."""
    return len([one for one in standing(count=None) if one.stands is Stands.GIVEN_UP])


def standing(*, count: int | None) -> tuple[Standing, ...]:
    """The jobs that have not ended well, those that are given up first, then the latest; so many of them."""
    rows = DBTaskResult.objects.exclude(status=TaskResultStatus.SUCCESSFUL).order_by("-enqueued_at", "pk")
    found = sorted(map(_standing, rows), key=lambda one: one.stands is not Stands.GIVEN_UP)
    return tuple(found[:count])


def find(job_id: str) -> Standing | None:
    """A job that has not ended well; None where there is none of this id."""
    try:
        row = DBTaskResult.objects.exclude(status=TaskResultStatus.SUCCESSFUL).filter(pk=UUID(job_id)).first()
    except ValueError:
        return None
    return _standing(row) if row else None


def try_again(job_id: str) -> bool:
    """Queue a job anew that was given up, as one that was never tried; whether nobody else has meanwhile."""
    row = DBTaskResult.objects.filter(pk=UUID(job_id), status=TaskResultStatus.FAILED).first()
    if row is None or len(row.worker_ids) < ATTEMPTS_MAX:
        return False
    same = DBTaskResult.objects.filter(pk=row.pk, status=row.status, worker_ids=row.worker_ids)
    return bool(same.update(status=TaskResultStatus.READY, worker_ids=[]))


def prune(now: datetime) -> int:
    """Remove jobs that ended long ago; how many."""
    ended = (TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED)
    return int(DBTaskResult.objects.filter(status__in=ended, finished_at__lt=now - KEPT).delete()[0])


class _Worker(Worker):
    """The library's worker, which counts."""

    count = 0

    def run_task(self, db_task_result: Any) -> None:
        self.count += 1
        super().run_task(db_task_result)


def _requeue(row: Any) -> int:
    """Only where nobody else has meanwhile."""
    same = DBTaskResult.objects.filter(pk=row.pk, status=row.status, worker_ids=row.worker_ids)
    return int(same.update(status=TaskResultStatus.READY))


def _standing(row: Any) -> Standing:
    attempts, failed = len(row.worker_ids), row.status == TaskResultStatus.FAILED
    stands = Stands.RUNNING if row.status == TaskResultStatus.RUNNING else Stands.WAITING
    if failed:
        stands = Stands.GIVEN_UP if attempts >= ATTEMPTS_MAX else Stands.RESTING
    told = _FAULT.search(row.traceback)
    return Standing(
        id=str(row.pk),
        name=row.task_path.rpartition(".")[2],
        stands=stands,
        attempts=attempts,
        queued_at=row.enqueued_at,
        tried_at=row.started_at,
        again_at=row.finished_at + _rest(attempts) if stands is Stands.RESTING and row.finished_at else None,
        fault=told[1] if told else row.exception_class_path.rpartition(".")[2],
    )


def _rest(attempts: int) -> timedelta:
    return min(RETRY_FIRST * 4 ** min(attempts - 1, 8), RETRY_LONGEST)


def _job_at(path: str) -> Task[Any, Any]:
    found = import_string(path)
    if not isinstance(found, Task):
        raise IllFormedError("this is no job", where=path)
    return found
