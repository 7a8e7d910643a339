"""26 U.S.C. 6103(i)(5): returns and return information to locate a fugitive, read a second time."""

from __future__ import annotations

from tests.oracle.second.i1 import MAY_AUTHORISE
from tests.oracle.second.rules import Rule, either
from tests.oracle.second.shared_rules import (
    BAR_CERTIFIED,
    BY_A_COURT,
    IS_IDENTITY,
    ITEM_IN_THE_ORDER,
    ONE_PERSON,
    SAFEGUARDS,
    authorised,
    determined,
)

OF_THE_INDIVIDUAL = Rule(
    "INDIVIDUAL", "i/5/A",
    'context.named == "individual" && context.item != "return.joint.spouse_income"',
    'context.named == "entity" || context.item == "return.joint.spouse_income"',
)  # fmt: skip
"""The return of an individual or return information with respect to such individual: of no other person."""

PERIOD_WHERE_BOUNDED = Rule(
    "PERIODS", "i/5/A",
    f"""context.order_states_periods == "no" || {IS_IDENTITY} || context.order_covers_period == "yes" """,
    f"""context.order_states_periods == "yes" && !{IS_IDENTITY} && context.order_covers_period == "no" """,
)  # fmt: skip
"""The text specifies no period; an order that does so is bounded by it."""

RULES = (
    authorised("i/5/B", MAY_AUTHORISE),
    BY_A_COURT,
    determined("WARRANT", "i/5/B/i", "fugitive"),
    determined("EXCLUSIVE", "i/5/B/ii", "exclusive"),
    determined("CAUSE", "i/5/B/iii", "cause"),
    PERIOD_WHERE_BOUNDED,
    ITEM_IN_THE_ORDER,
    OF_THE_INDIVIDUAL,
    either("FEDERAL", "i/5/A", "officer_federal"),
    ONE_PERSON,
    BAR_CERTIFIED,
    SAFEGUARDS,
)
"""No engagement of the officers is asked for, and no stage or statute of a matter."""
