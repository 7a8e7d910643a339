"""Discretion: where a paragraph says may, an official decides to disclose; a machine never does."""

from __future__ import annotations

from functools import cache

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, element
from lawgate.kernel.fact import Fact
from lawgate.law.terms.finding import judgement


@cache
def decision(cite: Cite) -> Fact:
    """The question whether to disclose under this paragraph, which only an official answers."""
    steps = "_".join(step.lower() for step in cite.steps)
    return judgement(
        f"decided_{steps}",
        cite,
        f"Does an official with delegated authority decide to disclose under {cite.short}?",
        yes="disclosure was decided",
        no="disclosure was declined",
    )


@cache
def decided(cite: Cite) -> Element:
    """The element that joins every paragraph that says may."""
    return element(cite, "an official with delegated authority decided to disclose", decision(cite))
