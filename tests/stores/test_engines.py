"""Another engine tells the masks that Polars and the evaluator tell, row by row, by id."""

from __future__ import annotations

import polars as pl
import pytest
from tests.kernel.strategies import CARTS, LOADS, ROAD
from tests.stores.engine_rows import assert_all_are, made_up

from lawgate.errors import EngineError, InputError
from lawgate.kernel.batch import by_polars

ibis = pytest.importorskip("ibis", reason="ibis is not installed")
pytest.importorskip("duckdb", reason="duckdb is not installed")
by_ibis = pytest.importorskip("lawgate.kernel.batch.by_ibis")
engines = pytest.importorskip("lawgate.stores.engines")

# Ibis 12 calls DuckDB 2 by a name that DuckDB gives up.
pytestmark = pytest.mark.filterwarnings("ignore:fetch_arrow_table:DeprecationWarning")

MADE = made_up(1_500)
IDS = {"group": "group", "row": "row"}


def by_duckdb(groups: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    return engines.decide_on(engines.connect("duckdb"), MADE.plan, groups, rows, **IDS)


def test_duckdb_tells_what_polars_and_the_evaluator_tell() -> None:
    groups, rows = MADE.tables
    told = by_duckdb(groups, rows)
    by_the_default = by_polars.decide(MADE.plan, groups.lazy(), rows.lazy(), **IDS).collect().sort("row")
    assert told.equals(by_the_default.select(told.columns))
    assert_all_are(MADE, told)


def test_the_order_of_rows_changes_nothing() -> None:
    groups, rows = MADE.tables
    shuffled = by_duckdb(groups.sample(fraction=1, shuffle=True, seed=1), rows.reverse())
    assert shuffled.equals(by_duckdb(groups, rows))


def test_masks_are_told_apart_from_wrong_ones() -> None:
    groups, rows = MADE.tables
    told = by_duckdb(groups, rows)
    swapped = told.rename({"yes_0": "no_0", "no_0": "yes_0"})
    with pytest.raises(AssertionError):
        assert_all_are(MADE, swapped)


@pytest.mark.parametrize(
    ("fact", "stored", "left"),
    [
        (ROAD, ["high", "middle", None], ["high", None, None]),
        (CARTS, [0, -1, None], [0, None, None]),
        (LOADS, [0, 7, 8], [0, 7, None]),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_what_is_stored_and_is_no_answer_is_unknown(fact, stored: list, left: list) -> None:
    kind = pl.String if fact is ROAD else pl.Int64
    table = ibis.memtable(pl.DataFrame({"id": [1, 2, 3], fact.name: pl.Series(stored, dtype=kind)}))
    told = engines.connect("duckdb").to_polars(by_ibis.listed(table, [fact])).sort("id")
    assert told[fact.name].to_list() == left


def test_a_group_that_stands_twice_is_refused() -> None:
    groups, rows = MADE.tables
    with pytest.raises(EngineError, match="stands twice"):
        by_duckdb(pl.concat([groups, groups.head(1)]), rows)


def test_an_engine_that_is_none_is_refused_by_name() -> None:
    with pytest.raises(InputError, match="use one of duckdb, postgres, spark"):
        engines.connect("abacus")
