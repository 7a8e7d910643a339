"""Our resolution of a devbench folder, as a table of whom each request names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import polars as pl

from bench.match import scoring
from lawgate.linkage.person import Resolution, Status
from lawgate.linkage.policy import POLICY
from lawgate.stores.records.batch_match import resolve_many
from lawgate.stores.records.record_frames import RecordFrames, read_frames

DAY = date(2025, 6, 2)


def read_data(data: Path) -> tuple[RecordFrames, pl.DataFrame]:
    """The records as columns, and the subjects asked for."""
    return read_frames(data / "contract" / "records"), pl.read_parquet(data / "contract" / "subjects.parquet")


def name_all(frames: RecordFrames, subjects: pl.DataFrame) -> pl.DataFrame:
    """request_id, record_id where one person was named, and how it ended."""
    return _table(resolve_many(subjects, frames, policy=POLICY, day=DAY))


def name_without(frames: RecordFrames, subjects: pl.DataFrame, truth: pl.DataFrame) -> pl.DataFrame:
    """Every request that names a person on file, asked again with his record taken away."""
    without = {str(request): str(record) for request, record in scoring.true_records(truth).iter_rows()}
    asked = subjects.filter(pl.col("ref").is_in(list(without)))
    return _table(resolve_many(asked, frames, policy=POLICY, day=DAY, without=without))


def _table(answers: Iterable[tuple[str, Resolution]]) -> pl.DataFrame:
    rows = []
    for ref, answer in answers:
        one = answer.status is Status.ONE
        record = int(answer.taxpayer_id) if one and answer.taxpayer_id else None
        rows.append((int(ref), record, 1.0, "match" if one else "review", answer.rule, answer.status.value))
    schema = {
        "request_id": pl.Int64, "record_id": pl.Int64, "score": pl.Float64, "decision": pl.Utf8,
        "rule": pl.Utf8, "status": pl.Utf8,
    }  # fmt: skip
    return pl.DataFrame(rows, schema=schema, orient="row")
