"""Made-up cases, proposals and officials."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from lawgate.casework.case import Actor, Approval, Case
from lawgate.casework.proposal import Line, Proposal
from lawgate.casework.release import Disclosed
from lawgate.casework.words import Role, State
from lawgate.cite import Cite
from lawgate.decide.determination import Disposition

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
TODAY = date(2026, 3, 2)
CRIMINAL = Cite.parse("26 USC 6103(i)(2)(A)")
DANGER = Cite.parse("26 USC 6103(i)(3)(B)(i)")

WAGES = Line("third_party.w2.wages", "2023", Disposition.DISCLOSE, CRIMINAL)
HELD_BACK = Line("return.1040.total_wages", "2023", Disposition.WITHHOLD, CRIMINAL)

PROPOSAL = Proposal(
    case="C-2026-000001",
    number=1,
    request="a" * 64,
    determination="b" * 64,
    corpus="c" * 64,
    record_root="d" * 64,
    prepared_by="preparer",
    lines=(WAGES, HELD_BACK),
)
IN_EMERGENCY = replace(PROPOSAL, lines=(replace(WAGES, pathway=DANGER),))

CASE = Case(
    number=PROPOSAL.case,
    request="REQ-2026-0001",
    agency="us.doj",
    ref="1",
    provision=CRIMINAL,
    state=State.IN_REVIEW,
    sequence=5,
    preparer="preparer",
    proposal=PROPOSAL,
)


def approval(slot: int, signer: str, proposal: Proposal = PROPOSAL) -> Approval:
    return Approval(slot, signer, proposal.digest, proposal.prepared_by, NOW)


def disclosed(proposal: Proposal = PROPOSAL) -> tuple[Disclosed, ...]:
    """The items that the proposal lets leave."""
    return tuple(
        Disclosed(one.item, one.period, "52000.00", one.pathway, (one.pathway,), ())
        for one in proposal.leaving
        if one.pathway
    )


def official(name: str, *roles: Role, agency: str | None = None, authority: Cite = CRIMINAL) -> Actor:
    return Actor(name, frozenset(roles), agency, (authority,))
