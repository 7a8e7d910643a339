"""The vectors that other projects publish hold here, byte for byte."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest
import rfc8785
from tests.house.shared import SHARED, shared

from lawgate.errors import LedgerFormatError
from lawgate.ledger.checkpoint import Checkpoint, parse_checkpoint, parse_signed_checkpoint
from lawgate.ledger.examine import examine
from lawgate.ledger.growth import Edge, grow
from lawgate.ledger.hashing import EMPTY_ROOT, leaf_hash
from lawgate.ledger.keys import parse_key
from lawgate.ledger.note import Note, parse_note, parse_signature
from lawgate.ledger.policy import Policy
from lawgate.ledger.proofs import extends, includes
from lawgate.ledger.reading import TileHashes, read_bundle
from lawgate.ledger.tiles import encode_bundle
from lawgate.ledger.tree import consistency_proof, inclusion_proof
from lawgate.ledger.trust import Trust

VECTORS = SHARED / "vectors"
TESSERA_KEY = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"


def merkle(kind: str) -> list[Path]:
    return sorted((VECTORS / "transparency-dev_merkle" / "testdata" / kind).rglob("*.json"))


def case(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def proof(read: dict[str, Any]) -> list[bytes]:
    return [base64.b64decode(one) for one in read["proof"] or ()]


@pytest.mark.parametrize("kind", ["inclusion", "consistency"])
def test_there_are_ninety_eight_vectors_of_each_kind(kind: str) -> None:
    shared("vectors")
    wanted = [case(path)["wantErr"] for path in merkle(kind)]
    assert len(wanted) == 98
    assert 0 < wanted.count(False) < 98


@pytest.mark.parametrize("path", merkle("inclusion"), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_an_inclusion_vector_is_judged_as_published(path: Path) -> None:
    read = case(path)
    held = includes(
        leaf=base64.b64decode(read["leafHash"]), index=read["leafIdx"], size=read["treeSize"],
        path=proof(read), root=base64.b64decode(read["root"]),
    )  # fmt: skip
    assert held is not read["wantErr"]


@pytest.mark.parametrize("path", merkle("consistency"), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_consistency_vector_is_judged_as_published(path: Path) -> None:
    read = case(path)
    held = extends(
        old=read["size1"], old_root=base64.b64decode(read["root1"]),
        new=read["size2"], new_root=base64.b64decode(read["root2"]), proof=proof(read),
    )  # fmt: skip
    assert held is not read["wantErr"]


def test_nine_roots_and_fifteen_nodes_are_as_published() -> None:
    read = case(shared("vectors", "rfc6962_roots.json"))
    leaves = [leaf_hash(bytes.fromhex(one)) for one in read["leaves_hex"]]
    roots = [grow(Edge(), leaves[:size])[0].root.hex() for size in range(9)]
    assert roots == read["roots_hex"]
    tiles = {tile.path: tile.hashes for tile in grow(Edge(), leaves)[1]}
    hashes = TileHashes(Held(tiles), 8)
    nodes = [hashes(height, number).hex() for height in range(4) for number in range(8 >> height)]
    assert len(nodes) == 15
    assert sorted(nodes) == sorted(read["node_hashes_hex"])


class Held:
    """Files in a dictionary."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def read(self, path: str) -> bytes | None:
        return self.files.get(path)


class Folder:
    """Another project's log, its checkpoint the one of a size."""

    def __init__(self, size: int) -> None:
        self.root, self.size = shared("vectors", "transparency-dev_tessera", "testdata", "log"), size

    def read(self, path: str) -> bytes | None:
        place = self.root / (f"checkpoint.{self.size}" if path == "checkpoint" else path)
        return place.read_bytes() if place.is_file() else None


@pytest.mark.parametrize("size", range(16))
def test_another_projects_log_is_found_sound_at_every_checkpoint(size: int) -> None:
    examined = examine(Folder(size), Trust(Policy((parse_key(TESSERA_KEY),))), ours=False)
    assert examined.faults == ()
    assert examined.signed is not None
    assert examined.signed.checkpoint.size == size
    assert (size > 0) is (examined.signed.checkpoint.root != EMPTY_ROOT)


def test_another_projects_checkpoint_is_refused_under_another_key() -> None:
    other = parse_key(case(shared("vectors", "go_note_vectors.json"))["peter_vkey"])
    assert examine(Folder(3), Trust(Policy((other,))), ours=False).faults


@pytest.mark.parametrize("size", range(1, 16))
def test_our_tiles_of_another_projects_entries_are_its_tiles(size: int) -> None:
    log = Folder(size)
    entries = read_bundle(log, 0, size)
    assert encode_bundle(entries) == log.read(f"tile/entries/000.p/{size}")
    (tile,) = grow(Edge(), map(leaf_hash, entries))[1]
    assert (tile.path, tile.hashes) == (f"tile/0/000.p/{size}", log.read(f"tile/0/000.p/{size}"))


def test_our_proofs_hold_between_another_projects_signed_roots() -> None:
    roots = [
        parse_signed_checkpoint(Folder(size).read("checkpoint") or b"").checkpoint.root for size in range(16)
    ]
    hashes = TileHashes(Folder(15), 15)
    for new in range(1, 16):
        entries = read_bundle(Folder(new), 0, new)
        for at in range(new):
            path = inclusion_proof(hashes, at, new)
            assert includes(leaf=leaf_hash(entries[at]), index=at, size=new, path=path, root=roots[new])
        for old in range(1, new + 1):
            between = consistency_proof(hashes, old, new)
            assert extends(old=old, old_root=roots[old], new=new, new_root=roots[new], proof=between)


def test_published_notes_are_verified_and_rendered_byte_for_byte() -> None:
    read = case(shared("vectors", "go_note_vectors.json"))
    lines = [read[f"{name}_sig_line"] for name in ("peter", "enoch")]
    whole = (read["text"] + "\n" + "".join(lines)).encode()
    note = parse_note(whole)
    assert note.render() == whole
    for name in ("peter", "enoch"):
        key = parse_key(read[f"{name}_vkey"])
        assert key.line == read[f"{name}_vkey"]
        assert note.signature_of(key)
        other = Note(note.text.replace("answer", "question"), note.signatures)
        assert other.belied_by(key)
        assert not other.signature_of(key)
    assert [parse_signature(line.rstrip("\n")).line for line in lines] == lines


def test_keys_that_are_published_as_bad_are_refused() -> None:
    bad = case(shared("vectors", "go_note_vectors.json"))["bad_vkeys"]
    assert len(bad) == 2
    for line in bad:
        with pytest.raises(LedgerFormatError):
            parse_key(line)


def test_the_published_tree_note_has_the_size_and_root_that_we_write() -> None:
    read = case(shared("vectors", "go_note_vectors.json"))["tree_note"]
    head = Checkpoint("go.sum database tree", read["n"], leaf_hash(read["record"].encode()))
    assert head.text == read["text"]
    assert parse_checkpoint(read["text"]) == head


@pytest.mark.parametrize("name", ["arrays", "french", "structures", "unicode", "values", "weird"])
def test_canonical_json_is_as_published(name: str) -> None:
    folder = shared("vectors", "cyberphone_json-canonicalization", "testdata")
    given = json.loads((folder / "input" / f"{name}.json").read_text(encoding="utf-8"))
    wanted = bytes.fromhex("".join((folder / "outhex" / f"{name}.txt").read_text(encoding="ascii").split()))
    assert rfc8785.dumps(given) == wanted
