"""A witness whose memory is a file, for the demonstration: real ones run elsewhere, under another's hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from lawgate.errors import OtherSizeError
from lawgate.ledger.checkpoint import Checkpoint, SignedCheckpoint, parse_checkpoint
from lawgate.ledger.keys import PublicKey, Signer
from lawgate.ledger.note import Signature
from lawgate.ledger.witness import Seen, cosign
from lawgate.stores.ledger.disk import Disk, replace

MEMORY = "last"


class WitnessInFolder:
    """Signs only what continues the checkpoint in its folder, and writes that down before it signs."""

    def __init__(self, folder: Path, log: PublicKey, signer: Signer, clock: Callable[[], int]) -> None:
        self._disk, self._log, self._signer, self._clock = Disk(folder), log, signer, clock
        self.key = signer.key
        folder.mkdir(parents=True, exist_ok=True)

    def last_size(self) -> int:
        """The size of the checkpoint that it signed last."""
        last = self._last()
        return last.size if last else 0

    def cosign(self, signed: SignedCheckpoint, proof: Sequence[bytes], last: int) -> Signature:
        """Its signature; OtherSizeError where the proof begins elsewhere, InputError for what is no continuation."""
        if last != self.last_size():
            raise OtherSizeError(self.last_size())
        seen, made = cosign(
            Seen(self._log, self._last()), signed, proof, signer=self._signer, time=self._clock()
        )
        if seen.last is not None:
            replace(self._disk, MEMORY, seen.last.text.encode())
        return made

    def _last(self) -> Checkpoint | None:
        held = self._disk.read(MEMORY)
        return parse_checkpoint(held.decode(), where=MEMORY) if held else None
