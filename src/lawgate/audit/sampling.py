"""A plan for looking by hand at releases whose records are missing: how many, of which, drawn how.

The size is Cochran's for a share (W. G. Cochran, Sampling Techniques, 3rd ed. 1977, sections 4.4 and 5.5): 95 % of
such samples lie within the margin whatever the share is, with the correction for a finite number, allotted to the
strata in proportion. Who is drawn follows from the ids alone, so that it stands before anybody looks.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

_NORMAL_95: Final = 1.959964
_WORST_VARIANCE: Final = 0.25
MARGINS: Final = (0.05, 0.02, 0.01)
"""Half the width of the interval, as a share."""


@dataclass(frozen=True, slots=True)
class Plan:
    """For one margin, how many of each stratum are looked at; `unseen_max` is the share of which, at 95 %, at most
    so many could be unlawful if none of those looked at is."""

    margin: float
    size: int
    of_stratum: Mapping[str, int]
    unseen_max: float


def plans(strata: Mapping[str, int]) -> tuple[Plan, ...]:
    """A plan for each margin over strata with so many releases each; none where there are none."""
    whole = sum(strata.values())
    return tuple(_plan(margin, strata, whole) for margin in MARGINS) if whole else ()


def _plan(margin: float, strata: Mapping[str, int], whole: int) -> Plan:
    endless = _NORMAL_95**2 * _WORST_VARIANCE / margin**2
    size = min(whole, math.ceil(endless / (1 + (endless - 1) / whole)))
    of_stratum = _allotted(size, strata, whole)
    drawn = sum(of_stratum.values())
    return Plan(margin, drawn, of_stratum, 0.0 if drawn == whole else 1 - 0.05 ** (1 / drawn))


def _allotted(size: int, strata: Mapping[str, int], whole: int) -> dict[str, int]:
    """In proportion, the largest remainders first, and of each stratum at least one."""
    exact = {name: size * count / whole for name, count in strata.items() if count}
    told = {name: max(1, math.floor(share)) for name, share in exact.items()}
    by_remainder = sorted(exact, key=lambda name: (math.floor(exact[name]) - exact[name], name))
    for name in by_remainder[: max(0, size - sum(told.values()))]:
        told[name] = min(told[name] + 1, strata[name])
    return told


def drawing_order(releases: Sequence[str], request: str) -> list[str]:
    """The ids in the order in which they are drawn: by SHA-256 over the request's id and theirs."""
    return sorted(releases, key=lambda one: sha256(f"{request}/{one}".encode()).hexdigest())
