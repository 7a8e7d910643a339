"""The claim is the worst bound, and above the ceiling nobody is named without a person."""

from __future__ import annotations

import pytest

from lawgate.linkage.calibrate import (
    Calibration,
    Control,
    ControlFamily,
    FamilyResult,
    calibrate,
    clopper_pearson_upper,
    hold_back,
)
from lawgate.linkage.person import PersonNamed, Resolution, Status


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
    assert hold_back(one, bad, 0.001).status is Status.REVIEW
    assert hold_back(none, bad, 0.001) is none
    assert hold_back(one, Calibration("p", results()), 0.0011) is one


def test_doubles_are_scaled_by_how_many_there_are() -> None:
    control = Control(ControlFamily.DOUBLES, "d", PersonNamed())
    wrong = Resolution(Status.ONE, "T1", doubles=0.001)
    (family,) = calibrate([(control, wrong)] * 10, "p").families
    assert family.errors == 10
    assert family.scale == pytest.approx(0.001)
    assert family.bound == pytest.approx(0.001)
