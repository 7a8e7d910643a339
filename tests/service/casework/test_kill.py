"""A release killed at any of its steps loses nothing that was acknowledged, and no package leaves unaccounted for."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.service.casework.in_process import told_under_strace

RUNS, RUNS_UNGUARDED = 14, 6


def killed(founded, world: Path, runs: int, *more: str) -> dict:
    return told_under_strace("kill", founded, world, runs, *more)


def test_a_death_at_any_step_loses_nothing_and_lets_nothing_out(founded, world: Path) -> None:
    found = killed(founded, world, RUNS)
    assert found["faults"] == []
    assert found["steps"] > 100
    assert (found["runs"], found["killed"]) == (RUNS, RUNS)
    assert found["released"] > 2


@pytest.mark.parametrize("error", ["ENOSPC", "EIO"])
def test_a_disk_that_fails_from_any_step_on_stops_releases_and_says_so(
    founded, world: Path, error: str
) -> None:
    found = killed(founded, world, RUNS_UNGUARDED, "--error", error)
    assert found["faults"] == []
    assert found["stopped"] > RUNS_UNGUARDED / 2


def test_without_the_guards_the_check_finds_packages_that_nobody_entered(founded, world: Path) -> None:
    found = killed(founded, world, RUNS_UNGUARDED, "--unguarded")
    assert "a package without an entry under a checkpoint" in " ".join(found["faults"])
