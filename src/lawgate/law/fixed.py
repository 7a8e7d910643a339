"""What is fixed: who asks, what the item is and what the records show; no further answer mends it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lawgate.kernel.fact import Fact, Facts
from lawgate.law.terms import request
from lawgate.law.usc26.s6103 import f, g
from lawgate.law.usc26.s6103.e import interest
from lawgate.law.usc26.s6103.h import p6 as board
from lawgate.law.usc26.s6103.k import p4 as convention
from lawgate.law.usc26.s6103.l import p6 as support
from lawgate.law.usc26.s6103.l import p9 as alcohol

ASKERS: Final = (
    request.level,
    request.of_justice,
    request.of_treasury,
    request.of_secret_service,
    request.of_social_security,
    request.of_railroad_board,
    request.named_agencies,
)
"""Questions about what the requester is."""

STATED_BY: Final[Mapping[Fact, tuple[str, ...]]] = {
    f.body: ("congress",),
    g.signed_personally: ("president",),
    convention.competent_authority: ("foreign",),
    interest.capacity: ("self", "private"),
    support.enforcement_agency: ("federal", "state", "local"),
    alcohol.charged: ("state",),
    board.report_by: ("federal",),
}
"""Questions that only requesters of these levels can answer as the paragraph demands."""


_OF_RECORDS = ("item.", "person.", "time.")
"""What the records show, what the item is, and the day."""


def fixed(facts: Facts) -> Facts:
    """Of these answers those that no further answer of the same requester, for the same item, can mend.

    A pathway that they close is open to another asker, or of another item: it is not near.
    """
    level = facts.get(request.level.name)
    asked = {fact.name for fact in ASKERS} | {
        fact.name for fact, levels in STATED_BY.items() if level is not None and level not in levels
    }
    return {name: value for name, value in facts.items() if name in asked or name.startswith(_OF_RECORDS)}
