"""How often resolution errs on the file in use: control families, each bounded; the worst is the claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from math import exp, lgamma, log, log1p
from typing import Final

from lawgate.linkage.person import Basis, Evidence, PersonNamed, Resolution, Status

CONFIDENCE: Final = 0.95
CEILING_DEFAULT: Final = 0.001
"""One in a thousand: of so many people who are not on file, at most one is taken for somebody else."""
_HALVINGS: Final = 50


class ControlFamily(StrEnum):
    """People whom the file does not hold, so that every match to one of its records is an error."""

    STRANGERS = "strangers"
    """Given name, surname, birth date and address drawn from four different records."""
    LEAVE_ONE_OUT = "leave_one_out"
    """A person of the file, asked for with his own record taken away."""
    HOUSEHOLD = "household"
    """A person of the file, asked for by name and address alone, his own record taken away: what is left at
    the address is his household."""
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
    """Errors among the controls of one family, and how many of them rest on what.

    `scale` is how many such people exist for one record that would be named; 1 where every control stands for
    one person who could be asked for.
    """

    family: ControlFamily
    asked: int
    errors: int
    scale: float = 1.0
    by_basis: Mapping[Basis, int] = field(default_factory=dict)

    @property
    def bound(self) -> float:
        """The one-sided 95 % upper bound of the rate of false matches, scaled.

        The bound covers the share of controls matched. The scale is the policy's own estimate and is not
        itself bounded: it leans to too many doubles.
        """
        return clopper_pearson_upper(errors=self.errors, asked=self.asked) * self.scale

    def bound_of(self, basis: Basis) -> float:
        """The same for the errors that rest on this basis alone."""
        errors = self.by_basis.get(basis, 0)
        scale = self.scale if basis is Basis.RARITY else 1.0
        return clopper_pearson_upper(errors=errors, asked=self.asked) * scale


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the controls say of one file under one policy."""

    policy: str
    families: tuple[FamilyResult, ...]

    @property
    def claim(self) -> float:
        """The worst bound of all families; 1 where a family is absent, since nothing is then known of it."""
        return max(result.bound for result in self.families) if self._is_whole else 1.0

    @property
    def worst(self) -> ControlFamily | None:
        """The family that makes the claim; None where a family is absent."""
        return max(self.families, key=lambda result: result.bound).family if self._is_whole else None

    def claim_of(self, basis: Basis | None) -> float:
        """The worst bound for answers that rest on this basis; the whole claim where that is not told."""
        if basis is None or not self._is_whole:
            return self.claim
        return max(result.bound_of(basis) for result in self.families)

    @property
    def _is_whole(self) -> bool:
        return {result.family for result in self.families} == set(ControlFamily)


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The highest rate of false matches at which a record may be named without a person."""

    rate: float
    calibration: Calibration

    def permits(self, basis: Basis | None) -> bool:
        """Whether answers that rest on this basis stay under the ceiling."""
        return self.calibration.claim_of(basis) <= self.rate

    def hold(self, resolution: Resolution) -> Resolution:
        """The same answer where the controls permit it, its probability capped; otherwise a person must look."""
        if resolution.status is not Status.ONE:
            return resolution
        if self.permits(resolution.basis):
            return replace(resolution, probability_max=1 - self.calibration.claim_of(resolution.basis))
        why = Evidence(
            "calibration", "above ceiling", "the bound of false matches exceeds the configured ceiling"
        )
        return replace(resolution, status=Status.REVIEW, evidence=(*resolution.evidence, why))


def calibrate(controls: Sequence[tuple[Control, Resolution]], policy: str) -> Calibration:
    """Count the errors of each family: a control that was resolved to one record is an error."""
    results = []
    for family in ControlFamily:
        answers = [resolution for control, resolution in controls if control.family is family]
        wrong = [resolution for resolution in answers if resolution.status is Status.ONE]
        if answers:
            results.append(
                FamilyResult(
                    family=family,
                    asked=len(answers),
                    errors=len(wrong),
                    scale=_scale_of(wrong) if family is ControlFamily.DOUBLES else 1.0,
                    by_basis=Counter(answer.basis for answer in wrong if answer.basis),
                )
            )
    return Calibration(policy, tuple(results))


@lru_cache(maxsize=1 << 8)
def clopper_pearson_upper(*, errors: int, asked: int, confidence: float = CONFIDENCE) -> float:
    """The exact one-sided upper bound of a rate (Clopper and Pearson 1934); about 3/n where no error was seen."""
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
    """The mean number of doubles, over the whole population, of the records that were named; 1 where unknown.

    The share of controls named times this mean is the mean over all records of the doubles that would be taken
    for them: each record's own expected number, not the population's divided by the file's. One record counts
    for at most one, since whoever asks means one person.
    """
    weights = [1.0 if answer.doubles is None else min(1.0, answer.doubles) for answer in wrong]
    return sum(weights) / len(weights) if weights else 1.0
