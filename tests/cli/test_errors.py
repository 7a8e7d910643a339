"""What cannot be read ends in exit 2 and one line, with nothing on standard output and nothing written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.cli.conftest import Shell

DECIDE = ("decide", "sample/requests/complete-us-attorney.json")
BATCH = ("batch", "sample/requests/batch.json")
MATCH = ("match", "sample/requests/batch.parquet")
RECORDS = ("--records", "sample/records")

BAD: dict[str, tuple[str, ...]] = {
    "an unknown command": ("judge",),
    "an unknown option": (*DECIDE, "--force"),
    "no request": ("decide",),
    "a request that is not there": ("decide", "nowhere.json"),
    "a folder for a request": ("decide", "sample"),
    "a request that is no JSON": ("decide", "sample/README.txt"),
    "an unknown key": ("decide", "sample/requests/unknown-key.json"),
    "an unknown item": ("decide", "sample/requests/unknown-item.json", *RECORDS, "--json"),
    "a ref given twice": ("decide", "sample/requests/duplicate-refs.json"),
    "an impossible date": ("decide", "sample/requests/impossible-date.json"),
    "a fact of another": ("decide", "sample/requests/anothers-fact.json"),
    "records that are not there": (*DECIDE, "--records", "nowhere"),
    "findings that are not there": (*DECIDE, "--findings", "nowhere.json"),
    "a day that is none": (*DECIDE, "--as-of", "2026-02-30"),
    "a day before the law that is formalised": (*DECIDE, "--as-of", "1999-01-01"),
    "no place for a batch": (*BATCH, *RECORDS),
    "a place that holds something else": (*BATCH, *RECORDS, "--out", "sample"),
    "an engine that is not built": (*BATCH, *RECORDS, "--out", "never", "--engine", "abacus"),
    "a batch without records": (*BATCH, "--records", "nowhere", "--out", "never"),
    "a match without records": ("match", "sample/requests/batch.parquet", "--out", "never.parquet"),
    "a match of nobody": ("match", *RECORDS),
    "a match without a place": (*MATCH, *RECORDS),
    "a match into another kind of file": (*MATCH, *RECORDS, "--out", "never.csv"),
    "subjects that are not there": ("match", "nowhere.parquet", *RECORDS, "--out", "never.parquet"),
    "records that nobody holds": (*MATCH, "--records", "nowhere", "--out", "never.parquet"),
    "a ceiling without a calibration": (*MATCH, *RECORDS, "--out", "never.parquet", "--ceiling", "0.1"),
    "a ceiling that is no rate": (
        *MATCH,
        *RECORDS,
        "--out",
        "never.parquet",
        "--calibrate",
        "--ceiling",
        "5",
    ),
    "a calibration that is not there": (
        *MATCH,
        *RECORDS,
        "--out",
        "never.parquet",
        "--calibration",
        "nowhere",
    ),
    "an agreement that is none": (*DECIDE, "--agreement", "handshake"),
    "an agreement with another agency": (*DECIDE, "--agreement", "mou_2025"),
    "a batch under an agreement with another agency": (
        *BATCH,
        *RECORDS,
        "--out",
        "never",
        "--agreement",
        "mou_2025",
    ),
    "a day of no signs": (*DECIDE, "--as-of", ""),
    "reviews without the records that they are of": (*DECIDE, "--reviews", "nowhere.json"),
    "pages into a folder that holds something else": ("law", "reference", "sample"),
    "pages into a file": ("law", "reference", "sample/README.txt"),
    "a statute of no provision": ("law", "verify", "empty-list.json"),
    "a kept request that is none": ("law", "prove", "--replay", "deep.json"),
    "a decision under no calibration": (*DECIDE, *RECORDS, "--calibration", "sample/README.txt"),
    "a batch under a ceiling alone": (*BATCH, *RECORDS, "--out", "never", "--ceiling", "0.1"),
    "a folder that no batch wrote": ("explain", "sample", "1"),
    "a document without a schema": ("schema", "letter"),
    "a cite that is none": ("law", "show", "the usual paragraph"),
    "a cite that is not encoded": ("law", "show", "26 USC 7213"),
    "too many people": ("sample", "--out", "never", "--taxpayers", "99999999"),
    "a number that is none": ("sample", "--out", "never", "--taxpayers", "many"),
    "a sample over something else": ("sample", "--out", "sample/records"),
}


@pytest.fixture(autouse=True, scope="module")
def files_of_no_use(shell: Shell) -> None:
    """Documents that are JSON, and nothing that a command asks for."""
    (shell.folder / "empty-list.json").write_text("[]", encoding="utf-8")
    (shell.folder / "deep.json").write_text("[" * 100_000 + "]" * 100_000, encoding="utf-8")


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_exit_2(name: str, shell: Shell) -> None:
    before = _places(shell.folder)
    ran = shell.run(*BAD[name])
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert ran.err.startswith("lawgate: ")
    assert "; " in ran.err, "the line has no mend"
    assert "Traceback" not in ran.err
    assert _places(shell.folder) == before


def test_a_key_of_many_lines_and_signs_is_told_in_one_plain_line(shell: Shell, tmp_path: Path) -> None:
    request = tmp_path / "request.json"
    request.write_text('{"a\\nkey\\u001b[31m of\\r\\nlines": 1}', encoding="utf-8")
    ran = shell.run("decide", request)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert ran.err.rstrip("\n").isprintable()


def test_two_hundred_megabytes_are_refused(shell: Shell, tmp_path: Path) -> None:
    request = tmp_path / "request.json"
    with request.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    ran = shell.run("decide", request)
    assert (ran.code, ran.out) == (2, "")
    assert "209715200 bytes" in ran.err


def test_a_pipe_is_refused_as_one_and_not_as_an_empty_file(shell: Shell, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    ran = shell.run("decide", tmp_path / "pipe")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"lawgate: {tmp_path / 'pipe'}: a pipe is no file; write it to a file first\n"


def test_what_the_system_refuses_is_told_with_its_place(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import lawgate.service.law.shown\n"
        "def list_items():\n    raise OSError(28, 'No space left on device', '/somewhere')\n"
        "lawgate.service.law.shown.list_items = list_items\n",
        encoding="utf-8",
    )
    ran = shell.run_beside(tmp_path, "law", "items")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "lawgate: /somewhere: the system refuses it; no space left on device\n"


def test_a_fault_of_the_program_is_one_line_that_repeats_nothing(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import lawgate.service.law.shown\n"
        "def list_items():\n    raise ZeroDivisionError('Ana Sample')\n"
        "lawgate.service.law.shown.list_items = list_items\n",
        encoding="utf-8",
    )
    ran = shell.run_beside(tmp_path, "law", "items")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == "lawgate: a fault of the program (ZeroDivisionError); nothing was released\n"


@pytest.mark.parametrize("words", [(), ("law",)])
def test_a_command_without_words_shows_its_help(words: tuple[str, ...], shell: Shell) -> None:
    ran = shell.run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Usage:")


def _places(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
