"""Hands on a copied ledger: each kind of tampering, drawn at random, with the name under which it has to be found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from tests.ledger.logs import LOG, POLICY_TEXT, cosigned, entries, entry, made_log, trust
from tests.ledger.memory import Memory

from lawgate import verify
from lawgate.ledger.checkpoint import SignedCheckpoint
from lawgate.ledger.entry import Kind
from lawgate.ledger.examine import Examined, examine
from lawgate.ledger.faults import FaultKind
from lawgate.ledger.growth import Edge, grow
from lawgate.ledger.hashing import leaf_hash
from lawgate.ledger.reading import read_bundle
from lawgate.ledger.tiles import bundle_path, encode_bundle, widths
from lawgate.stores.ledger.sequencer import Sequencer

SIZES = (300, 480, 700)
"""Sizes at which the ledger was signed; the witnesses kept the last checkpoint."""

Files = dict[str, bytes]
Hand = Callable[[Files, Random], None]


@dataclass(frozen=True, slots=True)
class World:
    """A sound ledger, what it was earlier, another history under the same keys, and the head that was kept."""

    files: Files
    earlier: tuple[Files, ...]
    forked: Files
    empty: Files
    head: SignedCheckpoint


@cache
def world() -> World:
    """The ledger on which every hand is laid; take copies."""
    storage, _ = made_log()
    empty = dict(storage.files)
    sequencer, snapshots = Sequencer(storage, LOG), list[Files]()
    for before, size in zip((0, *SIZES), SIZES, strict=False):
        sequencer.append(entries(before, size))
        cosigned(sequencer)
        snapshots.append(dict(storage.files))
    other = Memory(snapshots[0])
    forking = Sequencer(other, LOG)
    forking.append([*entries(SIZES[0], 650), *(entry(at, kind=Kind.OBJECTION) for at in range(650, 720))])
    cosigned(forking)
    return World(snapshots[-1], tuple(snapshots[:-1]), other.files, empty, sequencer.signed)


def tampered(hand: Hand, picked: Random) -> Files:
    """A copy of the sound ledger after the hand was laid on it."""
    files = dict(world().files)
    hand(files, picked)
    return files


def examined(files: Files) -> Examined:
    """The copy examined against the head that a witness kept."""
    storage = Memory(files)
    return examine(storage, trust(Memory(world().files), world().head))


def change(files: Files, picked: Random) -> None:
    held = _entries(files)
    at = picked.randrange(len(held))
    held[at] = entry(at, kind=picked.choice([Kind.RECALLED, Kind.REQUEST_REFUSED]))
    _bundle(files, held)


def delete(files: Files, picked: Random) -> None:
    held = _entries(files)
    at = picked.randrange(len(held) - 1)  # without the last one the tail would be cut
    del held[at : at + picked.choice([1, 1, min(3, len(held) - 1 - at)])]
    _bundle(files, held)


def insert(files: Files, picked: Random) -> None:
    held = _entries(files)
    copy = picked.choice(held)
    held.insert(picked.randrange(len(held)), picked.choice([copy, entry(9_999)]))
    _bundle(files, held)


def swap(files: Files, picked: Random) -> None:
    held = _entries(files)
    one, other = picked.sample(range(len(held)), 2)
    held[one], held[other] = held[other], held[one]
    _bundle(files, held)


def cut_tail(files: Files, picked: Random) -> None:
    held = _entries(files)
    _bundle(files, held[: picked.randrange(len(held))])
    if picked.random() < 0.5:
        for path in [one for one in files if one.startswith("tile/") and not one.startswith("tile/entries")]:
            del files[path]
        _tiles(files)


def drop(files: Files, picked: Random) -> None:
    kept = dict(picked.choice([{}, {"epochs": files["epochs"]}, world().empty]))
    if picked.random() < 0.3:
        kept = {path: data for path, data in files.items() if path != "checkpoint"}
    files.clear()
    files.update(kept)


def restore_backup(files: Files, picked: Random) -> None:
    earlier = picked.choice(world().earlier)
    files.clear()
    files.update(earlier)


def fork(files: Files, picked: Random) -> None:
    """The operator himself signs another history, of any length from that of the head on."""
    storage = Memory(world().forked)
    sequencer = Sequencer(storage, LOG)
    sequencer.append(entries(10_000, 10_000 + picked.randrange(1, 40)))
    cosigned(sequencer)
    files.clear()
    files.update(storage.files)


def flip_entry(files: Files, picked: Random) -> None:
    _flip(files, picked.choice(_current_bundles(files)), picked)


def flip_tile(files: Files, picked: Random) -> None:
    used = [path for path in files if path.startswith("tile/") and not path.startswith("tile/entries")]
    superseded = {"tile/0/001.p/44", "tile/0/001.p/224", "tile/1/000.p/1"}
    _flip(files, picked.choice([path for path in used if path not in superseded]), picked)


def flip_index(files: Files, picked: Random) -> None:
    _flip(files, "index", picked)


def flip_checkpoint(files: Files, picked: Random) -> None:
    _flip(files, "checkpoint", picked)


def rewrite(files: Files, picked: Random) -> None:
    """Entries and all tiles are made to agree; only the key to sign it is wanting."""
    change(files, picked)
    _tiles(files)


KINDS: dict[str, tuple[Hand, frozenset[FaultKind]]] = {
    "change": (change, frozenset({FaultKind.CHANGED})),
    "delete": (delete, frozenset({FaultKind.DELETED})),
    "insert": (insert, frozenset({FaultKind.INSERTED})),
    "swap": (swap, frozenset({FaultKind.SWAPPED})),
    "cut tail": (cut_tail, frozenset({FaultKind.CUT_TAIL})),
    "drop the log": (drop, frozenset({FaultKind.DROPPED_LOG})),
    "restore an old backup": (restore_backup, frozenset({FaultKind.OLD_BACKUP})),
    "fork": (fork, frozenset({FaultKind.FORK})),
    "flip a bit in an entry": (flip_entry, frozenset({FaultKind.FLIPPED_ENTRY})),
    "flip a bit in a tile": (flip_tile, frozenset({FaultKind.FLIPPED_TILE})),
    "flip a bit in the index": (flip_index, frozenset({FaultKind.FLIPPED_INDEX})),
    "flip a bit in the checkpoint": (
        flip_checkpoint,
        frozenset({FaultKind.CHANGED_CHECKPOINT, FaultKind.NOT_SIGNED, FaultKind.NOT_WITNESSED}),
    ),
    "rewrite entries and tiles": (rewrite, frozenset({FaultKind.REWRITTEN})),
}
"""Each kind with the names of which one has to be told."""


def told_alone(files: Files, folder: Path) -> list[str]:
    """What `verify.py` tells of a copy that is written into this folder; what it cannot read is told as well."""
    try:
        head = verify.read_checkpoint(world().head.note.render())
        return verify.check_folder(written(files, folder), verify.read_keys(POLICY_TEXT), [head])[1]
    except ValueError as problem:
        return [str(problem)]


def written(files: Files, folder: Path) -> Path:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    folder.mkdir(exist_ok=True)
    return folder


def _entries(files: Files) -> list[bytes]:
    return [one for number, _ in widths(SIZES[-1]) for one in read_bundle(Memory(files), number, SIZES[-1])]


def _bundle(files: Files, held: list[bytes]) -> None:
    """Write the entries as bundles in place of those that were there."""
    for path in [one for one in files if one.startswith("tile/entries/")]:
        del files[path]
    for at in range(0, len(held), 256):
        part = held[at : at + 256]
        files[bundle_path(at // 256, len(part))] = encode_bundle(part)


def _tiles(files: Files) -> None:
    """Tiles as they would be for the bundles that are there."""
    held = [one for path in sorted(_bundles(files)) for one in _split(files[path])]
    files.update({tile.path: tile.hashes for tile in grow(Edge(), map(leaf_hash, held))[1]})


def _bundles(files: Files) -> list[str]:
    return [path for path in files if path.startswith("tile/entries/")]


def _current_bundles(files: Files) -> list[str]:
    return [bundle_path(number, width) for number, width in widths(SIZES[-1])]


def _split(bundle: bytes) -> list[bytes]:
    held, at = [], 0
    while at < len(bundle):
        end = at + 2 + int.from_bytes(bundle[at : at + 2], "big")
        held.append(bundle[at + 2 : end])
        at = end
    return held


def _flip(files: Files, path: str, picked: Random) -> None:
    data = bytearray(files[path])
    bit = picked.randrange(8 * len(data))
    data[bit // 8] ^= 1 << bit % 8
    files[path] = bytes(data)
