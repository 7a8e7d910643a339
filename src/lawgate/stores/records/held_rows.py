"""The rows that a custodian holds of some taxpayers, of some items: data items and identity in one table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

import polars as pl

from lawgate.records.items import CATALOGUE, NOT_IDENTITY
from lawgate.stores.records.identity import identity_rows
from lawgate.stores.tables import read_columns

ITEM_COLUMNS: Final = ("taxpayer_id", "item", "period", "value", "furnished_by", "document")


def held_rows(records: Path, names: Sequence[str], day: date, wanted: pl.LazyFrame) -> pl.LazyFrame:
    """ITEM_COLUMNS of the taxpayers wanted, in the order of the file, identity after the rest."""
    asked = pl.col("item").is_in(names)
    rows = read_columns(records / "items.parquet", ITEM_COLUMNS).filter(asked)
    frames = [rows.join(wanted, on="taxpayer_id", how="semi", maintain_order="left")]
    if any(CATALOGUE[name].identity != NOT_IDENTITY for name in names):
        frames.append(identity_rows(records, wanted, day).filter(asked).select(ITEM_COLUMNS))
    return pl.concat(frames)
