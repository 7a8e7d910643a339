"""Speed and size on a large file: the index, one request at a time, many at once, and Splink beside both."""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import polars as pl

from bench.match import ours
from lawgate.linkage.person import Status
from lawgate.linkage.policy import POLICY
from lawgate.linkage.resolve import resolve
from lawgate.stores.records.batch_match import read_subjects, resolve_many
from lawgate.stores.records.candidates import CandidateIndex

REQUESTS_MANY = 100_000
REQUESTS_SINGLE = 3_000
SPLINK_SINGLE = 5
WORKERS = 2
SEED = 5


def measure(data: Path, at: Path, *, with_splink: bool) -> None:
    """All figures of one large folder; the index is built when it is absent or of an older folder."""
    began = time.perf_counter()
    index = CandidateIndex.current(data / "contract" / "records", at)
    print(f"{data.name}: {index.counts.records:,} records, index open in {time.perf_counter() - began:.1f} s")
    print(f"  index: {at.stat().st_size / index.counts.records:.0f} bytes a record")
    single = measure_single(data, index)
    many = measure_many(data, index)
    if with_splink:
        compare_with_splink(data, single, many)


def measure_single(data: Path, index: CandidateIndex) -> float:
    """Milliseconds of one request, from its words to the answer with its explanation; the median."""
    subjects = pl.read_parquet(data / "contract" / "subjects.parquet")
    took = []
    for _, person in read_subjects(subjects.sample(min(subjects.height, REQUESTS_SINGLE), seed=SEED)):
        began = time.perf_counter()
        resolve(person, index.candidates(person), counts=index.counts, policy=POLICY, day=ours.DAY)
        took.append((time.perf_counter() - began) * 1e3)
    cuts = statistics.quantiles(took, n=100)
    print(f"  single: p50 {cuts[49]:.2f} ms, p99 {cuts[98]:.2f} ms, worst {max(took):.1f} ms")
    return cuts[49]


def measure_many(data: Path, index: CandidateIndex) -> float:
    """Seconds for 100,000 different requests on two workers, in a process of their own to see its memory."""
    with tempfile.TemporaryDirectory() as scratch:
        asked = Path(scratch) / "asked.parquet"
        many_subjects(data).write_parquet(asked)
        done = subprocess.run(
            [sys.executable, "-m", "bench.match.scale", index.at, asked],
            check=True,
            capture_output=True,
            text=True,
        )
    found = json.loads(done.stdout)
    print(
        f"  batch of {found['asked']:,} on {WORKERS} workers: {found['seconds']:.1f} s "
        f"({found['processor']:.1f} s of processor), at most {found['memory']:,} MB, {found['one']:,} named"
    )
    return found["seconds"]


def run_many(at: Path, asked: Path) -> dict[str, float]:
    """The batch itself; memory is the sum of the peaks, pages of the index counted for every worker."""
    began = time.perf_counter()
    subjects = pl.read_parquet(asked)
    index = CandidateIndex.open(at)
    answers = resolve_many(subjects, index, policy=POLICY, day=ours.DAY, workers=WORKERS)
    one = sum(answer.status is Status.ONE for _, answer in answers)
    return {
        "asked": subjects.height,
        "one": one,
        "seconds": time.perf_counter() - began,
        "processor": _processor_seconds(),
        "memory": _own_peak_mb() + WORKERS * (resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10),
    }


def many_subjects(data: Path) -> pl.DataFrame:
    """The folder's requests, and people drawn from its file with a field left out or written with a slip."""
    subjects = pl.read_parquet(data / "contract" / "subjects.parquet")
    records = data / "contract" / "records"
    people = pl.read_parquet(records / "taxpayers.parquet").sample(
        REQUESTS_MANY - subjects.height, seed=SEED, shuffle=True
    )
    homes = pl.read_parquet(records / "addresses.parquet", columns=["taxpayer_id", "address"]).unique(
        "taxpayer_id", keep="first", maintain_order=True
    )
    drawn = people.join(homes, on="taxpayer_id", how="left", maintain_order="left").with_row_index("at")
    turn = pl.col("at") % 10
    drawn = drawn.select(
        pl.format("D{}", "at").alias("ref"),
        pl.when(turn == 1).then(pl.col("given_name").str.slice(0, 1)).otherwise("given_name").alias("given_name"),
        pl.when(turn < 5).then("middle_name").alias("middle_name"),
        pl.when(turn == 2).then(pl.col("surname").str.replace("e", "a")).otherwise("surname").alias("surname"),
        "suffix",
        pl.when(turn != 3).then("address").alias("address"),
        pl.when(turn == 4).then("tin").alias("tin"),
        pl.when(turn != 5).then("date_of_birth").alias("date_of_birth"),
    )  # fmt: skip
    return pl.concat([subjects.select(drawn.columns), drawn]).sample(fraction=1, seed=SEED, shuffle=True)


def compare_with_splink(data: Path, single: float, many: float) -> None:
    """Splink 5 on the same file: the folder's requests repeated to as many, and one; training not counted."""
    from bench.match.peers import splink_link  # noqa: PLC0415 - an optional package
    from bench.match.peers.tables import read_tables  # noqa: PLC0415

    tables = read_tables(data)
    times = -(-REQUESTS_MANY // tables.asked.height)
    repeated = pl.concat([tables.asked] * times).head(REQUESTS_MANY)
    repeated = repeated.with_columns(pl.int_range(pl.len(), dtype=pl.Int64).alias("request_id"))
    trained = splink_link.train(replace(tables, asked=repeated))
    began = time.perf_counter()
    splink_link.predict(trained)
    seconds = time.perf_counter() - began
    print(f"  splink 5, batch of {repeated.height:,}: {seconds:.1f} s; ours {seconds / many:.2f}x as fast")
    took = []
    for at in range(SPLINK_SINGLE):
        began = time.perf_counter()
        splink_link.predict_new(trained, tables.asked.slice(at, 1), f"single{at}")
        took.append((time.perf_counter() - began) * 1e3)
    middle = statistics.median(took)
    print(f"  splink 5, single: {middle:.0f} ms; ours {middle / single:,.0f}x as fast")


def splink_seconds(data: Path) -> float:
    """Seconds that Splink 5 takes to read, train and answer a folder's requests."""
    from bench.match.peers import splink_link  # noqa: PLC0415 - an optional package
    from bench.match.peers.tables import read_tables  # noqa: PLC0415

    began = time.perf_counter()
    splink_link.predict(splink_link.train(read_tables(data)), threshold=0.99)
    return time.perf_counter() - began


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _own_peak_mb() -> int:
    """By /proc: the peak that getrusage tells of a process begins with that of the one that started it."""
    told = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(told["VmHWM"].split()[0]) >> 10


if __name__ == "__main__":
    print(json.dumps(run_many(Path(sys.argv[1]), Path(sys.argv[2]))))
