"""Federal agencies by their dotted names, whole before part: `us.dhs.ice` is a part of Homeland Security.

An agency under `us` that is not listed, or whose name stops at `us`, is not known to be outside any other: what
an order restrains it is taken to reach. Source: the departments and agencies of 5 U.S.C. 101 to 105 and the
bodies that 26 U.S.C. 6103 names; parts need no listing, since they stand under their whole.
"""

from __future__ import annotations

import re
from typing import Final

FEDERAL_ROOT: Final = "us"
STATE_ROOT: Final = "state"
JUSTICE: Final = "us.doj"
TREASURY: Final = "us.treasury"
SECRET_SERVICE: Final = "us.dhs.usss"  # noqa: S105 -- an agency
SOCIAL_SECURITY: Final = "us.ssa"
RAILROAD_BOARD: Final = "us.rrb"
ACCOUNTABILITY_OFFICE: Final = "us.gao"

LISTED: Final = frozenset(
    f"{FEDERAL_ROOT}.{name}"
    for name in (
        "abmc achp acus aoc cbo cfpb cftc cia cigie commerce congress courts cpsc csb csosa dfc dhs "
        "dni doc dod doe doi doj dol dos dot eac ed education eeoc energy eop epa exim fca fcc fcsic "
        "fdic fec federal_reserve ferc fhfa flra fmc fmcs fmshrc frb ftc gao gpo gsa hhs hud imls "
        "interior judiciary labor loc mcc mspb nara nasa ncua nea neh nigc nlrb nmb nrc nsa nsf ntsb "
        "ofac oge omb opm osc oshrc pbgc peacecorps postal_service presidio rrb sba sec senate sigar "
        "ssa ssab state stb supreme_court treasury tva udall usab usagm usaid usda usip usitc usps "
        "ussc ustda va white_house atf dea fbi irs tigta usms"
    ).split()
)

NAMED: Final = {
    SOCIAL_SECURITY: "social_security",
    RAILROAD_BOARD: "railroad_retirement",
    "us.dol": "labor",
    "us.pbgc": "pension_benefit_guaranty",
    TREASURY: "treasury",
    "us.hud": "housing",
    "us.opm": "personnel_management",
    "us.hhs.cms": "medicare_medicaid",
    "us.hhs.cdc.niosh": "occupational_safety_institute",
    "us.ed": "education",
    "us.hhs": "health_and_human_services",
    "us.dhs.cbp": "customs",
    "us.nara": "archives",
}
"""The agencies to which subsections (l) and (m) open something by their names."""

NAME_SIGNS_MAX: Final = 120
_DOTTED: Final = re.compile(r"[a-z0-9_]+(?:\.[a-z0-9_]+)*")

ENFORCEMENT: Final = (
    JUSTICE, "us.dhs", "us.atf", "us.dea", "us.fbi", "us.usms", "us.cia", "us.nsa", "us.dni", "us.dod.dia",
    "us.dod.nga", "us.dod.nro", "us.state.ds", "us.usps.inspection", "us.treasury.fincen", "us.treasury.irs.ci",
)  # fmt: skip
"""Federal law enforcement and intelligence agencies by their names, each with its parts; not a list of the statute."""


def is_enforcement(agency: str) -> bool:
    """Whether an agency is, by its name, a Federal law enforcement or intelligence agency, or a part of one."""
    return any(is_part(agency, whole) for whole in ENFORCEMENT)


def is_dotted(name: str) -> bool:
    """Whether a text has the form of an agency's dotted name, such as us.dhs.ice."""
    return len(name) <= NAME_SIGNS_MAX and _DOTTED.fullmatch(name) is not None


def is_part(agency: str, whole: str) -> bool:
    """Whether an agency is another one or a part of it, by their dotted names."""
    return agency == whole or agency.startswith(f"{whole}.")


def wholes_of(agency: str) -> tuple[str, ...]:
    """The agencies of which this one is a part, by its dotted name: of `us.dhs.ice` `us.dhs` and `us`."""
    parts = agency.split(".")
    return tuple(".".join(parts[:count]) for count in range(len(parts) - 1, 0, -1))


def is_listed(agency: str) -> bool:
    """Whether it is known which Federal agency this is, or that it is none."""
    if not is_part(agency, FEDERAL_ROOT):
        return True
    return any(is_part(agency, listed) for listed in LISTED)


def may_be_part(agency: str, whole: str) -> bool:
    """Whether an agency is a part of another one, holds it, or is not known well enough to say it is apart."""
    return is_part(agency, whole) or is_part(whole, agency) or not is_listed(agency)


def is_federal(agency: str) -> bool:
    """Whether the dotted name is that of a Federal agency."""
    return is_part(agency, FEDERAL_ROOT)


def named_agencies(agency: str) -> frozenset[str]:
    """All agencies named that hold this one: `us.hhs.cms` is itself and a part of Health and Human Services."""
    return frozenset(named for dotted, named in NAMED.items() if is_part(agency, dotted))
