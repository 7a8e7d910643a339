"""The standby that takes the place of a server that died has everything that officials were told."""

from __future__ import annotations

from pathlib import Path

from tests.service.casework.in_process import told_by

RUNS, RUNS_UNGUARDED = 2, 3


def failed_over(world: Path, runs: int, *more: str) -> dict:
    return told_by("failover", world, "--runs", str(runs), *more)


def test_the_standby_bears_out_every_answer_and_answers_nothing_until_it_is_followed(world: Path) -> None:
    found = failed_over(world, RUNS)
    assert found["faults"] == []
    assert found["runs"] == RUNS
    assert found["acknowledged"] >= 2 * RUNS
    assert found["behind"], "the standby had everything each time"


def test_a_standby_that_nobody_waits_for_is_found(world: Path) -> None:
    found = failed_over(world, RUNS_UNGUARDED, "--unguarded")
    assert "an acknowledged act is lost" in " ".join(found["faults"])
