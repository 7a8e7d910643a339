"""The three hashes of a Merkle log, and a root from the hashes of consecutive subtrees."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Final

HASH_BYTES: Final = 32

# RFC 6962 section 2.1: MTH({}) = SHA-256().
EMPTY_ROOT: Final = sha256(b"").digest()


def leaf_hash(entry: bytes) -> bytes:
    """The hash of a leaf. RFC 6962 section 2.1: MTH({d(0)}) = SHA-256(0x00 || d(0))."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two subtrees. RFC 6962 section 2.1: SHA-256(0x01 || left || right)."""
    return sha256(b"\x01" + left + right).digest()


def join_right(hashes: Sequence[bytes]) -> bytes:
    """The root over complete subtrees from left to right, none higher than the one before it.

    RFC 6962 section 2.1 splits at the largest power of two, so the rightmost two are joined first.
    """
    if not hashes:
        return EMPTY_ROOT
    root = hashes[-1]
    for left in hashes[-2::-1]:
        root = node_hash(left, root)
    return root


def join_pairs(hashes: bytes) -> bytes:
    """The root of a complete subtree, given the concatenated hashes of one level of it."""
    while len(hashes) > HASH_BYTES:
        pair = 2 * HASH_BYTES
        hashes = b"".join(
            sha256(b"\x01" + hashes[at : at + pair]).digest() for at in range(0, len(hashes), pair)
        )
    return hashes
