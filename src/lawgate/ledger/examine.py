"""The whole of a log recomputed from its entries, every fault named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lawgate.errors import LedgerFormatError
from lawgate.ledger.alignment import align
from lawgate.ledger.bits import one_bit_apart
from lawgate.ledger.checkpoint import Checkpoint, SignedCheckpoint, parse_signed_checkpoint
from lawgate.ledger.contents import Contents, read_contents
from lawgate.ledger.faults import Fault, FaultKind, entries_text
from lawgate.ledger.growth import Edge, grow
from lawgate.ledger.hashing import HASH_BYTES
from lawgate.ledger.index import INDEX_PATH, RECORD_BYTES
from lawgate.ledger.tiles import TILE_HEIGHT, Reader, bundle_path, tile_path
from lawgate.ledger.trust import Trust, check_signatures

CHECKPOINT_PATH = "checkpoint"


@dataclass(frozen=True, slots=True)
class Examined:
    """What a log says of itself, and what is wrong with it."""

    signed: SignedCheckpoint | None
    faults: tuple[Fault, ...]


def examine(reader: Reader, trust: Trust, *, ours: bool = True) -> Examined:
    """Recompute a log and hold it against its checkpoint, its tiles, its index and the heads that others kept.

    `ours` tells that the entries are Lawgate's, numbered in their cases and indexed.
    """
    held = reader.read(CHECKPOINT_PATH)
    if held is None:
        return Examined(None, (Fault(FaultKind.DROPPED_LOG, CHECKPOINT_PATH, "it is missing"),))
    try:
        signed = parse_signed_checkpoint(held, where=CHECKPOINT_PATH)
    except LedgerFormatError as error:
        return Examined(None, (Fault(FaultKind.CHANGED_CHECKPOINT, CHECKPOINT_PATH, error.what),))
    faults = check_signatures(signed, trust, where=CHECKPOINT_PATH)
    contents = read_contents(reader, signed.checkpoint.size, ours=ours)
    faults += _check_contents(reader, contents, signed.checkpoint, ours=ours)
    for head in trust.heads:
        faults += _check_head(head, trust, signed.checkpoint, contents)
    return Examined(signed, tuple(dict.fromkeys(faults)))


def _check_contents(reader: Reader, contents: Contents, head: Checkpoint, *, ours: bool) -> list[Fault]:
    faults, numbers = list(contents.faults), contents.sequences.faults()
    if _bears_out(contents, head):
        faults += _leaf_tiles(contents)
        faults += _upper_tiles(reader, contents)
        faults += _index(reader, contents) if ours else ()
        return faults + numbers
    differences = _misplaced(contents)
    if differences:
        return faults + differences
    return [*faults, *numbers, Fault(FaultKind.REWRITTEN, CHECKPOINT_PATH, _rewritten(reader, contents))]


def _bears_out(contents: Contents, head: Checkpoint) -> bool:
    """Whether the entries, flipped bits undone, give the root that was signed."""
    return contents.edge.size == head.size and contents.edge.root == head.root


def _misplaced(contents: Contents) -> list[Fault]:
    """What became of the entries, by the leaf hashes that the tiles recorded."""
    found, recorded = b"".join(contents.found), b"".join(contents.recorded)
    faults = [] if found == recorded else align(_split(found), _split(recorded))
    lost = len(recorded) // HASH_BYTES
    if lost < contents.size:
        faults.append(Fault(FaultKind.CUT_TAIL, entries_text(lost, contents.size - 1)))
    return faults


def _leaf_tiles(contents: Contents) -> Iterator[Fault]:
    """The leaf tiles held against all entries in a row, and bundles that hold a neighbour's entries."""
    right, at = b"".join(contents.found), 0
    for number, (found, recorded) in enumerate(zip(contents.found, contents.recorded, strict=True)):
        width = len(recorded) // HASH_BYTES
        if len(found) != len(recorded):
            says = f"it has {len(found) // HASH_BYTES} entries in place of {width}"
            yield Fault(FaultKind.CHANGED, bundle_path(number, width), says)
        yield from _tile_faults(tile_path(0, number, width), recorded, right[at : at + len(recorded)])
        at += len(recorded)


