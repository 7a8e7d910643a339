"""Deterministic peers: exact normalised fields, and an imitation of the filter used in 2025."""

from __future__ import annotations

import polars as pl

from bench.match.peers.tables import PAIRS, Tables

NAME = ["given_name", "surname"]
DOOR = ["street_number", "street_name", "zip"]
NUMBER_AND_ZIP = ["street_number", "zip"]
ZIP_LIKE = r"\b\d{5}(?:\d{4}|-\d{4})?\b"


def exact(tables: Tables) -> pl.DataFrame:
    """Name with birth date, name with door, or TIN: equal after folding."""
    ways = ([*NAME, "date_of_birth"], [*NAME, *DOOR], ["tin"])
    return pl.concat([_joined(tables.asked, tables.held, way) for way in ways]).unique()


def filter_2025(tables: Tables) -> pl.DataFrame:
    """Two scripts that exclude each other: name and TIN where one is stated, else name and address.

    The address is looked at only for a number like a ZIP Code (five or nine digits), and compared on the
    second path alone, here by house number and ZIP: as the opinions of 2025-2026 describe it.
    """
    lines = pl.read_parquet(tables.data / "requests.parquet").select("request_id", "address_line")
    asked = tables.asked.join(lines, on="request_id", how="left")
    asked = asked.filter(pl.col("address_line").str.contains(ZIP_LIKE).fill_null(False))
    numbered = _joined(asked.filter(pl.col("tin").is_not_null()), tables.held, [*NAME, "tin"])
    placed = _joined(asked.filter(pl.col("tin").is_null()), tables.held, [*NAME, *NUMBER_AND_ZIP])
    return pl.concat([numbered, placed]).unique()


def _joined(asked: pl.DataFrame, held: pl.DataFrame, on: list[str]) -> pl.DataFrame:
    """Every pair that agrees on these columns; what is not stated agrees with nothing."""
    pairs = asked.join(held, on=on, how="inner").select("request_id", "record_id", pl.lit(1.0).alias("score"))
    return pairs.cast(PAIRS)
