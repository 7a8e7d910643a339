"""The transfer of 7 August 2025, end to end: made, decided, audited; seconds, memory, and whether the truth comes out.

    PYTHONPATH=src:. python -m bench.transfer [scale]

Each step is a command in a process of its own, as a user runs it. At scale 1 on two quiet cores `batch` is to end
within 6 minutes and 6 GB, `audit` within 20 seconds. The counts of the audit are held against truth.parquet, which
it never reads: the file lies elsewhere while it runs.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import polars as pl

DECIDED_ON, KNOWN_ON = "2025-07-31", "2026-11-01"
"""Decided before the order on notice may have stood: while it may, nobody is looked for at all."""


def main(scale: float) -> None:
    """Every step, with what it took."""
    with tempfile.TemporaryDirectory() as scratch:
        at = Path(scratch)
        world, truth = at / "world", at / "truth.parquet"
        print(f"scale {scale:g}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        step("sample", "--preset", "transfer-2025", "--scale", str(scale), "--out", str(world))
        (world / "truth.parquet").rename(truth)
        request = world / "requests" / "transfer.json"
        records, findings = str(world / "records"), str(world / "findings.json")
        step("batch", str(request), "--shape-only", "--as-of", DECIDED_ON)
        step(
            *("batch", str(request), "--records", records),
            *("--as-of", DECIDED_ON, "--known-on", KNOWN_ON, "--out", str(at / "batch")),
        )
        summary = step(
            *("audit", str(world / "releases.parquet"), "--request", str(request), "--records", records),
            *("--findings", findings, "--known-on", KNOWN_ON, "--out", str(at / "audit")),
        )
        compare(summary, pl.read_parquet(world / "releases.parquet"), pl.read_parquet(truth))


def step(*words: str) -> Any:
    """One command; its document."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    command = [sys.executable, "-m", "lawgate.cli.main", *words, "--json"]
    # The peak of one child is told by the system alone, so each has a process between that waits for it.
    counted = (
        "import resource,subprocess,sys;done=subprocess.run(sys.argv[1:],capture_output=True,text=True);"
        "sys.stdout.write(done.stdout);"
        "sys.stderr.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)+'\\n'+done.stderr);"
        "sys.exit(done.returncode)"
    )
    done = subprocess.run(
        [sys.executable, "-c", counted, *command], check=False, capture_output=True, text=True
    )
    seconds = time.perf_counter() - start
    assert done.returncode == 0, done.stderr
    spent = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before.ru_utime
    peak = int(done.stderr.split("\n", 1)[0]) / 1024**2
    name = " ".join(word for word in words[:1] + tuple(w for w in words if w == "--shape-only"))
    print(f"{name:<20}{seconds:>8.1f} s{spent:>8.1f} s of processor{peak:>7.2f} GiB")
    return json.loads(done.stdout)


def compare(summary: Any, releases: pl.DataFrame, truth: pl.DataFrame) -> None:
    """The audit's counts beside the truth of the sample."""
    released = releases.join(truth, on="ref")
    placeholder = pl.col("placeholder").is_not_null()
    expected = {
        "not compared then": released.filter(pl.col("basis") == "tin_name").height,
        "compared then": released.filter(pl.col("basis") == "name_address").height,
        "no address": released.filter(placeholder).height,
        **{
            f"held: {agrees}": released.filter(~placeholder, pl.col("agrees") == agrees).height
            for agrees in ("current", "earlier", "none")
        },
    }
    compared = {one["state"]: one["releases"] for one in summary["address"]["compared_then"]}
    held = {one["state"]: one["releases"] for one in summary["address"]["held"]}
    told = {
        "not compared then": compared["no"],
        "compared then": compared["yes"],
        "no address": held["placeholder"],
        **{f"held: {agrees}": held[agrees] for agrees in ("current", "earlier", "none")},
    }
    for name, count in told.items():
        print(f"{name:<20}{count:>9,}  truth {expected[name]:>9,}")
    print("verdicts", {one["state"]: one["releases"] for one in summary["verdict"]})
    assert told == expected


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0)
