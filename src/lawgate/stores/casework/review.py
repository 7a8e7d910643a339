"""Rows of approvals and objections."""

from __future__ import annotations

from datetime import date

from lawgate.stores.casework import models
from lawgate.stores.casework.write import Locked


def put_approval(held: Locked, entry: models.Entry, *, slot: int) -> None:
    """An approval of what is proposed now, by the actor of its entry."""
    proposal = held.row.proposal
    models.Approval.objects.create(
        proposal=proposal,
        slot=slot,
        signer_id=entry.actor,
        prepared_by_id=proposal.prepared_by_id,
        digest=proposal.digest,
        signed_at=entry.happened_at,
        entry=entry,
    )


def put_objection(held: Locked, entry: models.Entry, reason: str, *, declines: str = "") -> None:
    """An objection by the actor of its entry."""
    models.Objection.objects.create(
        case=held.row,
        official_id=entry.actor,
        reason=reason,
        made_on=entry.day,
        declines=declines,
        entry=entry,
    )


def signed_on(login: str, day: date) -> int:
    """How often an official signed on a day."""
    return int(models.Approval.objects.filter(signer=login, entry__day=day).count())
