"""`batch --engine`: the masks told by DuckDB, PostgreSQL and Spark are those of the evaluator, byte for byte."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from tests.databases import ROOT, server
from tests.service.desk import Desk
from tests.stores.engine_rows import assert_all_are, made_up

from lawgate.errors import EngineError, InputError
from lawgate.service.batch import engine_masks
from lawgate.service.batch.stream import BatchOptions, run_batch
from lawgate.stores import engines

# Ibis 12 calls DuckDB 2 by a name that DuckDB gives up.
pytestmark = [
    pytest.mark.filterwarnings("ignore:fetch_arrow_table:DeprecationWarning"),
    # What Spark's own client does with its sockets.
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),
    pytest.mark.filterwarnings(
        "ignore:Exception ignored in. <socket:pytest.PytestUnraisableExceptionWarning"
    ),
]


def address_of(engine: str) -> str | None:
    """Where the engine is; what it needs of Debian's is installed by the project's own scripts."""
    if engine == "spark":
        subprocess.run([ROOT / "requirements" / "debian", "java"], check=True, capture_output=True)
    return f"postgres://postgres@/postgres?host={server()}" if engine == "postgres" else None


def batch(desk: Desk, out: Path, name: str = "batch", **options: Any) -> dict[str, bytes]:
    """Every file of a batch, by name."""
    told = BatchOptions(records=desk.records, out=out, findings=desk.findings, as_of_day=desk.day, **options)
    run_batch(desk.request(name), told)
    return {one.name: one.read_bytes() for one in sorted(out.iterdir())}


@pytest.mark.parametrize("engine", engines.ENGINES)
def test_each_engine_tells_generated_rows_as_the_evaluator_and_writes_the_same_bytes(
    engine: str, decided: Desk, tmp_path: Path
) -> None:
    """Both in one test, since Spark is slow to wake; `python -m bench.batch.engines` does it with 100,000 rows."""
    made = made_up(400)
    groups, rows = made.tables
    with engines.opened(engine, address_of(engine) or "") as backend:
        assert_all_are(made, engines.decide_on(backend, made.plan, groups, rows, group="group", row="row"))
    told = batch(decided, tmp_path / "out", engine=engine, engine_at=address_of(engine))
    assert told == {one.name: one.read_bytes() for one in sorted(decided.batch.iterdir())}
    masks = pl.read_parquet(decided.batch / "decisions.parquet").select("yes_mask", "no_mask").unique()
    assert masks.height > 10


def test_a_request_that_names_no_paragraph_is_told_pathway_by_pathway(decided: Desk, tmp_path: Path) -> None:
    document = decided.document("batch")
    document["provision"] = None
    path = decided.request("batch").with_name("anywhere.json")
    path.write_text(json.dumps(document))
    whole = batch(decided, tmp_path / "polars", "anywhere")
    assert batch(decided, tmp_path / "duckdb", "anywhere", engine="duckdb") == whole


@pytest.fixture
def lying(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that takes an open answer for a no, in one row."""
    told = engines.decide_on

    def lie(*args: Any, **named: Any) -> pl.DataFrame:
        masks = told(*args, **named)
        first = pl.int_range(pl.len()) == 0
        return masks.with_columns(no_0=pl.when(first).then(~pl.col("yes_0")).otherwise(pl.col("no_0")))

    monkeypatch.setattr(engines, "decide_on", lie)


def test_an_engine_that_tells_other_masks_ends_the_run_and_nothing_is_written(
    lying: None, decided: Desk, tmp_path: Path
) -> None:
    with pytest.raises(EngineError, match="other masks than their explanations"):
        batch(decided, tmp_path / "out", engine="duckdb")
    assert not (tmp_path / "out").exists()


def test_an_engine_that_is_none_is_refused(decided: Desk, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no engine"):
        batch(decided, tmp_path / "out", engine="abacus")
    with engine_masks.masks_by("polars", None) as masks:
        assert masks is None
    with pytest.raises(InputError, match="cannot be reached"):
        batch(decided, tmp_path / "out", engine="postgres", engine_at="postgres://nobody@127.0.0.1:1/none")
