"""A log's entries and leaf tiles read against each other, bundle by bundle, each read once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lawgate.ledger.bits import mend_bundle
from lawgate.ledger.entry import place_in_case
from lawgate.ledger.faults import Fault, FaultKind
from lawgate.ledger.growth import Edge, grow
from lawgate.ledger.hashing import HASH_BYTES, leaf_hash
from lawgate.ledger.index import record_of_place
from lawgate.ledger.sequences import Sequences
from lawgate.ledger.tiles import (
    TILE_WIDTH,
    Reader,
    Tile,
    bundle_path,
    full_tiles,
    partial_width,
    tile_path,
    widths,
)


@dataclass(slots=True)
class Contents:
    """What was found while reading; blocks are the concatenated leaf hashes of one bundle or tile."""

    size: int
    found: list[bytes] = field(default_factory=list)
    recorded: list[bytes] = field(default_factory=list)
    edge: Edge = field(default_factory=Edge)
    tiles: dict[tuple[int, int], Tile] = field(default_factory=dict)
    """The tiles above the leaves as they have to be."""
    index: bytearray = field(default_factory=bytearray)
    sequences: Sequences = field(default_factory=Sequences)
    faults: list[Fault] = field(default_factory=list)


def read_contents(reader: Reader, size: int, *, ours: bool) -> Contents:
    """Read entries and leaf tiles of a log of `size` entries; `ours` tells that they are Lawgate's entries."""
    contents = Contents(size)
    ends = not _holds(reader, *_last(size)) if size else True
    for number, width in widths(size):
        if ends and not _holds(reader, number, width):
            break  # nothing up to the end: the tail was cut
        recorded = _recorded(reader, number, width)
        entries = _entries(reader, number, width)
        leaves = list(map(leaf_hash, entries))
        if recorded is None:
            contents.faults.append(Fault(FaultKind.MISSING_TILE, tile_path(0, number, width)))
        elif b"".join(leaves) != recorded:
            entries, leaves = _mend(reader, contents, number, width, recorded) or (entries, leaves)
        else:
            contents.faults += _overlong(reader, number, width, entries)
        _take(contents, leaves, recorded or _unrecorded(leaves, number, width))
        if ours:
            _take_account(contents, entries, number * TILE_WIDTH)
    return contents


def _take(contents: Contents, leaves: Sequence[bytes], recorded: bytes) -> None:
    contents.found.append(b"".join(leaves))
    contents.recorded.append(recorded)
    contents.edge, tiles = grow(contents.edge, leaves)
    contents.tiles.update({(tile.level, tile.number): tile for tile in tiles if tile.level})


def _take_account(contents: Contents, entries: Sequence[bytes], first: int) -> None:
    for index, entry in enumerate(entries, first):
        place = place_in_case(entry)
        contents.index += record_of_place(place)
        contents.sequences.add(index, place)


def _unrecorded(leaves: Sequence[bytes], number: int, width: int) -> bytes:
    """What stands for a tile that is missing: the hashes found, held against the root alone, and where entries are
    wanting, marks that no entry has."""
    marks = ((number * TILE_WIDTH + at).to_bytes(HASH_BYTES, "big") for at in range(len(leaves), width))
    return b"".join((*leaves[:width], *marks))


def _entries(reader: Reader, number: int, width: int) -> list[bytes]:
    """The entries of a bundle; as many as can be read where it is cut."""
    held, whole = _held_bundle(reader, number, width)
    entries = _readable(held)
    return entries[:width] if whole else entries


def _mend(
    reader: Reader, contents: Contents, number: int, width: int, recorded: bytes
) -> tuple[list[bytes], list[bytes]] | None:
    """The entries and their hashes with flipped bits undone and told; None where more than bits was changed."""
    leaves = [recorded[at : at + HASH_BYTES] for at in range(0, len(recorded), HASH_BYTES)]
    mended = mend_bundle(_held_bundle(reader, number, width)[0], leaves)
    if mended is None:
        return None
    contents.faults += (
        Fault(FaultKind.FLIPPED_ENTRY, f"entry {number * TILE_WIDTH + at}") for at in mended[1]
    )
    return mended[0], leaves


def _overlong(reader: Reader, number: int, width: int, entries: Sequence[bytes]) -> Iterator[Fault]:
    """What stands behind the last entry or hash of a file that is otherwise right; nothing may."""
    sizes = {
        (FaultKind.CHANGED, bundle_path(number, width)): sum(2 + len(entry) for entry in entries),
        (FaultKind.CHANGED_TILE, tile_path(0, number, width)): width * HASH_BYTES,
    }
    for (kind, path), size in sizes.items():
        held = reader.read(path)
        if held is not None and len(held) != size:
            yield Fault(kind, path, f"it has {len(held)} bytes in place of {size}")


def _readable(bundle: bytes) -> list[bytes]:
    """The entries of a bundle up to the first that runs past its end."""
    entries, at = list[bytes](), 0
    while at + 2 <= len(bundle):
        end = at + 2 + int.from_bytes(bundle[at : at + 2], "big")
        if end > len(bundle):
            break
        entries.append(bundle[at + 2 : end])
        at = end
    return entries


def _held_bundle(reader: Reader, number: int, width: int) -> tuple[bytes, bool]:
    """The bundle, and whether it is the full one in place of a partial one; else the widest partial one."""
    for path, whole in ((bundle_path(number, width), False), (bundle_path(number), True)):
        held = reader.read(path)
        if held is not None:
            return held, whole
    for other in range(TILE_WIDTH - 1, 0, -1):
        held = reader.read(bundle_path(number, other))
        if held is not None:
            return held, False
    return b"", False


def _recorded(reader: Reader, number: int, width: int) -> bytes | None:
    for path in (tile_path(0, number, width), tile_path(0, number)):
        held = reader.read(path)
        if held is not None and len(held) >= width * HASH_BYTES:
            return held[: width * HASH_BYTES]
    return None


def _last(size: int) -> tuple[int, int]:
    """The number and width of the last bundle."""
    width = partial_width(size)
    return (full_tiles(size), width) if width else (full_tiles(size) - 1, TILE_WIDTH)


def _holds(reader: Reader, number: int, width: int) -> bool:
    return bool(_held_bundle(reader, number, width)[0]) or _recorded(reader, number, width) is not None
