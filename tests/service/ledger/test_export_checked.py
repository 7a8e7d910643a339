"""An export is checked as a whole: every proof, every file of its list, and which numbers of a case are not in it."""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from tests.handover.account_of_cases import made_account
from tests.service.ledger_folder import made_ledger

from lawgate.errors import InputError
from lawgate.service.ledger.check import prove, verify
from lawgate.service.ledger.export import choose, export
from lawgate.service.ledger.told import Books
from lawgate.stores.ledger.keys import make_key


def books(place: Path) -> Books:
    return Books(place / "ledger", place / "account.jsonl", place / "keys.txt")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made_account(tmp_path)
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "request.txt").write_text("a request", "utf-8")
    export(books(tmp_path), choose(case="CASE-1"), documents=tmp_path / "papers", out=tmp_path / "export")
    return tmp_path


def faults(place: Path) -> list[tuple[str, str]]:
    document = verify(place / "export", witness=place / "keys.txt")
    return [(one["kind"], one["where"]) for one in document["faults"]]


def test_a_sound_export_holds_and_tells_its_entries_and_who_witnessed_them(place: Path) -> None:
    document = verify(place / "export", witness=place / "keys.txt")
    assert document["faults"] == document["gaps"] == []
    assert [(one["index"], one["kind"], one["cites"]) for one in document["entries"]] == [
        (0, "request_received", []),
        (1, "released", ["/us/usc/t26/s6103/i/2"]),
    ]
    assert document["witnesses"] == list(document["witnessed_at"]) == ["w0", "w1"]
    assert document["size"] > 2


def test_a_document_that_was_changed_taken_out_or_put_in_is_named(place: Path) -> None:
    paper = place / "export" / "documents" / "request.txt"
    paper.write_text("another request", "utf-8")
    assert faults(place) == [("file not as listed", "documents/request.txt")]
    paper.unlink()
    assert faults(place) == [("file not as listed", "documents/request.txt")]
    paper.write_text("a request", "utf-8")
    (place / "export" / "entries" / "000009.tlog-proof").write_text("no proof", "utf-8")
    assert faults(place) == [
        ("file not as listed", "entries/000009.tlog-proof"),
        ("proof cannot be read", "entries/000009.tlog-proof"),
    ]


def test_a_proof_that_was_changed_is_named_even_where_the_list_was_changed_with_it(place: Path) -> None:
    proof = place / "export" / "entries" / "000001.tlog-proof"
    other = (place / "export" / "entries" / "000000.tlog-proof").read_bytes()
    proof.write_bytes(other.replace(b"index 0", b"index 1"))
    listing = place / "export" / "manifest.json"
    listed = json.loads(listing.read_bytes())
    del listed["files"]["entries/000001.tlog-proof"]
    listing.write_text(json.dumps(listed), "utf-8")
    assert ("entry not in the log", "entries/000001.tlog-proof: entry 1") in faults(place)


def test_keys_of_others_make_every_proof_fail(place: Path) -> None:
    keys = (place / "keys.txt").read_text("utf-8").splitlines()
    (place / "few.txt").write_text("\n".join([keys[0], "quorum none", ""]), "utf-8")
    assert verify(place / "export", witness=place / "few.txt")["witnesses"] == []
    with pytest.raises(InputError, match="keys that you trust"):
        verify(place / "export")


def test_a_number_that_the_export_leaves_out_is_told(tmp_path: Path) -> None:
    ledger, out = made_ledger(tmp_path), tmp_path / "export"
    (out / "entries").mkdir(parents=True)
    names = {index: f"entries/{index:06}.tlog-proof" for index in (0, 5, 15)}
    for index, name in names.items():
        prove(index, ledger=ledger.folder, out=out / name)
    files = {name: sha256((out / name).read_bytes()).hexdigest() for name in names.values()}
    (out / "manifest.json").write_text(json.dumps({"of": "case REQ-2026-0000", "files": files}), "utf-8")
    document = verify(out, witness=tmp_path / "keys.txt")
    assert document["faults"] == []
    assert document["gaps"] == ["REQ-2026-0000: number 3 of its entries is not in the export"]


