"""A log that grows: the right edge of its tree, and the tiles that new leaves fill."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from lawgate.ledger.hashing import HASH_BYTES, join_pairs, join_right
from lawgate.ledger.tiles import TILE_HEIGHT, TILE_WIDTH, Tile, partial_width

_FULL = TILE_WIDTH * HASH_BYTES


@dataclass(frozen=True, slots=True)
class Edge:
    """The right edge of a tree: all that is needed to go on, at most 255 hashes a level.

    `tails` holds the hashes of each level's partial tile, `peaks` the roots of the complete subtrees that make
    up the tree, from left to right.
    """

    size: int = 0
    tails: tuple[bytes, ...] = ()
    peaks: tuple[bytes, ...] = ()

    @classmethod
    def from_tails(cls, size: int, tails: Iterable[bytes]) -> Edge:
        """The edge of a log of `size` entries from its partial tiles, level by level from the leaves."""
        kept = tuple(tails)
        peaks: list[bytes] = []
        for level in reversed(range(len(kept))):
            width, at = partial_width(size, level), 0
            for height in reversed(range(TILE_HEIGHT)):
                if width >> height & 1:
                    step = HASH_BYTES << height
                    peaks.append(join_pairs(kept[level][at : at + step]))
                    at += step
        return cls(size, kept, tuple(peaks))

    @property
    def root(self) -> bytes:
        """The root of the tree."""
        return join_right(self.peaks)


def grow(edge: Edge, leaves: Iterable[bytes]) -> tuple[Edge, list[Tile]]:
    """The edge after these leaf hashes, and each tile that they changed, as it then stands."""
    size, peaks, tiles = edge.size, list(edge.peaks), list[Tile]()
    tails = [bytearray(tail) for tail in edge.tails]
    for leaf in leaves:
        node, height, rest = leaf, 0, size
        _extend(tails, 0, node, size, tiles)
        while rest & 1:
            # Two complete subtrees of one height become one (RFC 6962 section 2.1).
            node = sha256(b"\x01" + peaks.pop() + node).digest()
            height, rest = height + 1, rest >> 1
            if height % TILE_HEIGHT == 0:
                # "Each hash in a tile is the Merkle Tree Hash of a full tile at the level below" (tlog-tiles).
                _extend(tails, height // TILE_HEIGHT, node, size >> height, tiles)
        peaks.append(node)
        size += 1
    grown = Edge(size, tuple(bytes(tail) for tail in tails), tuple(peaks))
    return grown, tiles + _partial_tiles(edge, grown)


def _extend(tails: list[bytearray], level: int, node: bytes, number: int, tiles: list[Tile]) -> None:
    if level == len(tails):
        tails.append(bytearray())
    tail = tails[level]
    tail += node
    if len(tail) == _FULL:
        tiles.append(Tile(level, number // TILE_WIDTH, bytes(tail)))
        tail.clear()


def _partial_tiles(before: Edge, after: Edge) -> list[Tile]:
    """The partial tiles that are not what they were; an empty one is no tile (tlog-tiles)."""
    old = (*before.tails, *(b"" for _ in after.tails[len(before.tails) :]))
    return [
        Tile(level, after.size >> TILE_HEIGHT * (level + 1), tail)
        for level, tail in enumerate(after.tails)
        if tail and tail != old[level]
    ]
