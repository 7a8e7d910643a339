"""The recipient's side: a package checked, opened and receipted for, offline."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from lawgate.errors import InputError, LedgerFormatError
from lawgate.handover.checks import Accounted, check_inside, check_outside, open_all, read_account
from lawgate.handover.flaws import Flaw, Flawed
from lawgate.handover.package import PACKAGE_BYTES_MAX, Package, decode_contents, parse_package
from lawgate.handover.padding import unpad
from lawgate.handover.payload import PAYLOAD_TYPE, Payload, parse_payload
from lawgate.handover.statement import Stated, Statement
from lawgate.ledger.checkpoint import Checkpoint, parse_signed_checkpoint
from lawgate.ledger.examine import CHECKPOINT_PATH
from lawgate.ledger.fields import opening_document
from lawgate.ledger.policy import parse_policy
from lawgate.ledger.proof_file import ProofFile
from lawgate.ledger.proofs import extends
from lawgate.ledger.reading import TileHashes
from lawgate.ledger.tree import consistency_proof
from lawgate.ledger.trust import Trust
from lawgate.service.files import read_bytes
from lawgate.stores.clock import today
from lawgate.stores.handover.envelopes import open_envelope
from lawgate.stores.handover.journal import Journal, journal_of
from lawgate.stores.handover.key_file import RecipientFile, read_recipient_file
from lawgate.stores.ledger.disk import Disk
from lawgate.stores.replacing import beside, put_folder

Document = dict[str, Any]

PROOF_NAME, PAYLOAD_NAME, LETTER_NAME, RECEIPT_NAME = (
    "entry.tlog-proof", "payload.json", "letter.pdf", "receipt.json",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opened:
    """A package with all that was in it; made only where nothing is wrong."""

    package: Package
    account: Accounted
    payload: Payload
    letter: bytes
    proof: ProofFile


def open_package(
    path: Path, *, key: Path, out: Path | None = None, witness: Path | None = None,
    head: Path | None = None, ledger: Path | None = None, journal: Path | None = None, day: date | None = None,
) -> Document:  # fmt: skip
    """Check a package, open it, sign and keep a receipt; the document names each flaw, and then nothing was opened.

    A refusal is kept as well, under the same signature. What cannot be read as a package at all is told and not kept.

    `witness` is a policy file in the place of the one that the key file holds, `head` a checkpoint that somebody
    kept, `ledger` a copy of the ledger, by which a proof that is older than what was seen is shown to be of the same
    history, `journal` the folder of the recipient's statements, beside the key file by default. InputError where
    something cannot be read, or the package is sealed to another key.
    """
    holder = read_recipient_file(read_bytes(key), where=key.name)
    package = parse_package(_package_bytes(path), where=path.name)
    if package.binding.recipient != holder.unsealer.key.id:
        raise InputError(
            "the package is sealed to another key",
            where=path.name,
            mend=f"open it with the key {package.binding.recipient}",
        )
    if out:
        _check_free(out)
    books = Journal(journal or journal_of(key))
    account = read_account(package)
    policy = parse_policy(read_bytes(witness), where=witness.name) if witness else holder.trust.policy
    trust, seen = Trust(policy, holder.trust.epochs), books.seen(package.binding.origin)
    if head:
        named = parse_signed_checkpoint(read_bytes(head), where=head.name).checkpoint
        seen = named if seen is None or named.size >= seen.size else seen
    if ledger and seen and _is_continued(Disk(ledger), account.proof.signed.checkpoint, seen):
        seen = None
    flaws = check_outside(package, account, trust, seen=seen)
    opened = None if flaws else _unseal(package, account, holder)
    found = flaws if opened is None else opened if isinstance(opened, list) else []
    statement = _statement(package, account, holder, day or today(), found)
    if not isinstance(opened, Opened):
        books.add(statement, holder.signer)
        return _refused(package, account, found)
    books.keep(account.proof.signed)
    receipt = books.add(
        statement, holder.signer
    )  # the account first: who has the contents has signed for them
    if out:
        _write(out, opened, receipt)
    return _told(opened, receipt, out)


def _is_continued(ledger: Disk, old: Checkpoint, seen: Checkpoint) -> bool:
    """Whether a copy of the ledger shows that what was seen continues the older checkpoint (RFC 9162, 2.1.4)."""
    if old.origin != seen.origin or not 0 < old.size < seen.size:
        return False
    try:
        copied = parse_signed_checkpoint(
            ledger.read(CHECKPOINT_PATH) or b"", where=CHECKPOINT_PATH
        ).checkpoint
        if copied.size < seen.size:
            return False
        shown = consistency_proof(TileHashes(ledger, copied.size), old.size, seen.size)
    except LedgerFormatError:
        return False
    return extends(old=old.size, old_root=old.root, new=seen.size, new_root=seen.root, proof=shown)


def _check_free(out: Path) -> None:
    """InputError where the contents could not be written there: before a receipt is signed for them."""
    for place in (out, beside(out)):
        if os.path.lexists(place):
            raise InputError(
                "something stands there", where=str(place), mend="name a folder that is not there yet"
            )
    if not out.parent.is_dir():
        raise InputError("there is no such folder", where=str(out.parent), mend="make it first")


def _unseal(package: Package, account: Accounted, holder: RecipientFile) -> Opened | list[Flawed]:
    try:
        padded = holder.unsealer.unseal(package.sealed, package.binding.info)
    except OSError:
        raise InputError(
            "the token that holds the key cannot be reached",
            where="--key",
            mend="see to the token, open again",
        ) from None
    contents = unpad(padded) if padded is not None else None
    if contents is None:
        return [Flawed(Flaw.ALTERED, "the seal does not open with this key for this entry")]
    head, letter = decode_contents(contents)
    signed = open_envelope(head["envelope"], PAYLOAD_TYPE, holder.trust.agency)
    if signed is None:
        return [Flawed(Flaw.NOT_THE_AGENCY, "no trusted key of the agency signed the payload")]
    payload = parse_payload(signed[0], where="the payload")
    flaws = check_inside(package, account, payload, letter, head["fields"])
    if not holder.trust.signs_on(signed[1], payload.day):
        flaws.append(Flawed(Flaw.NOT_THE_AGENCY, "the key that signed it was not in use on that day"))
    if flaws:
        return flaws
    return Opened(package, account, payload, letter, _proof(package, account, payload, head["fields"]))


def _proof(
    package: Package, account: Accounted, payload: Payload, fields: list[Mapping[str, Any]]
) -> ProofFile:
    """The proof with every field that the recipient may show, for `lawgate ledger verify` and `verify.py`."""
    opened = [*account.opened, *open_all(package, payload, fields)]
    extra = {
        "entry": json.loads(account.entry.encoded),
        "opened": [opening_document(one) for one in opened],
    }
    proof = account.proof
    text = json.dumps(extra, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    return ProofFile(proof.index, proof.path, proof.signed, text)


def _statement(
    package: Package, account: Accounted, holder: RecipientFile, day: date, flaws: list[Flawed]
) -> Statement:
    """The receipt, or the refusal with its flaws."""
    bound = package.binding
    return Statement(
        Stated.REFUSED if flaws else Stated.RECEIVED,
        sha256(package.sealed).hexdigest(),
        bound.origin,
        bound.case,
        bound.sequence,
        account.proof.index,
        bound.recipient,
        holder.role,
        day,
        flaws=tuple(dict.fromkeys(one.kind.value for one in flaws)),
    )


def _write(out: Path, opened: Opened, receipt: Document) -> None:
    files = {
        PAYLOAD_NAME: opened.payload.encoded,
        LETTER_NAME: opened.letter,
        PROOF_NAME: opened.proof.render(),
        RECEIPT_NAME: json.dumps(receipt, indent=1).encode() + b"\n",
    }
    put_folder(out, files, refused="the contents cannot be written")


def _refused(package: Package, account: Accounted, flaws: list[Flawed]) -> Document:
    return {
        "opened": False,
        **_place(package, account),
        "flaws": [{"kind": one.kind.value, "says": one.says, "mend": one.mend} for one in flaws],
        "rows": [],
        "limits": [],
        "receipt": None,
        "out": None,
    }


def _told(opened: Opened, receipt: Document, out: Path | None) -> Document:
    return {
        "opened": True,
        **_place(opened.package, opened.account),
        "flaws": [],
        "people": list(opened.payload.people),
        "rows": opened.payload.values,
        "limits": opened.payload.document["limits"],
        "receipt": receipt,
        "out": str(out) if out else None,
    }


def _place(package: Package, account: Accounted) -> Document:
    bound, head = package.binding, account.proof.signed.checkpoint
    return {
        "origin": bound.origin,
        "case": bound.case,
        "sequence": bound.sequence,
        "index": account.proof.index,
        "day": account.entry.day.isoformat(),
        "corpus": bound.corpus,
        "recipient": bound.recipient,
        "package": sha256(package.sealed).hexdigest(),
        "checkpoint": head.size,
    }


def _package_bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > PACKAGE_BYTES_MAX:
            raise InputError(
                "longer than any package", where=path.name, mend="name the file that you fetched"
            )
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            "the file cannot be read", where=str(path), mend=(error.strerror or "").lower()
        ) from None
