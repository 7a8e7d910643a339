"""Receipts as tables: read as lines first, and as rows only for the buckets that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Final

import polars as pl

from lawgate.dates import parse_day
from lawgate.errors import InputError
from lawgate.handover.reconcile import Receipt
from lawgate.stores.replacing import write_whole

COLUMNS: Final = tuple(one.name for one in fields(Receipt))
_NEEDED: Final = COLUMNS[:4]
_DAYS: Final = COLUMNS[4:]


def write_receipts(path: Path, rows: Iterable[Receipt]) -> None:
    """A table of receipts, .parquet or .csv by its name; InputError where it cannot be written."""
    held = [[_text(getattr(row, name)) for name in COLUMNS] for row in rows]
    frame = pl.DataFrame(held, schema=dict.fromkeys(COLUMNS, pl.Utf8), orient="row")
    if path.suffix == ".parquet":
        write_whole(path, frame.write_parquet)
    elif path.suffix == ".csv":
        write_whole(path, frame.write_csv)
    else:
        raise InputError("a table's name ends in .parquet or .csv", where=str(path), mend="name it so")


def read_receipts(path: Path) -> pl.DataFrame:
    """The table as text columns, absent days as null; InputError names the first row that does not hold."""
    try:
        if path.suffix == ".parquet":
            frame = pl.read_parquet(path)
        else:
            frame = pl.read_csv(path, infer_schema=False)
    except (OSError, pl.exceptions.PolarsError):
        raise InputError(
            "not a table of receipts", where=str(path), mend="give a .parquet or .csv file"
        ) from None
    missing = [name for name in _NEEDED if name not in frame.columns]
    if missing:
        raise InputError(f"the column {missing[0]} is missing", where=str(path), mend="add it")
    frame = frame.select(
        pl.col(name).cast(pl.Utf8) if name in frame.columns else pl.lit(None, dtype=pl.Utf8).alias(name)
        for name in COLUMNS
    ).with_columns(pl.col(name).replace("", None) for name in _DAYS)
    _check(frame, path)
    return frame


def lines_of(frame: pl.DataFrame) -> list[str]:
    """Each row as the line that both sides have to agree on (`Receipt.line`)."""
    parts = [*_NEEDED, *(pl.col(name).fill_null("-") for name in ("received_on", "destroyed_on"))]
    return frame.select(pl.concat_str(parts, separator=" ").alias("line"))["line"].to_list()


def rows_of(frame: pl.DataFrame, buckets: Iterable[int]) -> Iterator[Receipt]:
    """The rows of these buckets."""
    wanted = [f"{at:03x}" for at in buckets]
    for row in frame.filter(pl.col("package").str.slice(0, 3).is_in(wanted)).iter_rows(named=True):
        days = {name: parse_day(row[name], where=name) if row[name] is not None else None for name in _DAYS}
        yield Receipt(row["package"], row["case"], int(row["sequence"]), row["recipient"], **days)


def _check(frame: pl.DataFrame, path: Path) -> None:
    day = r"^\d{4}-\d{2}-\d{2}$"
    sound = pl.all_horizontal(
        pl.col("package").str.contains(r"^[0-9a-f]{64}$").fill_null(value=False),
        pl.col("sequence").str.contains(r"^[1-9][0-9]{0,8}$").fill_null(value=False),
        pl.col("case").is_not_null(),
        pl.col("recipient").is_not_null(),
        *(pl.col(name).str.contains(day).fill_null(value=True) for name in _DAYS),
    )
    wrong = frame.with_row_index("at", 2).filter(~sound)["at"].to_list()
    if wrong:
        raise InputError(
            "a row is not a receipt",
            where=f"{path.name}:{wrong[0]}",
            mend="package is 64 signs of hexadecimal, sequence a number, days are YYYY-MM-DD",
        )


def _text(value: str | int | date | None) -> str | None:
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date) else str(value)
