"""26 U.S.C. 6103(i)(1): returns and return information on the order of a court, read a second time."""

from __future__ import annotations

from functools import partial

from tests.oracle.second import orders
from tests.oracle.second.paragraph import OfRequests, Same
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

CLAUSES = ("i/1/B/i", "i/1/B/ii", "i/1/B/iii")
FOUND = {
    "found_criminal_nontax": "i/1/A/i",
    "found_judge": "i/1/A",
    "found_authorised": "i/1/B",
    "found_criminal_act": "i/1/B/i",
    "found_relevant": "i/1/B/ii",
    "found_exclusive": "i/1/B/iii",
    "found_no_other_source": "i/1/B/iii",
    "record_is_the_taxpayers": "a",
    "identifies_or_impairs": "i/6",
    "safeguards_satisfactory": "p/4",
}
RECITED = {
    "recites_criminal_act": "i/1/B/i",
    "recites_relevant": "i/1/B/ii",
    "recites_exclusive": "i/1/B/iii",
    "recites_no_other_source": "i/1/B/iii",
}

SAME = (
    Same("ORDER", "an order of a court is presented",
         "a Federal district court judge or magistrate judge granted the order, ex parte"),
    Same("AUTHORISED", "an official listed in (i)(1)(B) authorised the application"),
    Same("CAUSE", "the court found reasonable cause to believe that a specific criminal act was committed"),
    Same("RELEVANT", "the court found that the information is or may be relevant to that act"),
    Same("EXCLUSIVE NO_OTHER_SOURCE",
         "the court found that it is sought only for that, and cannot reasonably be had from another source"),
    Same("FEDERAL ENGAGED",
         "the recipients are officers or employees of a Federal agency, personally and directly engaged"),
    Same("STAGE", "a proceeding is being prepared, an investigation may result in one, or a grand jury sits"),
    Same("PROCEEDING", "the matter enforces a designated Federal criminal statute, or is a child case"),
    Same("PERSON", "exactly one person on file is the one whom the request names"),
    Same("", "the item is a return or return information on file"),
    Same("PERIODS", "the item relates to a period that the request states and the order specifies"),
    Same("EXTENT", "the order provides for the item"),
    Same("BAR", "it is not certified to the court to identify an informant or seriously impair a tax investigation"),
    Same("E901", "the recipient's agency meets the safeguards to the satisfaction of the Secretary"),
)  # fmt: skip

AWAITING: frozenset[str] = frozenset()

PARAGRAPH = OfRequests(
    "i/1", RULES, SAME, AWAITING, FOUND, RECITED,
    complete=partial(orders.complete, provision="i/1", clauses=CLAUSES, items=orders.ITEMS),
    changes=orders.changes("i/1", CLAUSES, orders.ITEMS),
    finished=orders.finished,
)  # fmt: skip
