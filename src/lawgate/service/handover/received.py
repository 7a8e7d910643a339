"""What became of packages that were received: passed on, set apart, destroyed; each stated under a signature."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from lawgate.cite import Cite
from lawgate.errors import InputError
from lawgate.handover.package import parse_package
from lawgate.handover.reconcile import Receipt, receipts_of
from lawgate.handover.statement import STATEMENT_TYPE, Stated, Statement, parse_statement
from lawgate.ledger.keys import parse_key
from lawgate.service.files import day_of, read_bytes
from lawgate.stores.handover.envelopes import open_envelope
from lawgate.stores.handover.journal import Journal, journal_of
from lawgate.stores.handover.key_file import RecipientFile, read_recipient_file
from lawgate.stores.handover.receipt_table import write_receipts
from lawgate.stores.replacing import write_whole

Document = dict[str, Any]


def state(
    what: str, package: str, *, key: Path, to: str | None = None, cite: str | None = None,
    on: str | None = None, journal: Path | None = None, out: Path | None = None,
) -> Document:  # fmt: skip
    """State that a package was passed on, set apart or destroyed; the statement is signed and kept.

    `out` is where the signed statement is written, to be returned to the agency.
    `package` is the file, or the hash of its sealed bytes as the receipt states it. InputError where it was never
    received, or was destroyed before.
    """
    holder, books = _open(key, journal)
    digest, kept = _digest(package), books.statements([holder.signer.key])
    ours = [one for one in kept if one.package == digest and one.what is not Stated.REFUSED]
    if not ours:
        raise InputError("this package was never received", where=package[:80], mend="open it first")
    if any(one.what is Stated.DESTROYED for one in ours):
        raise InputError("this package was destroyed before", where=package[:80], mend="name another")
    first = ours[0]
    statement = Statement(
        Stated(what), digest, first.origin, first.case, first.sequence, first.index, first.recipient,
        holder.role, day_of(on, where="--on"), to, str(Cite.parse(cite)) if cite else None,
    )  # fmt: skip
    if statement.day < first.day:
        raise InputError("before it was received", where="--on", mend=f"it was received on {first.day}")
    envelope = books.add(statement, holder.signer)
    if out:
        data = json.dumps(envelope, indent=1).encode() + b"\n"
        write_whole(out, lambda place: place.write_bytes(data))
    return {"stated": statement.document, "envelope": envelope, "out": str(out) if out else None}


def received(*, key: Path, journal: Path | None = None, out: Path | None = None) -> Document:
    """Every package of a journal with what became of it; `out` is the table for `lawgate reconcile`."""
    holder, books = _open(key, journal)
    rows = receipts_of(books.statements([holder.signer.key]))
    if out:
        write_receipts(out, rows)
    return {"packages": [_told(row) for row in rows], "out": str(out) if out else None}


def check_statement(envelope: Document, signer_line: str) -> Statement:
    """A statement as the agency checks it before entering it; InputError unless this key signed it."""
    opened = open_envelope(envelope, STATEMENT_TYPE, [parse_key(signer_line)])
    if opened is None:
        raise InputError(
            "the registered key did not sign this statement", mend="ask the recipient for it again"
        )
    return parse_statement(opened[0])


def _open(key: Path, journal: Path | None) -> tuple[RecipientFile, Journal]:
    holder = read_recipient_file(read_bytes(key), where=key.name)
    return holder, Journal(journal or journal_of(key))


def _digest(package: str) -> str:
    if len(package) == 64 and set(package) <= set("0123456789abcdef"):
        return package
    path = Path(package)
    return sha256(parse_package(read_bytes(path), where=path.name).sealed).hexdigest()


def _told(row: Receipt) -> Document:
    return {name: _text(getattr(row, name)) for name in row.__slots__}


def _text(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
