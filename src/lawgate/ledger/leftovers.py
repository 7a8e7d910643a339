"""Partial tiles of earlier checkpoints: each has to be the beginning of what stands there now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lawgate.ledger.faults import Fault, FaultKind
from lawgate.ledger.hashing import HASH_BYTES
from lawgate.ledger.reading import read_bundle, read_tile
from lawgate.ledger.tiles import TILE_HEIGHT, TILE_WIDTH, Reader, encode_bundle

_PARTIAL = re.compile(
    r"tile/(?P<level>entries|[0-9]{1,2})/(?P<number>(?:x[0-9]{3}/)*[0-9]{3})\.p/(?P<width>[0-9]{1,3})"
)


def check_leftovers(reader: Reader, paths: Iterable[str], size: int) -> Iterator[Fault]:
    """A fault for each partial tile or bundle that disagrees with a log of `size` entries, found sound.

    What stands behind the end of the log was never under a checkpoint and is let be.
    """
    for path in paths:
        match = _PARTIAL.fullmatch(path)
        if match is None:
            continue
        entries = match["level"] == "entries"
        level, width = 0 if entries else int(match["level"]), int(match["width"])
        number = int(re.sub("[x/]", "", match["number"]))
        if not 0 < width < TILE_WIDTH or (number * TILE_WIDTH + width) << TILE_HEIGHT * level > size:
            continue
        if entries:
            right = encode_bundle(read_bundle(reader, number, size)[:width])
        else:
            right = read_tile(reader, level, number, size)[: width * HASH_BYTES]
        if reader.read(path) != right:
            yield Fault(FaultKind.CHANGED_TILE, path, "an earlier checkpoint's part is not what it was")
