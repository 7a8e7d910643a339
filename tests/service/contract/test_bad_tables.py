"""Tables of subjects and folders of records that cannot be read: refused with place and mend, nothing written."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from tests.service.desk import Desk, files_in, write

from lawgate.errors import InputError
from lawgate.service.batch.stream import BatchOptions, run_batch
from lawgate.service.decide import decide

HEADER = "ref,given_name,surname,address,tax_periods,recipients,reasons"
ROW = '1,Ana,Sample,"12 Elm St, Springfield IL 62704",2023,O1,payments traced to her'

Cells = dict[str, list[Any]]


def refused(desk: Desk, folder: Path, name: str) -> InputError:
    """The error of a request whose subjects are this table, after which the folder is as it was."""
    request = write(folder, {**desk.document("batch"), "subjects": name})
    return refused_request(desk, request, desk.records)


def refused_request(desk: Desk, request: Path, records: Path) -> InputError:
    """The error of decide and of batch."""
    folder = request.parent
    before = files_in(folder)
    with pytest.raises(InputError) as by_decide:
        decide(request, records=records, as_of_day=desk.day)
    with pytest.raises(InputError) as by_batch:
        run_batch(request, BatchOptions(records=records, out=folder / "out", as_of_day=desk.day))
    assert files_in(folder) == before
    assert not (folder / "out").exists()
    for error in (by_decide.value, by_batch.value):
        assert error.where
        assert error.mend
        assert len(error.line().splitlines()) == 1
    return by_batch.value


CSV: dict[str, tuple[bytes, str]] = {
    "an unknown column": (f"{HEADER},nickname\n{ROW},x\n".encode(), "no such column: nickname"),
    "a header in other words": (b"id,name,street\n1,Ana,12 Elm St\n", "no such column"),
    "a column twice": (f"{HEADER},surname\n{ROW},x\n".encode(), "the column surname stands twice"),
    "semicolons": (f"{HEADER}\n{ROW}\n".replace(",", ";").encode(), "not separated by commas"),
    "no ref": (b"given_name,surname\nAna,Sample\n", "ref is missing"),
    "no header": (f"{ROW}\n".encode(), "no such column"),
    "no row": (f"{HEADER}\n".encode(), "no subject"),
    "nothing": (b"", "cannot be read"),
    "a ref given twice": (f"{HEADER}\n{ROW}\n{ROW}\n".encode(), "given twice"),
    "writing turned round": (f"{HEADER}\n{ROW.replace('Ana', chr(0x202E) + 'anA')}\n".encode(), "control"),
    "a row without its ref": (f"{HEADER}\n{ROW}\n,{ROW[2:]}\n".encode(), "no ref"),
    "a ref of blanks": (f"{HEADER}\n  ,{ROW[2:]}\n".encode(), "no ref"),
    "a formula": (f"{HEADER}\n{ROW.replace('Ana', '=1+1')}\n".encode(), "formula"),
    "a formula of a sign": (f"{HEADER}\n{ROW.replace('Ana', '@SUM(A1)')}\n".encode(), "formula"),
    "a formula in a ref": (f"{HEADER}\n+{ROW}\n".encode(), "formula"),
    "a control character": (f"{HEADER}\n{ROW.replace('Ana', 'A' + chr(7))}\n".encode(), "control character"),
    "an unlisted recipient": (f"{HEADER}\n{ROW.replace('O1', 'O77')}\n".encode(), "not among"),
    "a row of too many cells": (
        f"{HEADER}\n{ROW}\n{ROW.replace('1,', '2,', 1)},x,y,z\n".encode(),
        "cannot be read",
    ),
    "Latin-1 text": (f"{HEADER}\n{ROW.replace('Ana', 'José')}\n".encode("latin-1"), "cannot be read"),
}


@pytest.mark.parametrize("name", CSV)
def test_a_table_of_text_that_cannot_be_read_is_refused(name: str, desk: Desk, tmp_path: Path) -> None:
    content, what = CSV[name]
    (tmp_path / "people.csv").write_bytes(content)
    error = refused(desk, tmp_path, "people.csv")
    assert what in error.what
    assert "people.csv" in error.where or "subjects[" in error.where


PARQUET: dict[str, tuple[Cells, str]] = {
    "an unknown column": ({"ref": ["1"], "mood": ["x"]}, "no such column: mood"),
    "no ref": ({"surname": ["Sample"]}, "ref is missing"),
    "no row": ({"ref": []}, "no subject"),
    "a ref given twice": ({"ref": ["1", " 1 "]}, "given twice"),
    "a ref that is null": ({"ref": ["1", None]}, "no ref"),
    "a formula": ({"ref": ["1"], "address": ["=cmd|' /C calc'!A0"]}, "formula"),
    "a formula after a line end": ({"ref": ["1"], "reasons": ["\n=1+1"]}, "formula"),
    "a control character": ({"ref": ["1"], "surname": ["Sam\x1b[31mple"]}, "control character"),
    "a list in a cell": ({"ref": ["1"], "surname": [["Sample"]]}, "cannot be read"),
}


@pytest.mark.parametrize("name", PARQUET)
def test_a_parquet_table_that_cannot_be_read_is_refused(name: str, desk: Desk, tmp_path: Path) -> None:
    cells, what = PARQUET[name]
    schema = {"ref": pl.Utf8} if not cells.get("ref", [1]) else None
    pl.DataFrame(cells, schema=schema).write_parquet(tmp_path / "people.parquet")
    assert what in refused(desk, tmp_path, "people.parquet").what


@pytest.mark.parametrize(
    "content", [b"", b"PAR1", b"not parquet at all" * 100, b"PAR1" + b"\x00" * 500 + b"PAR1"]
)
def test_bytes_that_are_no_parquet_are_refused(content: bytes, desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "people.parquet").write_bytes(content)
    assert "cannot be read" in refused(desk, tmp_path, "people.parquet").what


def test_a_parquet_table_spoilt_in_its_middle_is_refused(desk: Desk, tmp_path: Path) -> None:
    people = tmp_path / "people.parquet"
    shutil.copy(desk.request("batch").with_suffix(".parquet"), people)
    _spoil(people)
    assert "cannot be read" in refused(desk, tmp_path, "people.parquet").what


def test_a_table_that_is_not_there_is_refused(desk: Desk, tmp_path: Path) -> None:
    error = refused(desk, tmp_path, "people.parquet")
    assert "no such file" in error.what
    assert "people.parquet" in error.where


def _spoil(table: Path) -> None:
    """Turn bytes of the pages; the footer stays whole."""
    content = bytearray(table.read_bytes())
    middle = slice(8, len(content) // 2)
    content[middle] = bytes(byte ^ 0xA5 for byte in content[middle])
    table.write_bytes(bytes(content))


@pytest.fixture
def records(desk: Desk, tmp_path: Path) -> Path:
    """The custodian's folder, to be spoilt."""
    return Path(shutil.copytree(desk.records, tmp_path / "records"))


