"""Which of the Federal agencies that paragraphs name an agency is, or is a part of, by its dotted name."""

from __future__ import annotations

_BY_NAME = {
    "us.ssa": "social_security",
    "us.rrb": "railroad_retirement",
    "us.dol": "labor",
    "us.pbgc": "pension_benefit_guaranty",
    "us.treasury": "treasury",
    "us.hud": "housing",
    "us.opm": "personnel_management",
    "us.hhs.cms": "medicare_medicaid",
    "us.hhs.cdc.niosh": "occupational_safety_institute",
    "us.ed": "education",
    "us.hhs": "health_and_human_services",
    "us.dhs.cbp": "customs",
    "us.nara": "archives",
}


def named_agencies(agency: str) -> frozenset[str]:
    """All agencies named that hold this one: `us.hhs.cms` is itself and a part of Health and Human Services."""
    within = f"{agency}."
    return frozenset(named for dotted, named in _BY_NAME.items() if within.startswith(f"{dotted}."))
