"""To whom notice under 26 U.S.C. 7431(e) would be due once somebody is charged: by taxpayer, and on what ground."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import polars as pl

from lawgate.audit.judge import NEAREST_LAWFUL_FIRST, Verdict
from lawgate.kernel.truth import Truth

_DUE: Final = (Verdict.UNLAWFUL, Verdict.TURNS_ON)
_JOINED: Final = "; "
NOTICE_COLUMNS: Final = (
    "taxpayer_id", "verdict", "as_read_here", "ground", "turns_on", "orders", "releases", "first_released_on",
)  # fmt: skip


def notices_of(judged: pl.DataFrame, judgements: Sequence[dict[str, Any]]) -> pl.DataFrame:
    """A row for each taxpayer of whom a release was unlawful, or turns on a reading; his worst release tells which.

    `ground` are the demands that fail as the law is read here, each with its paragraph. Lists are separated by |.
    """
    worst_first = [verdict.value for verdict in reversed(NEAREST_LAWFUL_FIRST)]
    grounds = pl.DataFrame(
        {"judgement": range(len(judgements)), "ground": [_ground(one) for one in judgements]},
        schema={"judgement": pl.UInt32(), "ground": pl.Utf8()},
    )
    is_due = pl.col("verdict").is_in([verdict.value for verdict in _DUE])
    due = (
        judged.filter(is_due, pl.col("taxpayer_id").is_not_null())
        .join(grounds, on="judgement", how="left", maintain_order="left")
        .with_columns(
            worst=pl.col("verdict").replace_strict(
                {verdict: at for at, verdict in enumerate(worst_first)}, return_dtype=pl.Int64
            )
        )
    )
    worst = pl.col("worst") == pl.col("worst").min()
    told = due.group_by("taxpayer_id", maintain_order=True).agg(
        pl.col("verdict").sort_by("worst").first(),
        pl.col("followed").sort_by("worst").first().alias("as_read_here"),
        pl.col("ground").filter(worst).drop_nulls().unique(maintain_order=True).str.join(_JOINED),
        _every("turns_on"),
        _every("orders"),
        pl.col("release_id").str.join("|").alias("releases"),
        pl.col("released_on").min().alias("first_released_on"),
    )
    return told.select(NOTICE_COLUMNS)


def _every(column: str) -> pl.Expr:
    return pl.col(column).explode().drop_nulls().unique(maintain_order=True).str.join("|")


def _ground(judgement: dict[str, Any]) -> str | None:
    """The demands that fail, as the law is read here; None where none does."""
    failing = [one for one in judgement["elements"] if one["truth"] == Truth.NO.value]
    return _JOINED.join(f"{one['label']} ({one['cite_text']})" for one in failing) or None
