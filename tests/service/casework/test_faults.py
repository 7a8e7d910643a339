"""A fault at any call on the road of a release lets nothing leave, takes nothing away, and leaves nothing half done."""

from __future__ import annotations

import pytest
from tests.service.casework.faults import FAULTS, ROADS, places_of, tried, walked_with
from tests.service.casework.office import Office, seal_in_earnest

from lawgate.service.casework.acts import release

PLACES = 10
"""So many of each road are tried here, spread evenly; `python -m bench.casework faults` tries every one."""
LEAST = {"determine": 300, "release": 400, "enter": 100, "deliver": 150, "fetch": 80}


@pytest.mark.parametrize("name", ROADS)
def test_a_fault_anywhere_on_the_road_lets_nothing_leave(small_office: Office, name: str) -> None:
    seal_in_earnest(small_office)
    found = tried(small_office, ROADS[name], name.upper(), at_most=PLACES, faults=1)
    assert found["wrong"] == []
    assert found["places"] > LEAST[name], "a road of so few places is not the whole one"
    assert found["reached"] > PLACES / 2


def test_a_check_that_swallows_its_fault_is_found(
    small_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The positive control: a check that fails open instead of closed."""
    office, right = small_office, release._check_signers

    def swallows(*given):
        try:
            return right(*given)
        except Exception:  # noqa: BLE001 - the fault that is planted
            return ()

    monkeypatch.setattr(release, "_check_signers", swallows)
    case = office.approved()
    places = places_of(lambda: ROADS["release"].walk(office, case))
    place = next(one for one in places if one.file.endswith("release.py") and one.calls == "actors_of")
    case = office.approved("REQ-2")
    reached, outcome = walked_with(place, FAULTS[0], lambda: ROADS["release"].walk(office, case))
    assert reached
    assert "it was released" in ROADS["release"].wrong(office, case, outcome)
