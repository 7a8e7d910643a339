"""The table of what was released: a row a release, checked whole before the first one is judged."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import polars as pl

from lawgate.errors import InputError
from lawgate.records.items import CATALOGUE
from lawgate.stores.tables import read_columns

COLUMNS: Final = (
    *("release_id", "released_on", "ref", "taxpayer_id", "items", "basis", "compared_address", "case"),
)
BASES: Final = ("tin_name", "name_address", "other")


def read_releases(path: Path) -> pl.DataFrame:
    """The releases in their order: released_on as a day, items as a list, compared_address as true, false, null.

    Raises InputError with the row's place and its mend.
    """
    table = read_columns(path, COLUMNS).collect()
    where = path.name
    _refuse(table, where, _is_blank("release_id"), "no release_id", "give each release its own id")
    _refuse(
        table,
        where,
        pl.col("release_id").is_duplicated(),
        "this release_id stands twice",
        "give each its own",
    )
    _refuse(table, where, _is_blank("ref"), "no ref", "name the subject of the request")
    _refuse(
        table,
        where,
        pl.col("basis").is_not_null() & ~pl.col("basis").is_in(BASES),
        "no such basis",
        f"use {', '.join(BASES)}, or leave it out",
    )
    compared = pl.col("compared_address").str.to_lowercase()
    _refuse(
        table,
        where,
        compared.is_not_null() & ~compared.is_in(("true", "false")),
        "compared_address is neither true nor false",
        "say which, or leave it out",
    )
    read = table.with_columns(
        pl.col("released_on").str.slice(0, 10).str.to_date("%Y-%m-%d", strict=False),
        pl.col("items").str.split("|"),
        compared_address=compared == "true",
    )
    _refuse(read, where, pl.col("released_on").is_null(), "no day of release", "write it as YYYY-MM-DD")
    nothing = pl.col("items").is_null() | (pl.col("items").list.len() == 0)
    _refuse(read, where, nothing, "no item", "name what was released")
    _check_items(read, where)
    return read


def _check_items(table: pl.DataFrame, where: str) -> None:
    for name in table.get_column("items").explode().unique().sort():
        if name not in CATALOGUE:
            _refuse(
                table,
                where,
                pl.col("items").list.contains(pl.lit(name)),
                f"{name[:40]!r} is no item",
                "use the names that lawgate law items lists",
            )


def _is_blank(name: str) -> pl.Expr:
    return pl.col(name).is_null() | (pl.col(name).str.strip_chars() == "")


def _refuse(table: pl.DataFrame, where: str, fault: pl.Expr, what: str, mend: str) -> None:
    rows = table.with_row_index("row", offset=1).filter(fault)
    if rows.height:
        raise InputError(what, where=f"{where} row {rows.item(0, 'row')}", mend=mend)
