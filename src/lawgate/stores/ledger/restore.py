"""Tiles and index made anew from the entries, where they give the root that was signed."""

from __future__ import annotations

from lawgate.errors import LedgerStoppedError
from lawgate.ledger.checkpoint import parse_signed_checkpoint
from lawgate.ledger.examine import CHECKPOINT_PATH
from lawgate.ledger.growth import Edge, grow
from lawgate.ledger.hashing import leaf_hash
from lawgate.ledger.index import INDEX_PATH, record_of
from lawgate.ledger.reading import read_bundle
from lawgate.ledger.tiles import Tile, widths
from lawgate.stores.ledger.disk import Storage


def restore(storage: Storage) -> tuple[str, ...]:
    """Write each tile and the index again where they are not as they have to be; the paths that were mended.

    LedgerStoppedError, and nothing written, where the entries do not give the root of the checkpoint. Whether the
    checkpoint is the log's own is not asked here: verify first.
    """
    head = parse_signed_checkpoint(storage.read(CHECKPOINT_PATH) or b"", where=CHECKPOINT_PATH).checkpoint
    edge, right, index = Edge(), dict[tuple[int, int], Tile](), bytearray()
    for number, _ in widths(head.size):
        entries = read_bundle(storage, number, head.size)
        edge, tiles = grow(edge, map(leaf_hash, entries))
        right.update({(tile.level, tile.number): tile for tile in tiles})
        index += b"".join(map(record_of, entries))
    if edge.root != head.root:
        raise LedgerStoppedError(
            "the entries do not give the root that was signed", mend="copy them from another"
        )
    files = {tile.path: tile.hashes for tile in right.values()} | {INDEX_PATH: bytes(index)}
    mended = tuple(path for path, data in files.items() if storage.read(path) != data)
    for path in mended:
        storage.put(path, files[path])
    storage.sync()
    return mended
