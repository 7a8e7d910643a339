"""A release killed at any of its steps loses nothing that was acknowledged, and no package leaves unaccounted for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests import databases

RUNS, RUNS_UNGUARDED = 14, 6


def killed(founded, world: Path, runs: int, *more: str) -> dict:
    subprocess.run([str(databases.ROOT / "requirements" / "strace")], check=True, capture_output=True)
    words = [sys.executable, "-m", "tests.service.casework.kill"]
    scene, _ = founded("sqlite", scene=True)
    run = subprocess.run(
        [*words, str(scene), str(world), "--runs", str(runs), *more],
        cwd=databases.ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


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
