"""The account of a database, an entry a line: what reports and exports rest on beside the ledger's folder."""

from __future__ import annotations

from collections.abc import Iterator

from lawgate.handover.account import AccountLine
from lawgate.ledger.fields import SECRET_BYTES_MIN, Secrets
from lawgate.ledger.hashing import HASH_BYTES
from lawgate.ledger.views import salted
from lawgate.stores.casework import models


def account_lines(secret: bytes) -> Iterator[AccountLine]:
    """Each entry that stands in the ledger, in its order, with the fields that are still held and their salts.

    `secret` is that of the permanent account. A sealed case is marked, so that no report tells of it.
    """
    sealed = frozenset(models.Case.objects.filter(sealed=True).values_list("number", flat=True))
    for row in models.Entry.objects.filter(leaf__isnull=False).order_by("leaf").iterator():
        held = bytes(row.commitments)
        if not held:
            continue
        drawn = Secrets(secret, bytes(row.payload_secret) if row.payload_secret else bytes(SECRET_BYTES_MIN))
        values = {**row.account, **(row.payload or {})}
        yield AccountLine(
            row.leaf or 0,
            salted(values, drawn, case=row.case_number, sequence=row.sequence),
            tuple(held[at : at + HASH_BYTES] for at in range(0, len(held), HASH_BYTES)),
            sealed=row.case_number in sealed,
        )
