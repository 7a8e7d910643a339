"""A witness: it signs a log's checkpoint only as the continuation of the last one that it signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lawgate.errors import InputError
from lawgate.ledger.checkpoint import Checkpoint, SignedCheckpoint
from lawgate.ledger.hashing import EMPTY_ROOT
from lawgate.ledger.keys import PublicKey, Signer
from lawgate.ledger.note import Signature, sign
from lawgate.ledger.proofs import extends


@dataclass(frozen=True, slots=True)
class Seen:
    """What a witness remembers of one log: its key and the last checkpoint that it signed, or none yet."""

    log: PublicKey
    last: Checkpoint | None = None


def cosign(
    seen: Seen, signed: SignedCheckpoint, proof: Sequence[bytes], *, signer: Signer, time: int
) -> tuple[Seen, Signature]:
    """The witness's signature and its new memory, which must be kept before the signature is given away.

    `proof` leads from the last checkpoint's size to this one's; `time` is in seconds since the Epoch. InputError
    where the checkpoint is not the log's, or not a continuation. Source: C2SP tlog-cosignature ("the consistent
    tree head with the largest size the cosigner has observed") and tlog-witness.
    """
    head = signed.checkpoint
    if head.origin != seen.log.name or not signed.note.signature_of(seen.log):
        raise InputError("the checkpoint is not signed by the log", mend="do not sign; ask the log")
    if not _continues(seen.last, head, proof):
        raise InputError(
            "the log is not what it was", where=head.origin, mend="do not sign; tell the auditor"
        )
    return Seen(seen.log, head), sign(signer, signed.note.text, time=time)


def _continues(last: Checkpoint | None, head: Checkpoint, proof: Sequence[bytes]) -> bool:
    if last is None or last.size == 0:
        return not proof and (head.size > 0 or head.root == EMPTY_ROOT)
    return extends(old=last.size, old_root=last.root, new=head.size, new_root=head.root, proof=proof)
