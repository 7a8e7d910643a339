"""Every engine over the same made-up rows: do the masks agree with the evaluator's, and how fast are they told?

    python -m bench.batch.engines [ROWS]

Takes requirements/engines.txt, Debian's postgresql and default-jre-headless, and pyspark 4.0.5. A server of
PostgreSQL is started in a folder of its own, as the user postgres where this runs as root, and stopped.
The seconds include laying the tables before the engine and reading the answer; the first query of a session
is not counted, since Spark is slow to wake.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.stores.engine_rows import ELEMENTS, Rows, assert_all_are, made_up

from lawgate.kernel.batch import by_polars
from lawgate.stores.engines import connect, decide_on

ROWS = 100_000
IDS = {"group": "group", "row": "row"}


def main(count: int) -> None:
    """Decide the rows by each engine, compare, and print the rates."""
    made, small = made_up(count), made_up(100)
    groups, rows = made.tables
    print(f"{count:,} rows in {groups.height:,} groups, {len(ELEMENTS)} elements in two words")
    start = time.perf_counter()
    expected = by_polars.decide(made.plan, groups.lazy(), rows.lazy(), **IDS).collect().sort("row")
    polars = time.perf_counter() - start
    start = time.perf_counter()
    assert_all_are(made, expected, reasons_every=100)
    print(f"evaluator: {time.perf_counter() - start:.1f} s; its answers are the masks of Polars")
    print(f"{'polars':<10}{polars:>8.2f} s   1.0x")
    with postgres() as address:
        for engine, where in (("duckdb", ""), ("postgres", address), ("spark", "")):
            seconds = measure(engine, where, made, small, expected)
            print(f"{engine:<10}{seconds:>8.2f} s{seconds / polars:>6.1f}x   the same masks")


def measure(engine: str, where: str, made: Rows, small: Rows, expected) -> float:
    """Seconds for the rows, after a first small query; the masks must be those expected."""
    backend = connect(engine, where)
    groups, rows = small.tables
    decide_on(backend, small.plan, groups, rows, **IDS)
    groups, rows = made.tables
    start = time.perf_counter()
    told = decide_on(backend, made.plan, groups, rows, **IDS)
    seconds = time.perf_counter() - start
    assert told.equals(expected.select(told.columns)), f"{engine} tells other masks"
    return seconds


@contextmanager
def postgres() -> Iterator[str]:
    """A server on a socket in a folder that is gone afterwards; its address."""
    programs = max(Path("/usr/lib/postgresql").glob("*/bin"))
    folder = Path(tempfile.mkdtemp(prefix="lawgate-postgres-"))
    as_postgres = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_postgres:
        shutil.chown(folder, "postgres")

    def run(program: str, *arguments: str) -> None:
        command = [*as_postgres, str(programs / program), "-D", str(folder / "data"), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder)

    try:
        run("initdb", "-A", "trust", "-U", "postgres")
        run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", f"-c listen_addresses='' -k {folder}", "start")
        yield f"postgres://postgres@/postgres?host={folder}"
        run("pg_ctl", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
