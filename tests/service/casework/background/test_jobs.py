"""Jobs: ids alone, any number of times, tried again after a fault, and a fault never releases."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.service.casework.given_up import JOB, give_up
from tests.service.casework.office import Office, done, register_recipient
from tests.service.casework.test_canary import canaries_of

from lawgate.casework.registers import Register
from lawgate.casework.words import Role, State
from lawgate.errors import IllFormedError
from lawgate.service.casework import outbox
from lawgate.service.casework.acts import delivery, intake
from lawgate.service.casework.background import jobs, jobs_watched, working
from lawgate.service.casework.deployment import deployed
from lawgate.service.casework.registers import parties
from lawgate.stores import jobs as kept
from lawgate.stores.casework import models
from lawgate.stores.clock import now

from django_tasks_db.models import DBTaskResult  # isort: skip - Django is ready by now

TABLE = DBTaskResult._meta.db_table


@pytest.fixture
def at_work(small_office: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """Jobs of this process work at the desk of the office."""
    monkeypatch.setattr(deployed, "desk_of", lambda *_given, **_named: small_office.desk)
    deployed.desk.cache_clear()
    yield small_office
    deployed.desk.cache_clear()


def run(limit: int = 100) -> int:
    return kept.run_ready("tests", limit=limit)


def rows(name: str) -> list[DBTaskResult]:
    return list(DBTaskResult.objects.filter(task_path=f"{outbox.JOBS}.{name}").order_by("enqueued_at"))


def test_a_release_is_handed_over_by_its_job_once_its_entry_stands_in_the_ledger(at_work: Office) -> None:
    case = at_work.released()
    run()
    assert rows("deliver") == []
    assert at_work.case(case).state is State.RELEASED
    at_work.enter()
    assert [row.args_kwargs for row in rows("deliver")] == [{"args": [case], "kwargs": {}}]
    run()
    assert at_work.case(case).state is State.DELIVERED


def test_the_same_job_again_does_nothing_again_and_is_refused_nothing(
    at_work: Office, capfd: pytest.CaptureFixture[str]
) -> None:
    case = at_work.released()
    at_work.enter()
    outbox.deliver(case)
    outbox.deliver(case)
    assert run() >= 3
    assert models.Entry.objects.filter(case_number=case, kind="delivered").count() == 1
    assert {row.status for row in rows("deliver")} == {"SUCCESSFUL"}
    assert '"refused"' not in capfd.readouterr().err


def test_what_is_queued_in_a_transaction_that_fails_is_not_queued(at_work: Office) -> None:
    from lawgate.stores.database import one_transaction  # noqa: PLC0415

    def half_done() -> None:
        with one_transaction():
            outbox.deliver("C2026-000001-1")
            raise TimeoutError

    with pytest.raises(TimeoutError):
        half_done()
    assert rows("deliver") == []


def test_a_job_that_fails_keeps_the_kind_of_its_fault_and_no_word_is_tried_again_and_releases_nothing(
    at_work: Office, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    case = at_work.released()
    at_work.enter()
    with monkeypatch.context() as broken:

        def fails(*_: object) -> None:
            raise ValueError("Quetzalbird 900-70-1234")

        broken.setattr(delivery, "deliver", fails)
        run()
    (row,) = rows("deliver")
    assert row.status == "FAILED"
    assert "JobFailedError" in row.traceback
    assert "ValueError" in row.traceback
    said = capfd.readouterr().err
    assert json.loads(said.splitlines()[-1])["event"] == "job_failed"
    for text in (row.traceback, said):
        assert "Quetzalbird" not in text
        assert "900-70" not in text
    assert at_work.case(case).state is State.RELEASED
    assert kept.revive(now()) == 0, "it rests first"
    assert kept.revive(now() + kept.RETRY_LONGEST) == 1
    run()
    assert at_work.case(case).state is State.DELIVERED
    assert len(rows("deliver")[0].worker_ids) == 2


def test_the_words_of_a_fault_would_be_kept_were_they_not_taken_away(at_work: Office) -> None:
    """A positive control: what the library keeps of a fault that nobody guards."""
    row: DBTaskResult = DBTaskResult(
        worker_ids=["tests"], run_after=now(), args_kwargs={"args": [], "kwargs": {}}
    )
    row.save()
    try:
        raise ValueError("Quetzalbird")
    except ValueError as error:
        row.set_failed(error)
    assert "Quetzalbird" in DBTaskResult.objects.get(pk=row.pk).traceback


def test_a_job_that_failed_so_often_is_given_up_and_counted(at_work: Office) -> None:
    outbox.send_notice(1)
    DBTaskResult.objects.update(
        status="FAILED", finished_at=now() - timedelta(days=1), worker_ids=["w"] * kept.ATTEMPTS_MAX
    )
    assert kept.revive(now()) == 0
    assert kept.given_up() == 1


def test_what_was_given_up_is_tried_again_by_an_entry_in_one_transaction(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    parties.register_official(office.desk, "admin", "A", (Role.ADMINISTRATOR,), since=date(2026, 1, 1))
    give_up(JOB)
    before = models.Entry.objects.count()

    def fails(_job: str) -> bool:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(kept, "try_again", fails)
        with pytest.raises(RuntimeError):
            jobs_watched.retry_job(office.desk, by="admin", job=JOB)
    assert models.Entry.objects.count() == before, "no entry without the change"
    assert jobs_watched.retry_job(office.desk, by="admin", job=JOB) == 1
    entry = models.Entry.objects.get(case_number=Register.JOBS.value)
    assert (entry.act, models.Entry.objects.count()) == ("retry_job", before + 1)
    found = kept.find(JOB)
    assert found is not None
    assert (found.stands, found.attempts) == (kept.Stands.WAITING, 0)
    assert kept.given_up() == 0


def test_a_job_whose_worker_died_is_taken_up_by_another(at_work: Office) -> None:
    case = at_work.released()
    at_work.enter()
    DBTaskResult.objects.get(task_path=f"{outbox.JOBS}.deliver").claim("dead")
    run()
    assert at_work.case(case).state is State.RELEASED
    assert kept.revive(now()) == 0
    assert kept.revive(now() + kept.LOST_AFTER + timedelta(seconds=1)) == 1
    run()
    assert at_work.case(case).state is State.DELIVERED


@pytest.mark.parametrize("text", ["Ada Lovelace", "a b", "", "x" * 65, "é", "{}", "1, Main Street"])
def test_a_job_takes_ids_and_nothing_that_could_hold_a_name(at_work: Office, text: str) -> None:
    with pytest.raises(IllFormedError):
        outbox.deliver(text)


def test_no_job_holds_anything_of_a_person(at_work: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    canaries = canaries_of(at_work)
    register_recipient(at_work)
    case = at_work.released()
    at_work.enter()
    with monkeypatch.context() as broken:

        def fails(*_: object) -> None:
            raise ValueError(" ".join(canaries))

        for place in ("deliver", "deliver_waiting"):
            broken.setattr(delivery, place, fails)
        jobs.plan(at_work.clock(), {})
        run()
    kept.revive(now() + kept.RETRY_LONGEST)
    run()
    assert at_work.case(case).state is State.DELIVERED
    with sqlite3.connect(next(at_work.folder.glob("*.sqlite3"))) as connection:
        told = [line for line in connection.iterdump() if line.startswith(f'INSERT INTO "{TABLE}"')]
    connection.close()
    assert len(told) >= len(jobs.SCHEDULE)
    assert [canary for canary in canaries if any(canary in line for line in told)] == []
    assert set(DBTaskResult.objects.values_list("return_value", flat=True)) == {None}


def test_each_job_of_the_schedule_is_queued_once_for_its_time_by_any_number_of_processes(
    at_work: Office,
) -> None:
    for _process in range(2):
        planned: dict[str, str] = {}
        for _round in range(3):
            jobs.plan(at_work.clock(), planned)
    assert DBTaskResult.objects.count() == len(jobs.SCHEDULE)
    at_work.clock.move(minutes=1)
    jobs.plan(at_work.clock(), {})
    assert len(rows("deliver_waiting")) == 2
    assert len(rows("destroy")) == 1
    at_work.clock.move(days=1)
    jobs.plan(at_work.clock(), {})
    assert len(rows("destroy")) == 2
    assert set(jobs.SCHEDULE) < set(jobs.all_jobs())


def test_an_order_that_comes_into_force_blocks_open_cases_without_anybodys_asking(at_work: Office) -> None:
    for login in ("clerk", "agent", "preparer"):
        models.Assignment.objects.filter(official_id=login).update(begins_on=date(2025, 1, 1))
    at_work.clock.at = datetime(2025, 11, 20, 12, tzinfo=UTC)
    other = at_work.received("REQ-1")
    document = json.loads(at_work.request("REQ-2", "blocked-by-orders")) | {"received_on": "2025-11-19"}
    case = at_work.received_from(json.dumps(document).encode(), by="clerk").number
    for number in (other, case):
        done(intake.admit(at_work.desk, number, by="clerk"))
    run()
    assert at_work.case(case).state is State.ADMITTED
    at_work.clock.at = datetime(2026, 3, 10, 12, tzinfo=UTC)
    jobs.plan(at_work.clock(), {})
    while run():
        pass
    assert at_work.case(case).state is State.BLOCKED
    assert at_work.case(other).state is State.ADMITTED
    entries = models.Entry.objects.count()
    outbox.hold_to_law("x")
    while run():
        pass
    assert models.Entry.objects.count() == entries


def test_words_never_admitted_and_payloads_go_when_their_time_is_over_and_digests_stay(
    at_work: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = at_work.desk.limits
    object.__setattr__(at_work.desk, "limits", type(limits)(payload_days=365))
    released = at_work.delivered("REQ-1")
    assert isinstance(delivery.fetch(at_work.desk, released, by="agent"), bytes)
    returned = at_work.received("REQ-2", in_writing=False)
    done(intake.admit(at_work.desk, returned, by="clerk"))

    def a_day(days: int) -> None:
        at_work.clock.move(days=days)
        jobs.plan(at_work.clock(), {})
        while run():
            pass

    a_day(179)
    assert models.Submission.objects.get(cases=returned).body is not None
    a_day(3)
    purged = models.Submission.objects.get(cases=returned)
    assert purged.body is None
    assert len(purged.digest) == 64
    assert models.Entry.objects.get(release__case=released).payload is not None
    a_day(200)
    assert models.Entry.objects.get(release__case=released).payload is None
    assert models.Submission.objects.get(cases=released).body is not None


def test_the_worker_enters_hands_over_and_ends_when_it_is_told(
    at_work: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from contextlib import contextmanager  # noqa: PLC0415

    from tests.service.casework.office import LOG  # noqa: PLC0415

    from lawgate.service.casework.entering import Bookkeeper  # noqa: PLC0415

    @contextmanager
    def books(_desk: object) -> Iterator[Bookkeeper]:
        with Bookkeeper.opened(at_work.desk, LOG, at_work.witnesses) as opened:
            yield opened

    monkeypatch.setattr(working, "bookkeeper", books)
    case, rounds = at_work.released(), iter([False, False, True])
    working.work(at_work.desk, until=lambda: next(rounds))
    assert at_work.case(case).state is State.DELIVERED
