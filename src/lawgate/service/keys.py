"""Keys in files: a recipient's, and the one that signs an agency's releases or a ledger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lawgate.errors import InputError
from lawgate.handover.recipient import read_object
from lawgate.ledger.keys import KeyKind, parse_key
from lawgate.service.files import read_bytes
from lawgate.stores.handover.key_file import AgencyTrust, make_recipient, read_trust
from lawgate.stores.ledger.keys import make_key
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


def new_trust(policy: Path, *, agency: tuple[str, ...], out: Path) -> Document:
    """Write the file that recipients trust: the policy of the ledger, and the keys of the agency's releases."""
    text = read_bytes(policy).decode("utf-8", "replace")
    trust = AgencyTrust(text, tuple(parse_key(line) for line in agency))
    if not trust.policy.logs or not trust.agency:
        raise InputError("nobody would be trusted", where=policy.name, mend="name a log and an agency's key")
    write_whole(out, lambda place: place.write_text(json.dumps(trust.document, indent=1) + "\n", "utf-8"))
    return {"out": str(out), **trust.document}
