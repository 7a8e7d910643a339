"""No sequence of acts releases anything without the current approvals of one digest that its pathway demands."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import DatabaseError, connection
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.service.casework.machine import CaseMachine, changed_world

from lawgate.service.casework.acts import release
from lawgate.stores.casework import guards

SEQUENCES, STEPS = 25, 30


def machine(founded, world: Path, tmp_path: Path) -> type[CaseMachine]:
    class Machine(CaseMachine):
        template = founded("sqlite")[0]
        other_records = changed_world(world, tmp_path / "other")

    Machine.world = world
    return Machine


def run(made: type[CaseMachine], sequences: int, steps: int) -> None:
    run_state_machine_as_test(
        made,
        settings=settings(
            max_examples=sequences,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_nothing_is_released_without_current_approvals(founded, world: Path, tmp_path: Path) -> None:
    run(machine(founded, world, tmp_path), SEQUENCES, STEPS)


@pytest.mark.parametrize(
    "taken",
    [
        ("_has_changed", False, "records", "not what was signed"),
        ("_check_signers", (), "role", "approvals that stand"),
    ],
    ids=["records", "role"],
)
def test_the_machine_finds_what_a_guard_that_is_taken_away_lets_through(
    founded, world: Path, tmp_path: Path, taken
) -> None:
    made, (name, without, change, found) = machine(founded, world, tmp_path)(), taken
    made.open_office()
    try:
        made.release_after(made.receive(), change)
        made.role_given("first")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(release, name, lambda *_: without)
            if change == "role":
                # What the service asks no more, of tables and of entries, the database still does; the machine has to
                # find what both let through.
                patch.setattr(release, "check_entered", lambda *_, **__: ())
                with pytest.raises(DatabaseError, match="approvals that its pathway demands"):
                    made.release_after(made.receive(), change)
                made.role_given("first")
                patch.setattr(guards, "missing", tuple)
                with connection.cursor() as cursor:
                    for statement in guards.statements_to_remove("sqlite"):
                        cursor.execute(statement)
            with pytest.raises(AssertionError, match=found):
                made.release_after(made.receive(), change)
    finally:
        made.teardown()
