"""An audit replays what a batch decides: had everything been released, it finds lawful what was to be disclosed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from tests.service.desk import Desk

from lawgate.service.audit.replay import AuditOptions, run_audit
from lawgate.service.batch.stream import BatchOptions, run_batch

OUTCOME = {
    "disclose": "lawful",
    "withhold": "unlawful",
    "needs_more": "undeterminable",
    "needs_finding": "undeterminable",
}
WORST_LAST = ("lawful", "undeterminable", "unlawful")


def everything_released(decided: Desk) -> pl.DataFrame:
    """A release of every item of every subject for whom one person was found."""
    subjects = pl.read_parquet(decided.batch / "subjects.parquet")
    found = subjects.with_columns(
        taxpayer_id=pl.col("resolution").str.json_path_match("$.taxpayer_id")
    ).filter(pl.col("resolution").str.json_path_match("$.status") == "one")
    rows = (
        pl.read_parquet(decided.batch / "decisions.parquet").select("ref", "item").unique(maintain_order=True)
    )
    return rows.join(found.select("ref", "taxpayer_id"), on="ref", how="inner", maintain_order="left").select(
        (pl.col("ref") + "/" + pl.col("item")).alias("release_id"),
        pl.lit(decided.day).alias("released_on"),
        "ref",
        "taxpayer_id",
        pl.col("item").alias("items"),
    )


def audited(decided: Desk, request: Path, folder: Path) -> dict[str, str]:
    """What each release was, as the law is read, by release_id."""
    table = folder / "releases.parquet"
    everything_released(decided).write_parquet(table)
    options = AuditOptions(
        records=decided.records, out=folder / "out", findings=decided.findings, known_on=decided.day
    )
    run_audit(table, request, options)
    judged = pl.read_parquet(folder / "out" / "judged.parquet").select("release_id", "followed")
    return dict(judged.iter_rows())


def decided_as(decided: Desk) -> dict[str, str]:
    """What the batch made of the same, the worst row of each item."""
    rows = pl.read_parquet(decided.batch / "decisions.parquet").select("ref", "item", "disposition")
    told: dict[str, str] = {}
    for ref, item, disposition in rows.iter_rows():
        key, outcome = f"{ref}/{item}", OUTCOME[disposition]
        told[key] = max(told.get(key, outcome), outcome, key=WORST_LAST.index)
    return told


@pytest.mark.parametrize("inside", [False, True])
def test_the_audit_finds_what_the_batch_decided(inside: bool, decided: Desk, tmp_path: Path) -> None:
    request = decided.request("batch")
    if inside:
        request = _with_subjects_inside(decided, tmp_path)
    told, expected = audited(decided, request, tmp_path), decided_as(decided)
    assert set(told.values()) == set(WORST_LAST)
    assert {key: outcome for key, outcome in told.items() if outcome != expected[key]} == {}


def test_a_request_that_names_no_paragraph_is_borne_out_by_any_of_them(decided: Desk, tmp_path: Path) -> None:
    request = tmp_path / "anywhere.json"
    shutil.copy(decided.out / "requests" / "batch.parquet", tmp_path)
    request.write_text(json.dumps({**decided.document("batch"), "provision": None}))
    options = BatchOptions(
        records=decided.records, out=tmp_path / "batch", findings=decided.findings, as_of_day=decided.day
    )
    run_batch(request, options)
    anywhere = Desk(decided.out, tmp_path / "batch")
    told, expected = audited(anywhere, request, tmp_path), decided_as(anywhere)
    assert len(set(told.values())) > 1
    assert {key: outcome for key, outcome in told.items() if outcome != expected[key]} == {}


def _with_subjects_inside(decided: Desk, folder: Path) -> Path:
    """The same request with its subjects in the JSON."""
    rows = pl.read_parquet(decided.out / "requests" / "batch.parquet").to_dicts()
    path = folder / "inside.json"
    path.write_text(json.dumps({**decided.document("batch"), "subjects": [_subject(row) for row in rows]}))
    return path


def _subject(row: dict[str, Any]) -> dict[str, Any]:
    person = {"given": "given_name", "middle": "middle_name", "surname": "surname", "suffix": "suffix"}
    name = {key: row[column] for key, column in person.items()}
    return {
        **{key: row[key] for key in ("ref", "address", "tin", "date_of_birth", "reasons")},
        "name": {"entity": row["entity"]} if row["entity"] else name,
        **{key: row[key].split("|") for key in ("tax_periods", "recipients") if row[key]},
    }