def _upper_tiles(reader: Reader, contents: Contents) -> Iterator[Fault]:
    for tile in contents.tiles.values():
        held = reader.read(tile.path)
        if held is None:
            held = (reader.read(tile_path(tile.level, tile.number)) or b"")[: len(tile.hashes)]
        yield from _tile_faults(tile.path, held, tile.hashes)


def _tile_faults(path: str, held: bytes, right: bytes) -> Iterator[Fault]:
    if held == right:
        return
    if not held:
        yield Fault(FaultKind.MISSING_TILE, path)
    elif len(held) != len(right):
        yield Fault(FaultKind.CHANGED_TILE, path, f"it has {len(held)} bytes in place of {len(right)}")
    else:
        for number, (one, other) in enumerate(zip(_split(held), _split(right), strict=True)):
            if one != other:
                kind = FaultKind.FLIPPED_TILE if one_bit_apart(one, other) else FaultKind.CHANGED_TILE
                yield Fault(kind, path, f"hash {number}")


def _index(reader: Reader, contents: Contents) -> Iterator[Fault]:
    held, right = reader.read(INDEX_PATH) or b"", bytes(contents.index)
    if len(held) < len(right):
        yield Fault(FaultKind.CHANGED_INDEX, INDEX_PATH, f"it ends before entry {len(held) // RECORD_BYTES}")
    for at in range(0, min(len(held), len(right)), RECORD_BYTES) if held[: len(right)] != right else ():
        one, other = held[at : at + RECORD_BYTES], right[at : at + RECORD_BYTES]
        if one != other and len(one) == RECORD_BYTES:
            kind = FaultKind.FLIPPED_INDEX if one_bit_apart(one, other) else FaultKind.CHANGED_INDEX
            yield Fault(kind, INDEX_PATH, f"record {at // RECORD_BYTES}")


def _rewritten(reader: Reader, contents: Contents) -> str:
    """Which entries were rewritten together with their tiles, as far as the level above was left as it was."""
    for (level, number), tile in contents.tiles.items():
        held = reader.read(tile.path)
        if level == 1 and held and held != tile.hashes and len(held) == len(tile.hashes):
            at = next(
                at
                for at, (one, other) in enumerate(zip(_split(held), _split(tile.hashes), strict=True))
                if one != other
            )
            first = (number << TILE_HEIGHT) + at << TILE_HEIGHT
            return f"{entries_text(first, first + 255)} do not give the hash recorded above them"
    return "entries and tiles agree with each other and do not give the root that was signed"


def _check_head(
    head: SignedCheckpoint, trust: Trust, here: Checkpoint, contents: Contents
) -> Iterator[Fault]:
    """The log held against a checkpoint that somebody else kept."""
    seen, where = head.checkpoint, f"head of {head.checkpoint.size} entries"
    unsigned = check_signatures(head, trust, where=where)
    if unsigned:
        yield from unsigned
    elif seen.origin != here.origin or (here.size == 0 and seen.size > 0):
        yield Fault(FaultKind.DROPPED_LOG, where, f"the log that was seen, {seen.origin}, is not here")
    elif seen.size > here.size:
        yield Fault(FaultKind.OLD_BACKUP, where, f"here are {here.size} entries")
    elif _bears_out(contents, here) and _root_of(contents, seen.size) != seen.root:
        yield Fault(FaultKind.FORK, where, "two histories were signed")


def _root_of(contents: Contents, size: int) -> bytes:
    if size == contents.edge.size:
        return contents.edge.root
    return grow(Edge(), _split(b"".join(contents.found))[:size])[0].root


def _split(hashes: bytes) -> list[bytes]:
    return [hashes[at : at + HASH_BYTES] for at in range(0, len(hashes), HASH_BYTES)]
