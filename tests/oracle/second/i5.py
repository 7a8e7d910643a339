"""26 U.S.C. 6103(i)(5): returns and return information to locate a fugitive, read a second time."""

from __future__ import annotations

from functools import partial

from tests.oracle.near_misses import SPOUSE
from tests.oracle.second import orders
from tests.oracle.second.i1 import MAY_AUTHORISE
from tests.oracle.second.paragraph import OfRequests, Same
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

CLAUSES = ("i/5/B/i", "i/5/B/ii", "i/5/B/iii")
FOUND = {
    "found_judge": "i/5/A",
    "found_authorised": "i/5/B",
    "found_fugitive": "i/5/B/i",
    "found_exclusive": "i/5/B/ii",
    "found_cause": "i/5/B/iii",
    "record_is_the_taxpayers": "a",
    "identifies_or_impairs": "i/6",
    "safeguards_satisfactory": "p/4",
}
RECITED = {
    "recites_fugitive": "i/5/B/i",
    "recites_exclusive": "i/5/B/ii",
    "recites_cause": "i/5/B/iii",
}

SAME = (
    Same("ORDER", "an order of a court is presented",
         "a Federal district court judge or magistrate judge granted the order, ex parte"),
    Same("INDIVIDUAL", "the person named is an individual",
         "the item is on file and relates to the individual"),
    Same("AUTHORISED", "an official listed in (i)(1)(B) authorised the application"),
    Same("WARRANT", "the court found that a Federal felony warrant was issued for a fugitive from justice"),
    Same("EXCLUSIVE", "the court found that it is sought only to locate the individual"),
    Same("CAUSE", "the court found that it may help to locate the individual"),
    Same("FEDERAL", "the recipients are officers or employees of a Federal agency"),
    Same("PERSON", "exactly one person on file is the one whom the request names"),
    Same("EXTENT", "the order provides for the item"),
    Same("PERIODS", "the item is of a period that the order specifies, where it specifies any"),
    Same("BAR", "it is not certified to the court to identify an informant or seriously impair a tax investigation"),
    Same("E901", "the recipient's agency meets the safeguards to the satisfaction of the Secretary"),
)  # fmt: skip

ITEMS = [name for name in orders.ITEMS if name != SPOUSE]
AWAITING: frozenset[str] = frozenset()

PARAGRAPH = OfRequests(
    "i/5", RULES, SAME, AWAITING, FOUND, RECITED,
    complete=partial(orders.complete, provision="i/5", clauses=CLAUSES, items=ITEMS),
    changes=orders.changes("i/5", CLAUSES, orders.ITEMS),
    finished=orders.finished,
)  # fmt: skip
