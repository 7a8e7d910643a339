"""The agency's side of reconciliation: every package with what became of it, and receipts that are checked."""

from __future__ import annotations

from pathlib import Path

from lawgate.errors import InputError
from lawgate.handover.exact import read_object
from lawgate.handover.recipient import parse_recipient
from lawgate.handover.statement import Statement
from lawgate.service.handover.received import check_statement
from lawgate.stores.casework.sent import sent_packages
from lawgate.stores.handover.receipt_table import write_receipts


def export_packages(out: Path) -> Path:
    """Write the table of every package for `lawgate reconcile`; InputError where it cannot be written."""
    write_receipts(out, sent_packages())
    return out


def check_receipt(receipt: bytes, *, registration: bytes, package: str) -> Statement:
    """The recipient's statement that a package was received, or what became of it since.

    `registration` is what the recipient handed in; `package` the SHA-256 of the sealed bytes. InputError unless the
    key of that registration signed a statement of this package to that recipient.
    """
    document = read_object(registration, where="the registration")
    recipient = parse_recipient(registration, where="the registration")
    if not isinstance(document.get("signs"), str):
        raise InputError(
            "the registration names no key for receipts", mend="have the recipient register again"
        )
    statement = check_statement(read_object(receipt, where="the receipt"), document["signs"])
    if (statement.package, statement.recipient) != (package, recipient.id):
        raise InputError("the receipt is of another package", mend="ask for the receipt of this one")
    return statement
