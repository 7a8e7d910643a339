"""Arithmetic of 26 U.S.C. 7431(c) over counted releases: figures, and no advice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lawgate.cite import Cite

LEAST_FOR_EACH_ACT: Final = Cite("26", "7431", ("c", "1", "A"))
dollars_each_act_min: Final = 1_000
"""In US dollars: (c)(1)(A). Actual and punitive damages, costs and fees come in its place or on top."""


@dataclass(frozen=True, slots=True)
class Sum:
    """So many acts at the least amount for each, in US dollars; a release is one act."""

    acts: int

    @property
    def dollars(self) -> int:
        """The acts times the least amount."""
        return self.acts * dollars_each_act_min
