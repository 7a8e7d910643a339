"""Run by a test in a process of its own, since Spark and its sockets outlive whoever asked: candidates and answers.

python -m tests.stores.records.on_spark TABLES SUBJECTS OUT
"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import polars as pl

from lawgate.linkage.compare import read_named
from lawgate.linkage.keys import named_keys
from lawgate.linkage.policy import POLICY
from lawgate.stores.engines import connect
from lawgate.stores.records.batch_match import CandidateSource, read_subjects, resolve_many
from lawgate.stores.records.candidate_tables import REQUESTS_EACH_JOIN, CandidateTables

DAY = date(2026, 3, 10)


def told_by(source: CandidateSource, subjects: pl.DataFrame) -> str:
    """The counts of names, every candidate of each subject, and each answer with its reasons, as one text."""
    wanted = [named_keys(read_named(person)) for _, person in read_subjects(subjects)]
    answers = resolve_many(subjects, source, policy=POLICY, day=DAY, requests_each=REQUESTS_EACH_JOIN)
    counts = source.counts
    counted = (counts.records, sorted(counts.given.items()), sorted(counts.surname.items()))
    return "\n".join(map(repr, [counted, *source.fetch_many(wanted), *answers]))


if __name__ == "__main__":
    tables, asked, out = map(Path, sys.argv[1:])
    os.environ["PYSPARK_SUBMIT_ARGS"] = (
        "--master local[2] --conf spark.ui.enabled=false --conf spark.sql.shuffle.partitions=4 "
        f"--conf spark.sql.warehouse.dir={out.parent} pyspark-shell"
    )
    backend = connect("spark")
    out.write_text(told_by(CandidateTables.open(tables, backend), pl.read_parquet(asked)))
    backend.disconnect()
