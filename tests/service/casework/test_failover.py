"""The standby that takes the place of a server that died has everything that officials were told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests import databases

RUNS, RUNS_UNGUARDED = 2, 3


def failed_over(world: Path, runs: int, *more: str) -> dict:
    words = [sys.executable, "-m", "tests.service.casework.failover", str(world), "--runs", str(runs), *more]
    run = subprocess.run(words, cwd=databases.ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-2000:]
    return json.loads(run.stdout)


def test_the_standby_bears_out_every_answer_and_answers_nothing_until_it_is_followed(world: Path) -> None:
    found = failed_over(world, RUNS)
    assert found["faults"] == []
    assert found["runs"] == RUNS
    assert found["acknowledged"] >= 2 * RUNS
    assert found["behind"], "the standby had everything each time"


def test_a_standby_that_nobody_waits_for_is_found(world: Path) -> None:
    found = failed_over(world, RUNS_UNGUARDED, "--unguarded")
    assert "an acknowledged act is lost" in " ".join(found["faults"])
