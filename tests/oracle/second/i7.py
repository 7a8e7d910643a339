"""26 U.S.C. 6103(i)(7): information on terrorism, on request or on an order, read a second time."""

from __future__ import annotations

from tests.oracle.second.rules import Rule, either
from tests.oracle.second.shared_rules import (
    BAR,
    BY_A_COURT,
    DISCRETION,
    ITEM_IN_THE_ORDER,
    ONE_PERSON,
    OTHER_THAN_THE_TAXPAYERS,
    PERIOD_IN_THE_ORDER,
    SAFEGUARDS,
    authorised,
    determined,
)

MAY_AUTHORISE = """["attorney_general", "deputy_attorney_general", "associate_attorney_general",
    "assistant_attorney_general", "us_attorney"]"""

IN_WRITING = Rule("WRITING", "i/7/A/i", 'context.in_writing == "yes"', 'context.in_writing != "yes"')
REASONS = Rule(
    "REASONS", "i/7/A/iii/II",
    'context.states_reasons == "yes" && context.found_reasons_specific == "yes"',
    'context.states_reasons == "no" || context.found_reasons_specific == "no"',
)  # fmt: skip
TERRORISM = either("TERRORISM", "i/7/A/i", "found_terrorism")
ENGAGED = either("ENGAGED", "i/7/A/i", "officer_engaged")

LAW_ENFORCEMENT = (
    Rule(
        "HEAD", "i/7/A/iii/I",
        """context.asker_heads_law_enforcement == "yes" && context.agency_involved == "yes" """,
        """context.asker_heads_law_enforcement == "no" || context.agency_involved == "no" """,
    ),
    IN_WRITING,
    REASONS,
    TERRORISM,
    either("OFFICERS", "i/7/A/i", "officer_of_federal_law_enforcement"),
    ENGAGED,
    OTHER_THAN_THE_TAXPAYERS,
    ONE_PERSON,
    BAR,
    SAFEGUARDS,
    DISCRETION,
)  # fmt: skip
"""The head or his delegate. Neither an address nor a period is asked for."""

INTELLIGENCE = (
    Rule(
        "ASKER", "i/7/B/iii",
        """(context.appointed_in_justice_or_treasury == "yes" || context.director_of_secret_service == "yes") &&
           context.responsible_for_intelligence == "yes" """,
        """(context.appointed_in_justice_or_treasury == "no" && context.director_of_secret_service == "no") ||
           context.responsible_for_intelligence == "no" """,
    ),
    IN_WRITING,
    REASONS,
    TERRORISM,
    either("OFFICERS", "i/7/B/i", "officer_of_justice_treasury_or_intelligence"),
    ENGAGED,
    OTHER_THAN_THE_TAXPAYERS,
    ONE_PERSON,
    BAR,
    SAFEGUARDS,
    DISCRETION,
)  # fmt: skip

ON_AN_ORDER = (
    authorised("i/7/C/ii", MAY_AUTHORISE),
    BY_A_COURT,
    determined("CAUSE", "i/7/C/ii/I", "cause"),
    determined("EXCLUSIVE", "i/7/C/ii/II", "exclusive"),
    PERIOD_IN_THE_ORDER,
    ITEM_IN_THE_ORDER,
    either("OFFICERS", "i/7/C/i", "officer_of_law_enforcement_or_intelligence"),
    ENGAGED,
    ONE_PERSON,
    BAR,
    SAFEGUARDS,
)
"""Neither the special prosecutor nor the strike force may authorise; (i)(6) names no certificate here."""

BY_THE_SECRETARY = (
    either("AUTHORISED", "i/7/D/i", "secretary_authorised"),
    BY_A_COURT,
    determined("CAUSE", "i/7/D/i", "cause"),
    PERIOD_IN_THE_ORDER,
    ITEM_IN_THE_ORDER,
    either("HEAD", "i/7/D/ii/I", "to_head_of_responsible_agency"),
    either("APPRISE", "i/7/D/ii/I", "only_to_apprise"),
    ONE_PERSON,
    BAR,
    SAFEGUARDS,
)
"""The order is the one that (C)(i) refers to, so its periods and extent bound it."""
