"""A list of texts judged by the command: what goes in, what comes out, and what is refused in one line."""

from __future__ import annotations

import csv
import io
import shlex
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from tests.cli.conftest import Ran, Shell

from lawgate.linkage.address import assess

HELD_OUT = Path(__file__).parents[1] / "linkage" / "addresses_held_out.csv"
LINES = ["905 N 5th Ave, Yakima, WA 98902", "Failed to Provide 77002", "General Delivery, Homer, AK 99603"]
OUTCOMES = ["adequate", "inadequate", "needs_human"]


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """Three texts, one of each outcome, each with an id of its own."""
    path = tmp_path / "list.csv"
    path.write_text(
        "id,raw\n" + "".join(f'{at},"{line}"\n' for at, line in enumerate(LINES)), encoding="utf-8"
    )
    return path


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_text_comes_out_in_its_place_with_outcome_kind_and_rule(shell: Shell, listed: Path) -> None:
    ran = shell.run("address", listed)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == "raw,outcome,kind,why"
    answered = rows(ran.out)
    assert [row["raw"] for row in answered] == LINES
    assert [row["outcome"] for row in answered] == OUTCOMES
    assert [row["kind"] for row in answered] == ["street", "placeholder_with_place", "general_delivery"]
    assert all(row["why"].endswith(".") for row in answered)


def test_other_columns_are_passed_on_where_they_are_kept(shell: Shell, listed: Path) -> None:
    ran = shell.run("address", listed, "--keep")
    assert ran.out.splitlines()[0] == "id,raw,outcome,kind,why"
    assert [row["id"] for row in rows(ran.out)] == ["0", "1", "2"]
    assert shell.run("address", listed, "--keep", "--json").document()["addresses"][2]["id"] == "2"


def test_the_document_the_file_and_the_stream_say_the_same(shell: Shell, tmp_path: Path) -> None:
    streamed = shell.run("address", HELD_OUT).out
    document = shell.run("address", HELD_OUT, "--json").document()
    out = tmp_path / "out.csv"
    said = shell.run("address", HELD_OUT, "--out", out, "--json")
    written = out.read_bytes().decode("utf-8")
    assert document["addresses"] == rows(written)
    assert rows(streamed) == rows(_as_streamed(written))
    assert (
        said.document()["outcomes"]
        == document["outcomes"]
        == Counter(row["outcome"] for row in document["addresses"])
    )
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


def test_the_command_says_what_the_check_says(shell: Shell) -> None:
    for row in shell.run("address", HELD_OUT, "--json").document()["addresses"]:
        found = assess(row["raw"])
        assert (row["outcome"], row["kind"], row["why"]) == (found.outcome.value, found.kind, found.why)


def test_a_summary_stands_in_the_terminal_where_the_answers_go_to_a_file(
    shell: Shell, listed: Path, tmp_path: Path
) -> None:
    ran = shell.run("address", listed, "--out", tmp_path / "out.csv")
    assert ran.code == 0
    assert "Addresses: 3" in ran.out
    assert LINES[0] not in ran.out


def test_a_mark_at_the_head_line_ends_inside_and_empty_texts_are_read(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b'\xef\xbb\xbfraw\r\n"905 N 5th Ave\r\nYakima WA 98902"\r\n""\r\n\r\n')
    answered = shell.run("address", path, "--json").document()["addresses"]
    assert [row["kind"] for row in answered] == ["street", "empty"]
    assert answered[0]["raw"] == "905 N 5th Ave\r\nYakima WA 98902"


def test_a_reader_that_leaves_early_is_no_fault(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("raw\n" + "12 Elm St\n" * 20_000, encoding="utf-8")
    command = f"{shlex.quote(sys.executable)} -m lawgate.cli.main address {shlex.quote(str(path))} | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, encoding="utf-8", check=False)  # noqa: S602
    assert (done.stdout, done.stderr) == ("raw,outcome,kind,why\n", "")


BAD: dict[str, bytes | None] = {
    "is not there": None,
    "is empty": b"",
    "has no column raw": b"address\n12 Elm St\n",
    "names a column twice": b"raw,raw\na,b\n",
    "is not UTF-8": b"raw\n" + "905 Pe\u00f1a St".encode("latin-1") + b"\n",
    "is not UTF-8 far below": b"raw\n" + b"12 Elm St\n" * 50_000 + b"\xff\n",
    "has an open quote": b'raw\n"905 N 5th Ave\n',
    "has a comma outside quotes": b"raw\n905 N 5th Ave, Yakima, WA 98902\n",
    "has a short row": b"id,raw\n1\n",
    "has a cell without end": b"raw\n" + b"1" * 200_000 + b"\n",
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("more", [(), ("--json",), ("--out", "out.csv")], ids=["stream", "json", "file"])
def test_a_file_that_cannot_be_read_is_one_line(
    name: str, more: tuple[str, ...], shell: Shell, tmp_path: Path
) -> None:
    path, content = tmp_path / "list.csv", BAD[name]
    if content is not None:
        path.write_bytes(content)
    refused(shell.run("address", path, *more))
    assert not (shell.folder / "out.csv").exists()


def test_a_folder_is_no_list_and_no_place_to_write(shell: Shell, listed: Path, tmp_path: Path) -> None:
    refused(shell.run("address", tmp_path))
    refused(shell.run("address", listed, "--out", tmp_path))
    refused(shell.run("address", listed, "--out", tmp_path / "nowhere" / "out.csv"))
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]


def test_a_kept_column_that_has_an_answers_name_is_refused(shell: Shell) -> None:
    assert "kind" in refused(shell.run("address", HELD_OUT, "--keep"))


def refused(ran: Ran) -> str:
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert "; " in ran.err, "the line has no mend"
    return ran.err


def _as_streamed(text: str) -> str:
    """The text as it arrives from the process of a test, which reads every line end as one sign."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
