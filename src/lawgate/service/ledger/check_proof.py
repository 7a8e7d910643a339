"""A proof file checked: the entry, its place, the signatures, and the fields that it opens."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import rfc8785

from lawgate.errors import LedgerFormatError
from lawgate.ledger.checkpoint import SignedCheckpoint
from lawgate.ledger.entry import parse_entry
from lawgate.ledger.examine import CHECKPOINT_PATH
from lawgate.ledger.faults import Fault, FaultKind
from lawgate.ledger.fields import opens, read_opening
from lawgate.ledger.policy import Policy
from lawgate.ledger.proof_file import ProofFile
from lawgate.ledger.text import to_base64
from lawgate.ledger.trust import Trust, check_signatures

Document = dict[str, Any]


def verify_proof(proof: ProofFile, trust: Trust) -> Document:
    """What a proof shows, and each fault of it. LedgerFormatError where it holds no entry."""
    signed, where = proof.signed, f"entry {proof.index}"
    stated = _stated(proof)
    faults = check_signatures(signed, trust, where=CHECKPOINT_PATH)
    entry = parse_entry(stated["bytes"], where=where)
    if not proof.proves(stated["bytes"]):
        faults.append(
            Fault(FaultKind.NOT_INCLUDED, where, "the path does not lead to the root that was signed")
        )
    for opening in map(read_opening, stated["opened"]):
        if not opens(opening, count=entry.field_count, root=entry.field_root):
            faults.append(
                Fault(FaultKind.NOT_OPENED, opening.field.name, "it is not what the entry commits to")
            )
    return {
        "checked": "proof",
        **told(signed),
        "index": proof.index,
        "entry": json.loads(stated["bytes"]),
        "opened": {one["name"]: one["value"] for one in stated["opened"]},
        **witnessed(signed, trust.policy),
        "faults": faults_told(faults),
    }


def told(signed: SignedCheckpoint) -> Document:
    """Name, size and root of a checkpoint."""
    head = signed.checkpoint
    return {"origin": head.origin, "size": head.size, "root": to_base64(head.root)}


def witnessed(signed: SignedCheckpoint, policy: Policy) -> Document:
    """Which of the trusted witnesses signed, and when, by their own clocks."""
    times = policy.signed_at(signed.note)
    return {"witnesses": list(times), "witnessed_at": {name: _moment(time) for name, time in times.items()}}


def faults_told(faults: list[Fault]) -> list[Document]:
    """Faults, a document each."""
    return [{"kind": fault.kind.value, "where": fault.where, "says": fault.says} for fault in faults]


def _moment(seconds: int) -> str:
    """Seconds since the Epoch as a moment in UTC; a number past every calendar stays a number."""
    try:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    except (ValueError, OverflowError, OSError):
        return f"{seconds} seconds since 1970"


def _stated(proof: ProofFile) -> Document:
    """What the proof's extra data say: the entry's bytes and the fields opened."""
    try:
        extra = json.loads(proof.extra)
        return {"bytes": rfc8785.dumps(extra["entry"]), "opened": list(extra["opened"])}
    except (ValueError, KeyError, TypeError, RecursionError):
        raise LedgerFormatError(
            "the proof does not hold its entry", where="extra", mend="make it with lawgate ledger prove"
        ) from None
