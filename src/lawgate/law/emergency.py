"""Where the statute lets one official act within minutes, and a second look after him."""

from __future__ import annotations

from lawgate.cite import Cite
from lawgate.law.addresses import S6103

IMMINENT = S6103 / "i/3/B"
"""Imminent danger of death or physical injury, and imminent flight from Federal prosecution."""


def is_imminent(cite: Cite) -> bool:
    """Whether a pathway is one of those that open because something is about to happen."""
    return cite.within(IMMINENT)
