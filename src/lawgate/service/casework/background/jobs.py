"""The jobs of the background. Each takes ids, can be run any number of times, and permits nothing by failing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from lawgate.service.api.once import forget_answered
from lawgate.service.casework import outbox
from lawgate.service.casework.acts import delivery
from lawgate.service.casework.acts.asked_about import forget_asked
from lawgate.service.casework.acts.intake import purge_unadmitted
from lawgate.service.casework.acts.look import law_of
from lawgate.service.casework.background import duties, reminders, retention
from lawgate.service.casework.deployment.deployed import desk
from lawgate.service.casework.registers.law_entered import enter_law
from lawgate.service.casework.runs import batches
from lawgate.service.casework.runs.purged import purge_batches
from lawgate.service.casework.seen import notices
from lawgate.service.paces import forget_asking
from lawgate.stores import jobs, sessions
from lawgate.stores.jobs import job

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@job
def deliver(case: str) -> None:
    """Hand a released case over, where its entry can be proved and nothing stands against it."""
    delivery.deliver_once(desk(), case)


@job
def deliver_waiting(_moment: str) -> None:
    """Hand over what still waits: a witness was away, or a hand-over failed."""
    delivery.deliver_waiting(desk())


@job
def hold_to_law(_digest: str) -> None:
    """Queue every open case to be held against the law that was entered."""
    for case in duties.open_to_orders():
        outbox.hold_case(case)


@job
def hold_case(case: str) -> None:
    """Block a case that the orders in force today forbid."""
    duties.block_if_forbidden(desk(), case)


@job
def hold_to_today(_day: str) -> None:
    """A new day may bring an order into force, or end a reading: its law is entered, and open cases are held to it."""
    at = desk()
    enter_law(at, law_of(at, at.now().date()))
    for case in duties.open_to_orders():
        outbox.hold_case(case)


@job
def remind(_hour: str) -> None:
    """Answers that are late, and second looks after an emergency that are due or overdue."""
    reminders.remind(desk())


@job
def remind_counsel(_day: str) -> None:
    """Dockets to be looked at, and readings that lapse."""
    reminders.remind_of_dockets(desk())
    reminders.remind_of_readings(desk())


@job
def destroy(_day: str) -> None:
    """Payloads past their time, words of requests never admitted, large requests; digests and accounts stay."""
    at = desk()
    forget_asked(at)
    purge_unadmitted(at, days=at.limits.unadmitted_days)
    purge_batches(at, days=at.limits.batch_days)
    if at.limits.payload_days is not None:
        retention.destroy_payloads(at, days=at.limits.payload_days)


@job
def count_shapes(_moment: str) -> None:
    """The figures of large requests that were laid into their folder, or counted under other law."""
    batches.count_shapes(desk())


@job
def clear(_day: str) -> None:
    """Jobs that ended long ago, sessions that are over, what programs are not answered again, who asked how often."""
    jobs.prune(desk().now())
    sessions.clear()
    forget_answered(desk())
    forget_asking(desk())


@job
def send_notices(_moment: str) -> None:
    """Queue each notice that its addressee may be told by now."""
    for notice in notices.to_send(desk()):
        outbox.send_notice(notice)


@job
def send_notice(notice: str) -> None:
    """Take one notice to where the deployment's own mail fetches it."""
    notices.send(desk(), int(notice))


SCHEDULE: Final[Mapping[str, timedelta]] = {
    "deliver_waiting": MINUTE,
    "send_notices": 5 * MINUTE,
    "count_shapes": 5 * MINUTE,
    "remind": HOUR,
    "hold_to_today": DAY,
    "remind_counsel": DAY,
    "destroy": DAY,
    "clear": DAY,
}
"""How often a job is due; the day begins at midnight, UTC."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def plan(now: datetime, planned: dict[str, str]) -> None:
    """Queue what is due at a moment, once for its minute, hour or day; `planned` remembers what this process queued."""
    for name, every in SCHEDULE.items():
        slot = slot_of(now, every)
        path = f"{outbox.JOBS}.{name}"
        if planned.get(name) != slot and not jobs.is_known(path, slot):
            jobs.enqueue(path, slot)
        planned[name] = slot


def slot_of(now: datetime, every: timedelta) -> str:
    """The beginning of the minute, hour or day of a moment, as an id."""
    return (_EPOCH + (now - _EPOCH) // every * every).strftime("%Y-%m-%dT%H:%MZ")


def all_jobs() -> dict[str, Any]:
    """Every job by its name."""
    return {name: one for name, one in globals().items() if hasattr(one, "module_path")}
