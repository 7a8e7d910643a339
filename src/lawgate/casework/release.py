"""A release: built only from lines that all say disclose, and from the approvals that their pathways demand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import InitVar, dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from lawgate.casework.case import Approval
from lawgate.casework.proposal import Proposal
from lawgate.casework.words import Demand, Reason, Reasons
from lawgate.cite import Cite
from lawgate.law.provision import Limit

REVIEW_WITHIN: Final = timedelta(days=1)
"""After a release in an emergency a second official looks within this time."""

_KEY = object()


@dataclass(frozen=True, slots=True)
class Disclosed:
    """One item that leaves: its value, the provisions that open it, and the limits that travel with it."""

    item: str
    period: str | None
    value: Any
    pathway: Cite
    cites: tuple[Cite, ...]
    limits: tuple[Limit, ...]


@dataclass(frozen=True, slots=True)
class Release:
    """What leaves of one case, once. Only `build_release` makes one, and only where `check_release` has no reason."""

    proposal: Proposal
    items: tuple[Disclosed, ...]
    approvals: tuple[Approval, ...]
    releaser: str
    released_at: datetime
    key: InitVar[object]

    def __post_init__(self, key: object) -> None:
        if key is not _KEY:
            raise TypeError("only build_release() makes a Release")

    @property
    def review_due(self) -> datetime | None:
        """Until when a second official has to look; None where two approved beforehand."""
        one = self.proposal.demand is Demand.ONE_THEN_REVIEW
        return self.released_at + REVIEW_WITHIN if one else None


def build_release(
    proposal: Proposal,
    items: Sequence[Disclosed],
    approvals: Sequence[Approval],
    *,
    releaser: str,
    released_at: datetime,
    preparers: Collection[str],
) -> Release | Reasons:
    """The release, or every reason why there is none. `preparers` is everybody who ever prepared the case."""
    reasons = (*check_release(proposal, approvals, preparers=preparers), *_check_items(proposal, items))
    if releaser in {proposal.prepared_by, *preparers}:
        reasons = (*reasons, Reason("releaser_prepared", "who prepared a case does not release it"))
    if any(one.signed_at.date() > released_at.date() for one in approvals):
        reasons = (
            *reasons,
            Reason("signed_later", "an approval is of a later day than today: the clock went back"),
        )
    if reasons:
        return reasons
    return Release(proposal, tuple(items), tuple(approvals), releaser, released_at, _KEY)


def check_release(
    proposal: Proposal, approvals: Sequence[Approval], *, preparers: Collection[str]
) -> Reasons:
    """Why what is proposed may not leave on these approvals; nothing where it may."""
    reasons = []
    if proposal.hypothetical:
        reasons.append(Reason("hypothetical", "a hypothetical determination can never become a release"))
    if not proposal.leaving:
        reasons.append(Reason("nothing_leaves", "no item says disclose"))
    return (*reasons, *check_approvals(proposal, approvals, preparers=preparers))


def check_approvals(
    proposal: Proposal, approvals: Sequence[Approval], *, preparers: Collection[str]
) -> Reasons:
    """Why these approvals are not those that are demanded: whose, of what, how many."""
    reasons = []
    signers = [one.signer for one in approvals]
    if any(one.digest != proposal.digest for one in approvals):
        reasons.append(Reason("other_digest", "an approval was given to something else than is proposed now"))
    prepared = {proposal.prepared_by, *preparers}
    if prepared & {*signers} or any(one.signer == one.prepared_by for one in approvals):
        reasons.append(Reason("signer_prepared", "who prepared a case does not approve it"))
    if len(set(signers)) < len(signers) or len({one.slot for one in approvals}) < len(signers):
        reasons.append(Reason("signed_twice", "two approvals are those of two different officials"))
    if len(set(signers)) < proposal.demand.approvals:
        reasons.append(
            Reason(
                "too_few_approvals",
                "{count} approvals are demanded by the pathway",
                {"count": proposal.demand.approvals},
            )
        )
    return tuple(reasons)


def _check_items(proposal: Proposal, items: Sequence[Disclosed]) -> Reasons:
    """What leaves is what was proposed, line for line, and each has a value."""
    if any(one.value is None for one in items):
        return (Reason("no_value", "the records hold no value of an item that would leave"),)
    proposed = [(one.item, one.period, one.pathway) for one in proposal.leaving]
    if [(one.item, one.period, one.pathway) for one in items] == proposed:
        return ()
    return (Reason("other_items", "the items are not those that were approved"),)
