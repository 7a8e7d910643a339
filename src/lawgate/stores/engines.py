"""Decide tables with DuckDB, PostgreSQL or Spark: the same plan, the same masks under the same ids.

For tables that already live in one of these, or that one machine does not hold. Here the tables come as
Polars frames and are laid before the engine; the answer comes back as one.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import ibis
import polars as pl
from ibis.backends import BaseBackend

from lawgate.errors import EngineError, InputError
from lawgate.kernel.batch import by_ibis
from lawgate.kernel.batch.masks import Plan
from lawgate.kernel.fact import Domain, Fact

ENGINES = ("duckdb", "postgres", "spark")
Engine = BaseBackend


def connect(engine: str, address: str = "") -> BaseBackend:
    """Open an engine: DuckDB in memory, PostgreSQL at an address (`postgres://...`), Spark as its environment says.

    Spark's own settings (spark-submit, PYSPARK_SUBMIT_ARGS) name its master; without them it runs here.
    """
    match engine:
        case "duckdb":
            return ibis.duckdb.connect()
        case "postgres":
            return ibis.connect(address)
        case "spark":
            return ibis.pyspark.connect(_spark())
        case _:
            raise InputError(
                f"{engine} is no engine", where="--engine", mend=f"use one of {', '.join(ENGINES)}"
            )


@contextmanager
def opened(engine: str, address: str = "") -> Iterator[BaseBackend]:
    """An engine that is let go of at the end; InputError where it cannot be reached."""
    try:
        backend = connect(engine, address)
    except InputError:
        raise
    except Exception as fault:  # noqa: BLE001 - each engine has errors of its own for this
        raise InputError(
            f"{engine} cannot be reached ({type(fault).__name__})",
            where="--engine",
            mend="see that it runs, and name it with --engine-at",
        ) from None
    try:
        yield backend
    finally:
        if engine == "spark":
            backend.disconnect()
        else:
            backend.con.close()


def _spark() -> Any:
    """A session as its environment says, which keeps its progress to itself."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - only who asks for Spark has it

    session = (
        SparkSession.builder.appName("lawgate")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    return session


def decide_on(
    backend: BaseBackend, plan: Plan, groups: pl.DataFrame, rows: pl.DataFrame, *, group: str, row: str
) -> pl.DataFrame:
    """The masks of each row as `by_polars.decide` gives them, in the order of the ids.

    Both frames have the column types of `by_polars`. Raises EngineError where an id of a group stands twice,
    or rows are lost or told twice.
    """
    if groups[group].n_unique() != groups.height:
        raise EngineError("an id stands twice among the groups", where=group)
    with tempfile.TemporaryDirectory() as folder:
        tables = [
            _laid(backend, portable(frame, plan.facts), name, Path(folder))
            for name, frame in (("lawgate_groups", groups), ("lawgate_rows", rows))
        ]
        told = by_ibis.decide(plan, *tables, group=group, row=row)
        answered = _answered(backend, told, Path(folder))
    return _by_id(answered, plan, rows[row], row)


def portable(frame: pl.DataFrame, facts: Sequence[Fact]) -> pl.DataFrame:
    """The frame in types that every engine has: text for words, a number for several values."""
    kept = [fact for fact in facts if fact.name in frame.columns]
    return frame.with_columns(_portable(fact) for fact in kept)


def _portable(fact: Fact) -> pl.Expr:
    column = pl.col(fact.name)
    match fact.domain:
        case Domain.CHOICE:
            return column.cast(pl.String)
        case Domain.COUNT:
            return column.cast(pl.Int64, strict=False)
        case Domain.SEVERAL:
            each = {value: by_ibis.several_as_number(fact, frozenset({value})) for value in fact.values}
            inner = pl.element().cast(pl.String).replace_strict(each, return_dtype=pl.Int64, default=None)
            known = ~column.list.eval(pl.element().is_null()).list.any()
            return pl.when(known).then(column.list.unique().list.eval(inner).list.sum()).alias(fact.name)
        case Domain.FLAG | Domain.DAY:
            return column


def _by_id(answered: pl.DataFrame, plan: Plan, ids: pl.Series, row: str) -> pl.DataFrame:
    """Signed words read as unsigned ones, a row for each id: engines return rows in any order."""
    words = [f"{mask}_{word}" for mask in ("yes", "no") for word in range(plan.word_count)]
    told = answered.select(
        row, *(pl.col(word).cast(pl.Int64).reinterpret(signed=False) for word in words)
    ).sort(row)
    if not told[row].equals(ids.sort()):
        raise EngineError(f"{ids.len()} rows were asked about, {told.height} answered", where=row)
    return told


def _answered(backend: BaseBackend, told: ibis.Table, folder: Path) -> pl.DataFrame:
    """The answer read: Spark writes it where it stands, part by part, so that no single process gathers it first."""
    if backend.name != "pyspark":
        return pl.DataFrame(told.to_pyarrow())
    from pyspark.sql import SparkSession  # noqa: PLC0415 - only who asks for Spark has it

    place = folder / "answered"
    SparkSession.active().sql(ibis.to_sql(told, dialect="pyspark")).write.parquet(str(place))
    return pl.read_parquet(place / "*.parquet")


def _laid(backend: BaseBackend, frame: pl.DataFrame, name: str, folder: Path) -> ibis.Table:
    if backend.name == "postgres":
        return _copied(backend, frame, name)
    path = folder / f"{name}.parquet"
    frame.write_parquet(path)
    return backend.read_parquet(str(path), table_name=name)


def _copied(backend: BaseBackend, frame: pl.DataFrame, name: str) -> ibis.Table:
    """A table of this session alone, filled by COPY."""
    table = backend.create_table(
        name, schema=ibis.Schema.from_polars(frame.schema), temp=True, overwrite=True
    )
    columns = ", ".join(f'"{column}"' for column in frame.columns)
    # The text is our own: the table's name and the names of facts and ids.
    with (
        backend.con.cursor() as cursor,
        cursor.copy(f"COPY {name} ({columns}) FROM STDIN (FORMAT csv)") as copy,
    ):
        copy.write(frame.write_csv(include_header=False))
    return table
