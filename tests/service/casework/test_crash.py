"""A PostgreSQL that dies with all its processes while officials work loses nothing of what they were told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests import databases

CYCLES, CYCLES_UNGUARDED = 2, 3


def crashed(world: Path, cycles: int, *more: str) -> dict:
    words = [sys.executable, "-m", "tests.service.casework.crash", str(world), "--runs", str(cycles), *more]
    run = subprocess.run(words, cwd=databases.ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-2000:]
    return json.loads(run.stdout)


def test_whenever_the_server_dies_every_answer_is_borne_out_and_everybody_goes_on(world: Path) -> None:
    found = crashed(world, CYCLES)
    assert found["faults"] == []
    assert found["cycles"] == CYCLES
    assert found["acknowledged"] >= 2 * CYCLES


def test_a_server_that_does_not_wait_for_its_log_is_found(world: Path) -> None:
    found = crashed(world, CYCLES_UNGUARDED, "--unguarded")
    assert "an acknowledged act is lost" in " ".join(found["faults"])
