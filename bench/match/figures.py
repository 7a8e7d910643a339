"""The figures of resolution: who is named rightly, how often that errs, and what it costs, beside Splink 5.

    python -m bench.match.figures [DATA...] [--scale FOLDER] [--splink]

DATA is a folder written by devbench's make_data.py with `contract/` beside its tables
(to_contract.py DATA DATA/contract). For each: recall, false matches and their bound, wrong persons,
leave-one-out errors, time. FOLDER is such a folder with a large file: one request at a time and 100,000 at
once through the index on disk, its bytes and its build. --splink gives the ratios to Splink 5 in the same run.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import polars as pl

from bench.match import ours, scale, scoring
from lawgate.stores.records.record_frames import RecordFrames


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="*", type=Path)
    parser.add_argument("--splink", action="store_true", help="measure Splink 5 on the same data")
    parser.add_argument("--strata", action="store_true", help="print every stratum")
    parser.add_argument("--scale", type=Path, help="a devbench folder with a large file")
    parser.add_argument("--index", type=Path, help="where its index stands or shall be built")
    arguments = parser.parse_args()
    for data in arguments.data:
        measure(data, with_splink=arguments.splink, strata=arguments.strata)
    if arguments.scale:
        at = arguments.index or arguments.scale / "candidates.index"
        scale.measure(arguments.scale, at, with_splink=arguments.splink)


def measure(data: Path, *, with_splink: bool, strata: bool) -> None:
    """All figures of one data folder."""
    began = time.perf_counter()
    frames, subjects = ours.read_data(data)
    predicted = ours.name_all(frames, subjects)
    seconds = time.perf_counter() - began
    predicted.write_parquet(data / "predicted.parquet")
    truth = pl.read_parquet(data / "truth.parquet")
    judged = scoring.judge(predicted, truth)
    print(f"{data.name}: {say(scoring.count(judged))}; {seconds:.2f} s with reading")
    if strata:
        print_strata(judged)
    leave_one_out(frames, subjects, truth)
    if with_splink:
        splink_seconds = scale.splink_seconds(data)
        print(f"  splink 5: {splink_seconds:.1f} s; ours / splink = {splink_seconds / seconds:.2f}x as fast")


def say(found: scoring.Figures) -> str:
    return (
        f"{found.asked} requests, recall {found.recall:.4f}, false {found.false} "
        f"({found.false_rate:.5f}, at most {found.bound:.5f}), wrong persons on file {found.wrong_persons}, "
        f"in abstain {found.abstain_errors}"
    )


def print_strata(judged: pl.DataFrame) -> None:
    missed = pl.col("matched") & ~pl.col("right")
    table = judged.group_by("expected", "stratum").agg(
        pl.len().alias("asked"), pl.col("right").sum(), missed.sum().alias("false")
    )
    with pl.Config(tbl_rows=100):
        print(table.sort("expected", "stratum"))


def leave_one_out(frames: RecordFrames, subjects: pl.DataFrame, truth: pl.DataFrame) -> None:
    """Every request that has a true record, asked again with that record taken away."""
    found = ours.name_without(frames, subjects, truth)
    errors = found.get_column("record_id").is_not_null().sum()
    print(f"  leave-one-out: {errors} errors in {found.height}")


if __name__ == "__main__":
    main()
