"""Keys in files: a recipient's, and the one that signs an agency's releases or a ledger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lawgate.dates import parse_day
from lawgate.errors import InputError, LedgerStoppedError
from lawgate.handover.exact import read_object
from lawgate.ledger.epochs import parse_epochs
from lawgate.ledger.keys import KeyKind, PublicKey, parse_key
from lawgate.service.files import read_bytes
from lawgate.stores.data_key_file import PREFIXES as DATA_KEYS
from lawgate.stores.data_key_file import read_data_keys
from lawgate.stores.handover.key_file import (
    AgencyTrust,
    KeyDays,
    make_recipient,
    read_recipient_file,
    read_trust,
)  # fmt: skip
from lawgate.stores.key_module import ModuleSigner, reach
from lawgate.stores.ledger.disk import Disk
from lawgate.stores.ledger.keys import make_key, read_signer
from lawgate.stores.ledger.sequencer import EPOCHS_PATH, Sequencer
from lawgate.stores.replacing import put_text

Document = dict[str, Any]

KINDS = {"log": KeyKind.NOTE, "agency": KeyKind.NOTE, "witness": KeyKind.COSIGNATURE}


def new_recipient(
    name: str, *, role: str, trust: Path, out: Path, registration: Path, token: str | None = None
) -> Document:
    """Make a recipient's key file, and the registration that the agency gets; nothing secret is told.

    With `token`, a label, the keys are drawn in the deployment's token, and the file says only where they are.
    """
    if not role.strip():
        raise InputError("a receipt states the officer's role", where="--role", mend="give one, not a name")
    trusted = read_trust(read_object(read_bytes(trust), where=trust.name), where=trust.name)
    made = make_recipient(out, name, role=role, trust=trusted, token=token)
    document = {**made.unsealer.key.document, "signs": made.signer.key.line}
    put_text(registration, json.dumps(document, indent=1) + "\n")
    return {"out": str(out), "registration": str(registration), **document}


def new_signer(name: str, *, kind: str, out: Path, token: str | None = None) -> Document:
    """Make a signing key for a ledger, a witness or an agency's releases; with `token` in the deployment's token."""
    if kind not in KINDS:
        raise InputError("no such kind of key", where=kind[:40], mend=f"use one of {', '.join(KINDS)}")
    made = make_key(out, name, KINDS[kind], token=token)
    return {"out": str(out), "kind": kind, "key": made.key.line}


def shown(path: Path) -> Document:
    """What a key file holds, without its private key, and, where that is in a token, whether the token answers."""
    data = read_bytes(path)
    if data.startswith(DATA_KEYS):
        return _shown_data_keys(path, data)
    if data.lstrip().startswith(b"{"):
        holder = read_recipient_file(data, where=path.name)
        public = {"name": holder.unsealer.key.name, "kind": "recipient", **holder.unsealer.key.document}
        signers, asked = (holder.signer,), getattr(holder.unsealer, "reach", None)
    else:
        signer = read_signer(path)
        public = {"name": signer.key.name, "kind": signer.key.kind.name.lower(), "key": signer.key.line}
        signers, asked = (signer,), None
    faults = []
    try:
        for one in signers:
            reach(one)
        if asked is not None:
            asked()
    except (LedgerStoppedError, OSError) as error:
        faults = [getattr(error, "what", "the key module cannot be reached")]
    labels = [one.label for one in signers if isinstance(one, ModuleSigner)]
    return {
        **public,
        "in": "token" if labels else "file",
        "label": labels[0] if labels else None,
        "faults": faults,
    }


def _shown_data_keys(path: Path, data: bytes) -> Document:
    """The same of the keys of a database: each version with its mark."""
    token = b"+TOKEN+" in data
    try:
        held, faults = read_data_keys(path).versions, []
    except InputError as error:
        held, faults = {}, [error.what]
    marks = ", ".join(f"{number} {key.mark}" for number, key in sorted(held.items()))
    return {
        "name": "database",
        "kind": "database",
        "key": marks,
        "in": "token" if token else "file",
        "label": data.decode("ascii", "replace").split("+TOKEN+OPENS+")[-1].split("+")[0] if token else None,
        "faults": faults,
    }


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
    put_text(out, json.dumps(trust.document, indent=1) + "\n")
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


def rotate(ledger: Path, *, old: Path, new: Path, compromised: bool = False) -> Document:
    """Let another key sign a ledger from its next checkpoint on; the epochs beside the ledger say which signed when.

    `compromised`: the old key may be in other hands, and the epochs say so.
    InputError where the old key is not in use, the new one bears another name, or somebody else appends.
    """
    disk = Disk(ledger)
    if disk.read(EPOCHS_PATH) is None:
        raise InputError("no ledger lies here", where=str(ledger), mend="name the folder with `epochs`")
    with disk.hold():
        sequencer = Sequencer(disk, read_signer(old))
        sequencer.rotate(read_signer(new), revoked=compromised)
    return {"ledger": str(ledger), "epochs": told_epochs(disk)}


def told_epochs(disk: Disk) -> list[Document]:
    """Which key signs which sizes of a ledger."""
    epochs = parse_epochs(disk.read(EPOCHS_PATH) or b"", where=EPOCHS_PATH)
    return [
        {"first": one.first, "last": one.last, "key": one.key.line, "revoked": one.revoked} for one in epochs
    ]
