"""Every tree from 0 to 300 leaves: each proof holds, and no proof with a hash changed does."""

from __future__ import annotations

import random
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.logs import is_prefix

from lawgate.errors import InputError
from lawgate.ledger.growth import Edge, grow
from lawgate.ledger.hashing import EMPTY_ROOT, leaf_hash, node_hash
from lawgate.ledger.proofs import extends, includes
from lawgate.ledger.reading import TileHashes, read_edge
from lawgate.ledger.tree import consistency_proof, inclusion_proof, range_hash, root
from lawgate.verify import root_from_path, tree_root

LEAVES = [leaf_hash(number.to_bytes(2, "big")) for number in range(301)]
WRONG = b"\x55" * 32


class Tiles:
    """The tiles of a log of some leaves, each as large as it then is."""

    def __init__(self, leaves: list[bytes]) -> None:
        self.files = {tile.path: tile.hashes for tile in grow(Edge(), leaves)[1]}

    def read(self, path: str) -> bytes | None:
        return self.files.get(path)


@cache
def hashes(size: int) -> TileHashes:
    return TileHashes(Tiles(LEAVES[:size]), size)


@cache
def root_of(size: int) -> bytes:
    return tree_root(LEAVES[:size])


def test_the_root_of_every_size_is_that_of_the_other_implementation() -> None:
    for size in range(301):
        edge = grow(Edge(), LEAVES[:size])[0]
        assert edge.root == root(hashes(size), size) == root_of(size)
        assert read_edge(Tiles(LEAVES[:size]), size) == edge
    assert root_of(0) == EMPTY_ROOT
    assert len({root_of(size) for size in range(301)}) == 301


def test_a_log_grown_in_any_two_steps_is_the_log_grown_in_one() -> None:
    for size in (1, 2, 255, 256, 257, 300):
        whole, tiles = grow(Edge(), LEAVES[:size])
        for middle in range(size + 1):
            first, before = grow(Edge(), LEAVES[:middle])
            both, after = grow(first, LEAVES[middle:size])
            assert both == whole
            held = {tile.path: tile for tile in (*before, *after)}
            assert all(held[tile.path] == tile for tile in tiles)


def test_every_inclusion_proof_holds_in_both_implementations_and_none_with_a_hash_changed() -> None:
    for size in range(1, 301):
        for index in range(size):
            path = list(inclusion_proof(hashes(size), index, size))
            assert root_from_path(LEAVES[index], index, size, path) == root_of(size)
            assert _includes(index, size, path)
            for at in range(len(path)):
                assert not _includes(index, size, [*path[:at], WRONG, *path[at + 1 :]])


def test_every_consistency_proof_holds_in_both_implementations_and_none_with_a_hash_changed() -> None:
    for new in range(1, 301):
        for old in range(1, new + 1):
            proof = list(consistency_proof(hashes(new), old, new))
            assert is_prefix(old, root_of(old), new, root_of(new), proof)
            assert _extends(old, new, proof)
            for at in range(len(proof)):
                assert not _extends(old, new, [*proof[:at], WRONG, *proof[at + 1 :]])


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_proofs_that_are_cut_lengthened_or_of_another_place_are_refused(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, 300))
    index = data.draw(st.integers(0, size - 1))
    path = list(inclusion_proof(hashes(size), index, size))
    other = data.draw(st.integers(0, size - 1).filter(lambda at: at != index))
    assert not _includes(index, size, path[:-1])
    assert not _includes(index, size, [*path, WRONG])
    assert not _includes(other, size, path)
    assert not includes(leaf=LEAVES[index], index=index, size=size, path=path, root=WRONG)
    assert not includes(leaf=WRONG, index=index, size=size, path=path, root=root_of(size))
    joined = [*path[:-2], b"".join(path[-2:])]  # a short path whose last hash would be two hashes in one
    for wrong in (path[:-1], [*path, WRONG], joined):
        assert root_from_path(LEAVES[index], index, size, wrong) == b"" or wrong == path


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_consistency_that_is_cut_lengthened_or_of_other_roots_is_refused(data: st.DataObject) -> None:
    new = data.draw(st.integers(2, 300))
    old = data.draw(st.integers(1, new - 1))
    proof = list(consistency_proof(hashes(new), old, new))
    assert not _extends(old, new, proof[:-1])
    assert not _extends(old, new, [*proof, WRONG])
    assert not extends(old=old, old_root=WRONG, new=new, new_root=root_of(new), proof=proof)
    assert not extends(old=old, old_root=root_of(old), new=new, new_root=WRONG, proof=proof)


