"""Controls are people whom the file does not hold; a policy that is too loose is seen to err on each family."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from lawgate.linkage.calibrate import Calibration, Ceiling, Control, ControlFamily, calibrate
from lawgate.linkage.level import Level
from lawgate.linkage.person import Basis, Resolution, Status
from lawgate.linkage.policy import POLICY, Policy, Rule
from lawgate.stores.records.batch_match import resolve_many
from lawgate.stores.records.controls import draw_controls
from lawgate.stores.records.record_frames import RecordFrames, read_frames

DAY = date(2025, 6, 2)
EVERY = frozenset(Level)
LOOSE = Policy(
    version="loosened on purpose",
    rules=(
        Rule(
            name="a-name-will-do", given=EVERY - {Level.CONFLICT}, surname=EVERY, birth=EVERY - {Level.CONFLICT},
            address=EVERY,
        ),
    ),
)  # fmt: skip
GIVEN = ("Ana", "Ruth", "Joel", "Omar", "Ines", "Hugo", "Vera", "Carl", "Lena", "Ivan")
SURNAMES = ("Acosta", "Brandt", "Castle", "Dumont", "Ericks", "Farley", "Grange", "Holtby")
NAMESAKES = 10


def world(folder: Path) -> RecordFrames:
    """Households of one surname; in the first ten a father and a son of one name; some without a birth date."""
    people, homes = [], []
    for at in range(240):
        home, second = divmod(at, 2)
        first = GIVEN[home % 10] if second and home < NAMESAKES else GIVEN[(home + 3 * second) % 10]
        born = None if home % 4 == 3 else f"{1950 + 30 * second + home % 20}-{1 + home % 12:02d}-1{at % 10}"
        people.append((f"T{at}", first, SURNAMES[home % 8], born))
        street = f"{10 + 7 * home} {SURNAMES[home // 15]} Lane"
        homes.append((f"T{at}", f"{street}, Denver CO 80{200 + home}"))
    columns = ["taxpayer_id", "given_name", "surname", "date_of_birth"]
    pl.DataFrame(people, schema=dict.fromkeys(columns, pl.Utf8), orient="row").write_parquet(
        folder / "taxpayers.parquet"
    )
    pl.DataFrame(homes, schema=["taxpayer_id", "address"], orient="row").write_parquet(
        folder / "addresses.parquet"
    )
    return read_frames(folder)


def answered(
    frames: RecordFrames, controls: Sequence[Control], policy: Policy
) -> list[tuple[Control, Resolution]]:
    without = {control.ref: control.absent for control in controls if control.absent}
    asked = [(control.ref, control.named) for control in controls]
    found = resolve_many(asked, frames, policy=policy, day=DAY, without=without)
    return [(control, answer) for control, (_, answer) in zip(controls, found, strict=True)]


def calibrated(frames: RecordFrames, policy: Policy) -> Calibration:
    return calibrate(answered(frames, draw_controls(frames, seed=1, each=2_000), policy), policy.version)


@pytest.fixture(scope="module")
def frames(tmp_path_factory: pytest.TempPathFactory) -> RecordFrames:
    return world(tmp_path_factory.mktemp("world"))


@pytest.mark.parametrize("family", ControlFamily)
def test_a_policy_loosened_on_purpose_is_seen_to_err(family: ControlFamily, frames: RecordFrames) -> None:
    loose = calibrated(frames, LOOSE)
    (seen,) = [result for result in loose.families if result.family is family]
    assert seen.errors > 0
    assert not Ceiling(0.01, loose).permits(None)


def test_father_and_son_of_one_name_are_the_errors_of_the_household(frames: RecordFrames) -> None:
    controls = draw_controls(frames, seed=1, each=2_000)
    wrong = [(c, answer) for c, answer in answered(frames, controls, POLICY) if answer.status is Status.ONE]
    household = [(c, answer) for c, answer in wrong if c.family is ControlFamily.HOUSEHOLD]
    assert len(household) == 2 * NAMESAKES
    assert {answer.basis for _, answer in household} == {Basis.HOME}
    assert {answer.rule for _, answer in household} == {"name-address"}


def test_under_a_ceiling_the_namesake_waits_for_a_person(frames: RecordFrames) -> None:
    ceiling = Ceiling(0.05, calibrated(frames, POLICY))
    assert not ceiling.permits(Basis.HOME)
    assert ceiling.permits(Basis.FACTS)


def test_a_stranger_is_made_of_four_people_and_a_small_file_still_has_many(frames: RecordFrames) -> None:
    controls = draw_controls(frames, seed=1, each=2_000)
    counts = {family: sum(c.family is family for c in controls) for family in ControlFamily}
    assert counts[ControlFamily.STRANGERS] == 2_000
    assert counts[ControlFamily.LEAVE_ONE_OUT] == counts[ControlFamily.HOUSEHOLD] == 240


def test_a_file_of_three_people_has_no_strangers_and_so_no_claim(frames: RecordFrames) -> None:
    controls = draw_controls(replace(frames, bodies=frames.bodies.head(3)), seed=1)
    assert not [c for c in controls if c.family is ControlFamily.STRANGERS]
    assert calibrate(answered(frames, controls, POLICY), "p").claim == 1.0


def test_a_double_lives_behind_another_door(frames: RecordFrames) -> None:
    controls = draw_controls(frames, seed=3, each=500)
    doubles = [c.named for c in controls if c.family is ControlFamily.DOUBLES]
    own = {
        (c.named.given, c.named.surname, c.named.date_of_birth, c.named.address)
        for c in controls
        if c.family is ControlFamily.LEAVE_ONE_OUT
    }
    assert doubles
    assert not [one for one in doubles if (one.given, one.surname, one.date_of_birth, one.address) in own]


def test_one_seed_gives_the_same_controls_and_another_gives_others(frames: RecordFrames) -> None:
    one, again, other = (draw_controls(frames, seed=seed, each=100) for seed in (1, 1, 2))
    assert one == again != other
