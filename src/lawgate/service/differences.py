"""What differs between two audits, or between two batches: who gained, who lost, and by which demand of the law."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import polars as pl

from lawgate.errors import InputError
from lawgate.service.audit.summary import rows_shown_max
from lawgate.stores.runs.audit_folder import AuditFolder
from lawgate.stores.runs.batch_folder import BatchFolder

Document = dict[str, Any]

_ROW: Final = ("ref", "item", "period", "held_period", "furnished_by", "document", "turn")
_BEST_FIRST: Final = {
    "audit": ("lawful", "undeterminable", "unlawful"),
    "batch": ("disclose", "needs_finding", "needs_more", "withhold"),
}
"""What somebody gains or loses: a release its ground, a row its disclosure."""


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two: its rows as key, ref, outcome and the number of their reasons, and the reasons."""

    kind: str
    request: str
    rows: pl.DataFrame
    reasons: Sequence[Document]


def differences(one: Path, other: Path) -> Document:
    """Every row that came out otherwise in the other folder; InputError where the two are not of one request."""
    first, second = _read(one), _read(other)
    if (first.kind, first.request) != (second.kind, second.request):
        raise InputError(
            "these are not two audits, nor two batches, of one request",
            where=str(other),
            mend="name two folders of the same request, written by the same command",
        )
    both = first.rows.join(second.rows, on="key", how="full", coalesce=True, suffix="_other")
    order = _BEST_FIRST[first.kind]
    rank = {state: at for at, state in enumerate(order)}
    ranked = both.with_columns(
        was=pl.col("outcome").replace_strict(rank, default=None, return_dtype=pl.Int64),
        now=pl.col("outcome_other").replace_strict(rank, default=None, return_dtype=pl.Int64),
    ).with_columns(pl.coalesce("ref", "ref_other").alias("ref"))
    gained, lost = ranked.filter(pl.col("now") < pl.col("was")), ranked.filter(pl.col("now") > pl.col("was"))
    return {
        "request": first.request,
        "of": "releases" if first.kind == "audit" else "rows",
        "compared": ranked.drop_nulls(["was", "now"]).height,
        "only_in_one": ranked.filter(pl.col("now").is_null()).height,
        "only_in_other": ranked.filter(pl.col("was").is_null()).height,
        "gained": _moved(gained, first, second),
        "lost": _moved(lost, first, second),
    }


def _moved(rows: pl.DataFrame, first: _Side, second: _Side) -> Document:
    """How many moved from what to what, who they are, and the demands whose truth is another one now."""
    ways = rows.group_by("outcome", "outcome_other").len("times").sort("times", "outcome", "outcome_other")
    pairs = rows.group_by("reason", "reason_other").len().sort("reason", "reason_other").iter_rows()
    elements: Counter[tuple[str, str, str, str]] = Counter()
    for reason, other, times in pairs:
        for change in _changes(first.reasons, reason, second.reasons, other):
            elements[change] += times
    return {
        "count": rows.height,
        "ways": [{"from": was, "to": now, "count": times} for was, now, times in ways.reverse().iter_rows()],
        "elements": [
            {"cite_text": cite, "label": label, "from": was, "to": now, "count": times}
            for (cite, label, was, now), times in sorted(elements.items(), key=lambda one: (-one[1], one[0]))
        ],
        "first": rows.get_column("ref").unique(maintain_order=True).head(rows_shown_max).to_list(),
    }


def _changes(
    reasons: Sequence[Document], one: int | None, others: Sequence[Document], other: int | None
) -> list[tuple[str, str, str, str]]:
    """The elements that stand otherwise: a demand that only one of the two makes is not asked in the other."""
    was, now = _elements(reasons, one), _elements(others, other)
    return [
        (*key, was.get(key, "not asked"), now.get(key, "not asked"))
        for key in dict.fromkeys((*was, *now))
        if was.get(key) != now.get(key)
    ]


def _elements(reasons: Sequence[Document], number: int | None) -> dict[tuple[str, str], str]:
    if number is None:
        return {}
    return {(one["cite_text"], one["label"]): one["truth"] for one in reasons[number]["elements"]}


def _read(folder: Path) -> _Side:
    if AuditFolder.holds(folder):
        audit = AuditFolder.open(folder)
        rows = audit.judged().select(
            pl.col("release_id").alias("key"),
            "ref",
            pl.col("followed").alias("outcome"),
            pl.col("judgement").alias("reason"),
        )
        return _Side("audit", audit.summary()["request"], rows.collect(), audit.judgements())
    batch = BatchFolder.open(folder)
    told = batch.decisions().with_columns(turn=pl.int_range(pl.len()).over(_ROW[:-1]))
    keyed = told.select(
        pl.concat_str([pl.col(name).cast(pl.Utf8).fill_null("") for name in _ROW], separator="\x1f").alias(
            "key"
        ),
        "ref",
        pl.col("disposition").alias("outcome"),
        pl.col("explanation").alias("reason"),
    )
    return _Side("batch", batch.summary()["request"], keyed.collect(), batch.explanations())
