"""The shared benchmark: eleven thousand people, three items each, and nobody else's data in any answer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest
from tests.house.shared import shared
from tests.service.desk import findings_of_complete, write

from lawgate.service.batch.stream import BatchOptions, run_batch

pytestmark = pytest.mark.slow

SUBJECTS, ITEMS = 11_811, 3


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The batch of the benchmark, with every finding made."""
    folder, data = shared("linkage", "devbench"), shared("linkage", "devbench", "data", "seed1")
    out = tmp_path_factory.mktemp("devbench")
    subprocess.run([sys.executable, str(folder / "to_contract.py"), str(data), str(out)], check=True)
    write(out, findings_of_complete("2026-01-05"), "findings.json")
    options = BatchOptions(records=out / "records", out=out / "out", findings=out / "findings.json")
    run_batch(out / "request.json", options)
    return out


@pytest.fixture(scope="module")
def judged(bench: Path) -> pl.DataFrame:
    """Each subject with the truth about it, whom the gate found, and whether anything is disclosed."""
    truth = pl.read_parquet(shared("linkage", "devbench", "data", "seed1", "truth.parquet")).select(
        pl.col("request_id").cast(pl.Utf8).alias("ref"),
        "expected",
        pl.col("true_record_id").cast(pl.Int64).cast(pl.Utf8),
    )
    who = pl.read_parquet(bench / "out" / "subjects.parquet").select(
        "ref",
        "admission",
        pl.col("resolution").str.json_path_match("$.status").alias("status"),
        pl.col("resolution").str.json_path_match("$.taxpayer_id").alias("found"),
    )
    rows = pl.read_parquet(bench / "out" / "decisions.parquet")
    told = rows.group_by("ref").agg((pl.col("disposition") == "disclose").any().alias("disclosed"))
    return truth.join(who, on="ref", how="left").join(told, on="ref", how="left")


def test_every_subject_has_an_answer_and_every_admitted_one_a_row_for_each_item(
    bench: Path, judged: pl.DataFrame
) -> None:
    summary = json.loads((bench / "out" / "summary.json").read_text(encoding="utf-8"))
    rows = pl.read_parquet(bench / "out" / "decisions.parquet")
    assert summary["subjects"] == judged.height == SUBJECTS
    assert judged["admission"].null_count() == 0
    assert sum(summary["admission"].values()) == SUBJECTS
    assert summary["rows"] == rows.height == ITEMS * summary["admission"]["admitted"]
    assert rows.select("ref", "item").n_unique() == rows.height
    assert summary["faults"] == {}


def test_nobody_else_is_taken_for_the_person_named(judged: pl.DataFrame) -> None:
    one = judged.filter(pl.col("status") == "one")
    wrong = one.filter(pl.col("true_record_id").is_null() | (pl.col("found") != pl.col("true_record_id")))
    assert one.height > SUBJECTS // 4
    assert wrong.height == 0


def test_nothing_is_disclosed_where_nobody_can_say_who_is_meant(judged: pl.DataFrame) -> None:
    disclosed = judged.filter(pl.col("disclosed"))
    assert disclosed.height > SUBJECTS // 10
    assert disclosed.filter(pl.col("expected") != "match").height == 0


def test_wages_of_the_payer_and_the_address_go_and_wages_of_the_return_never(bench: Path) -> None:
    rows = pl.read_parquet(bench / "out" / "decisions.parquet")
    disclosed = set(rows.filter(pl.col("disposition") == "disclose")["item"])
    assert disclosed == {"identity.mailing_address", "third_party.w2.wages"}


def test_a_summary_by_element_is_told(bench: Path) -> None:
    summary = json.loads((bench / "out" / "summary.json").read_text(encoding="utf-8"))
    for element in summary["elements"]:
        assert element["yes"] + element["no"] + element["open"] == summary["rows"]
    assert [element for element in summary["elements"] if element["no"]]
