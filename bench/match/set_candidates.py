"""The candidates of a batch as one join, on several engines.

    python -m bench.match.set_candidates DATA [--many] [--spark]

Keys are plain numbers, so one statement finds the candidates on DuckDB and on Spark in local mode; Polars and
the index on disk answer the same. Every engine has to give the very records of the index. DATA is a devbench
folder with `contract/` beside its tables; --spark needs pyspark and Java.
"""

from __future__ import annotations

import argparse
import gc
import os
import tempfile
import time
from pathlib import Path

from bench.match import ours, scale
from lawgate.linkage.compare import read_named
from lawgate.linkage.keys import named_keys
from lawgate.linkage.person import Record
from lawgate.stores.engines import connect
from lawgate.stores.records.batch_match import SLICE_REQUESTS, CandidateSource, read_subjects
from lawgate.stores.records.candidate_tables import REQUESTS_EACH_JOIN, CandidateTables, write_candidates
from lawgate.stores.records.candidates import CandidateIndex

Wanted = list[frozenset[int]]
Found = list[list[Record]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--many", action="store_true", help="100,000 requests instead of the folder's own")
    parser.add_argument("--spark", action="store_true")
    arguments = parser.parse_args()
    gc.disable()  # as a batch does: values hold no cycles
    with tempfile.TemporaryDirectory() as scratch:
        measure(arguments.data, Path(scratch), many=arguments.many, spark=arguments.spark)


def measure(data: Path, scratch: Path, *, many: bool, spark: bool) -> None:
    """Seconds of each source to find and to read the records, its answers held against the index."""
    frames, subjects = ours.read_data(data)
    records = data / "contract" / "records"
    if many:
        subjects = scale.many_subjects(data)
    wanted = [named_keys(read_named(person)) for _, person in read_subjects(subjects)]
    index = CandidateIndex.build(records, scratch / "candidates.index")
    write_candidates(records, scratch / "tables")
    began = now()
    expected = fetched(index, wanted, SLICE_REQUESTS)
    print(f"{len(wanted):,} requests, {sum(map(len, expected)):,} candidates; index on disk: {since(began)}")
    if spark:
        os.environ["PYSPARK_SUBMIT_ARGS"] = "--master local[2] --conf spark.ui.enabled=false pyspark-shell"
    sources: dict[str, CandidateSource] = {"polars": frames}
    for engine in ("duckdb", "spark") if spark else ("duckdb",):
        sources[engine] = CandidateTables.open(scratch / "tables", connect(engine))
    for name, source in sources.items():
        began = now()
        same = fetched(source, wanted, REQUESTS_EACH_JOIN) == expected
        print(f"  {name}: {since(began)}; same: {same}")
        if not same:
            raise SystemExit(f"{name} finds other candidates than the index")


def fetched(source: CandidateSource, wanted: Wanted, each: int) -> Found:
    """The candidates of all requests, `each` of them at a time."""
    slices = (wanted[begin : begin + each] for begin in range(0, len(wanted), each))
    return [found for part in slices for found in source.fetch_many(part)]


def now() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def since(began: tuple[float, float]) -> str:
    """Seconds by the clock and of the processor; the work of Spark is in a process of its own."""
    wall, busy = now()
    return f"{wall - began[0]:.2f} s ({busy - began[1]:.2f} of processor)"


if __name__ == "__main__":
    main()
