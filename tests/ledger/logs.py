"""Ledgers made for tests: fixed keys, made-up cases, and what a verifier brings along."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tests.ledger.memory import Memory

from lawgate.ledger.checkpoint import SignedCheckpoint
from lawgate.ledger.entry import Entry, Kind
from lawgate.ledger.epochs import parse_epochs
from lawgate.ledger.hashing import node_hash
from lawgate.ledger.keys import Ed25519Signer, KeyKind
from lawgate.ledger.note import sign
from lawgate.ledger.policy import Policy, parse_policy
from lawgate.ledger.trust import Trust
from lawgate.stores.ledger.sequencer import Sequencer, create

ORIGIN = "ledger.example/disclosures"
CORPUS = "c0" * 32
TIME = 1_790_000_000


def signer_of(name: str, number: int, kind: KeyKind = KeyKind.NOTE) -> Ed25519Signer:
    """A signer from a seed that is no secret."""
    return Ed25519Signer.from_seed(name, kind, bytes([number]) * 32)


LOG = signer_of(ORIGIN, 1)
OTHER_LOG = signer_of(ORIGIN, 2)
WITNESSES = tuple(signer_of(f"witness.example/w{at}", 10 + at, KeyKind.COSIGNATURE) for at in range(3))

POLICY_TEXT = (
    f"# who is trusted\nlog {LOG.key.line}\n"
    + "".join(f"witness w{at} {one.key.line}\n" for at, one in enumerate(WITNESSES))
    + "group two 2 w0 w1 w2\nquorum two\n"
)


def policy() -> Policy:
    return parse_policy(POLICY_TEXT.encode())


def entry(number: int, *, cases: int = 5, kind: Kind = Kind.RELEASED) -> bytes:
    """The entry at this index of a log whose cases take turns."""
    return Entry(
        kind, f"REQ-2026-{number % cases:04}", number // cases + 1, date(2026, 3, 1), CORPUS,
        ("/us/usc/t26/s6103/i/2",), 3, bytes([number % 256]) * 32,
    ).encoded  # fmt: skip


def entries(first: int, last: int) -> list[bytes]:
    """The entries [first, last)."""
    return [entry(number) for number in range(first, last)]


def cosigned(sequencer: Sequencer, witnesses: Sequence[Ed25519Signer] = WITNESSES[:2]) -> SignedCheckpoint:
    """The checkpoint with the witnesses' signatures below it."""
    made = [sign(one, sequencer.signed.note.text, time=TIME) for one in witnesses]
    return sequencer.add_cosignatures(made, policy())


def made_log(*batches: Sequence[bytes], signer: Ed25519Signer = LOG) -> tuple[Memory, list[SignedCheckpoint]]:
    """A log of these batches in memory, each under a cosigned checkpoint."""
    storage = Memory()
    create(storage, signer)
    sequencer = Sequencer(storage, signer)
    heads = []
    for batch in batches:
        sequencer.append(batch)
        heads.append(cosigned(sequencer))
    return storage, heads


def trust(storage: Memory, *heads: SignedCheckpoint) -> Trust:
    """The keys, the log's epochs, and what witnesses kept."""
    return Trust(policy(), parse_epochs(storage.files["epochs"]), heads)


def is_prefix(old: int, old_root: bytes, new: int, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Another implementation of the check of consistency: the recursion of RFC 6962 section 2.1.2, read backwards."""
    if not 0 < old <= new:
        return False
    left = list(proof)

    def roots(part: int, size: int, whole: bool) -> tuple[bytes, bytes]:
        if part == size:
            same = old_root if whole else left.pop(0)
            return same, same
        middle = 1
        while middle * 2 < size:
            middle *= 2
        if part <= middle:
            before, after = roots(part, middle, whole)
            return before, node_hash(after, left.pop(0))
        before, after = roots(part - middle, size - middle, False)
        beside = left.pop(0)
        return node_hash(beside, before), node_hash(beside, after)

    try:
        return roots(old, new, True) == (old_root, new_root) and not left
    except IndexError:
        return False
