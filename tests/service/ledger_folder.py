"""A ledger on disk with what a verifier brings along: keys, kept checkpoints, opened fields."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import rfc8785
from tests.ledger.logs import CORPUS, LOG, POLICY_TEXT, cosigned, entries

from lawgate.ledger.checkpoint import parse_signed_checkpoint
from lawgate.ledger.entry import Entry, Kind
from lawgate.ledger.fields import Secrets, commitments, field_root, open_field, opening_document
from lawgate.ledger.proof_file import ProofFile
from lawgate.ledger.reading import TileHashes
from lawgate.ledger.tree import inclusion_proof
from lawgate.ledger.views import Viewer, salted, seen_by
from lawgate.stores.ledger.disk import Disk
from lawgate.stores.ledger.sequencer import Sequencer, create

SIZE = 300
SECRETS = Secrets(bytes(range(32)), bytes(range(32, 64)))
VALUES = {
    "agency": "us.doj",
    "items": ["identity.name"],
    "officer": "O-17",
    "reason": "not told to the public",
}


@dataclass(frozen=True, slots=True)
class Ledger:
    """Where its parts lie."""

    folder: Path
    keys: Path
    head: Path


def made_ledger(place: Path) -> Ledger:
    """A ledger of 300 entries, the last of which has fields; its head is kept beside it."""
    ledger = Ledger(place / "ledger", place / "keys.txt", place / "head.txt")
    ledger.folder.mkdir(parents=True)
    disk = Disk(ledger.folder)
    create(disk, LOG)
    sequencer = Sequencer(disk, LOG)
    sequencer.append(entries(0, SIZE - 1))
    cosigned(sequencer)
    sequencer.append([entry_with_fields().encoded])
    ledger.head.write_bytes(cosigned(sequencer).note.render())
    ledger.keys.write_text(POLICY_TEXT, encoding="utf-8")
    return ledger


def entry_with_fields() -> Entry:
    """An entry that commits to the values above."""
    leaves = commitments(salted(VALUES, SECRETS, case="REQ-2026-7777", sequence=1))
    return Entry(
        Kind.RELEASED, "REQ-2026-7777", 1, date(2026, 3, 2), CORPUS, ("/us/usc/t26/s6103/i/2",),
        len(leaves), field_root(leaves),
    )  # fmt: skip


def opened_proof(ledger: Ledger, viewer: Viewer) -> ProofFile:
    """The proof of that entry, opened for a viewer."""
    disk = Disk(ledger.folder)
    signed = parse_signed_checkpoint(disk.read("checkpoint") or b"")
    fields = salted(VALUES, SECRETS, case="REQ-2026-7777", sequence=1)
    leaves = commitments(fields)
    opened = [opening_document(open_field(one, leaves)) for one in seen_by(viewer, fields)]
    extra = rfc8785.dumps({"entry": json.loads(entry_with_fields().encoded), "opened": opened})
    return ProofFile(SIZE - 1, inclusion_proof(TileHashes(disk, SIZE), SIZE - 1, SIZE), signed, extra)
