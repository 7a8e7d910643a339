"""A PostgreSQL that dies with all its processes while officials work loses nothing of what they were told."""

from __future__ import annotations

from pathlib import Path

from tests.service.casework.in_process import told_by

CYCLES, CYCLES_UNGUARDED = 2, 3


def crashed(world: Path, runs: int, *more: str) -> dict:
    return told_by("crash", world, "--runs", str(runs), *more)


def test_whenever_the_server_dies_every_answer_is_borne_out_and_everybody_goes_on(world: Path) -> None:
    found = crashed(world, CYCLES)
    assert found["faults"] == []
    assert found["cycles"] == CYCLES
    assert found["acknowledged"] >= 2 * CYCLES


def test_a_server_that_does_not_wait_for_its_log_is_found(world: Path) -> None:
    found = crashed(world, CYCLES_UNGUARDED, "--unguarded")
    assert "an acknowledged act is lost" in " ".join(found["faults"])
