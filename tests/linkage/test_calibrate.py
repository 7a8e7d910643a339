"""The claim is the worst bound, and above the ceiling nobody is named without a person."""

from __future__ import annotations

import pytest

from lawgate.linkage.calibrate import (
    Calibration,
    Ceiling,
    Control,
    ControlFamily,
    FamilyResult,
    calibrate,
    clopper_pearson_upper,
)
from lawgate.linkage.person import Basis, PersonNamed, Resolution, Status, Weighing


@pytest.mark.parametrize(
    ("errors", "asked", "bound"),
    [(0, 2_995, 0.001), (0, 100, 0.02951), (1, 5_700, 0.000832), (5, 5, 1.0), (0, 0, 1.0)],
)
def test_bound_is_the_exact_one(errors: int, asked: int, bound: float) -> None:
    assert clopper_pearson_upper(errors=errors, asked=asked) == pytest.approx(bound, rel=2e-3)


def results(**errors: int) -> tuple[FamilyResult, ...]:
    return tuple(
        FamilyResult(family=family, asked=3_000, errors=errors.get(family.value, 0))
        for family in ControlFamily
    )


def test_claim_is_the_worst_family() -> None:
    clean, one_bad = Calibration("p", results()), Calibration("p", results(household=30))
    assert clean.claim < 0.00101 < one_bad.claim


def test_a_family_that_was_not_asked_permits_nothing() -> None:
    assert Calibration("p", results()[:3]).claim == 1.0


def test_above_the_ceiling_a_match_becomes_a_review() -> None:
    one, none = Resolution(Status.ONE, "T1"), Resolution(Status.NONE)
    bad = Calibration("p", results(strangers=3))
    held = Ceiling(0.001, bad).hold(one)
    assert (held.status, held.evidence[-1].level) == (Status.REVIEW, "above ceiling")
    assert Ceiling(0.001, bad).hold(none) is none
    assert Ceiling(0.0011, Calibration("p", results())).hold(one).status is Status.ONE


def test_errors_of_one_kind_hold_back_that_kind_and_no_other() -> None:
    (strangers, left_out, _, doubles) = results()
    household = FamilyResult(family=ControlFamily.HOUSEHOLD, asked=3_000, errors=9, by_basis={Basis.HOME: 9})
    ceiling = Ceiling(0.0011, Calibration("p", (strangers, left_out, household, doubles)))
    held = {basis: ceiling.hold(Resolution(Status.ONE, "T1", basis=basis)).status for basis in (*Basis, None)}
    assert held == {
        Basis.FACTS: Status.ONE, Basis.RARITY: Status.ONE, Basis.HOME: Status.REVIEW, None: Status.REVIEW,
    }  # fmt: skip
    assert ceiling.calibration.worst is ControlFamily.HOUSEHOLD


def test_a_probability_never_reads_above_what_the_controls_support() -> None:
    sure = Resolution(Status.ONE, "T1", basis=Basis.FACTS, weighing=Weighing(0.0, (("tin", 60.0),)))
    calibration = Calibration("p", results())
    told = Ceiling(0.5, calibration).hold(sure).probability
    assert told == pytest.approx(1 - calibration.claim_of(Basis.FACTS))
    assert told is not None
    assert told < 0.9991


def test_doubles_are_scaled_by_how_many_there_are() -> None:
    control = Control(ControlFamily.DOUBLES, "d", PersonNamed())
    wrong = Resolution(Status.ONE, "T1", doubles=0.001, basis=Basis.RARITY)
    (family,) = calibrate([(control, wrong)] * 10, "p").families
    assert family.errors == 10
    assert family.scale == pytest.approx(0.001)
    assert family.bound == pytest.approx(0.001)


def test_the_scale_is_the_mean_of_each_records_own_doubles() -> None:
    control = Control(ControlFamily.DOUBLES, "d", PersonNamed())
    rare, common, unmatched = (
        Resolution(Status.ONE, doubles=0.001), Resolution(Status.ONE, doubles=0.003), Resolution(Status.REVIEW),
    )  # fmt: skip
    (family,) = calibrate([(control, one) for one in (rare, common, unmatched, unmatched)], "p").families
    taken = sum((0.001, 0.003)) / 4
    assert family.errors / family.asked * family.scale == pytest.approx(taken)
    assert family.bound > taken


def test_whoever_is_taken_where_no_number_of_doubles_is_known_counts_whole() -> None:
    control = Control(ControlFamily.DOUBLES, "d", PersonNamed())
    (family,) = calibrate([(control, Resolution(Status.ONE, "T1"))] * 2, "p").families
    assert family.scale == 1.0
