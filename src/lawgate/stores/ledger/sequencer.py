"""The one writer of a ledger: it appends batches, syncs them, and signs the checkpoint last.

The order of writing is what makes it safe. Tiles, bundles and index are put, the next checkpoint is written beside
the one that stands, and all are synced together; the one that stands does not cover them, so a cut leaves the old log
whole. Then the checkpoint is exchanged in one step. Whatever stands behind the last checkpoint was never acknowledged
and is written over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from lawgate.errors import InputError, LedgerStoppedError
from lawgate.ledger.checkpoint import Checkpoint, SignedCheckpoint, parse_signed_checkpoint
from lawgate.ledger.epochs import Epoch, parse_epochs, render_epochs, rotate
from lawgate.ledger.examine import CHECKPOINT_PATH
from lawgate.ledger.growth import Edge, grow
from lawgate.ledger.hashing import leaf_hash
from lawgate.ledger.index import INDEX_PATH, RECORD_BYTES, record_of
from lawgate.ledger.keys import Profile, Signer, admit_signer
from lawgate.ledger.note import Note, Signature, sign, verifies
from lawgate.ledger.policy import Policy
from lawgate.ledger.reading import read_bundle, read_edge
from lawgate.ledger.tiles import (
    TILE_WIDTH,
    bundle_path,
    encode_bundle,
    full_tiles,
    levels,
    partial_width,
    tile_path,
)
from lawgate.stores.ledger.disk import Storage, replace

EPOCHS_PATH: Final = "epochs"
LEVELS_MAX: Final = 8
"""Sizes are written in up to 64 bits, a level takes eight of them."""


def create(storage: Storage, signer: Signer, *, profile: Profile = Profile.OPEN) -> None:
    """Begin a ledger under the signer's name, with a signed checkpoint of no entries.

    InputError where a ledger stands already.
    """
    if storage.read(CHECKPOINT_PATH) is not None or storage.names("tile"):
        raise InputError(
            "a ledger stands here already", mend="name another folder; a ledger is never replaced"
        )
    epochs = (Epoch(0, None, admit_signer(signer, profile).key),)
    replace(storage, EPOCHS_PATH, render_epochs(epochs))
    empty = Checkpoint(signer.key.name, 0, Edge().root)
    replace(storage, CHECKPOINT_PATH, Note(empty.text).signed([sign(signer, empty.text)]).render())


class Sequencer:
    """Appends to a ledger; hold the folder (`Disk.hold`) for as long as it lives.

    LedgerStoppedError where the folder does not bear out its checkpoint, and from the first failed write on: only
    a new sequencer, which reads the folder again, can go on.
    """

    def __init__(self, storage: Storage, signer: Signer, *, profile: Profile = Profile.OPEN) -> None:
        self._storage = storage
        self._signer = admit_signer(signer, profile)
        self._epochs = parse_epochs(_held(storage, EPOCHS_PATH), where=EPOCHS_PATH)
        self.signed = parse_signed_checkpoint(_held(storage, CHECKPOINT_PATH), where=CHECKPOINT_PATH)
        _check_key(self._epochs, signer, self.signed)
        size = self.signed.checkpoint.size
        self._edge = read_edge(storage, size)
        if self._edge.root != self.signed.checkpoint.root:
            raise LedgerStoppedError(
                "the tiles do not give the root that was signed", mend="verify, then restore"
            )
        width = partial_width(size)
        self._tail = read_bundle(storage, full_tiles(size), size) if width else []
        self._sound = True
        with self._step():
            self._remove_unacknowledged(size)

    def settle(self) -> None:
        """Put the checkpoint that was read in its place once more, durably, before anything rests on it.

        Who wrote it may have ended, or failed, between its new name and the sync that keeps the name.
        LedgerStoppedError where the disk does not keep a write yet.
        """
        with self._step():
            replace(self._storage, CHECKPOINT_PATH, self.signed.note.render())

    def append(self, entries: Iterable[bytes]) -> SignedCheckpoint:
        """Append a batch; when this returns, it is durable under the checkpoint given back.

        InputError for an entry that is too long, before anything is written.
        """
        batch = list(entries)
        if not batch:
            return self.signed
        bundles = list(self._bundles(batch))
        edge, tiles = grow(self._edge, map(leaf_hash, batch))
        with self._step():
            head = Checkpoint(self.signed.checkpoint.origin, edge.size, edge.root)
            note = Note(head.text).signed([sign(self._signer, head.text)])
            self._clear_ahead(self._edge.size, edge.size)
            for path, data in bundles:
                self._storage.put(path, data)
            for tile in tiles:
                self._storage.put(tile.path, tile.hashes)
            self._storage.put_at(INDEX_PATH, self._edge.size * RECORD_BYTES, b"".join(map(record_of, batch)))
            replace(self._storage, CHECKPOINT_PATH, note.render())  # and syncs all that was put before it
            self.signed = SignedCheckpoint(head, note)
            before, self._edge = self._edge, edge
            width = partial_width(edge.size)
            self._tail = [*self._tail, *batch][-width:] if width else []
            self._remove_partials(before.size)
        return self.signed

    def add_cosignatures(self, made: Iterable[Signature], policy: Policy) -> SignedCheckpoint:
        """Put those of these signatures that verify below the checkpoint; `policy` knows the witnesses.

        The first that a witness made of a checkpoint stays: it bears the earliest time, and a note has few lines.
        Whether enough have signed is for the caller to ask (`Policy.is_met`), before anything is released.
        """
        note = self.signed.note
        missing = {
            (key.name, key.id): key for key in policy.witnesses.values() if note.signature_of(key) is None
        }
        good: list[Signature] = []
        for one in made:
            key = missing.get((one.name, one.id))
            if key is not None and verifies(key, one, note.text):
                del missing[(one.name, one.id)]
                good.append(one)
        with self._step():
            cosigned = note.signed(good)
            replace(self._storage, CHECKPOINT_PATH, cosigned.render())
            self.signed = SignedCheckpoint(self.signed.checkpoint, cosigned)
        return self.signed

    def rotate(self, signer: Signer, *, profile: Profile = Profile.OPEN, revoked: bool = False) -> None:
        """Let another key sign from the next checkpoint on; the present one stays under the key that signed it.

        `revoked`: the key that signed until now may be in other hands.
        """
        size = self.signed.checkpoint.size
        if admit_signer(signer, profile).key.name != self.signed.checkpoint.origin:
            raise InputError("the key has another name than the log", mend="name the key after the log")
        if signer.key in {one.key for one in self._epochs}:
            raise InputError("the key signed this ledger before", mend="draw a new one")
        epochs = rotate(self._epochs, size=size, key=signer.key, revoked=revoked)
        with self._step():
            replace(self._storage, EPOCHS_PATH, render_epochs(epochs))
            self._epochs, self._signer = epochs, signer

    @contextmanager
    def _step(self) -> Iterator[None]:
        """A step after which the sequencer goes on only if nothing at all was raised in it."""
        if not self._sound:
            raise LedgerStoppedError(
                "the ledger stopped at a failed write", mend="see to the disk, then restart"
            )
        self._sound = False
        try:
            yield
        except OSError as error:
            raise LedgerStoppedError(
                "a write failed, so nothing more is entered", mend="see to the disk, then restart"
            ) from error
        self._sound = True

    def _bundles(self, batch: Sequence[bytes]) -> Iterator[tuple[str, bytes]]:
        entries, first = [*self._tail, *batch], full_tiles(self._edge.size)
        for at in range(0, len(entries), TILE_WIDTH):
            part = entries[at : at + TILE_WIDTH]
            yield bundle_path(first + at // TILE_WIDTH, len(part)), encode_bundle(part)

    def _remove_unacknowledged(self, size: int) -> None:
        """Remove partial tiles that a cut batch left: nothing may stand beside the log that is not its beginning."""
        for level in range(LEVELS_MAX):
            for folder in _partial_folders(level, full_tiles(size, level)):
                for name in self._storage.names(folder):
                    if int(name) > partial_width(size, level):
                        self._storage.remove(f"{folder}/{name}")

    def _clear_ahead(self, before: int, after: int) -> None:
        """The same for the tiles that this batch begins."""
        for level in range(levels(after)):
            for number in range(full_tiles(before, level) + 1, full_tiles(after, level) + 1):
                for folder in _partial_folders(level, number):
                    self._storage.remove(folder)

    def _remove_partials(self, before: int) -> None:
        """Remove partial tiles whose full one now stands under a checkpoint (tlog-tiles, "Partial Tiles")."""
        after = self._edge.size
        for level in range(levels(before)):
            number = full_tiles(before, level)
            if full_tiles(after, level) > number:
                for folder in _partial_folders(level, number):
                    self._storage.remove(folder)


def _partial_folders(level: int, number: int) -> tuple[str, ...]:
    """Where the partial forms of a tile stand, and of the bundle beside a leaf tile."""
    tile = f"{tile_path(level, number)}.p"
    return (tile,) if level else (tile, f"{bundle_path(number)}.p")


def _check_key(epochs: tuple[Epoch, ...], signer: Signer, signed: SignedCheckpoint) -> None:
    if epochs[-1].key != signer.key:
        raise InputError(
            "this key is not the one in use", where=EPOCHS_PATH, mend="give the key of the last line"
        )
    owners = [epoch.key for epoch in epochs if epoch.covers(signed.checkpoint.size)]
    if not any(signed.note.signature_of(key) for key in owners):
        raise LedgerStoppedError(
            "the checkpoint is not signed by the key of its epoch", mend="verify the folder"
        )


def _held(storage: Storage, path: str) -> bytes:
    held = storage.read(path)
    if held is None:
        raise LedgerStoppedError("no ledger stands here", where=path, mend="create one, or copy it whole")
    return held
