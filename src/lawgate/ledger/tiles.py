"""Where a log's parts stand: tiles of hashes and bundles of entries, by path (C2SP tlog-tiles)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from lawgate.errors import LedgerFormatError
from lawgate.ledger.hashing import HASH_BYTES

TILE_WIDTH: Final = 256
TILE_HEIGHT: Final = 8
ENTRY_BYTES_MAX: Final = 0xFFFF
"""An entry stands behind its length in two bytes (tlog-tiles, "Log entries")."""


class Reader(Protocol):
    """Whatever holds a log: it gives the bytes at a path, or None where it holds none."""

    def read(self, path: str) -> bytes | None:
        """The bytes at a path such as `tile/0/x001/234`."""


@dataclass(frozen=True, slots=True)
class Tile:
    """Up to 256 consecutive hashes of one level (tlog-tiles, "Merkle Tree")."""

    level: int
    number: int
    hashes: bytes

    @property
    def path(self) -> str:
        """Where the tile stands in the log."""
        return tile_path(self.level, self.number, len(self.hashes) // HASH_BYTES)


def tile_path(level: int, number: int, width: int = TILE_WIDTH) -> str:
    """The path of a tile: `tile/<L>/<N>[.p/<W>]` (tlog-tiles, "Merkle Tree")."""
    return f"tile/{level}/{_numbered(number, width)}"


def bundle_path(number: int, width: int = TILE_WIDTH) -> str:
    """The path of a bundle of entries: `tile/entries/<N>[.p/<W>]` (tlog-tiles, "Log entries")."""
    return f"tile/entries/{_numbered(number, width)}"


def partial_width(size: int, level: int = 0) -> int:
    """Hashes in the partial tile of a level: floor(s / 256**l) mod 256 (tlog-tiles, "Partial Tiles")."""
    return (size >> TILE_HEIGHT * level) % TILE_WIDTH


def full_tiles(size: int, level: int = 0) -> int:
    """How many full tiles a level has in a log of this size."""
    return size >> TILE_HEIGHT * (level + 1)


def levels(size: int) -> int:
    """How many levels of tiles a log of this size has."""
    return -(-size.bit_length() // TILE_HEIGHT)


def widths(size: int, level: int = 0) -> Iterator[tuple[int, int]]:
    """The number and the width of each tile of a level, the partial one last."""
    full = full_tiles(size, level)
    yield from ((number, TILE_WIDTH) for number in range(full))
    if width := partial_width(size, level):
        yield full, width


def read_either(reader: Reader, paths: tuple[str, str]) -> bytes | None:
    """The first of two that is held: a partial tile may be gone once its full one stands."""
    first = reader.read(paths[0])
    return reader.read(paths[1]) if first is None else first


def encode_bundle(entries: Iterable[bytes]) -> bytes:
    """Entries behind their lengths in two big-endian bytes (tlog-tiles, "Log entries")."""
    parts: list[bytes] = []
    for entry in entries:
        if len(entry) > ENTRY_BYTES_MAX:
            raise LedgerFormatError(
                f"an entry has {len(entry)} bytes", mend=f"keep it within {ENTRY_BYTES_MAX}"
            )
        parts += (len(entry).to_bytes(2, "big"), entry)
    return b"".join(parts)


def decode_bundle(bundle: bytes, *, where: str = "") -> list[bytes]:
    """The entries of a bundle; LedgerFormatError where its lengths do not come out even."""
    entries, at = list[bytes](), 0
    while at < len(bundle):
        end = at + 2 + int.from_bytes(bundle[at : at + 2], "big")
        if at + 2 > len(bundle) or end > len(bundle):
            raise LedgerFormatError(
                f"entry {len(entries)} of the bundle runs past its end", where=where, mend="copy it again"
            )
        entries.append(bundle[at + 2 : end])
        at = end
    return entries


def _numbered(number: int, width: int) -> str:
    """An index in zero-padded elements of three digits, all but the last behind an x; partials end in .p/W."""
    digits = f"{number % 1000:03}"
    while number := number // 1000:
        digits = f"x{number % 1000:03}/{digits}"
    return digits if width == TILE_WIDTH else f"{digits}.p/{width}"
