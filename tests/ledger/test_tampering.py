"""Whatever is done to a copied ledger is found offline and called by its name (the long form is in bench/)."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from tests.ledger.logs import LOG, OTHER_LOG, cosigned, entries, entry, made_log, policy, trust
from tests.ledger.memory import Memory
from tests.ledger.tampering import KINDS, SIZES, examined, tampered, told_alone, world

from lawgate import verify
from lawgate.ledger.checkpoint import parse_signed_checkpoint
from lawgate.ledger.epochs import render_epochs, rotate
from lawgate.ledger.examine import examine
from lawgate.ledger.faults import FaultKind
from lawgate.ledger.leftovers import check_leftovers
from lawgate.ledger.note import sign
from lawgate.ledger.tiles import encode_bundle
from lawgate.ledger.trust import Trust
from lawgate.stores.ledger.sequencer import Sequencer

EACH = 50


def test_the_untouched_copy_has_no_fault() -> None:
    assert examined(world().files).faults == ()
    assert list(check_leftovers(Memory(world().files), world().files, SIZES[-1])) == []


@pytest.mark.parametrize("name", KINDS)
def test_every_tampering_is_found_and_named(name: str) -> None:
    hand, wanted = KINDS[name]
    for seed in range(EACH):
        found = {fault.kind for fault in examined(tampered(hand, Random(seed))).faults}
        assert found & wanted, (name, seed, found)


@pytest.mark.parametrize("name", KINDS)
def test_every_tampering_is_found_by_the_verifier_in_one_file(name: str, tmp_path: Path) -> None:
    for seed in range(3):
        assert told_alone(tampered(KINDS[name][0], Random(seed)), tmp_path / str(seed)), seed


def test_the_verifier_in_one_file_finds_no_problem_in_the_untouched_copy(tmp_path: Path) -> None:
    assert told_alone(world().files, tmp_path) == []


def test_faults_name_the_entries_that_they_concern() -> None:
    held = entries(0, 10)
    cases = {
        "changed entry entry 4": [*held[:4], entry(77), *held[5:]],
        "deleted entry entries 2 to 4": [*held[:2], *held[5:]],
        "inserted entry entry 3": [*held[:3], entry(77), *held[3:]],
        "swapped entries entry 1": [held[0], held[6], *held[2:6], held[1], *held[7:]],
        "cut tail entries 7 to 9": held[:7],
    }
    storage, _ = made_log(held)
    for told, altered in cases.items():
        files = {**storage.files, "tile/entries/000.p/10": encode_bundle(altered)}
        found = examine(Memory(files), trust(storage)).faults
        assert told in [f"{fault.kind.value} {fault.where}" for fault in found]
        assert len({fault.kind for fault in found}) == 1


def test_a_flipped_bit_does_not_hide_an_entry_that_was_added() -> None:
    held = entries(0, 10)
    storage, _ = made_log(held)
    bundle = bytearray(encode_bundle([*held, entry(77)]))
    bundle[30] ^= 1
    files = {**storage.files, "tile/entries/000.p/10": bytes(bundle)}
    kinds = {fault.kind for fault in examine(Memory(files), trust(storage)).faults}
    assert kinds == {FaultKind.CHANGED, FaultKind.INSERTED}


def test_an_entry_that_was_moved_is_called_out_of_order_and_nothing_else() -> None:
    held = entries(0, 10)
    storage, _ = made_log(held)
    moved = [*held[:2], *held[3:8], held[2], *held[8:]]
    files = {**storage.files, "tile/entries/000.p/10": encode_bundle(moved)}
    assert {fault.kind for fault in examine(Memory(files), trust(storage)).faults} == {FaultKind.SWAPPED}


def test_a_missing_tile_is_told_and_the_entries_are_still_held_against_the_root() -> None:
    for path in ("tile/0/001", "tile/0/002.p/188", "tile/1/000.p/2"):
        files = {name: data for name, data in world().files.items() if name != path}
        assert [(fault.kind, fault.where) for fault in examined(files).faults] == [
            (FaultKind.MISSING_TILE, path)
        ]


def test_a_bundle_that_is_gone_from_the_middle_is_a_deletion_and_from_the_end_a_cut() -> None:
    for path, kind in (
        ("tile/entries/001", FaultKind.DELETED),
        ("tile/entries/002.p/188", FaultKind.CUT_TAIL),
    ):
        files = {name: data for name, data in world().files.items() if name != path}
        assert {fault.kind for fault in examined(files).faults} == {kind}


def test_a_bundle_and_its_tile_gone_from_the_middle_are_not_taken_for_the_end() -> None:
    gone = {"tile/entries/001", "tile/0/001"}
    files = {name: data for name, data in world().files.items() if not name.startswith(tuple(gone))}
    kinds = {fault.kind for fault in examined(files).faults}
    assert FaultKind.DELETED in kinds
    assert FaultKind.CUT_TAIL not in kinds


def test_entries_that_stand_in_a_neighbours_bundle_are_told() -> None:
    files = dict(world().files)
    one, other = (verify.read_entries(files[f"tile/entries/00{at}"]) for at in (0, 1))
    files["tile/entries/000"] = encode_bundle(one[:-1])
    files["tile/entries/001"] = encode_bundle([one[-1], *other])
    assert {fault.kind for fault in examined(files).faults} == {FaultKind.CHANGED}


def test_a_wrong_hash_and_a_short_tile_are_told_apart_from_a_flipped_bit() -> None:
    tile = world().files["tile/0/001"]
    for altered in (tile[:32] + bytes(32) + tile[64:], bytes(32) + tile[32:]):
        files = {**world().files, "tile/0/001": altered}
        assert {fault.kind for fault in examined(files).faults} == {FaultKind.CHANGED_TILE}
    upper = {**world().files, "tile/1/000.p/2": world().files["tile/1/000.p/2"][:40]}
    assert {fault.kind for fault in examined(upper).faults} == {FaultKind.CHANGED_TILE}


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("tile/0/001", FaultKind.CHANGED_TILE),
        ("tile/0/002.p/188", FaultKind.CHANGED_TILE),
        ("tile/1/000.p/2", FaultKind.CHANGED_TILE),
        ("tile/entries/001", FaultKind.CHANGED),
        ("tile/entries/002.p/188", FaultKind.CHANGED),
    ],
)
def test_bytes_behind_the_last_entry_or_hash_of_a_file_are_told(path: str, kind: FaultKind) -> None:
    for more in (b"\0", b"\xff\xff"):
        found = examined({**world().files, path: world().files[path] + more}).faults
        assert kind in {fault.kind for fault in found}, more


def test_a_full_tile_stands_for_a_partial_one_that_is_gone() -> None:
    storage, (head, *_) = made_log(entries(0, 200), entries(200, 600))
    storage.files["checkpoint"] = head.note.render()
    assert "tile/0/000.p/200" not in storage.files
    assert {one.kind for one in examine(storage, trust(storage)).faults} <= {FaultKind.CHANGED_INDEX}


def test_an_index_that_is_short_or_wrong_is_told() -> None:
    index = world().files["index"]
    for altered in (index[:-16], bytes(16) + index[16:], b""):
        assert {one.kind for one in examined({**world().files, "index": altered}).faults} == {
            FaultKind.CHANGED_INDEX
        }


def test_what_stands_behind_the_end_of_the_log_is_let_be() -> None:
    behind = {
        "tile/0/003": bytes(8192),
        "tile/0/002.p/200": bytes(6400),
        "tile/entries/002.p/200": bytes(400),
    }
    files = {**world().files, **behind, "index": world().files["index"] + b"more"}
    assert examined(files).faults == ()
    assert list(check_leftovers(Memory(files), files, SIZES[-1])) == []


@pytest.mark.parametrize("path", ["tile/0/001.p/224", "tile/entries/001.p/224", "tile/1/000.p/1"])
def test_a_partial_tile_of_an_earlier_checkpoint_is_held_against_what_it_became(path: str) -> None:
    files = {**world().files, **world().earlier[1]}
    assert path in files
    assert list(check_leftovers(Memory(files), files, SIZES[-1])) == []
    files[path] = bytes([files[path][0] ^ 1]) + files[path][1:]
    assert [fault.where for fault in check_leftovers(Memory(files), files, SIZES[-1])] == [path]


def test_rewritten_entries_are_narrowed_down_by_the_tiles_above_them() -> None:
    files = tampered(KINDS["rewrite entries and tiles"][0], Random(3))
    files["tile/1/000.p/2"] = world().files["tile/1/000.p/2"]
    changed = next(path for path in ("tile/0/000", "tile/0/001") if files[path] != world().files[path])
    run = {"tile/0/000": "entries 0 to 255", "tile/0/001": "entries 256 to 511"}[changed]
    told = [fault.says for fault in examined(files).faults if fault.kind is FaultKind.REWRITTEN]
    assert told == [f"{run} do not give the hash recorded above them"]


@pytest.mark.parametrize(
    ("order", "kind"),
    [
        ((0, 1, 3), FaultKind.DELETED),
        ((0, 1, 1, 2), FaultKind.INSERTED),
        ((0, 2, 1, 3), FaultKind.SWAPPED),
    ],
)
def test_a_case_that_skips_or_repeats_a_number_is_told_though_all_is_signed(
    order: tuple[int, ...], kind: FaultKind
) -> None:
    storage, (head,) = made_log([entry(at, cases=1) for at in order])
    assert [fault.kind for fault in examine(storage, trust(storage, head)).faults] == [kind]


def test_what_is_no_entry_is_told_though_it_is_signed() -> None:
    storage, _ = made_log([entry(0), b"no entry"])
    assert [fault.where for fault in examine(storage, trust(storage)).faults] == ["entry 1"]


def test_a_head_whose_signatures_do_not_hold_is_told_and_proves_nothing() -> None:
    storage, (head,) = made_log(entries(0, 4))
    for bad in (
        parse_signed_checkpoint(head.note.render().replace(b"\n4\n", b"\n9\n")),
        made_log(entries(0, 9), signer=OTHER_LOG)[1][0],
    ):
        kinds = {fault.kind for fault in examine(storage, trust(storage, bad)).faults}
        assert kinds & {FaultKind.CHANGED_CHECKPOINT, FaultKind.NOT_SIGNED}
        assert not kinds & {FaultKind.OLD_BACKUP, FaultKind.FORK}


def test_a_smaller_head_of_the_same_history_agrees_and_one_of_another_is_a_fork() -> None:
    storage, heads = made_log(entries(0, 3), entries(3, 300))
    _, (other,) = made_log([entry(0), entry(6), entry(7)])
    assert examine(storage, trust(storage, *heads)).faults == ()
    assert [one.kind for one in examine(storage, trust(storage, other)).faults] == [FaultKind.FORK]


def test_too_few_witnesses_are_told() -> None:
    storage, _ = made_log(entries(0, 3))
    sequencer = Sequencer(storage, LOG)
    sequencer.append(entries(3, 4))
    assert [one.kind for one in examine(storage, trust(storage)).faults] == [FaultKind.NOT_WITNESSED]
    cosigned(sequencer)
    assert examine(storage, trust(storage)).faults == ()


def test_a_key_signs_only_in_its_epoch() -> None:
    storage, _ = made_log(entries(0, 3))
    epochs = trust(storage).epochs
    for size, kinds in ((3, []), (2, [FaultKind.WRONG_EPOCH])):
        rotated = rotate(epochs, size=size, key=OTHER_LOG.key)
        found = examine(storage, Trust(policy(), rotated)).faults
        assert [fault.kind for fault in found] == kinds, render_epochs(rotated)


def test_a_log_under_another_name_is_not_the_one_that_is_trusted() -> None:
    storage, (head,) = made_log(entries(0, 3))
    text = head.note.text.replace("disclosures", "elsewhere")
    renamed = head.note.__class__(text).signed([sign(LOG, text)])
    storage.files["checkpoint"] = renamed.render()
    kinds = {fault.kind for fault in examine(storage, trust(storage, head)).faults}
    assert {FaultKind.NOT_SIGNED, FaultKind.DROPPED_LOG} <= kinds
