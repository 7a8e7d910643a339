"""No sequence of acts releases anything without the current approvals of one digest that its pathway demands."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.service.casework.machine import CaseMachine, changed_world

from lawgate.service.casework import release

SEQUENCES, STEPS = 25, 30


def machine(founded, world: Path, tmp_path: Path) -> type[CaseMachine]:
    class Machine(CaseMachine):
        template = founded("sqlite")[0]
        other_records = changed_world(world, tmp_path / "other")

    Machine.world = world
    return Machine


def run(made: type[CaseMachine], sequences: int, steps: int, *phases: Phase) -> None:
    run_state_machine_as_test(
        made,
        settings=settings(
            max_examples=sequences,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            derandomize=True,
            phases=phases or tuple(Phase),
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_nothing_is_released_without_current_approvals(founded, world: Path, tmp_path: Path) -> None:
    run(machine(founded, world, tmp_path), SEQUENCES, STEPS)


def test_the_machine_finds_a_release_of_what_nobody_signed(
    founded, world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release, "_has_changed", lambda *_: False)
    with pytest.raises(AssertionError, match="not what was signed"):
        run(machine(founded, world, tmp_path), 100, STEPS, Phase.generate)


def test_the_machine_finds_one_who_lost_his_role(
    founded, world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release, "_check_signers", lambda *_: ())
    with pytest.raises(AssertionError, match=r"approvals that stand|lost his role"):
        run(machine(founded, world, tmp_path), 100, STEPS, Phase.generate)
