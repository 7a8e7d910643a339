"""Rows of findings and of reviewers' answers."""

from __future__ import annotations

from lawgate.decide.findings import Finding
from lawgate.linkage.review import Answer
from lawgate.stores.casework import models
from lawgate.stores.casework.write import Locked


def put_finding(held: Locked, entry: models.Entry, made: Finding) -> None:
    """A finding with its entry."""
    models.Finding.objects.create(
        case=held.row,
        cite=str(made.cite),
        answer=made.answer,
        items=sorted(made.items) if made.items else None,
        office=made.office,
        official_id=entry.actor,
        found_on=made.on,
        certified_on=made.certified_on,
        note=made.note or "",
        entry=entry,
    )


def put_match_decision(held: Locked, entry: models.Entry, *, pair: str, answer: Answer, reason: str) -> None:
    """A reviewer's answer on a pair."""
    models.MatchDecision.objects.create(
        case=held.row,
        pair=pair,
        answer=answer.value,
        reason=reason,
        official_id=entry.actor,
        decided_on=entry.day,
        entry=entry,
    )


def has_answered(held: Locked, *, pair: str, by: str) -> bool:
    """Whether an official answered on a pair already."""
    return bool(models.MatchDecision.objects.filter(case=held.row, pair=pair, official=by).exists())


def next_number(held: Locked) -> int:
    """The number of the next proposal of a case."""
    return int(held.row.proposals.count()) + 1
