"""Checking a proof: whether a leaf is in a tree, and whether one tree is the beginning of another."""

from __future__ import annotations

from collections.abc import Sequence

from lawgate.ledger.hashing import HASH_BYTES, node_hash


def includes(*, leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether the path leads from the leaf's hash at `index` to the root of the tree of `size` leaves.

    The numbered steps are those of RFC 9162 section 2.1.3.2.
    """
    if not 0 <= index < size or not _hashes(leaf, root, *path):  # step 1
        return False
    at, last, found = index, size - 1, leaf  # steps 2 and 3
    for sibling in path:  # step 4
        if last == 0:
            return False
        if at & 1 or at == last:
            found = node_hash(sibling, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        at, last = at >> 1, last >> 1
    return last == 0 and found == root  # step 5


def extends(*, old: int, old_root: bytes, new: int, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the tree of `old` leaves is the beginning of the tree of `new` leaves.

    Nothing is shown of an empty tree, so `old` 0 is refused. The numbered steps are those of RFC 9162 section
    2.1.4.2; equal sizes have the empty proof and one root.
    """
    if not 0 < old <= new:
        return False
    if old == new:
        return not proof and old_root == new_root
    if not proof or not _hashes(old_root, new_root, *proof):  # step 1
        return False
    path = [old_root, *proof] if old & (old - 1) == 0 else list(proof)  # step 2
    at, last = old - 1, new - 1  # step 3
    while at & 1:  # step 4
        at, last = at >> 1, last >> 1
    found_old = found_new = path[0]  # step 5
    for sibling in path[1:]:  # step 6
        if last == 0:
            return False
        if at & 1 or at == last:
            found_old, found_new = node_hash(sibling, found_old), node_hash(sibling, found_new)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found_new = node_hash(found_new, sibling)
        at, last = at >> 1, last >> 1
    return found_old == old_root and found_new == new_root and last == 0  # step 7


def _hashes(*values: bytes) -> bool:
    return all(len(value) == HASH_BYTES for value in values)
