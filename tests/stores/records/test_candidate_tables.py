"""DuckDB and Spark find the candidates that the index on disk finds, and so name the same people."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest
from tests.stores.records.on_spark import told_by

from lawgate.errors import InputError
from lawgate.stores.engines import connect
from lawgate.stores.records.candidate_tables import CandidateTables, write_candidates
from lawgate.stores.records.candidates import CandidateIndex
from lawgate.stores.sample import write_sample

# Ibis 12 calls DuckDB 2 by a name that DuckDB gives up.
pytestmark = pytest.mark.filterwarnings("ignore:fetch_arrow_table:DeprecationWarning")
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, Path]:
    """What the index tells of the subjects of a made-up records folder, those subjects, and the tables."""
    at = tmp_path_factory.mktemp("laid")
    sample = write_sample(at / "sample", taxpayers=800, subjects=200, seed=3)
    write_candidates(sample.records, at / "tables")
    subjects = at / "sample" / "requests" / "batch.parquet"
    told = told_by(CandidateIndex.build(sample.records, at / "index"), pl.read_parquet(subjects))
    assert all(status in told for status in ("Status.ONE", "Status.NONE", "taxpayer_id="))
    return told, subjects, at / "tables"


def test_duckdb_finds_and_names_whom_the_index_does(laid: tuple[str, Path, Path]) -> None:
    told, subjects, tables = laid
    source = CandidateTables.open(tables, connect("duckdb"))
    assert told_by(source, pl.read_parquet(subjects)) == told
    assert source.fetch_many([[], [1]]) == [[], []]


def test_spark_finds_and_names_whom_the_index_does(laid: tuple[str, Path, Path], tmp_path: Path) -> None:
    told, subjects, tables = laid
    out = tmp_path / "told.txt"
    command = [sys.executable, "-m", "tests.stores.records.on_spark", str(tables), str(subjects), str(out)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    assert out.read_text() == told


def test_a_record_taken_away_is_noticed(laid: tuple[str, Path, Path], tmp_path: Path) -> None:
    told, subjects, tables = laid
    for name in ("keys", "names"):
        (tmp_path / f"{name}.parquet").write_bytes((tables / f"{name}.parquet").read_bytes())
    pl.read_parquet(tables / "bodies.parquet").head(400).write_parquet(tmp_path / "bodies.parquet")
    fewer = CandidateTables.open(tmp_path, connect("duckdb"))
    assert told_by(fewer, pl.read_parquet(subjects)) != told


def test_tables_that_are_not_laid_out_are_bad_input(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="lay the records out"):
        CandidateTables.open(tmp_path, connect("duckdb"))
