"""Identity as rows: the mailing address is the one held on the as-of day, and of nobody else."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from lawgate.stores.records.identity import identity_rows

DAY = date(2026, 3, 2)
OLD, NEW, THIRD = (
    "1 Old Rd, Springfield IL 62704",
    "2 New Rd, Springfield IL 62704",
    "3 Third Rd, Dover DE 19901",
)

Row = dict[str, Any]


def home(address: str, held_from: str | None = None, held_to: str | None = None, **more: Any) -> Row:
    """One address row of the first taxpayer."""
    return {
        "taxpayer_id": "T1",
        "address": address,
        "held_from": held_from,
        "held_to": held_to,
        "where": "mailing",
        **more,
    }


def held(folder: Path, homes: list[Row], *, day: date = DAY, people: list[Row] | None = None) -> pl.DataFrame:
    """The identity rows of the first taxpayer."""
    somebody = {"taxpayer_id": "T1", "given_name": "Ana", "surname": "Sample", "tin": "900-00-0001"}
    other = {"taxpayer_id": "T2", "given_name": "Bo", "surname": "Other", "tin": "900-00-0002"}
    pl.DataFrame(people or [somebody, other]).write_parquet(folder / "taxpayers.parquet")
    columns = ("taxpayer_id", "address", "held_from", "held_to", "where")
    schema = dict.fromkeys(columns, pl.Utf8)
    pl.DataFrame(homes, schema=schema, orient="row").write_parquet(folder / "addresses.parquet")
    return identity_rows(folder, pl.LazyFrame({"taxpayer_id": ["T1"]}), day).collect()


def mailing(folder: Path, homes: list[Row], *, day: date = DAY) -> list[str]:
    """The mailing addresses that come out."""
    rows = held(folder, homes, day=day)
    return rows.filter(pl.col("item") == "identity.mailing_address")["value"].to_list()


MOVED = [home(OLD, "2019-01-01", "2024-06-30"), home(NEW, "2024-07-01")]


@pytest.mark.parametrize(
    ("day", "address"),
    [
        (date(2018, 12, 31), []),
        (date(2019, 1, 1), [OLD]),
        (date(2024, 6, 30), [OLD]),
        (date(2024, 7, 1), [NEW]),
        (date(2030, 1, 1), [NEW]),
    ],
)
def test_the_mailing_address_is_the_one_held_on_the_day(
    day: date, address: list[str], tmp_path: Path
) -> None:
    assert mailing(tmp_path, MOVED, day=day) == address


def test_where_two_are_held_on_the_day_the_later_begun_is_the_one(tmp_path: Path) -> None:
    assert mailing(tmp_path, [home(OLD, "2019-01-01"), home(NEW, "2024-07-01")]) == [NEW]


@pytest.mark.parametrize("where", ["residence", "business", "custody", "elsewhere"])
def test_an_address_of_another_use_is_no_mailing_address(where: str, tmp_path: Path) -> None:
    assert mailing(tmp_path, [home(OLD, where=where)]) == []
    assert mailing(tmp_path, [home(OLD, "2020-01-01"), home(NEW, "2025-01-01", where=where)]) == [OLD]


@pytest.mark.parametrize("where", ["unknown", None])
def test_an_address_of_unknown_use_stands_where_no_mailing_address_is_held(
    where: str | None, tmp_path: Path
) -> None:
    assert mailing(tmp_path, [home(OLD, where=where)]) == [OLD]
    assert mailing(tmp_path, [home(NEW, "2025-01-01", where=where), home(OLD, "2020-01-01")]) == [OLD]


def test_an_address_without_days_is_held_throughout(tmp_path: Path) -> None:
    assert mailing(tmp_path, [home(OLD)]) == [OLD]


def test_no_address_is_no_row(tmp_path: Path) -> None:
    assert mailing(tmp_path, []) == []


def test_nobody_elses_identity_is_in_the_rows(tmp_path: Path) -> None:
    rows = held(tmp_path, [home(OLD), home(THIRD, taxpayer_id="T2")])
    assert set(rows["taxpayer_id"]) == {"T1"}
    assert THIRD not in rows["value"].to_list()
    assert "Other" not in " ".join(rows["value"].to_list())


def test_name_and_number_are_those_on_file_and_what_is_not_on_file_is_no_row(tmp_path: Path) -> None:
    rows = held(tmp_path, [])
    assert dict(rows.select("item", "value").iter_rows()) == {
        "identity.name": "Ana Sample",
        "identity.tin": "900-00-0001",
    }
    nameless = held(tmp_path, [], people=[{"taxpayer_id": "T1", "given_name": "Ana", "surname": None}])
    assert nameless.height == 0


def test_the_name_of_an_entity_is_its_own(tmp_path: Path) -> None:
    rows = held(tmp_path, [], people=[{"taxpayer_id": "T1", "entity": "Sample LLC"}])
    assert rows["value"].to_list() == ["Sample LLC"]


def test_the_same_rows_come_out_whatever_the_order_of_the_file(tmp_path: Path) -> None:
    twins = [home(NEW, "2024-07-01"), home(THIRD, "2024-07-01")]
    assert mailing(tmp_path, twins) == mailing(tmp_path, twins[::-1])
