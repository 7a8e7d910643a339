"""Single flipped bits: found by trying each, and undone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lawgate.ledger.hashing import leaf_hash

TRIED_BYTES_MAX: Final = 4096
"""A longer entry is told as changed: each of its bits costs one hash."""


def one_bit_apart(one: bytes, other: bytes) -> bool:
    """Whether two texts of one length differ in a single bit."""
    return (
        len(one) == len(other)
        and (int.from_bytes(one, "big") ^ int.from_bytes(other, "big")).bit_count() == 1
    )


def mend_bundle(bundle: bytes, recorded: Sequence[bytes]) -> tuple[list[bytes], list[int]] | None:
    """The entries of a bundle with flipped bits undone, and which entries had one.

    A flip in an entry's length counts as that entry's. None where single bits, one an entry, do not explain what
    differs from the leaf hashes recorded.
    """
    entries, flipped, at = list[bytes](), list[int](), 0
    for number, leaf in enumerate(recorded):
        entry = _entry_at(bundle, at, 0)
        if entry is None or leaf_hash(entry) != leaf:
            entry = _other_length(bundle, at, leaf) or (_other_bit(entry, leaf) if entry else None)
            if entry is None:
                return None
            flipped.append(number)
        entries.append(entry)
        at += 2 + len(entry)
    return (entries, flipped) if at == len(bundle) else None


def _other_length(bundle: bytes, at: int, leaf: bytes) -> bytes | None:
    for bit in range(16):
        entry = _entry_at(bundle, at, 1 << bit)
        if entry is not None and leaf_hash(entry) == leaf:
            return entry
    return None


def _other_bit(entry: bytes, leaf: bytes) -> bytes | None:
    if len(entry) > TRIED_BYTES_MAX:
        return None
    tried = bytearray(entry)
    for at in range(len(entry)):
        for bit in range(8):
            tried[at] ^= 1 << bit
            if leaf_hash(bytes(tried)) == leaf:
                return bytes(tried)
            tried[at] ^= 1 << bit
    return None


def _entry_at(bundle: bytes, at: int, flip: int) -> bytes | None:
    end = at + 2 + (int.from_bytes(bundle[at : at + 2], "big") ^ flip)
    return bundle[at + 2 : end] if at + 2 <= len(bundle) and end <= len(bundle) else None
