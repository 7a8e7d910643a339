"""Large requests in processes of their own: one that dies is begun again, one that refuses its input is not."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.service.casework.office import Office

from lawgate.errors import InputError, UnknownCaseError
from lawgate.service.casework.desk import Refused
from lawgate.service.casework.runs import apart as runs_apart
from lawgate.service.casework.runs.apart import REFUSED, decide_wanted, deciding_apart
from lawgate.service.casework.runs.batches import count_shapes, decide_batch
from lawgate.stores.runs.batch_growing import growing
from lawgate.stores.runs.batch_runs import BatchRun, batch_at

SECONDS_MAX = 900


@pytest.fixture
def run(small_office: Office) -> BatchRun:
    place = small_office.folder / "batches" / "B1"
    place.mkdir(parents=True)
    for kind in ("json", "parquet"):
        shutil.copy(small_office.world / "requests" / f"batch.{kind}", place / f"batch.{kind}")
    (place / "batch.json").rename(place / "request.json")
    return BatchRun(place)


def played(monkeypatch: pytest.MonkeyPatch, *ends: str) -> list[str]:
    """Processes that end as told, one after the other; the names for which they were begun."""
    begun: list[str] = []

    def begin(name: str) -> subprocess.Popen[str]:
        code = ends[len(begun)]
        begun.append(name)
        return subprocess.Popen(
            [sys.executable, "-c", code], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )

    monkeypatch.setattr(runs_apart, "_begin", begin)
    return begun


DIES = f"import os; os.kill(os.getpid(), {int(signal.SIGKILL)})"
REFUSES = f"import sys; sys.stderr.write('request.json: cannot be read\\n'); sys.exit({REFUSED})"
FAULT = "raise RuntimeError('a name that nobody may read')"


def tended(office: Office, until) -> None:
    with deciding_apart(office.desk) as apart:
        end = time.monotonic() + SECONDS_MAX
        while not until():
            assert time.monotonic() < end
            apart.tend()
            time.sleep(0.02)


def test_nothing_is_decided_that_nobody_wanted(
    small_office: Office, run: BatchRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = played(monkeypatch)
    with deciding_apart(small_office.desk) as apart:
        apart.tend()
    assert begun == []


def test_one_that_dies_without_a_word_is_begun_again(
    small_office: Office, run: BatchRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = played(monkeypatch, DIES, DIES, REFUSES)
    run.want()
    tended(small_office, lambda: run.failed is not None)
    assert begun == ["B1"] * 3
    assert (run.failed, run.is_wanted) == ("request.json: cannot be read", False)


def test_a_fault_is_told_without_its_words_and_can_be_wanted_again(
    small_office: Office, run: BatchRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    played(monkeypatch, FAULT)
    count_shapes(small_office.desk)
    run.want()
    tended(small_office, lambda: run.failed is not None)
    assert run.failed == "a fault of the program"
    assert decide_batch(small_office.desk, "B1", by="preparer") is None
    assert not (run.at / "failed").exists()
    assert run.is_wanted


def test_one_that_another_process_writes_is_let_be(
    small_office: Office, run: BatchRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = played(monkeypatch, REFUSES)
    run.want()
    with growing(run.out, {"subjects_in_part": 1}), deciding_apart(small_office.desk) as apart:
        assert run.is_written_now
        apart.tend()
        assert begun == []
    assert not run.is_written_now


def test_what_is_wanted_is_decided_and_nothing_is_a_case_of_it(small_office: Office, run: BatchRun) -> None:
    refused = decide_batch(small_office.desk, "B1", by="clerk")
    assert isinstance(refused, Refused)
    uncounted = decide_batch(small_office.desk, "B1", by="preparer")
    assert isinstance(uncounted, Refused)
    assert uncounted.names == {"not_counted"}
    assert count_shapes(small_office.desk) == 1
    assert decide_batch(small_office.desk, "B1", by="preparer") is None
    decide_wanted(small_office.desk, "B1")
    assert run.is_decided
    again = decide_batch(small_office.desk, "B1", by="preparer")
    assert isinstance(again, Refused)
    assert again.names == {"not_now"}
    from lawgate.stores.casework import models  # noqa: PLC0415 - the database is ready by now

    assert models.Case.objects.count() == 0
    assert [one.act for one in models.Entry.objects.filter(case_number="BATCH.B1")] == ["decide_batch"]


def test_a_run_that_is_none_is_told(small_office: Office, tmp_path: Path) -> None:
    with pytest.raises(UnknownCaseError):
        batch_at(small_office.desk.batches, "../B1")
    (small_office.folder / "batches" / "empty").mkdir(parents=True)
    with pytest.raises(InputError, match="no request lies here"):
        batch_at(small_office.desk.batches, "empty")
