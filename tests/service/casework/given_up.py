"""A job of the background that was given up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from lawgate.errors import JobFailedError
from lawgate.service.casework import outbox
from lawgate.stores import jobs as kept

JOB = "00000000-0000-4000-8000-000000000001"
"""A job that was given up."""


def give_up(job: str, case: str = "C2026-000777-1") -> None:
    """A job that failed as often as any is tried."""
    from django_tasks_db.models import DBTaskResult  # noqa: PLC0415 - Django is ready by now

    outbox.deliver(case)
    DBTaskResult.objects.filter(task_path=f"{outbox.JOBS}.deliver", status="READY").update(
        id=job,
        status="FAILED",
        started_at=datetime.now(UTC) - timedelta(days=1),
        finished_at=datetime.now(UTC) - timedelta(days=1),
        worker_ids=["w"] * kept.ATTEMPTS_MAX,
        exception_class_path="lawgate.errors.JobFailedError",
        traceback=f"Traceback ...\nlawgate.errors.JobFailedError: {JobFailedError('LedgerStoppedError')}\n",
    )
