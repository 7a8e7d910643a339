"""Hashes of a log that is read tile by tile; each tile is read once."""

from __future__ import annotations

from lawgate.errors import LedgerFormatError
from lawgate.ledger.growth import Edge
from lawgate.ledger.hashing import HASH_BYTES, join_pairs
from lawgate.ledger.tiles import (
    TILE_HEIGHT,
    TILE_WIDTH,
    Reader,
    bundle_path,
    decode_bundle,
    full_tiles,
    levels,
    partial_width,
    read_either,
    tile_path,
)


class TileHashes:
    """The hash of any complete subtree of a log of `size` entries, from its tiles (a `tree.Hashes`).

    What it gives is as good as the tiles are: check a proof made with it before it is handed on.
    """

    def __init__(self, reader: Reader, size: int) -> None:
        self._reader = reader
        self._size = size
        self._tiles: dict[tuple[int, int], bytes] = {}

    def __call__(self, height: int, number: int) -> bytes:
        """The hash of the subtree over leaves [number << height, (number + 1) << height)."""
        level, above = divmod(height, TILE_HEIGHT)
        tile, first = divmod(number << above, TILE_WIDTH)
        hashes = self._tile(level, tile)
        return join_pairs(hashes[first * HASH_BYTES : (first + (1 << above)) * HASH_BYTES])

    def _tile(self, level: int, number: int) -> bytes:
        key = level, number
        if key not in self._tiles:
            self._tiles[key] = read_tile(self._reader, level, number, self._size)
        return self._tiles[key]


def read_tile(reader: Reader, level: int, number: int, size: int) -> bytes:
    """The hashes of a tile as it stands in a log of this size; LedgerFormatError where it is not whole."""
    width = TILE_WIDTH if number < full_tiles(size, level) else partial_width(size, level)
    path = tile_path(level, number, width)
    held = read_either(reader, (path, tile_path(level, number)))
    if held is None or len(held) < width * HASH_BYTES:
        raise LedgerFormatError("the tile is missing or cut", where=path, mend="restore it from the entries")
    return held[: width * HASH_BYTES]


def read_entry(reader: Reader, index: int, size: int) -> bytes:
    """The bytes of one entry; LedgerFormatError where its bundle does not hold it."""
    number, at = divmod(index, TILE_WIDTH)
    entries = read_bundle(reader, number, size)
    return entries[at]


def read_bundle(reader: Reader, number: int, size: int) -> list[bytes]:
    """The entries of a bundle as it stands in a log of this size; LedgerFormatError where it is not whole."""
    width = TILE_WIDTH if number < full_tiles(size) else partial_width(size)
    path = bundle_path(number, width)
    held = read_either(reader, (path, bundle_path(number)))
    entries = decode_bundle(held, where=path) if held is not None else []
    if len(entries) < width:
        raise LedgerFormatError("the bundle is missing or cut", where=path, mend="copy the folder again")
    return entries[:width]


def read_edge(reader: Reader, size: int) -> Edge:
    """The right edge of a log of this size: one partial tile a level is read, nothing is hashed anew."""
    tails = [
        read_tile(reader, level, full_tiles(size, level), size) if partial_width(size, level) else b""
        for level in range(levels(size))
    ]
    return Edge.from_tails(size, tails)
