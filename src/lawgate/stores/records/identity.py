"""Identity as rows: the name, the mailing address and the TIN that the custodian holds for a taxpayer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl

from lawgate.stores.tables import read_columns

_MAILING_FIRST = {"mailing": 0, "unknown": 1}
"""Only a mailing address, or one of unknown use, is the mailing address of (b)(6)."""


def identity_rows(records: Path, wanted: pl.LazyFrame, day: date) -> pl.LazyFrame:
    """taxpayer_id, item, period, value, furnished_by, document; the address is the one held on that day."""
    people = read_columns(
        records / "taxpayers.parquet",
        ("taxpayer_id", "given_name", "middle_name", "surname", "suffix", "entity", "tin"),
    ).join(wanted, on="taxpayer_id", how="semi", maintain_order="left")
    person = pl.concat_str("given_name", "middle_name", "surname", "suffix", separator=" ", ignore_nulls=True)
    name = pl.coalesce("entity", pl.when(pl.col("surname").is_not_null()).then(person))
    rows = [
        _rows(people, "identity.name", name),
        _rows(people, "identity.tin", pl.col("tin")),
        _rows(_mailing_addresses(records, wanted, day), "identity.mailing_address", pl.col("address")),
    ]
    return pl.concat(rows)


def _mailing_addresses(records: Path, wanted: pl.LazyFrame, day: date) -> pl.LazyFrame:
    """For each taxpayer the one address, the latest begun of those that are held on the day."""
    columns = ("taxpayer_id", "address", "held_from", "held_to", "where")
    text = day.isoformat()
    use = (
        pl.col("where")
        .fill_null("unknown")
        .replace_strict(_MAILING_FIRST, default=None, return_dtype=pl.Int8)
    )
    return (
        read_columns(records / "addresses.parquet", columns)
        .join(wanted, on="taxpayer_id", how="semi", maintain_order="left")
        .filter(pl.col("held_from").fill_null("") <= text, pl.col("held_to").fill_null("9999-12-31") >= text)
        .with_columns(use.alias("use"))
        .filter(pl.col("use").is_not_null())
        .sort("use", pl.col("held_from").fill_null(""), "address", descending=[False, True, False])
        .unique("taxpayer_id", keep="first", maintain_order=True)
    )


def _rows(frame: pl.LazyFrame, item: str, value: pl.Expr) -> pl.LazyFrame:
    nothing = pl.lit(None, dtype=pl.Utf8)
    return frame.select(
        "taxpayer_id",
        pl.lit(item).alias("item"),
        nothing.alias("period"),
        value.alias("value"),
        nothing.alias("furnished_by"),
        nothing.alias("document"),
    ).filter(pl.col("value").is_not_null())
