"""One command for the figures of resolution: `python bench/match.py DATA... [--splink] [--csv OUT]`.

DATA is a folder written by devbench's make_data.py with `contract/` beside its tables
(to_contract.py DATA DATA/contract).
Prints for each: recall, false matches and their bound, wrong persons, leave-one-out errors, time;
with --splink the ratio to Splink 5 on the same data in the same run.
"""

from __future__ import annotations

import argparse
import time
from datetime import date
from pathlib import Path

import polars as pl

from lawgate.linkage.calibrate import clopper_pearson_upper
from lawgate.linkage.person import Status
from lawgate.linkage.policy import POLICY
from lawgate.stores.batch_match import resolve_many
from lawgate.stores.record_frames import RecordFrames, read_frames

DAY = date(2025, 6, 2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--splink", action="store_true", help="measure Splink 5 on the same data")
    parser.add_argument("--strata", action="store_true", help="print every stratum")
    arguments = parser.parse_args()
    for data in arguments.data:
        measure(data, with_splink=arguments.splink, strata=arguments.strata)


def measure(data: Path, *, with_splink: bool, strata: bool) -> None:
    """All figures of one data folder."""
    began = time.perf_counter()
    frames = read_frames(data / "contract" / "records")
    subjects = pl.read_parquet(data / "contract" / "subjects.parquet")
    answers = list(resolve_many(subjects, frames, policy=POLICY, day=DAY))
    seconds = time.perf_counter() - began
    rows = []
    for ref, answer in answers:
        one = answer.status is Status.ONE
        record = int(answer.taxpayer_id) if one and answer.taxpayer_id else None
        rows.append((int(ref), record, 1.0, "match" if one else "review", answer.rule, answer.status.value))
    schema = ["request_id", "record_id", "score", "decision", "rule", "status"]
    predicted = pl.DataFrame(rows, schema=schema, orient="row", infer_schema_length=None)
    predicted.write_parquet(data / "predicted.parquet")
    truth = pl.read_parquet(data / "truth.parquet")
    judged = truth.join(predicted, on="request_id", how="left").with_columns(
        ((pl.col("record_id") == pl.col("true_record_id")) & (pl.col("expected") == "match"))
        .fill_null(False)
        .alias("right"),
        pl.col("record_id").is_not_null().alias("matched"),
    )
    print(f"{data.name}: {say(judged)}; {seconds:.2f} s with reading")
    if strata:
        print_strata(judged)
    leave_one_out(frames, subjects, truth)
    if with_splink:
        ours = judged.height / seconds
        splink_seconds = splink_predict(data)
        ratio = ours / (judged.height / splink_seconds)
        print(f"  splink 5: {splink_seconds:.1f} s; ours / splink = {ratio:.2f}x")


def say(judged: pl.DataFrame) -> str:
    wanted = judged.filter(pl.col("expected") == "match").height
    right = judged.filter("right").height
    false = judged.filter(pl.col("matched") & ~pl.col("right"))
    wrong = false.filter(pl.col("in_master")).height
    abstain = false.filter(pl.col("expected") == "abstain").height
    bound = clopper_pearson_upper(errors=false.height, asked=judged.height)
    return (
        f"{judged.height} requests, recall {right / wanted:.4f}, false {false.height} "
        f"({false.height / judged.height:.5f}, at most {bound:.5f}), wrong persons on file {wrong}, "
        f"in abstain {abstain}"
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
    known = truth.filter(pl.col("expected") == "match").select("request_id", "true_record_id")
    without = {str(request): str(record) for request, record in known.iter_rows()}
    asked = subjects.filter(pl.col("ref").is_in(list(without)))
    answers = resolve_many(asked, frames, policy=POLICY, day=DAY, without=without)
    errors = sum(answer.status is Status.ONE for _, answer in answers)
    print(f"  leave-one-out: {errors} errors in {len(without)}")


def splink_predict(data: Path) -> float:
    """Seconds that Splink 5 takes for the same requests with usual blocking and comparisons."""
    import splink.comparison_library as compare_with  # noqa: PLC0415
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on  # noqa: PLC0415

    columns = ["given_name", "surname", "date_of_birth", "street_number", "street_name", "zip", "tin"]
    master = pl.read_parquet(data / "master.parquet").select(pl.col("record_id").alias("unique_id"), *columns)
    asked = pl.read_parquet(data / "requests.parquet").select(
        pl.col("request_id").alias("unique_id"), *columns
    )
    lowered = [pl.col(name).str.to_lowercase() for name in columns]
    began = time.perf_counter()
    engine = DuckDBAPI()
    tables = [
        engine.register(asked.with_columns(lowered).to_pandas(), dataset_display_name="asked"),
        engine.register(master.with_columns(lowered).to_pandas(), dataset_display_name="held"),
    ]
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[
            compare_with.JaroWinklerAtThresholds("given_name"),
            compare_with.JaroWinklerAtThresholds("surname"),
            compare_with.ExactMatch("date_of_birth"),
            compare_with.ExactMatch("street_name"),
            compare_with.ExactMatch("zip"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("date_of_birth", "surname"), block_on("date_of_birth", "given_name"),
            block_on("zip", "street_number"), block_on("surname", "given_name", "zip"), block_on("tin"),
        ],
    )  # fmt: skip
    linker = Linker(tables, settings)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    for trained_on in (block_on("date_of_birth"), block_on("zip", "street_name")):
        linker.training.estimate_parameters_using_expectation_maximisation(trained_on)
    linker.inference.predict(threshold_match_probability=0.99).as_pandas_dataframe()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
