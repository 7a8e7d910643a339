"""A copied ledger and a proof are checked offline, each fault named, and nothing that cannot be read is judged."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.ledger.logs import LOG, OTHER_LOG, entries
from tests.service.ledger_folder import SIZE, Ledger, made_ledger, opened_proof

from lawgate.errors import InputError, LedgerFormatError
from lawgate.ledger.epochs import parse_epochs, render_epochs, rotate
from lawgate.ledger.views import Viewer
from lawgate.service.ledger.check import checkpoint, prove, verify
from lawgate.stores.ledger.disk import Disk
from lawgate.stores.ledger.sequencer import Sequencer


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return made_ledger(tmp_path)


def kinds(document: dict[str, object]) -> list[str]:
    return [one["kind"] for one in document["faults"]]  # type: ignore[attr-defined]


def test_a_sound_folder_has_no_fault_and_tells_who_signed(ledger: Ledger) -> None:
    document = verify(ledger.folder, witness=ledger.keys, heads=(ledger.head,))
    assert document["faults"] == []
    assert (document["size"], document["origin"], document["heads"]) == (SIZE, LOG.key.name, 1)
    assert document["witnesses"] == ["w0", "w1"]
    assert document["trusted"] == "keys.txt"


def test_without_keys_of_his_own_the_reader_is_told_what_that_is_worth(ledger: Ledger) -> None:
    document = verify(ledger.folder)
    assert document["faults"] == []
    assert "would pass" in document["trusted"]


def test_a_ledger_made_anew_passes_by_its_own_keys_and_fails_by_those_brought_along(ledger: Ledger) -> None:
    shutil.rmtree(ledger.folder)
    made = made_ledger(ledger.folder.parent / "again")
    text = made.keys.read_text(encoding="utf-8").replace(LOG.key.line, OTHER_LOG.key.line)
    ledger.keys.write_text(text, encoding="utf-8")
    assert kinds(verify(made.folder)) == []
    assert "not signed by the log" in kinds(verify(made.folder, witness=ledger.keys))


def test_every_part_of_the_folder_is_looked_at(ledger: Ledger) -> None:
    for path in sorted(ledger.folder.rglob("*")):
        if path.is_dir() or path.name == "lock":
            continue
        whole = path.read_bytes()
        path.write_bytes(whole[:-3] + bytes([whole[-3] ^ 4]) + whole[-2:])
        assert verify(ledger.folder, witness=ledger.keys, heads=(ledger.head,))["faults"], path
        path.write_bytes(whole)
    assert verify(ledger.folder, witness=ledger.keys, heads=(ledger.head,))["faults"] == []


def test_a_folder_whose_checkpoint_is_gone_is_a_dropped_log_and_any_other_folder_is_none(
    ledger: Ledger, tmp_path: Path
) -> None:
    (ledger.folder / "checkpoint").unlink()
    assert kinds(verify(ledger.folder)) == ["dropped log"]
    (tmp_path / "empty").mkdir()
    assert kinds(verify(tmp_path / "empty", heads=(ledger.head,))) == ["dropped log"]
    with pytest.raises(InputError, match="no ledger lies here"):
        verify(tmp_path / "empty")


def test_epochs_kept_elsewhere_overrule_those_of_the_folder(ledger: Ledger, tmp_path: Path) -> None:
    own = (ledger.folder / "epochs").read_bytes()
    kept = tmp_path / "epochs.txt"
    kept.write_bytes(own)
    assert kinds(verify(ledger.folder, witness=ledger.keys, epochs=kept)) == []
    kept.write_bytes(render_epochs(rotate(parse_epochs(own), size=SIZE - 1, key=OTHER_LOG.key)))
    assert kinds(verify(ledger.folder, witness=ledger.keys, epochs=kept)) == [
        "signed by a key that was not in use"
    ]


def test_every_entry_is_proved_and_the_proof_holds_under_the_keys_brought_along(
    ledger: Ledger, tmp_path: Path
) -> None:
    told = {}
    for index in (0, 255, 256, SIZE - 1):
        out = tmp_path / f"{index}.tlog-proof"
        assert prove(index, ledger=ledger.folder, out=out)["faults"] == []
        document = verify(out, witness=ledger.keys)
        assert document["faults"] == []
        assert document["index"] == index
        assert document["opened"] == {}
        told[index] = document["entry"]["case"]
    assert told[SIZE - 1] == "REQ-2026-7777"
    assert told[0] != told[SIZE - 1]


def test_a_proof_is_not_written_from_a_tile_that_is_wrong(ledger: Ledger, tmp_path: Path) -> None:
    tile = ledger.folder / "tile" / "0" / "000"
    tile.write_bytes(bytes(32) + tile.read_bytes()[32:])
    out = tmp_path / "proof"
    assert kinds(prove(7, ledger=ledger.folder, out=out)) == ["entry not in the log"]
    assert not out.exists()


@pytest.mark.parametrize("index", [-1, SIZE, 10**9])
def test_an_entry_that_is_not_there_cannot_be_proved(index: int, ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no entry"):
        prove(index, ledger=ledger.folder, out=tmp_path / "proof")


def test_a_place_that_cannot_be_written_and_a_folder_without_ledger_are_bad_input(
    ledger: Ledger, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        prove(0, ledger=ledger.folder, out=tmp_path / "nowhere" / "proof")
    for folder in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(InputError, match="no ledger lies here"):
            prove(0, ledger=folder, out=tmp_path / "proof")
        with pytest.raises(InputError, match="no ledger lies here"):
            checkpoint(folder)


def test_a_proof_says_nothing_without_trusted_keys(ledger: Ledger, tmp_path: Path) -> None:
    prove(0, ledger=ledger.folder, out=tmp_path / "proof")
    with pytest.raises(InputError, match="keys that you trust"):
        verify(tmp_path / "proof")
    with pytest.raises(InputError, match="compared with a folder"):
        verify(tmp_path / "proof", witness=ledger.keys, heads=(ledger.head,))


@pytest.mark.parametrize(("viewer", "shown"), [
    (Viewer.PUBLIC, {"agency"}), (Viewer.SUBJECT, {"agency", "items"}),
    (Viewer.INSPECTOR, {"agency", "items", "officer", "reason"}),
])  # fmt: skip
def test_opened_fields_are_checked_and_the_others_stay_closed(
    viewer: Viewer, shown: set[str], ledger: Ledger, tmp_path: Path
) -> None:
    out = tmp_path / "proof"
    out.write_bytes(opened_proof(ledger, viewer).render())
    document = verify(out, witness=ledger.keys)
    assert document["faults"] == []
    assert set(document["opened"]) == shown


def test_an_opened_value_that_was_changed_and_an_entry_that_was_changed_are_told_apart(
    ledger: Ledger, tmp_path: Path
) -> None:
    proof, out = opened_proof(ledger, Viewer.PUBLIC), tmp_path / "proof"
    for old, new, kind in (
        (b"us.doj", b"us.dhs", "field not in the entry"),
        (b"2026-03-02", b"2026-03-03", "entry not in the log"),
    ):
        changed = proof.__class__(proof.index, proof.path, proof.signed, proof.extra.replace(old, new))
        out.write_bytes(changed.render())
        assert kinds(verify(out, witness=ledger.keys)) == [kind]


@pytest.mark.parametrize(
    "extra",
    [b"", b"x", b"{}", b'{"entry":{},"opened":[]}', b"[]", b'{"entry":1.5,"opened":2}', b"[" * 99_999],
)
def test_a_proof_without_its_entry_is_bad_input(extra: bytes, ledger: Ledger, tmp_path: Path) -> None:
    proof, out = opened_proof(ledger, Viewer.PUBLIC), tmp_path / "proof"
    out.write_bytes(proof.__class__(proof.index, proof.path, proof.signed, extra).render())
    with pytest.raises(InputError):
        verify(out, witness=ledger.keys)


def test_a_proof_under_too_few_witnesses_is_told(ledger: Ledger, tmp_path: Path) -> None:
    sequencer = Sequencer(Disk(ledger.folder), LOG)
    sequencer.append(entries(SIZE - 1, SIZE))
    prove(0, ledger=ledger.folder, out=tmp_path / "proof")
    assert kinds(verify(tmp_path / "proof", witness=ledger.keys)) == ["not enough witnesses"]


def test_the_checkpoint_is_given_as_it_is_signed(ledger: Ledger) -> None:
    document = checkpoint(ledger.folder)
    assert document["note"].encode() == ledger.head.read_bytes()
    assert document["faults"] == []
    path = ledger.folder / "checkpoint"
    path.write_bytes(path.read_bytes().replace(b"\n300\n", b"\n301\n"))
    assert kinds(checkpoint(ledger.folder)) == ["changed checkpoint"]


def test_keys_and_heads_that_cannot_be_read_are_bad_input(ledger: Ledger, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("no key at all\n", encoding="utf-8")
    for act in (
        lambda: verify(ledger.folder, witness=bad),
        lambda: verify(ledger.folder, heads=(bad,)),
        lambda: verify(ledger.folder, epochs=bad),
        lambda: verify(bad, witness=ledger.keys),
    ):
        with pytest.raises(LedgerFormatError, match=r"bad\.txt"):
            act()