def _asked(desk: Desk, records: Path) -> InputError:
    request = write(records.parent, desk.document("complete-us-attorney"))
    return refused_request(desk, request, records)


@pytest.mark.parametrize("name", ["taxpayers.parquet", "addresses.parquet", "items.parquet", "records.json"])
def test_records_without_one_of_their_files_are_refused(name: str, desk: Desk, records: Path) -> None:
    (records / name).unlink()
    assert name in _asked(desk, records).what


@pytest.mark.parametrize("name", ["taxpayers.parquet", "addresses.parquet", "items.parquet"])
@pytest.mark.parametrize("spoilt", ["footer", "pages"])
def test_records_with_a_spoilt_table_are_refused(name: str, spoilt: str, desk: Desk, records: Path) -> None:
    if spoilt == "footer":
        (records / name).write_bytes(b"PAR1 and then nothing")
    else:
        _spoil(records / name)
    error = _asked(desk, records)
    assert "read" in error.what
    assert name in error.where or error.where == str(records)


@pytest.mark.parametrize(
    "declared",
    [b'{"synthetic": false}', b"{}", b'{"synthetic": "true"}', b'{"synthetic": 1}', b"[true]", b"{", b"\xff\xfe",
     b'{"synthetic": false, "synthetic": true}'],
)  # fmt: skip
def test_records_that_are_not_declared_synthetic_are_refused(
    declared: bytes, desk: Desk, records: Path
) -> None:
    (records / "records.json").write_bytes(declared)
    error = _asked(desk, records)
    assert "not declared synthetic" in error.what or "records.json" in error.what


@pytest.mark.parametrize("place", ["nowhere", "records.json"])
def test_records_that_are_no_folder_are_refused(place: str, desk: Desk, records: Path) -> None:
    assert "records.json" in _asked(desk, records / place).what


def test_real_records_are_not_read_before_they_are_refused(
    desk: Desk, records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (records / "records.json").write_text(json.dumps({"synthetic": False}), encoding="utf-8")

    def opened(*_: Any, **__: Any) -> Any:
        raise AssertionError("a table of real records was opened")

    request = write(records.parent, desk.document("complete-us-attorney"))
    monkeypatch.setattr(pl, "scan_parquet", opened)
    monkeypatch.setattr(pl, "read_parquet", opened)
    with pytest.raises(InputError, match="ledger"):
        decide(request, records=records)


def test_columns_that_are_absent_count_as_null(desk: Desk, records: Path) -> None:
    items = pl.read_parquet(records / "items.parquet")
    items.drop("furnished_by", "document").write_parquet(records / "items.parquet")
    document = {**desk.document("complete-us-attorney"), "items": ["third_party.w2.wages"]}
    determination = decide(
        write(records.parent, document), records=records, findings=desk.findings, as_of_day=desk.day
    )
    for row in determination.subjects[0].decisions:
        assert row.disposition.value not in {"disclose", "withhold"}
        assert row.explanation is not None
        assert "item.furnished_by" in {question.fact.name for question in row.explanation.open}


def test_an_item_that_the_catalogue_does_not_list_is_in_no_answer(desk: Desk, records: Path) -> None:
    items = pl.read_parquet(records / "items.parquet")
    strange = items.with_columns(pl.lit("return.9999.mood").alias("item"))
    pl.concat([items, strange]).write_parquet(records / "items.parquet")
    request = write(records.parent, desk.document("complete-us-attorney"))
    determination = decide(request, records=records, as_of_day=desk.day)
    assert {row.item for row in determination.subjects[0].decisions} <= set(desk.document("batch")["items"])


@pytest.mark.parametrize("name", ["../elsewhere/subjects.csv", "/srv/subjects.csv", "part/subjects.csv"])
def test_a_request_names_no_table_of_another_folder(desk: Desk, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "asked"
    for each in ("asked", "asked/part", "elsewhere"):
        (tmp_path / each).mkdir(exist_ok=True)
        (tmp_path / each / "subjects.csv").write_text(f"{HEADER}\n{ROW}\n", encoding="utf-8")
    assert "beside" in refused(desk, folder, name).what