def test_a_path_longer_than_the_tree_is_high_is_refused_though_it_leads_to_the_root_that_is_claimed() -> None:
    # No tree of the size has these roots; whoever signs one anyway must not get a proof accepted under it.
    longer = node_hash(WRONG, LEAVES[0])
    assert not includes(leaf=LEAVES[0], index=0, size=1, path=[WRONG], root=longer)
    proof = [*consistency_proof(hashes(4), 3, 4), WRONG]
    old_root, new_root = node_hash(WRONG, root_of(3)), node_hash(WRONG, root_of(4))
    assert not extends(old=3, old_root=old_root, new=4, new_root=new_root, proof=proof)


def test_equal_trees_are_consistent_by_an_empty_proof_alone() -> None:
    assert _extends(7, 7, [])
    assert not _extends(7, 7, [WRONG])
    assert not extends(old=7, old_root=root_of(7), new=7, new_root=root_of(8), proof=[])


def test_nothing_is_shown_of_an_empty_tree_or_of_a_shrinking_one() -> None:
    assert not extends(old=0, old_root=EMPTY_ROOT, new=0, new_root=EMPTY_ROOT, proof=[])
    assert not extends(old=0, old_root=EMPTY_ROOT, new=3, new_root=root_of(3), proof=[])
    assert not extends(old=4, old_root=root_of(4), new=3, new_root=root_of(3), proof=[])
    for old, new in ((0, 3), (4, 3), (0, 0)):
        with pytest.raises(InputError):
            consistency_proof(hashes(3), old, new)


@pytest.mark.parametrize("index", [-1, 3, 300])
def test_an_index_outside_the_tree_has_no_proof_and_is_in_no_tree(index: int) -> None:
    assert not includes(leaf=LEAVES[0], index=index, size=3, path=[], root=LEAVES[0])
    with pytest.raises(InputError):
        inclusion_proof(hashes(3), index, 3)


@pytest.mark.parametrize("length", [0, 31, 33])
def test_what_has_not_the_length_of_a_hash_proves_nothing(length: int) -> None:
    odd = bytes(length)
    assert not includes(leaf=odd, index=0, size=1, path=[], root=odd)
    assert not extends(old=1, old_root=odd, new=2, new_root=node_hash(odd, WRONG), proof=[WRONG])
    assert not extends(old=1, old_root=WRONG, new=2, new_root=node_hash(WRONG, odd), proof=[odd])


def test_larger_trees_agree_with_the_other_implementation() -> None:
    picked = random.Random(20_261_122)
    leaves = [leaf_hash(number.to_bytes(4, "big")) for number in range(70_000)]
    for size in (65_535, 65_536, 65_537, 70_000):
        tiles = TileHashes(Tiles(leaves[:size]), size)
        whole = tree_root(leaves[:size])
        assert range_hash(tiles, 0, size) == whole
        for _ in range(30):
            index, old = picked.randrange(size), picked.randrange(1, size + 1)
            path = list(inclusion_proof(tiles, index, size))
            assert root_from_path(leaves[index], index, size, path) == whole
            assert includes(leaf=leaves[index], index=index, size=size, path=path, root=whole)
            proof = consistency_proof(tiles, old, size)
            before = range_hash(tiles, 0, old)
            assert is_prefix(old, before, size, whole, proof)
            assert extends(old=old, old_root=before, new=size, new_root=whole, proof=proof)


def _includes(index: int, size: int, path: list[bytes]) -> bool:
    return includes(leaf=LEAVES[index], index=index, size=size, path=path, root=root_of(size))


def _extends(old: int, new: int, proof: list[bytes]) -> bool:
    return extends(old=old, old_root=root_of(old), new=new, new_root=root_of(new), proof=proof)
