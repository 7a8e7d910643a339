"""How often resolution errs on the file in use: control families, each bounded; the worst is the claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import exp, lgamma, log, log1p
from typing import Final

from lawgate.linkage.person import Evidence, PersonNamed, Resolution, Status

CONFIDENCE: Final = 0.95
_HALVINGS: Final = 80


class ControlFamily(StrEnum):
    """People whom the file does not hold, so that every match to one of its records is an error."""

    STRANGERS = "strangers"
    """Name, birth date and address drawn from different records."""
    LEAVE_ONE_OUT = "leave_one_out"
    """A person of the file, asked for with his own record taken away."""
    HOUSEHOLD = "household"
    """A member of a household, asked for by name and address alone, his own record taken away."""
    DOUBLES = "doubles"
    """Somebody else with the name, middle name and birth date of a record, scaled by how many there are."""


@dataclass(frozen=True, slots=True)
class Control:
    """One control request; `absent` is the taxpayer whose record is treated as not in the file."""

    family: ControlFamily
    ref: str
    named: PersonNamed
    absent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyResult:
    """Errors among the controls of one family; `scale` is how often such a person exists at all."""

    family: ControlFamily
    asked: int
    errors: int
    scale: float = 1.0

    @property
    def bound(self) -> float:
        """The one-sided 95 % upper bound of the rate of false matches, scaled."""
        return clopper_pearson_upper(errors=self.errors, asked=self.asked) * self.scale


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the controls say of one file under one policy."""

    policy: str
    families: tuple[FamilyResult, ...]

    @property
    def claim(self) -> float:
        """The worst bound of all families; 1 where a family is absent, since nothing is then known of it."""
        held = {result.family for result in self.families}
        return max(result.bound for result in self.families) if held == set(ControlFamily) else 1.0

    def permits(self, ceiling: float) -> bool:
        """Whether records may be named without a person under this ceiling."""
        return self.claim <= ceiling


def calibrate(controls: Sequence[tuple[Control, Resolution]], policy: str) -> Calibration:
    """Count the errors of each family: a control that was resolved to one record is an error."""
    results = []
    for family in ControlFamily:
        answers = [resolution for control, resolution in controls if control.family is family]
        wrong = [resolution for resolution in answers if resolution.status is Status.ONE]
        if answers:
            scale = _scale_of(wrong) if family is ControlFamily.DOUBLES else 1.0
            results.append(FamilyResult(family=family, asked=len(answers), errors=len(wrong), scale=scale))
    return Calibration(policy, tuple(results))


def hold_back(resolution: Resolution, calibration: Calibration, ceiling: float) -> Resolution:
    """Above the ceiling nothing is named automatically: a person must look."""
    if resolution.status is not Status.ONE or calibration.permits(ceiling):
        return resolution
    why = Evidence(
        "calibration", "above ceiling", "the bound of false matches exceeds the configured ceiling"
    )
    return replace(resolution, status=Status.REVIEW, evidence=(*resolution.evidence, why))


def clopper_pearson_upper(*, errors: int, asked: int, confidence: float = CONFIDENCE) -> float:
    """The exact one-sided upper bound of a rate; 3/n where no error was seen (about)."""
    if asked == 0 or errors >= asked:
        return 1.0
    low, high = errors / asked, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _at_most(errors, asked, middle) > 1 - confidence:
            low = middle
        else:
            high = middle
    return high


def _at_most(errors: int, asked: int, rate: float) -> float:
    """The chance of no more than so many errors at this rate."""
    if rate <= 0.0:
        return 1.0
    if rate >= 1.0:
        return 0.0
    ways = (lgamma(asked + 1) - lgamma(k + 1) - lgamma(asked - k + 1) for k in range(errors + 1))
    return sum(exp(way + k * log(rate) + (asked - k) * log1p(-rate)) for k, way in enumerate(ways))


def _scale_of(wrong: Sequence[Resolution]) -> float:
    """How many doubles the population holds for a record that would be named; 1 where that is not known."""
    weights = [1.0 if answer.doubles is None else min(1.0, answer.doubles) for answer in wrong]
    return sum(weights) / len(weights) if weights else 1.0
