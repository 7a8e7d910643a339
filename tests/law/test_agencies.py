"""Agencies that paragraphs name are known by dotted name, parts included and strangers not."""

from __future__ import annotations

import pytest

from lawgate.law.agencies import named_agencies


@pytest.mark.parametrize(
    ("agency", "named"),
    [
        ("us.ssa", {"social_security"}),
        ("us.dol.ebsa", {"labor"}),
        ("us.hhs", {"health_and_human_services"}),
        ("us.hhs.cms", {"health_and_human_services", "medicare_medicaid"}),
        ("us.hhs.cdc.niosh", {"health_and_human_services", "occupational_safety_institute"}),
    ],
)
def test_a_part_is_of_every_agency_that_holds_it(agency: str, named: set[str]) -> None:
    assert named_agencies(agency) == named


@pytest.mark.parametrize("agency", ["us", "us.ssax", "us.dhs.ice", "state.us.ssa", "ssa"])
def test_a_name_that_only_resembles_is_of_none(agency: str) -> None:
    assert named_agencies(agency) == frozenset()
