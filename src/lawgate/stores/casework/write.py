"""The one way to write: an event first, and what it changes with it, in one transaction on a locked row."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from lawgate.casework.case import Case
from lawgate.casework.proposal import Proposal
from lawgate.casework.transitions import Transition
from lawgate.ledger.entry import Entry, Kind
from lawgate.ledger.fields import SECRET_BYTES_MIN, Field, Secrets, commitments, field_root
from lawgate.ledger.views import RULES, Keeping, salted
from lawgate.stores.casework import models, notices
from lawgate.stores.casework.encrypted_fields import subject_index
from lawgate.stores.casework.read import case_of, row_of
from lawgate.stores.database import one_transaction

NO_LAW = "0" * 64
"""Stands where an event rests on no statement of the law yet."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an event says beside its kind: by whom, when, under which law and provisions, and its fields."""

    actor: str
    at: datetime
    corpus: str = NO_LAW
    cites: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Locked:
    """A case whose row is held until the transaction ends."""

    row: models.Case
    case: Case

    @property
    def place(self) -> tuple[str, int]:
        """The case and the number of its next entry."""
        return self.row.number, self.row.sequence + 1


@contextmanager
def locked(number: str) -> Iterator[Locked]:
    """Hold a case; what is written within stands together, or not at all."""
    with one_transaction():
        row = row_of(number, lock=True)
        yield Locked(row, case_of(row))


def draw_secrets(accounting: bytes) -> Secrets:
    """The secrets of one entry: the permanent one, and one drawn anew that goes with the payload."""
    return Secrets(accounting, secrets.token_bytes(SECRET_BYTES_MIN))


def write_event(
    place: tuple[str, int],
    line: Transition,
    told: Told,
    drawn: Secrets,
    *,
    prepared: Sequence[Field] | None = None,
) -> models.Entry:
    """Enter an event, and its line's notice with it; `prepared` are fields salted already with the same secrets."""
    number, sequence = place
    fields = (
        tuple(prepared)
        if prepared is not None
        else salted(told.values, drawn, case=number, sequence=sequence)
    )
    leaves = commitments(fields)
    entry = Entry(
        line.kind, number, sequence, told.at.date(), told.corpus, told.cites, len(leaves), field_root(leaves)
    )
    values = {one.name: one.value for one in fields}
    payload = {name: value for name, value in values.items() if _is_destroyable(name)}
    if line.notice:
        notices.put(line.notice, number, str(sequence), told.at)
    return models.Entry.objects.create(
        case_number=number,
        sequence=sequence,
        kind=line.kind.value,
        act=line.act.value,
        state_before=line.before.value if line.before else "",
        state_after=line.after.value,
        actor=told.actor,
        day=told.at.date(),
        happened_at=told.at,
        encoded=entry.encoded,
        commitments=b"".join(leaves),
        account={name: value for name, value in values.items() if name not in payload},
        subject_index=subject_index(values.get("subject")),
        payload=payload or None,
        payload_secret=drawn.payload if payload else None,
    )


def write_change(held: Locked, entry: models.Entry, line: Transition, **changed: Any) -> Case:
    """Move the case as its event says, with whatever else changes in its row."""
    _move(held.row, entry, line, changed)
    return case_of(held.row)


def write_move(held: Locked, entry: models.Entry, line: Transition) -> Case:
    """Move the case as its event says, where a look is all that happened: the rest of the case is known."""
    row = held.row
    _move(row, entry, line, {})
    return replace(held.case, state=line.after, sequence=entry.sequence, waiting_since=row.waiting_since)


def _move(row: models.Case, entry: models.Entry, line: Transition, changed: Mapping[str, Any]) -> None:
    if row.state != line.after.value:
        row.waiting_since = entry.day
    row.state, row.sequence = line.after.value, entry.sequence
    for name, value in changed.items():
        setattr(row, name, value)
    row.save()


def last_sequence(name: str) -> int:
    """The number of the last entry under a name; 0 where there is none."""
    last = models.Entry.objects.filter(case_number=name).order_by("-sequence").first()
    return int(last.sequence) if last else 0


def write_general(place: tuple[str, int], kind: Kind, act: str, told: Told, drawn: Secrets) -> models.Entry:
    """An event of no case, such as a change of the law, under a name of its own, numbered like a case."""
    name, sequence = place
    fields = salted(told.values, drawn, case=name, sequence=sequence)
    leaves = commitments(fields)
    entry = Entry(
        kind, name, sequence, told.at.date(), told.corpus, told.cites, len(leaves), field_root(leaves)
    )
    return models.Entry.objects.create(
        case_number=name,
        sequence=sequence,
        kind=kind.value,
        act=act,
        actor=told.actor,
        day=told.at.date(),
        happened_at=told.at,
        encoded=entry.encoded,
        commitments=b"".join(leaves),
        account={one.name: one.value for one in fields},
        subject_index=subject_index(told.values.get("subject")),
    )


def write_proposal(
    held: Locked, entry: models.Entry, proposal: Proposal, document: Mapping[str, Any]
) -> models.Proposal:
    """A proposal with its lines."""
    row = models.Proposal.objects.create(
        case=held.row,
        number=proposal.number,
        digest=proposal.digest,
        request_digest=proposal.request,
        determination_digest=proposal.determination,
        corpus=proposal.corpus,
        record_root=proposal.record_root,
        prepared_by_id=proposal.prepared_by,
        demand=proposal.demand.value,
        hypothetical=proposal.hypothetical,
        document=dict(document),
        made_at=entry.happened_at,
        entry=entry,
    )
    models.ProposalLine.objects.bulk_create(
        models.ProposalLine(
            proposal=row,
            position=position,
            item=one.item,
            period=one.period or "",
            disposition=one.disposition.value,
            pathway=str(one.pathway) if one.pathway else "",
        )
        for position, one in enumerate(proposal.lines)
    )
    return row


def _is_destroyable(name: str) -> bool:
    return RULES[name].keeping is Keeping.DESTROYABLE
