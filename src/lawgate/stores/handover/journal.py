"""A recipient's journal: signed statements, a line each, and the newest checkpoint that was seen of each ledger.

It lies beside the key file. Lines are only ever added, each synced before the command ends.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from lawgate.errors import InputError
from lawgate.handover.statement import STATEMENT_TYPE, Statement, parse_statement
from lawgate.ledger.checkpoint import Checkpoint, SignedCheckpoint, parse_signed_checkpoint
from lawgate.ledger.keys import PublicKey, Signer
from lawgate.stores.handover.envelopes import open_envelope, sign_envelope
from lawgate.stores.refused import refused_as
from lawgate.stores.replacing import put_bytes

_STATEMENTS = "statements.jsonl"


def journal_of(key: Path) -> Path:
    """Where a recipient's statements lie unless told otherwise: beside the key file."""
    return key.with_name(f"{key.name}.journal")


class Journal:
    """The folder of one recipient."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def seen(self, origin: str) -> Checkpoint | None:
        """The newest checkpoint that was seen of this ledger; None where there is none yet."""
        place = self._head_of(origin)
        if not place.exists():
            return None
        return parse_signed_checkpoint(place.read_bytes(), where=str(place)).checkpoint

    def keep(self, signed: SignedCheckpoint) -> None:
        """Keep a checkpoint in the place of an older one of its ledger; a newer one stays."""
        self.folder.mkdir(parents=True, exist_ok=True)
        kept = self.seen(signed.checkpoint.origin)
        if kept is None or kept.size <= signed.checkpoint.size:
            put_bytes(self._head_of(signed.checkpoint.origin), signed.note.render())

    def _head_of(self, origin: str) -> Path:
        """A ledger's name may hold signs that no file's may, so its hash names the file."""
        return self.folder / f"{_digest(origin)[:16]}.checkpoint"

    def add(self, statement: Statement, signer: Signer) -> dict[str, Any]:
        """Sign a statement behind the last one and add it durably; InputError where it cannot be written."""
        with refused_as("the journal cannot be written", where=self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(
                self.folder / _STATEMENTS, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600
            )
            with os.fdopen(descriptor, "r+", encoding="utf-8") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                lines = file.read().splitlines()
                behind = replace(statement, previous=_digest(lines[-1]) if lines else "")
                envelope = sign_envelope(behind.encoded, STATEMENT_TYPE, signer)
                file.write(json.dumps(envelope, separators=(",", ":")) + "\n")
                file.flush()
                os.fsync(descriptor)
        return envelope

    def statements(self, keys: Sequence[PublicKey]) -> list[Statement]:
        """The statements in their order.

        InputError at the first line that none of these keys signed, or that does not follow on the one before it.
        """
        place = self.folder / _STATEMENTS
        if not place.exists():
            return []
        found, before = list[Statement](), ""
        for number, line in enumerate(place.read_text(encoding="utf-8").splitlines(), 1):
            where = f"{place.name}:{number}"
            try:
                opened = open_envelope(json.loads(line), STATEMENT_TYPE, keys)
            except (ValueError, TypeError):
                opened = None
            if opened is None:
                raise InputError(
                    "a line of the journal is not signed by its key", where=where, mend="restore the journal"
                )
            statement = parse_statement(opened[0], where=where)
            if statement.previous != before:
                raise InputError("a line before this one is gone", where=where, mend="restore the journal")
            found.append(statement)
            before = _digest(line)
        return found


def _digest(line: str) -> str:
    return sha256(line.encode()).hexdigest()
