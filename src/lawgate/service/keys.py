"""Keys in files: a recipient's, and the one that signs an agency's releases or a ledger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lawgate.dates import parse_day
from lawgate.errors import InputError
from lawgate.handover.recipient import read_object
from lawgate.ledger.epochs import parse_epochs
from lawgate.ledger.keys import KeyKind, PublicKey, parse_key
from lawgate.service.files import read_bytes
from lawgate.stores.handover.key_file import AgencyTrust, KeyDays, make_recipient, read_trust
from lawgate.stores.ledger.disk import Disk
from lawgate.stores.ledger.keys import make_key, read_signer
from lawgate.stores.ledger.sequencer import EPOCHS_PATH, Sequencer
from lawgate.stores.replacing import write_whole

Document = dict[str, Any]

KINDS = {"log": KeyKind.NOTE, "agency": KeyKind.NOTE, "witness": KeyKind.COSIGNATURE}


def new_recipient(name: str, *, role: str, trust: Path, out: Path, registration: Path) -> Document:
    """Make a recipient's key file, and the registration that the agency gets; nothing secret is told."""
    if not role.strip():
        raise InputError("a receipt states the officer's role", where="--role", mend="give one, not a name")
    trusted = read_trust(read_object(read_bytes(trust), where=trust.name), where=trust.name)
    made = make_recipient(out, name, role=role, trust=trusted)
    document = {**made.unsealer.key.document, "signs": made.signer.key.line}
    write_whole(registration, lambda place: place.write_text(json.dumps(document, indent=1) + "\n", "utf-8"))
    return {"out": str(out), "registration": str(registration), **document}


def new_signer(name: str, *, kind: str, out: Path) -> Document:
    """Make a signing key for a ledger, a witness or an agency's releases."""
    if kind not in KINDS:
        raise InputError("no such kind of key", where=kind[:40], mend=f"use one of {', '.join(KINDS)}")
    return {"out": str(out), "kind": kind, "key": make_key(out, name, KINDS[kind]).key.line}


def new_trust(policy: Path, *, agency: tuple[str, ...], out: Path, epochs: Path | None = None) -> Document:
    """Write the file that recipients trust: the policy of the ledger, and the keys of the agency's releases.

    A key is written as KEY, or as KEY,FIRST,LAST with the days whose releases it signs; LAST may be empty. `epochs`
    says which key of the ledger signs which sizes.
    """
    text = read_bytes(policy).decode("utf-8", "replace")
    keys, days = zip(*map(_key_and_days, agency), strict=True) if agency else ((), ())
    told = read_bytes(epochs).decode("utf-8", "replace") if epochs else ""
    trust = AgencyTrust(text, tuple(keys), tuple(one for one in days if one), told)
    if not trust.policy.logs or not trust.agency or (told and not trust.epochs):
        raise InputError("nobody would be trusted", where=policy.name, mend="name a log and an agency's key")
    write_whole(out, lambda place: place.write_text(json.dumps(trust.document, indent=1) + "\n", "utf-8"))
    return {"out": str(out), **trust.document}


def _key_and_days(word: str) -> tuple[PublicKey, KeyDays | None]:
    line, *days = word.split(",")
    key = parse_key(line, where="--agency")
    if not days:
        return key, None
    if len(days) != 2:
        raise InputError("not a key with its days", where="--agency", mend="write KEY,FIRST,LAST")
    last = parse_day(days[1], where="--agency") if days[1] else None
    return key, KeyDays(key.line, parse_day(days[0], where="--agency"), last)


def rotate(ledger: Path, *, old: Path, new: Path) -> Document:
    """Let another key sign a ledger from its next checkpoint on; the epochs beside the ledger say which signed when.

    InputError where the old key is not in use, the new one bears another name, or somebody else appends.
    """
    disk = Disk(ledger)
    if disk.read(EPOCHS_PATH) is None:
        raise InputError("no ledger lies here", where=str(ledger), mend="name the folder with `epochs`")
    with disk.hold():
        sequencer = Sequencer(disk, read_signer(old))
        sequencer.rotate(read_signer(new))
    epochs = parse_epochs(disk.read(EPOCHS_PATH) or b"", where=EPOCHS_PATH)
    return {
        "ledger": str(ledger),
        "epochs": [{"first": one.first, "last": one.last, "key": one.key.line} for one in epochs],
    }
