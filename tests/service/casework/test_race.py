"""However many release a case at once, it is released once and accounted for once."""

from __future__ import annotations

from tests.service.casework.attacks import Scene
from tests.service.casework.race import race

CLIENTS, ROUNDS = 8, 3


def test_one_case_is_released_once(scene: Scene) -> None:
    found = race(scene.office, CLIENTS * ROUNDS, CLIENTS)
    assert found["faults"] == []
    assert found["cases"] == ROUNDS
    assert found["outcomes"].get("released", 0) >= ROUNDS
    assert len(found["outcomes"]) > 1, "nobody came second, so that nothing was raced"
