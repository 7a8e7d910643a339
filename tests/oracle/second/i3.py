"""26 U.S.C. 6103(i)(3): telling officials of crimes, emergencies and terrorism, read a second time."""

from __future__ import annotations

from tests.oracle.second.rules import Rule, either
from tests.oracle.second.shared_rules import (
    A_RETURN_OR_THE_TAXPAYERS_OWN,
    BAR,
    DISCRETION,
    IS_IDENTITY,
    KNOWN_FROM_ANOTHER,
    ONE_PERSON,
    OTHER_THAN_THE_TAXPAYERS,
    RETURNS,
    SAFEGUARDS,
)

IN_WRITING = either("WRITING", "i/3/A/i", "in_writing")
ONLY_TO_APPRISE = either("EXTENT", "i/3/A/i", "only_to_apprise")

EVIDENCE = Rule(
    "EVIDENCE", "i/3/A/i",
    f"""(!{IS_IDENTITY} && context.found_evidence == "yes") ||
        ({IS_IDENTITY} && context.found_evidence_against_taxpayer == "yes")""",
    f"""(!{IS_IDENTITY} && context.found_evidence == "no") ||
        ({IS_IDENTITY} && context.found_evidence_against_taxpayer == "no")""",
)  # fmt: skip
"""(i): it may constitute evidence of a crime. (ii): identity only where other information is evidence
against that taxpayer."""

CRIME = (
    OTHER_THAN_THE_TAXPAYERS,
    EVIDENCE,
    IN_WRITING,
    either("HEAD", "i/3/A/i", "to_head_of_charged_agency"),
    ONLY_TO_APPRISE,
    ONE_PERSON,
    BAR,
    SAFEGUARDS,
    DISCRETION,
)

RETURN_INFORMATION = Rule(
    "NO_RETURN", "i/3/B/i",
    f"""{IS_IDENTITY} || {KNOWN_FROM_ANOTHER} || context.document == "taxpayer_letter" ||
        (!{RETURNS}.contains(context.document) && context.document != "?")""",
    f"!{IS_IDENTITY} && {RETURNS}.contains(context.document)",
)  # fmt: skip
"""Return information, the taxpayer's own too, but not the return itself."""

DANGER = (
    RETURN_INFORMATION,
    either("DANGER", "i/3/B/i", "found_imminent_danger"),
    either("OFFICERS", "i/3/B/i", "to_federal_or_state_law_enforcement"),
    ONLY_TO_APPRISE,
    ONE_PERSON,
    SAFEGUARDS,
    DISCRETION,
)
"""No writing is asked for, and (i)(6) does not reach subparagraph (B)."""

FLIGHT = (
    RETURN_INFORMATION,
    either("FLIGHT", "i/3/B/ii", "found_imminent_flight"),
    either("OFFICERS", "i/3/B/ii", "to_federal_law_enforcement"),
    ONLY_TO_APPRISE,
    ONE_PERSON,
    SAFEGUARDS,
    DISCRETION,
)

TERRORISM = (
    Rule(
        "ITEM", "i/3/C",
        f"""{IS_IDENTITY} || {KNOWN_FROM_ANOTHER} ||
            (context.to_attorney_general == "yes" && context.for_application_under_7_D == "yes")""",
        f"""!{IS_IDENTITY} && {A_RETURN_OR_THE_TAXPAYERS_OWN} &&
            (context.to_attorney_general == "no" || context.for_application_under_7_D == "no")""",
    ),
    either("RELATED", "i/3/C/i", "found_related_to_terrorism"),
    IN_WRITING,
    Rule(
        "HEAD", "i/3/C/i",
        'context.to_head_of_responsible_agency == "yes" || context.to_attorney_general == "yes"',
        'context.to_head_of_responsible_agency == "no" && context.to_attorney_general == "no"',
    ),
    ONLY_TO_APPRISE,
    ONE_PERSON,
    BAR,
    SAFEGUARDS,
    DISCRETION,
)  # fmt: skip
