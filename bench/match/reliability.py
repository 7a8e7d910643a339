"""How honest the probability is.

    python -m bench.match.reliability DATA...

DATA as for bench.match.figures. For each band of probability: how many records were named or proposed, the mean
probability said, and the share that are the person meant. A share below what was said is too bold;
one above it is caution.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

import polars as pl

from lawgate.linkage.person import Status
from lawgate.linkage.policy import POLICY
from lawgate.stores.records.batch_match import resolve_many
from lawgate.stores.records.record_frames import read_frames

DAY = date(2025, 6, 2)
BANDS = (0.0, 0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--rules", action="store_true", help="print each rule too")
    arguments = parser.parse_args()
    judged = pl.concat([judge(data) for data in arguments.data])
    above = pl.sum_horizontal((pl.col("said") >= edge).cast(pl.Int8) for edge in BANDS)
    banded = judged.with_columns(above.replace_strict(dict(enumerate(BANDS, 1))).alias("at_least"))
    with pl.Config(tbl_rows=100, float_precision=5):
        for status in (Status.ONE, Status.REVIEW):
            print(status.value)
            print(_table(banded.filter(pl.col("status") == status.value), "at_least"))
        if arguments.rules:
            print(_table(banded, "status", "rule"))


def judge(data: Path) -> pl.DataFrame:
    """Each record named or proposed: what was said of it, uncapped, and whether it is the person meant."""
    truth = pl.read_parquet(data / "truth.parquet")
    meant = {str(ref): str(true) for ref, true in truth.select("request_id", "true_record_id").iter_rows()}
    subjects = pl.read_parquet(data / "contract" / "subjects.parquet")
    answers = resolve_many(subjects, read_frames(data / "contract" / "records"), policy=POLICY, day=DAY)
    rows = [
        (answer.status.value, answer.rule, answer.weighing.posterior, meant[ref] == answer.taxpayer_id)
        for ref, answer in answers
        if answer.weighing is not None and answer.taxpayer_id is not None
    ]
    return pl.DataFrame(rows, schema=["status", "rule", "said", "right"], orient="row")


def _table(judged: pl.DataFrame, *by: str) -> pl.DataFrame:
    return (
        judged.group_by(*by)
        .agg(pl.len().alias("records"), pl.col("said").mean(), pl.col("right").mean().alias("true"))
        .sort(*by)
    )


if __name__ == "__main__":
    main()
