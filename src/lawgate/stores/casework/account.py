"""The account of a database, an entry a line: what reports and exports rest on beside the ledger's folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lawgate.handover.account import AccountLine, Told, tell
from lawgate.ledger.entry import Kind, parse_entry
from lawgate.ledger.fields import SECRET_BYTES_MIN, Secrets
from lawgate.ledger.hashing import HASH_BYTES
from lawgate.ledger.views import salted
from lawgate.stores.casework import models
from lawgate.stores.casework.encrypted_fields import subject_index


def account_lines(secret: bytes) -> Iterator[AccountLine]:
    """Each entry that stands in the ledger, in its order, with the fields that are still held and their salts.

    `secret` is that of the permanent account. A sealed case is marked, so that no report tells of it.
    """
    sealed = _sealed()
    for row in models.Entry.objects.filter(leaf__isnull=False).order_by("leaf").iterator():
        if row.commitments:
            yield _line(row, secret, sealed)


def told_entries(secret: bytes, kinds: Sequence[Kind], *, subject: str | None = None) -> Iterator[Told]:
    """The entries of these kinds that stand in the ledger, each field held to what its entry commits to.

    Of one person's where one is named. InputError where a field is not what was entered.
    """
    sealed = _sealed()
    rows = models.Entry.objects.filter(leaf__isnull=False, kind__in=[kind.value for kind in kinds])
    if subject is not None:
        rows = rows.filter(subject_index=subject_index(subject))
    for row in rows.order_by("leaf").iterator():
        at = row.leaf or 0
        yield tell(parse_entry(bytes(row.encoded), where=f"entry {at}"), _line(row, secret, sealed), index=at)


def count_waiting(kind: Kind) -> int:
    """How many entries of a kind do not stand in the ledger yet."""
    return int(models.Entry.objects.filter(leaf__isnull=True, kind=kind.value).count())


def _sealed() -> frozenset[str]:
    return frozenset(models.Case.objects.filter(sealed=True).values_list("number", flat=True))


def _line(row: Any, secret: bytes, sealed: frozenset[str]) -> AccountLine:
    held = bytes(row.commitments)
    drawn = Secrets(secret, bytes(row.payload_secret) if row.payload_secret else bytes(SECRET_BYTES_MIN))
    return AccountLine(
        row.leaf or 0,
        salted({**row.account, **(row.payload or {})}, drawn, case=row.case_number, sequence=row.sequence),
        tuple(held[at : at + HASH_BYTES] for at in range(0, len(held), HASH_BYTES)),
        sealed=row.case_number in sealed,
    )
