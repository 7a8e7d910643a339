"""The benchmark's tables as every peer gets them: folded text in parted columns, a number for each row."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl

COLUMNS = (
    "given_name", "middle_name", "surname", "date_of_birth", "street_number", "street_name", "city", "state",
    "zip", "tin",
)  # fmt: skip
PAIRS = pl.Schema({"request_id": pl.Int64, "record_id": pl.Int64, "score": pl.Float64})
"""What a peer answers: pairs of a request and a record, the surer the higher."""


@dataclass(frozen=True, slots=True)
class Tables:
    """held: record_id and COLUMNS; asked: request_id and COLUMNS; `data` is where both came from."""

    held: pl.DataFrame
    asked: pl.DataFrame
    truth: pl.DataFrame
    data: Path


def read_tables(data: Path) -> Tables:
    """A devbench folder; the middle initial of the file stands beside the middle name asked."""
    held = pl.read_parquet(data / "master.parquet").rename({"middle_initial": "middle_name"})
    asked = pl.read_parquet(data / "requests.parquet")
    truth = pl.read_parquet(data / "truth.parquet")
    return Tables(_folded(held, "record_id"), _folded(asked, "request_id"), truth, data)


def _folded(frame: pl.DataFrame, number: str) -> pl.DataFrame:
    """Lower case and one space between words; an empty text is not stated."""
    texts = [
        pl.col(column).cast(pl.Utf8).str.to_lowercase().str.replace_all(r"[^a-z0-9]+", " ").str.strip_chars()
        for column in COLUMNS
    ]
    emptied = [pl.when(pl.col(column) != "").then(pl.col(column)) for column in COLUMNS]
    return frame.select(pl.col(number).cast(pl.Int64), *texts).with_columns(emptied)