def test_a_list_that_is_none_and_a_package_are_bad_input(place: Path) -> None:
    (place / "export" / "manifest.json").write_text("[]", "utf-8")
    with pytest.raises(InputError, match="list of an export's files"):
        faults(place)
    (place / "package").write_bytes(b"lawgate-package/1\n{}")
    with pytest.raises(InputError, match="sealed package"):
        verify(place / "package", witness=place / "keys.txt")


def test_the_verifier_that_stands_alone_says_that_an_export_is_no_ledger(place: Path) -> None:
    out = place / "export"
    words = [sys.executable, "-I", *map(str, (out / "verify.py", place / "keys.txt", out))]
    ran = subprocess.run(words, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "this is an export" in ran.stdout


def test_a_list_of_files_does_not_make_an_export_of_a_ledger_or_of_nothing(tmp_path: Path) -> None:
    ledger = made_ledger(tmp_path).folder
    (ledger / "tile" / "entries" / "000").unlink()
    files = {
        path.relative_to(ledger).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in ledger.rglob("*")
        if path.is_file()
    }
    for folder in (ledger, tmp_path / "bare"):
        folder.mkdir(exist_ok=True)
        held = {name: digest for name, digest in files.items() if (folder / name).is_file()} or {"x": "y"}
        (folder / "manifest.json").write_text(json.dumps({"files": held}), "utf-8")
    assert verify(ledger, witness=tmp_path / "keys.txt")["checked"] == "folder"
    assert verify(ledger, witness=tmp_path / "keys.txt")["faults"]
    assert [one["kind"] for one in verify(tmp_path / "bare", witness=tmp_path / "keys.txt")["faults"]] == [
        "file not as listed",
        "no entry",
    ]


@pytest.fixture
def certified(place: Path) -> tuple[Path, str]:
    signer = make_key(place / "certifier.key", "agency.example/records")
    export(
        books(place), choose(case="CASE-1"), documents=place / "papers", out=place / "certified",
        signer=place / "certifier.key",
    )  # fmt: skip
    return place / "certified", signer.key.line


def asked(folder: Path, *certifiers: str) -> tuple[str | None, list[tuple[str, str]]]:
    document = verify(folder, witness=folder.parent / "keys.txt", certifiers=certifiers)
    return document["certified_by"], [(one["kind"], one["where"]) for one in document["faults"]]


NOT_CERTIFIED = (None, [("not certified", "manifest.dsse.json")])


def test_who_certified_an_export_is_told_where_his_key_is_named(certified: tuple[Path, str]) -> None:
    folder, key = certified
    other = make_key(folder.parent / "other.key", "agency.example/records").key.line
    assert asked(folder) == (None, [])
    assert asked(folder, other, key) == ("agency.example/records", [])
    assert asked(folder, other) == NOT_CERTIFIED
    assert asked(folder.parent / "export", key) == NOT_CERTIFIED


def test_a_list_that_was_changed_is_not_the_one_that_was_certified(certified: tuple[Path, str]) -> None:
    folder, key = certified
    listing = folder / "manifest.json"
    listed = json.loads(listing.read_bytes())
    (folder / "documents" / "request.txt").write_text("another request", "utf-8")
    listed["files"]["documents/request.txt"] = sha256(b"another request").hexdigest()
    listing.write_text(json.dumps(listed), "utf-8")
    assert asked(folder) == (None, [])
    assert asked(folder, key) == NOT_CERTIFIED
    (folder / "manifest.dsse.json").write_text("[]", "utf-8")
    assert asked(folder, key) == NOT_CERTIFIED


def test_a_certifier_is_asked_of_an_export_alone(place: Path, certified: tuple[Path, str]) -> None:
    with pytest.raises(InputError, match="only an export is certified"):
        verify(place / "ledger", certifiers=(certified[1],))
    with pytest.raises(InputError, match="--certifier"):
        verify(place / "export", witness=place / "keys.txt", certifiers=("no key",))


def test_an_export_removes_nothing_that_stands_beside_it(place: Path) -> None:
    beside = place / ".other.part"
    beside.mkdir()
    (beside / "note.txt").write_text("somebody else's", "utf-8")
    with pytest.raises(InputError, match="the export cannot be written"):
        export(Books(place / "ledger", place / "account.jsonl"), choose(case="CASE-1"), out=place / "other")
    assert (beside / "note.txt").read_text("utf-8") == "somebody else's"
    assert not (place / "other").exists()
