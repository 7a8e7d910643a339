"""Checkpoints: a log's name, size and root as the text of a signed note (C2SP tlog-checkpoint)."""

from __future__ import annotations

from dataclasses import dataclass

from lawgate.errors import LedgerFormatError
from lawgate.ledger.note import Note, parse_note
from lawgate.ledger.text import to_base64, to_hash, to_number


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a log says of itself: under this root stand this many entries, and they cannot change unseen."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text that is signed (tlog-checkpoint, "Note text")."""
        lines = (self.origin, str(self.size), to_base64(self.root), *self.extensions)
        return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True, slots=True)
class SignedCheckpoint:
    """A checkpoint with the note that bears it."""

    checkpoint: Checkpoint
    note: Note


def parse_signed_checkpoint(data: bytes, *, where: str = "") -> SignedCheckpoint:
    """A checkpoint from the bytes of its note; LedgerFormatError if it is none. No signature is checked."""
    note = parse_note(data, where=where)
    return SignedCheckpoint(parse_checkpoint(note.text, where=where), note)


def parse_checkpoint(text: str, *, where: str = "") -> Checkpoint:
    """A checkpoint from the text of its note."""
    lines = text.split("\n")
    if lines.pop() or len(lines) < 3 or not all(lines):
        raise LedgerFormatError(
            "a checkpoint has three lines or more, none empty", where=where, mend="copy it again, whole"
        )
    origin, size, root, *extensions = lines
    return Checkpoint(
        origin, to_number(size, what="the size"), to_hash(root, what="the root"), tuple(extensions)
    )
