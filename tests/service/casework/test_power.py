"""A loss of power during a release loses nothing that was acknowledged, whatever of the unsynced lies there."""

from __future__ import annotations

from pathlib import Path

from tests.service.casework.in_process import told_under_strace

RUNS, RUNS_UNSYNCED = 24, 8


def failed(founded, world: Path, runs: int, *more: str) -> dict:
    return told_under_strace("power", founded, world, runs, *more)


def test_whatever_was_not_synced_nothing_acknowledged_is_lost(founded, world: Path) -> None:
    found = failed(founded, world, RUNS)
    assert found["faults"] == []
    assert found["calls"] > 200
    assert found["unsynced"] > 6, "everything was synced, so that nothing could be lost"
    assert found["released"] > 2


def test_a_database_that_commits_without_a_sync_is_found(founded, world: Path) -> None:
    found = failed(founded, world, RUNS_UNSYNCED, "--unsynced")
    assert "an acknowledged release is lost" in " ".join(found["faults"])
