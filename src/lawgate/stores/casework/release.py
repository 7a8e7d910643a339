"""Rows of releases, of the outbox, and of what the sequencer said of the ledger."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from lawgate.casework.release import Release
from lawgate.ledger.entry import Entry, Kind, parse_entry
from lawgate.ledger.fields import SECRET_BYTES_MIN, Field, Secrets
from lawgate.ledger.views import salted
from lawgate.stores.casework import models
from lawgate.stores.casework.write import Locked

ONE_ROW = 1

key_chars_max = 64
"""What the column of idempotency keys has room for."""


@dataclass(frozen=True, slots=True)
class LedgerSays:
    """What the sequencer last said: how many entries stand, when, whether enough witnesses signed, why it stopped."""

    size: int
    entered_at: datetime
    witnessed: bool
    stopped: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A release that was not handed over yet: its entry, the fields with their salts, the sealed bytes, its leaf."""

    case: str
    entry: Entry
    fields: tuple[Field, ...]
    sealed: bytes
    leaf: int | None
    attempts: int


def put_release(
    held: Locked, entry: models.Entry, made: Release, *, key: str, sealed: bytes, registration: str
) -> None:
    """The release on its approvals, and in the outbox its sealed bytes with the key that they are sealed to."""
    approvals = list(
        models.Approval.objects.filter(proposal=held.row.proposal, digest=made.proposal.digest).order_by(
            "slot"
        )
    )
    row = models.Release.objects.create(
        case=held.row,
        proposal=held.row.proposal,
        demand=made.proposal.demand.value,
        first=approvals[0],
        second=approvals[1] if len(approvals) > 1 else None,
        releaser_id=made.releaser,
        released_at=made.released_at,
        review_due=made.review_due,
        idempotency_key=key,
        entry=entry,
    )
    models.Package.objects.create(release=row, sealed=sealed, registration=registration)


def released_on_key(key: str) -> tuple[str, str] | None:
    """The case that was released on an idempotency key, and by whom; None where none was."""
    return models.Release.objects.filter(idempotency_key=key).values_list("case_id", "releaser_id").first()


def waiting_of(number: str, secret: bytes) -> Waiting | None:
    """The release of a case that waits to be handed over; None where there is none."""
    row = (
        models.Package.objects.select_related("release__entry")
        .filter(release__case_id=number, handed_over_at__isnull=True)
        .first()
    )
    if row is None:
        return None
    entry = row.release.entry
    return Waiting(
        number,
        parse_entry(bytes(entry.encoded), where=number),
        fields_of(entry, secret),
        bytes(row.sealed),
        entry.leaf,
        row.attempts,
    )


def fields_of(entry: models.Entry, secret: bytes) -> tuple[Field, ...]:
    """The fields of an entry with their salts, as they were committed to."""
    payload_secret = bytes(entry.payload_secret) if entry.payload_secret else b"\0" * SECRET_BYTES_MIN
    values = {**entry.account, **(entry.payload or {})}
    return salted(values, Secrets(secret, payload_secret), case=entry.case_number, sequence=entry.sequence)


def is_waiting(number: str) -> bool:
    """Whether the package of a case has not been handed over yet."""
    return bool(models.Package.objects.filter(release__case_id=number, handed_over_at__isnull=True).exists())


def waiting_cases(limit: int) -> tuple[str, ...]:
    """The cases whose package waits though its entry stands in the ledger, the oldest first."""
    rows = models.Package.objects.filter(
        handed_over_at__isnull=True, release__entry__leaf__isnull=False
    ).order_by("attempts", "id")
    return tuple(rows.values_list("release__case_id", flat=True)[:limit])


def last_attempt(number: str) -> tuple[int, datetime | None]:
    """How often the hand-over of a case failed, and when it did last."""
    failed = models.Entry.objects.filter(case_number=number, kind=Kind.DELIVERY_FAILED.value)
    last = failed.order_by("-sequence").first()
    return (failed.count(), last.happened_at) if last else (0, None)


def put_file(number: str, body: bytes, digest: str, at: datetime) -> None:
    """The whole package, ready to be fetched; the guards let it in only under a checkpoint."""
    row = models.Package.objects.get(release__case_id=number)
    row.body, row.digest, row.handed_over_at = body, digest, at
    row.save()


def count_attempt(number: str, fault: str) -> None:
    """One more attempt that did not hand the package over."""
    row = models.Package.objects.get(release__case_id=number)
    row.attempts, row.fault = row.attempts + 1, fault[:80]
    row.save()


def fetch_file(number: str, at: datetime) -> bytes | None:
    """The package, which is given once; None where it was fetched before or is not there."""
    row = models.Package.objects.filter(
        release__case_id=number, body__isnull=False, fetched_at__isnull=True
    ).first()
    if row is None:
        return None
    row.fetched_at = at
    row.save()
    return bytes(row.body)


def fetched_file(number: str) -> bytes | None:
    """The package that was fetched; None where none was."""
    row = models.Package.objects.filter(
        release__case_id=number, body__isnull=False, fetched_at__isnull=False
    ).first()
    return bytes(row.body) if row else None


def package_digest(number: str) -> str | None:
    """SHA-256 of the package as it was handed over; None where it was not."""
    row = models.Package.objects.filter(release__case_id=number).first()
    return row.digest or None if row else None


def sealed_digest(number: str) -> str:
    """SHA-256 of the sealed bytes of a case's package, also where they were destroyed; empty where it has none."""
    row = models.Package.objects.select_related("release__entry").filter(release__case_id=number).first()
    if row is None:
        return ""
    if not row.sealed:
        return str(row.release.entry.account["package"]["sealed"])
    return hashlib.sha256(bytes(row.sealed)).hexdigest()


def registration_of(number: str) -> str | None:
    """The registration of the key that a case's package was sealed to; None where it has none, or none was kept."""
    row = models.Package.objects.filter(release__case_id=number).first()
    return row.registration if row else None


def put_receipt(number: str, receipt: bytes) -> None:
    """The recipient's signed receipt."""
    row = models.Package.objects.get(release__case_id=number)
    row.receipt = receipt
    row.save()


def was_fetched(number: str) -> bool:
    """Whether the agency has the package of this case."""
    return bool(models.Package.objects.filter(release__case_id=number, fetched_at__isnull=False).exists())


def put_statement(held: Locked, entry: models.Entry, *, what: str, body: bytes) -> None:
    """What the recipient signed of the package since."""
    models.Statement.objects.create(case=held.row, what=what, body=body, entry=entry)


def put_review_after(held: Locked, entry: models.Entry, *, agrees: bool) -> None:
    """A second official's look after a release in an emergency."""
    models.ReviewAfter.objects.create(
        release=held.row.release,
        official_id=entry.actor,
        agrees=agrees,
        reviewed_at=entry.happened_at,
        entry=entry,
    )


def ledger_state() -> LedgerSays | None:
    """What the sequencer last said; None where it never did."""
    row = models.LedgerState.objects.filter(pk=ONE_ROW).first()
    return LedgerSays(row.size, row.entered_at, row.witnessed, row.stopped) if row else None


def put_ledger_state(said: LedgerSays) -> None:
    """What the sequencer says now."""
    models.LedgerState.objects.update_or_create(
        pk=ONE_ROW,
        defaults={
            "size": said.size,
            "entered_at": said.entered_at,
            "witnessed": said.witnessed,
            "stopped": said.stopped,
        },
    )


def waiting_since() -> datetime | None:
    """When the oldest entry happened that does not stand in the ledger yet; None where none waits."""
    row = models.Entry.objects.filter(leaf__isnull=True).order_by("id").first()
    return row.happened_at if row else None
