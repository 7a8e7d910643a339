"""Roots and proofs of a Merkle tree whose complete subtrees can be looked up: the arithmetic alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lawgate.errors import InputError
from lawgate.ledger.hashing import join_right

Hashes = Callable[[int, int], bytes]
"""The hash of the complete subtree over leaves [number << height, (number + 1) << height)."""


def root(hashes: Hashes, size: int) -> bytes:
    """The Merkle tree hash of the first `size` leaves (RFC 6962 section 2.1)."""
    return range_hash(hashes, 0, size)


def inclusion_proof(hashes: Hashes, index: int, size: int) -> tuple[bytes, ...]:
    """The audit path of a leaf in the tree of `size` leaves, from its sibling up.

    InputError for an index outside the tree. Source: RFC 6962 section 2.1.1.
    """
    if not 0 <= index < size:
        raise InputError(f"the log of {size} entries has no entry {index}", mend="entries count from 0")
    return tuple(_path(hashes, index, 0, size))


def consistency_proof(hashes: Hashes, old: int, new: int) -> tuple[bytes, ...]:
    """The proof that the tree of `old` leaves is a prefix of the tree of `new` leaves.

    InputError unless 0 < old <= new: nothing can be shown of an empty tree. Source: RFC 6962 section 2.1.2.
    """
    if not 0 < old <= new:
        raise InputError(f"no consistency from {old} to {new} entries", mend="ask with 0 < old <= new")
    return tuple(_subproof(hashes, old, 0, new, whole=True))


def range_hash(hashes: Hashes, start: int, end: int) -> bytes:
    """The root over leaves [start, end), where start is a multiple of the next power of two of the length."""
    return join_right([hashes(height, number) for height, number in subtrees(start, end)])


def subtrees(start: int, end: int) -> Iterator[tuple[int, int]]:
    """The complete subtrees (height, number) that make up leaves [start, end), from left to right."""
    while start < end:
        height = (end - start).bit_length() - 1
        if start:
            height = min(height, (start & -start).bit_length() - 1)
        yield height, start >> height
        start += 1 << height


def _path(hashes: Hashes, index: int, start: int, end: int) -> list[bytes]:
    """PATH(m, D[n]) of RFC 6962 section 2.1.1, with D[n] the leaves [start, end)."""
    if end - start == 1:
        return []
    middle = start + _split(end - start)
    if index < middle:
        return [*_path(hashes, index, start, middle), range_hash(hashes, middle, end)]
    return [*_path(hashes, index, middle, end), range_hash(hashes, start, middle)]


def _subproof(hashes: Hashes, old: int, start: int, end: int, *, whole: bool) -> list[bytes]:
    """SUBPROOF(m, D[n], b) of RFC 6962 section 2.1.2; `whole` is b, `old` counts from the log's start."""
    if old == end:
        return [] if whole else [range_hash(hashes, start, end)]
    middle = start + _split(end - start)
    if old <= middle:
        return [
            *_subproof(hashes, old, start, middle, whole=whole),
            range_hash(hashes, middle, end),
        ]
    return [*_subproof(hashes, old, middle, end, whole=False), range_hash(hashes, start, middle)]


def _split(leaves: int) -> int:
    """The largest power of two smaller than the number of leaves (k of RFC 6962 section 2.1)."""
    return 1 << ((leaves - 1).bit_length() - 1)
