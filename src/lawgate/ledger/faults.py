"""What can be wrong with a log or a proof: each kind with its name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class FaultKind(Enum):
    """The kinds of fault, by the name under which they are told."""

    # An entry is not what was signed.
    CHANGED = "changed entry"
    DELETED = "deleted entry"
    INSERTED = "inserted entry"
    SWAPPED = "swapped entries"
    FLIPPED_ENTRY = "flipped bit in an entry"
    REWRITTEN = "rewritten log"
    # The log is not as long as was signed, or seen.
    CUT_TAIL = "cut tail"
    DROPPED_LOG = "dropped log"
    OLD_BACKUP = "old backup restored"
    FORK = "fork"
    # What is derived from the entries does not agree with them.
    FLIPPED_TILE = "flipped bit in a tile"
    CHANGED_TILE = "changed tile"
    MISSING_TILE = "missing tile"
    FLIPPED_INDEX = "flipped bit in the index"
    CHANGED_INDEX = "changed index"
    # Those who should stand by it do not.
    CHANGED_CHECKPOINT = "changed checkpoint"
    NOT_SIGNED = "not signed by the log"
    NOT_WITNESSED = "not enough witnesses"
    WRONG_EPOCH = "signed by a key that was not in use"
    REVOKED = "signed by a revoked key alone"
    # A proof does not prove.
    NOT_INCLUDED = "entry not in the log"
    NOT_OPENED = "field not in the entry"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: its kind, where it is, and what there is to say of it; no content is repeated."""

    kind: FaultKind
    where: str
    says: str = ""


def entries_text(first: int, last: int) -> str:
    """Entries by their index: one, or a run of them."""
    return f"entry {first}" if first == last else f"entries {first} to {last}"
