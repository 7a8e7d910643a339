"""How many stored determinations another law would change: told from what they keep, and borne out by deciding anew."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import polars as pl
import pytest
from tests.cli.conftest import Shell

from lawgate.errors import InputError
from lawgate.service.law.diff import DiffOptions, diff_law

DAY = "2026-11-01"
DAYS = (DAY, DAY)


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    made = Shell(tmp_path_factory.mktemp("stored"))
    assert made.run("sample", "--out", "sample", "--taxpayers", "300", "--subjects", "60").code == 0
    return made


def batch(shell: Shell, out: str, *more: str) -> list[tuple]:
    """The outcomes of the sample's batch, in the order of its rows; returned subjects with them."""

    ran = shell.run(
        "batch", "sample/requests/batch.json", "--records", "sample/records", "--findings",
        "sample/findings.json", "--as-of", DAY, "--out", out, *more,
    )  # fmt: skip
    assert ran.code == 0, ran.err
    rows = pl.read_parquet(shell.folder / out / "decisions.parquet")
    subjects = pl.read_parquet(shell.folder / out / "subjects.parquet").filter(
        pl.col("admission") == "returned"
    )
    told = rows.select("ref", "item", "period", "held_period", "furnished_by", "disposition").rows()
    return [*told, *((ref, "returned") for ref in subjects["ref"])]


def stored(shell: Shell, *readings: str, folder: str = "as-is") -> dict:
    return diff_law(DiffOptions(days=DAYS, readings=readings, stored=shell.folder / folder))["stored"]


@pytest.mark.parametrize("reading", ["Q2=R2", "Q3=R2", "Q3=R3", "Q10=R2"])
def test_what_is_told_to_stay_stays_and_what_is_told_to_change_changes(shell: Shell, reading: str) -> None:
    question, _, other = reading.partition("=")
    as_is, anew = batch(shell, "as-is"), batch(shell, f"under-{reading}", "--reading", reading)
    told = stored(shell, f"{question}=R1,{other}")
    assert told["another_law"] == 0
    assert told["determined"] == len(as_is)
    differ = sum((Counter(as_is) - Counter(anew)).values())
    assert told["would_change"] <= differ <= told["would_change"] + told["may_change"]


def test_an_element_that_goes_is_told_by_the_rows_that_it_alone_kept(shell: Shell) -> None:
    batch(shell, "as-is")
    told = stored(shell, "Q2=R1,R2")
    assert {one["from"]: one["to"] for one in told["kinds"]}["returned"] == ["admitted", "returned"]


def test_determinations_of_decide_are_read_from_a_folder(shell: Shell) -> None:
    folder = shell.folder / "documents"
    folder.mkdir()
    for name in ("complete-us-attorney", "blocked-by-orders", "no-address"):
        ran = shell.run(
            "decide", f"sample/requests/{name}.json", "--records", "sample/records", "--as-of", DAY, "--json"
        )
        (folder / f"{name}.json").write_text(ran.out, encoding="utf-8")
    told = stored(shell, folder="documents")
    assert (told["same"], told["kinds"]) == (told["determined"], [])
    assert told["determined"] > 3


def test_rows_that_another_law_decided_are_told_apart(shell: Shell) -> None:
    batch(shell, "other-law", "--reading", "Q3=R2")
    told = stored(shell, folder="other-law")
    assert told["another_law"] > 0
    assert told["would_change"] == told["may_change"] == 0


def test_a_folder_without_determinations_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no determination stands here"):
        diff_law(DiffOptions(days=DAYS, stored=tmp_path))
    (tmp_path / "other.json").write_text(json.dumps({"subjects": []}), encoding="utf-8")
    with pytest.raises(InputError, match="this is no determination"):
        diff_law(DiffOptions(days=DAYS, stored=tmp_path))
