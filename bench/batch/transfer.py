"""The transfer of 7 August 2025, end to end: made, decided, audited; seconds, memory, and whether the truth comes out.

    python -m bench.batch.transfer [SCALE]

Each step is a command in a process of its own, as a user runs it. Memory is the largest sum over that process and those
that it began, looked at each second; what they share counts once. At scale 1 on two quiet cores `batch` is to end
within 6 minutes and 6 GB, `audit` within 20 seconds. The counts of the audit are held against truth.parquet, which it
never reads: the file lies elsewhere while it runs.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl

DECIDED_ON, KNOWN_ON = "2025-07-31", "2026-11-01"
"""Decided before the order on notice may have stood: while it may, nobody is looked for at all."""


SECONDS_BETWEEN_LOOKS = 1.0


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
    start, before = time.perf_counter(), spent()
    with tempfile.TemporaryFile("w+") as told, tempfile.TemporaryFile("w+") as errors:
        command = [sys.executable, "-m", "lawgate.cli.main", *words, "--json"]
        child = subprocess.Popen(command, stdout=told, stderr=errors)
        peak = 0
        while child.poll() is None:
            peak = max(peak, sum(map(held_by, family(child.pid))))
            time.sleep(SECONDS_BETWEEN_LOOKS)
        errors.seek(0)
        assert child.returncode == 0, errors.read()
        told.seek(0)
        document = json.load(told)
    seconds = time.perf_counter() - start
    name = " ".join(word for word in words[:1] + tuple(w for w in words if w == "--shape-only"))
    print(f"{name:<20}{seconds:>8.1f} s{spent() - before:>8.1f} s of processor{peak / 1024**2:>7.2f} GiB")
    return document


def spent() -> float:
    """Seconds of processor that all commands so far took, with the processes that they began."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def family(process: int) -> Iterator[int]:
    """A process and all that it began."""
    yield process
    for threads in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = threads.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from family(int(child))


def held_by(process: int) -> int:
    """Its memory in KiB, what it shares with others by its share: of all processes together each page counts once."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


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
