"""The one who enters: takes the entries that wait, in batches, into the ledger, has it witnessed, and says so.

The ledger is written first and the database marked after it. Where a cut falls in between, the ledger holds entries
that the database has not marked; they are found again by what they are. A ledger that holds an entry which the
database does not know is another's, or the database is an old copy: nothing is entered then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from lawgate.errors import (
    InputError,
    LedgerFormatError,
    LedgerStoppedError,
    OtherSizeError,
    ReleasesStoppedError,
    UnconfirmedError,
)
from lawgate.ledger.checkpoint import SignedCheckpoint
from lawgate.ledger.entry import parse_entry
from lawgate.ledger.keys import PublicKey, Signer
from lawgate.ledger.note import Signature
from lawgate.ledger.reading import TileHashes, read_entry
from lawgate.ledger.tree import consistency_proof
from lawgate.service.casework import outbox
from lawgate.service.casework.desk import Desk
from lawgate.stores import database
from lawgate.stores.casework import leaves
from lawgate.stores.casework.release import LedgerSays, put_ledger_state
from lawgate.stores.database import one_transaction
from lawgate.stores.key_module import reach
from lawgate.stores.ledger.disk import Disk
from lawgate.stores.ledger.sequencer import Sequencer
from lawgate.stores.log import say

ENTRIES_AT_ONCE = 1024


class Witness(Protocol):
    """Somebody outside who signs a checkpoint as the continuation of the last one that he signed."""

    @property
    def key(self) -> PublicKey:
        """The key that his signatures verify under."""

    def last_size(self) -> int:
        """The size of the checkpoint that he signed last; 0 where he signed none."""

    def cosign(self, signed: SignedCheckpoint, proof: Sequence[bytes], last: int) -> Signature:
        """His signature, on the proof that the log continues the one of `last` entries.

        OtherSizeError where he signed another one last, InputError where he does not sign, OSError where he cannot
        be reached.
        """


class Bookkeeper:
    """The writer of the ledger; there is one at a time, held by the folder's lock (`opened`).

    LedgerStoppedError, and nothing more is entered or released, from the first failed write on.
    """

    def __init__(self, desk: Desk, disk: Disk, signer: Signer, witnesses: Sequence[Witness]) -> None:
        self._desk, self._disk, self._witnesses = desk, disk, tuple(witnesses)
        with self._stopping():
            reach(signer)
            self._sequencer = Sequencer(disk, signer)
            self._sequencer.settle()
            self._mark_entered()

    @classmethod
    @contextmanager
    def opened(cls, desk: Desk, signer: Signer, witnesses: Sequence[Witness] = ()) -> Iterator[Bookkeeper]:
        """Hold the ledger and enter; InputError where another process does."""
        disk = Disk(desk.ledger)
        with disk.hold():
            yield cls(desk, disk, signer, witnesses)

    def enter(self) -> int:
        """Enter what waits, up to a batch, and have the checkpoint witnessed; how many entries were entered."""
        with self._stopping():
            if leaves.count_entered() != self._sequencer.signed.checkpoint.size:
                # The last batch went into the ledger and was not marked: entered again it would stand there twice.
                self._mark_entered()
            batch = leaves.waiting(ENTRIES_AT_ONCE, self._desk.secret)
            _demand_genuine(batch)
            if batch:
                database.demand_confirmed()  # the ledger forgets nothing, and a server may lose what it shows
            start = self._sequencer.signed.checkpoint.size
            self._sequencer.append(one.encoded for one in batch)
            self._be_witnessed()
            with one_transaction():
                leaves.mark([(one.id, start + at) for at, one in enumerate(batch)])
                for one in batch:
                    if one.releases:
                        outbox.deliver(one.releases)
                self._say()
        return len(batch)

    @property
    def size(self) -> int:
        """How many entries stand under the last checkpoint."""
        return self._sequencer.signed.checkpoint.size

    def _be_witnessed(self) -> None:
        """Ask those who have not signed yet; one who cannot be reached is asked again with the next batch."""
        signed, policy = self._sequencer.signed, self._desk.trust.policy
        missing = [one for one in self._witnesses if signed.note.signature_of(one.key) is None]
        made = [one for witness in missing if (one := self._asked(witness, signed)) is not None]
        if made:
            self._sequencer.add_cosignatures(made, policy)

    def _asked(self, witness: Witness, signed: SignedCheckpoint) -> Signature | None:
        """His signature, from the size that he signed last; where he names another one, from that."""
        size = signed.checkpoint.size
        try:
            try:
                return self._cosigned(witness, signed, witness.last_size())
            except OtherSizeError as error:
                return self._cosigned(witness, signed, error.size)
        except (InputError, OSError) as error:
            say("not_witnessed", fault=type(error).__name__, size=size)
            return None

    def _cosigned(self, witness: Witness, signed: SignedCheckpoint, last: int) -> Signature:
        size = signed.checkpoint.size
        proof = consistency_proof(TileHashes(self._disk, size), last, size) if 0 < last < size else ()
        return witness.cosign(signed, proof, last)

    def _say(self, stopped: str = "") -> None:
        signed = self._sequencer.signed
        witnessed = self._desk.trust.policy.is_met(signed.note)
        put_ledger_state(LedgerSays(signed.checkpoint.size, self._desk.now(), witnessed, stopped))

    def _mark_entered(self) -> None:
        """Mark what the ledger holds and the database had not marked when a process ended."""
        size, places = self._sequencer.signed.checkpoint.size, []
        for place in range(leaves.count_entered(), size):
            encoded = read_entry(self._disk, place, size)
            entry = parse_entry(encoded, where=f"entry {place}")
            found = leaves.find(entry.case, entry.sequence, encoded)
            if found is None:
                raise LedgerStoppedError(
                    "the ledger holds an entry that the database does not know",
                    where=f"entry {place}",
                    mend="restore the database from a copy that is not older than the ledger",
                )
            places.append((found, place))
        if leaves.count_entered() > size:
            raise LedgerStoppedError(
                "the database knows of entries that the ledger does not hold",
                mend="restore the ledger's folder from a copy that is not older than the database",
            )
        with one_transaction():
            leaves.mark(places)
            self._say()

    @contextmanager
    def _stopping(self) -> Iterator[None]:
        """Whatever fails within stops all releases, here and, as far as it can still be written, everywhere."""
        try:
            yield
        except UnconfirmedError:
            raise  # it goes on by itself, and could not be written down either
        except (LedgerStoppedError, LedgerFormatError, ReleasesStoppedError, OSError) as error:
            why = getattr(error, "what", "a write failed")
            self._desk.releases.stop(why)
            self._try_to_say(why)
            if isinstance(error, OSError):
                raise LedgerStoppedError("a write failed, so nothing more is entered") from error
            raise

    def _try_to_say(self, why: str) -> None:
        try:
            with one_transaction():
                size = self._sequencer.signed.checkpoint.size if hasattr(self, "_sequencer") else 0
                put_ledger_state(LedgerSays(size, self._desk.now(), witnessed=False, stopped=why))
        except ReleasesStoppedError:
            say("releases_stopped", fault="it could not be written down either")


def _demand_genuine(batch: Sequence[leaves.Leaf]) -> None:
    """LedgerStoppedError where an entry waits that this agency did not write: signed, it would pass for its word."""
    strange = next((one for one in batch if not one.genuine), None)
    if strange is not None:
        raise LedgerStoppedError(
            "an entry waits that was written into the database past the service",
            where=f"row {strange.id}",
            mend="find out who wrote it, and restore the database from a copy without it",
        )
