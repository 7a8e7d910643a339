"""The picture in docs/linkage.md.

    python -m bench.match.picture docs/images/match-decision.svg

A person of the sample, asked for by date of birth, address and another surname, as after marriage.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import polars as pl

from lawgate.present.pages.waterfall import waterfall
from lawgate.service.match.table import MatchOptions, run_match
from lawgate.stores.sample import write_sample

TAXPAYERS, SUBJECTS, SEED, REF, DAY = 3_000, 20, 1, "B2", "2026-03-10"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.parse_args().out.write_text(picture(), encoding="utf-8")


def picture() -> str:
    """The SVG of one decision on the sample; the same each time."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        sample = write_sample(folder / "sample", taxpayers=TAXPAYERS, subjects=SUBJECTS, seed=SEED)
        asked = pl.read_parquet(folder / "sample" / "requests" / "batch.parquet").filter(pl.col("ref") == REF)
        nothing = pl.lit(None, dtype=pl.Utf8)
        asked = asked.with_columns(nothing.alias("tin"), pl.lit("Sample").alias("surname"))
        asked.write_parquet(folder / "asked.parquet")
        out = folder / "out.parquet"
        summary = run_match(
            folder / "asked.parquet", MatchOptions(records=sample.records, out=out, as_of_day=DAY)
        )
        row = pl.read_parquet(out).row(0, named=True)
    match = {**row, "evidence": json.loads(row["evidence"])}
    return f"{waterfall(match, summary['records'], key='picture', alone=True)}\n"


if __name__ == "__main__":
    main()
