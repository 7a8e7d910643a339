"""`python bench/set_candidates.py DATA [--spark]`: the candidates of a batch as one join, on several engines.

Keys are plain numbers, so one statement finds the candidates on DuckDB and on Spark in local mode; Polars and
the index on disk answer the same. Every engine has to give the very records of the index. DATA is a devbench
folder with `contract/` beside its tables; --spark needs pyspark and Java.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import polars as pl

import ours
import scale
from lawgate.linkage.compare import read_named
from lawgate.linkage.keys import named_keys
from lawgate.linkage.person import Record
from lawgate.stores.batch_match import SLICE_REQUESTS, read_subjects
from lawgate.stores.candidates import CandidateIndex
from lawgate.stores.record_frames import RecordFrames, read_body

TABLES = ("asked", "keys", "bodies")
FOUND = """
SELECT found.at, found.rid, bodies.body
FROM (SELECT DISTINCT asked.at, keys.rid FROM asked JOIN keys ON keys.key = asked.key) AS found
JOIN bodies ON bodies.rid = found.rid
"""
Wanted = list[frozenset[int]]
Engine = Callable[[Path], pl.DataFrame]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--many", action="store_true", help="100,000 requests instead of the folder's own")
    parser.add_argument("--spark", action="store_true")
    arguments = parser.parse_args()
    engines: dict[str, Engine] = {"polars": on_polars, "duckdb": on_duckdb}
    if arguments.spark:
        engines["spark"] = on_spark
    gc.disable()  # as a batch does: values hold no cycles
    with tempfile.TemporaryDirectory() as scratch:
        measure(arguments.data, Path(scratch), engines, many=arguments.many)


def measure(data: Path, scratch: Path, engines: dict[str, Engine], *, many: bool) -> None:
    """Seconds of each engine to find and to read the records, its answers held against the index."""
    frames, subjects = ours.read_data(data)
    if many:
        subjects = scale.many_subjects(data)
    wanted = [named_keys(read_named(person)) for _, person in read_subjects(subjects)]
    lay_out(frames, wanted, scratch)
    index = CandidateIndex.build(data / "contract" / "records", scratch / "candidates.index")
    began = now()
    expected = [
        found
        for begin in range(0, len(wanted), SLICE_REQUESTS)
        for found in index.fetch_many(wanted[begin : begin + SLICE_REQUESTS])
    ]
    print(f"{len(wanted):,} requests; index on disk: found and read in {since(began)}")
    for name, engine in engines.items():
        began = now()
        table = engine(scratch)
        took = since(began)
        same = grouped(table, len(wanted)) == expected
        print(f"  {name}: {table.height:,} found in {took}, read by {since(began)}; same: {same}")
        if not same:
            raise SystemExit(f"{name} finds other candidates than the index")


def now() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def since(began: tuple[float, float]) -> str:
    """Seconds by the clock and of the processor; the work of Spark is in a process of its own."""
    wall, busy = now()
    return f"{wall - began[0]:.2f} s ({busy - began[1]:.2f} of processor)"


def lay_out(frames: RecordFrames, wanted: Wanted, scratch: Path) -> None:
    """The three tables as Parquet: asked (at, key), keys (key, rid), bodies (rid, body)."""
    asked = [(at, key) for at, keys in enumerate(wanted) for key in keys]
    table = pl.DataFrame(asked, schema={"at": pl.Int64, "key": pl.Int64}, orient="row")
    for name, frame in zip(TABLES, (table, frames.keys, frames.bodies), strict=True):
        frame.write_parquet(scratch / f"{name}.parquet")


def grouped(found: pl.DataFrame, requests: int) -> list[list[Record]]:
    """The records of each request, by row; engines answer in any order."""
    records: list[list[Record]] = [[] for _ in range(requests)]
    for at, _, body in found.sort("at", "rid").iter_rows():
        records[at].append(read_body(body))
    return records


def on_polars(scratch: Path) -> pl.DataFrame:
    asked, keys, bodies = (pl.scan_parquet(scratch / f"{name}.parquet") for name in TABLES)
    pairs = asked.join(keys, on="key").select("at", "rid").unique()
    return pairs.join(bodies, on="rid").select("at", "rid", "body").collect()


def on_duckdb(scratch: Path) -> pl.DataFrame:
    with duckdb.connect() as connection:
        for name in TABLES:
            connection.read_parquet(str(scratch / f"{name}.parquet")).create_view(name)
        connection.sql(FOUND).write_parquet(str(scratch / "duckdb.parquet"))
    return pl.read_parquet(scratch / "duckdb.parquet")


def on_spark(scratch: Path) -> pl.DataFrame:
    """Local mode; a chain of joins is cut at a checkpoint, which needs its folder named."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - an optional package

    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        session.sparkContext.setCheckpointDir(str(scratch / "checkpoints"))
        for name in TABLES:
            session.read.parquet(str(scratch / f"{name}.parquet")).createOrReplaceTempView(name)
        session.sql(FOUND).checkpoint().write.parquet(str(scratch / "spark"))
    finally:
        session.stop()
    return pl.read_parquet(scratch / "spark" / "*.parquet")


if __name__ == "__main__":
    main()
