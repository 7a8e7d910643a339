"""Tables on disk: Parquet and CSV, read as text, absent columns as nulls."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Final

import polars as pl

from lawgate.errors import InputError

PARQUET_MARK: Final = b"PAR1"


def scan_table(path: Path) -> pl.LazyFrame:
    """A Parquet or CSV file as a frame of text; InputError where it is neither or is not there."""
    if not path.is_file():
        raise InputError(
            "no such file", where=str(path), mend="name a .parquet or .csv file beside the request"
        )
    try:
        if path.suffix == ".csv":
            frame = pl.scan_csv(path, infer_schema=False, encoding="utf8")
        else:
            frame = pl.scan_parquet(path)
        frame.collect_schema()
        frame.head(1).collect()
    except (pl.exceptions.PolarsError, OSError, ValueError) as error:
        raise InputError(
            "the table cannot be read",
            where=str(path),
            mend=f"give UTF-8 CSV with a header, or Parquet ({type(error).__name__})",
        ) from None
    return frame


def scan_table_bytes(data: bytes, *, where: str) -> pl.LazyFrame:
    """The same of a file that was sent: Parquet by its mark, CSV otherwise; no copy of it is put on disk."""
    try:
        if data[:4] == PARQUET_MARK:
            return pl.read_parquet(BytesIO(data)).lazy()
        data.decode("utf-8")
        return pl.read_csv(BytesIO(data), infer_schema=False, encoding="utf8").lazy()
    except (pl.exceptions.PolarsError, OSError, ValueError) as error:
        raise InputError(
            "the table cannot be read",
            where=where,
            mend=f"give UTF-8 CSV with a header, or Parquet ({type(error).__name__})",
        ) from None


def read_columns(path: Path, columns: tuple[str, ...]) -> pl.LazyFrame:
    """The wanted columns as text, in this order; one that is absent is null throughout."""
    frame = scan_table(path)
    held = set(frame.collect_schema().names())
    return frame.select(
        pl.col(name).cast(pl.Utf8) if name in held else pl.lit(None, dtype=pl.Utf8).alias(name)
        for name in columns
    )
