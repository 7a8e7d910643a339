"""`lawgate ledger` as a court's engineer runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Ran, Shell
from tests.service.ledger_folder import SIZE, made_ledger

BAD: dict[str, tuple[str, ...]] = {
    "a folder that is none": ("verify", "nowhere"),
    "a folder without a ledger": ("verify", "."),
    "a proof without keys": ("verify", "keys.txt"),
    "keys that are none": ("verify", "ledger", "--witness", "head.txt"),
    "a head that is none": ("verify", "ledger", "--head", "keys.txt"),
    "an index that is none": ("prove", "first", "--ledger", "ledger", "--out", "p"),
    "an index that is not there": ("prove", str(SIZE), "--ledger", "ledger", "--out", "p"),
    "no ledger, and no deployment here": ("prove", "0"),
    "a place that is not there": ("prove", "0", "--ledger", "ledger", "--out", "nowhere/p"),
    "no checkpoint": ("checkpoint", "."),
}


@pytest.fixture
def court(tmp_path: Path) -> Shell:
    made_ledger(tmp_path)
    return Shell(tmp_path)


def run(court: Shell, *words: str) -> Ran:
    return court.run("ledger", *words)


def test_a_sound_ledger_is_exit_0_and_says_so(court: Shell) -> None:
    words = ("verify", "ledger", "--witness", "keys.txt", "--head", "head.txt")
    ran = run(court, *words, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.document()["faults"] == []
    told = run(court, *words)
    assert (told.code, told.err) == (0, "")
    assert "The folder holds." in told.out
    assert "by w0, 2026-09-21 14:13:20 UTC; w1, 2026-09-21 14:13:20 UTC" in " ".join(told.out.split())


def test_a_fault_is_exit_1_and_named(court: Shell) -> None:
    bundle = court.folder / "ledger" / "tile" / "entries" / "000"
    data = bytearray(bundle.read_bytes())
    data[40] ^= 1
    bundle.write_bytes(data)
    ran = run(court, "verify", "ledger", "--json")
    assert (ran.code, ran.err) == (1, "")
    assert [one["kind"] for one in ran.document()["faults"]] == ["flipped bit in an entry"]
    told = run(court, "verify", "ledger")
    assert told.code == 1
    assert "flipped bit in an entry: entry 0" in told.out


def test_an_entry_is_proved_and_its_proof_verified(court: Shell) -> None:
    made = run(court, "prove", "299", "--ledger", "ledger", "--out", "p.tlog-proof")
    assert (made.code, made.err) == (0, "")
    assert "Entry 299 is proved" in made.out
    ran = run(court, "verify", "p.tlog-proof", "--witness", "keys.txt")
    assert (ran.code, ran.err) == (0, "")
    assert "The proof holds." in ran.out
    assert "REQ-2026-7777" in ran.out


def test_a_proof_that_does_not_hold_is_exit_1_and_nothing_is_written(court: Shell) -> None:
    tile = court.folder / "ledger" / "tile" / "0" / "000"
    tile.write_bytes(bytes(len(tile.read_bytes())))
    ran = run(court, "prove", "3", "--ledger", "ledger", "--out", "p")
    assert ran.code == 1
    assert "Nothing written" in ran.out
    assert not (court.folder / "p").exists()


def test_the_checkpoint_is_printed_as_a_file_to_keep(court: Shell) -> None:
    ran = run(court, "checkpoint", "ledger")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (court.folder / "head.txt").read_text(encoding="utf-8")
    assert run(court, "checkpoint", "ledger", "--json").document()["size"] == SIZE


def test_where_no_ledger_is_named_it_is_that_of_the_settings(
    court: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LAWGATE_LEDGER", "ledger")
    assert run(court, "checkpoint").out == (court.folder / "head.txt").read_text(encoding="utf-8")
    made = run(court, "prove", "3", "--json")
    assert (made.code, made.document()["out"]) == (0, "entry-3.tlog-proof")
    assert run(court, "verify", "entry-3.tlog-proof", "--witness", "keys.txt").code == 0


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_exit_2(name: str, court: Shell) -> None:
    before = set(court.folder.rglob("*"))
    ran = run(court, *BAD[name])
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert "; " in ran.err
    assert set(court.folder.rglob("*")) == before
