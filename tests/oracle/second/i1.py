"""26 U.S.C. 6103(i)(1): returns and return information on the order of a court, read a second time."""

from __future__ import annotations

from tests.oracle.second.rules import Rule, either
from tests.oracle.second.shared_rules import (
    BAR_CERTIFIED,
    BY_A_COURT,
    ITEM_IN_THE_ORDER,
    ONE_PERSON,
    PERIOD_IN_THE_ORDER,
    SAFEGUARDS,
    authorised,
    determined,
)

MAY_AUTHORISE = """["attorney_general", "deputy_attorney_general", "associate_attorney_general",
    "assistant_attorney_general", "us_attorney", "special_prosecutor", "strike_force_attorney"]"""

CRIMINAL = """(context.statute_kinds.contains("criminal_nontax") ||
    (context.statute_kinds.contains("unlisted") && context.found_criminal_nontax == "yes"))"""
NOT_CRIMINAL = """(!context.statute_kinds.isEmpty() && !context.statute_kinds.contains("criminal_nontax") &&
    (!context.statute_kinds.contains("unlisted") || context.found_criminal_nontax == "no"))"""

PROCEEDING = Rule(
    "PROCEEDING", "i/1/A/i",
    f"""context.child_case == "yes" ||
        ({CRIMINAL} && context.tax_administration == "no" && context.party == "yes")""",
    f"""context.child_case == "no" &&
        ({NOT_CRIMINAL} || context.tax_administration == "yes" || context.party == "no")""",
)  # fmt: skip
"""Enforcement of a designated criminal statute, no tax statute, with the United States a party; or a child."""

STAGE = Rule(
    "STAGE", "i/1/A",
    '["preparation", "investigation", "grand_jury"].contains(context.stage)',
    'context.stage == "none"',
)  # fmt: skip

RULES = (
    authorised("i/1/B", MAY_AUTHORISE),
    BY_A_COURT,
    determined("CAUSE", "i/1/B/i", "criminal_act"),
    determined("RELEVANT", "i/1/B/ii", "relevant"),
    determined("EXCLUSIVE", "i/1/B/iii", "exclusive"),
    determined("NO_OTHER_SOURCE", "i/1/B/iii", "no_other_source"),
    PERIOD_IN_THE_ORDER,
    ITEM_IN_THE_ORDER,
    either("FEDERAL", "i/1/A", "officer_federal"),
    either("ENGAGED", "i/1/A", "officer_engaged"),
    STAGE,
    PROCEEDING,
    ONE_PERSON,
    BAR_CERTIFIED,
    SAFEGUARDS,
)
"""Sole use (E113) attaches to the release and is no condition."""
