"""Whether those stand by a checkpoint who have to: the log's key of the time, and enough witnesses."""

from __future__ import annotations

from dataclasses import dataclass, field

from lawgate.ledger.checkpoint import SignedCheckpoint
from lawgate.ledger.epochs import Epoch
from lawgate.ledger.faults import Fault, FaultKind
from lawgate.ledger.keys import PublicKey
from lawgate.ledger.policy import Policy


@dataclass(frozen=True, slots=True)
class Trust:
    """What a verifier brings along, from elsewhere than the log.

    The policy's keys, the epochs in which the log's keys sign (none: always), and checkpoints that others kept.
    """

    policy: Policy
    epochs: tuple[Epoch, ...] = ()
    heads: tuple[SignedCheckpoint, ...] = field(default=())


def check_signatures(signed: SignedCheckpoint, trust: Trust, *, where: str) -> list[Fault]:
    """What is wrong with the signatures of a checkpoint; nothing if it can be relied on."""
    known = (*trust.policy.logs, *trust.policy.witnesses.values())
    belied = [key.name for key in known if signed.note.belied_by(key)]
    if belied:
        # signed-note, "Signatures": where a known key's signature fails, the whole note is rejected.
        return [
            Fault(FaultKind.CHANGED_CHECKPOINT, where, f"it does not bear out the signature of {belied[0]}")
        ]
    # The key's name is the log's origin (tlog-policy, "Defining a log").
    logs = [key for key in trust.policy.logs if key.name == signed.checkpoint.origin]
    signers = [key for key in logs if signed.note.signature_of(key)]
    faults = []
    if not signers:
        faults.append(Fault(FaultKind.NOT_SIGNED, where, "no trusted key of the log has signed it"))
    elif not any(_in_use(key, signed.checkpoint.size, trust.epochs) for key in signers):
        faults.append(
            Fault(FaultKind.WRONG_EPOCH, where, f"the key signs no log of {signed.checkpoint.size} entries")
        )
    elif trust.policy.quorum is None and all(_is_revoked(key, trust.epochs) for key in signers):
        # Whoever has the key can sign another history; a witness signs none but the one that it has seen.
        faults.append(
            Fault(
                FaultKind.REVOKED,
                where,
                "the key was revoked, and no witness is asked beside it: prove it anew",
            )
        )
    if not trust.policy.is_met(signed.note):
        seen = len(trust.policy.seen_by(signed.note))
        faults.append(
            Fault(FaultKind.NOT_WITNESSED, where, f"{seen} of the trusted witnesses have signed it")
        )
    return faults


def _is_revoked(key: PublicKey, epochs: tuple[Epoch, ...]) -> bool:
    return any(epoch.key == key and epoch.revoked for epoch in epochs)


def _in_use(key: PublicKey, size: int, epochs: tuple[Epoch, ...]) -> bool:
    of_key = [epoch for epoch in epochs if epoch.key == key]
    return not epochs or any(epoch.covers(size) for epoch in of_key)
