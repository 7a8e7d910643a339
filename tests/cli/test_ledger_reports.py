"""`lawgate ledger report` and `export` as a records officer runs them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Shell
from tests.handover.account_of_cases import made_account

ACCOUNT = ("--account", "account.jsonl")


@pytest.fixture
def desk(tmp_path: Path) -> Shell:
    made_account(tmp_path)
    return Shell(tmp_path)


def test_a_report_is_told_and_written(desk: Shell) -> None:
    told = desk.run("ledger", "report", "ledger", *ACCOUNT, "--as", "yearly", "--year", "2026")
    assert (told.code, told.err) == (0, "")
    assert "us.sba" in told.out
    written = desk.run("ledger", "report", "ledger", *ACCOUNT, "--as", "own", "--subject", "T1", "--out", "o.pdf",
                       "--json")  # fmt: skip
    assert (written.code, len(written.document()["rows"])) == (0, 2)
    assert (desk.folder / "o.pdf").read_bytes().startswith(b"%PDF")


def test_an_export_is_written(desk: Shell) -> None:
    ran = desk.run("ledger", "export", "ledger", *ACCOUNT, "--case", "CASE-1", "--out", "export",
                   "--witness", "keys.txt")  # fmt: skip
    assert (ran.code, ran.err) == (0, "")
    proof = "export/entries/000001.tlog-proof"
    assert desk.run("ledger", "verify", proof, "--witness", "keys.txt").code == 0


BAD: dict[str, tuple[str, ...]] = {
    "no such report": ("report", "ledger", *ACCOUNT, "--as", "monthly"),
    "no year": ("report", "ledger", *ACCOUNT, "--as", "yearly"),
    "no account": ("report", "ledger", "--account", "nowhere", "--as", "yearly", "--year", "2026"),
    "another file": ("report", "ledger", "--account", "keys.txt", "--as", "yearly", "--year", "2026"),
    "another kind of file": (
        "report",
        "ledger",
        *ACCOUNT,
        "--as",
        "yearly",
        "--year",
        "2026",
        "--out",
        "x.doc",
    ),
    "nothing chosen": ("export", "ledger", *ACCOUNT, "--out", "export"),
    "a view that is none": (
        "export",
        "ledger",
        *ACCOUNT,
        "--out",
        "export",
        "--case",
        "CASE-1",
        "--view",
        "me",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_exit_2(name: str, desk: Shell) -> None:
    before = set(desk.folder.rglob("*"))
    ran = desk.run("ledger", *BAD[name])
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert "; " in ran.err
    assert set(desk.folder.rglob("*")) == before
