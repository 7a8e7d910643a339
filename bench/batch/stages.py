"""A large batch on invented people: seconds of each stage, memory, runs that are killed, and the decision stage alone.

    python -m bench.batch.stages [SUBJECTS] [TAXPAYERS] [DECIDED]

The decision stage joins what is held to what is asked, decides each distinct combination, and gives every row its
masks by id. Beside it in the same run: SQL written by hand for DuckDB, both masks of a rule of thirteen elements
over as many rows whose facts stand ready in one table, so with nothing to join; OpenFisca and cedarpy on the same rows.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import cedarpy
import numpy as np
import polars as pl
from tests.decide import world

from bench.batch.masks import (
    BY_CEDAR,
    ELEMENTS,
    FACTS,
    by_hand,
    cedar_policies,
    cedar_requests,
    in_duckdb,
    made_up,
    measure,
    openfisca_seconds,
)
from lawgate.decide.admit import Admissions, Admitted
from lawgate.decide.determination import Decision
from lawgate.kernel.batch.by_polars import mask_columns, truth_of_masks
from lawgate.kernel.batch.masks import plan
from lawgate.linkage.person import Agreement, Evidence, Resolution, Status
from lawgate.service.batch import part
from lawgate.service.batch import stream as batch
from lawgate.service.batch.alike import HELD, LOOKS, Alike, combine
from lawgate.service.batch.tally import Tally
from lawgate.stores.records.custodian import RecordsFolder
from lawgate.stores.runs.batch_growing import GrowingFolder
from lawgate.stores.sample import write_sample

SUBJECTS, TAXPAYERS, DECIDED = 200_000, 300_000, 1_280_000
DAY, KILLS, KILLED_SUBJECTS = "2026-03-10", 10, 400
ITEMS = ("identity.mailing_address", "third_party.w2.wages", "return.1040.total_wages")
STAGES: tuple[tuple[Any, str, str], ...] = (
    (batch, "load_run", "read and check the request"),
    (batch, "judge_addresses", "judge the addresses"),
    (batch, "shape_document", "count the shape"),
    (part.PartGate, "_number", "admit"),
    (RecordsFolder, "resolve", "resolve"),
    (RecordsFolder, "rows", "fetch what is held"),
    (part, "_decided", "decide, with masks"),
    (GrowingFolder, "add", "write the parts"),
    (GrowingFolder, "join", "put the parts together"),
    (Tally, "summary", "count what came of it"),
)


def end_to_end(subjects: int, taxpayers: int) -> None:
    """One run of a sample, by stages."""
    with tempfile.TemporaryDirectory() as scratch:
        world_at = Path(scratch) / "world"
        write_sample(world_at, taxpayers=taxpayers, subjects=subjects, seed=1)
        with timed() as seconds:
            start = time.perf_counter()
            summary = batch.run_batch(
                world_at / "requests" / "batch.json", options(world_at, world_at.with_name("out"))
            )
            whole = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(
        f"{subjects:,} subjects, {summary['rows']:,} rows, {taxpayers:,} taxpayers: {whole:.1f} s, {peak:.2f} GiB"
    )
    for name, spent in [*seconds.items(), ("everything else", whole - sum(seconds.values()))]:
        print(f"  {name:<28}{spent:>8.1f} s{spent / whole:>7.0%}{1e6 * spent / subjects:>9.1f} us a subject")


def options(world_at: Path, out: Path) -> batch.BatchOptions:
    """The options of a sample's batch."""
    return batch.BatchOptions(
        records=world_at / "records", out=out, findings=world_at / "findings.json", as_of_day=DAY
    )


@contextmanager
def timed() -> Iterator[dict[str, float]]:
    """The seconds spent in each stage; none stands within another."""
    seconds = {name: 0.0 for _, _, name in STAGES}
    originals = [(owner, name, getattr(owner, name)) for owner, name, _ in STAGES]
    for (owner, name, original), (_, _, stage) in zip(originals, STAGES, strict=True):
        setattr(owner, name, _timed(original, stage, seconds))
    yield seconds
    for owner, name, original in originals:
        setattr(owner, name, original)


def _timed(original: Callable[..., Any], stage: str, seconds: dict[str, float]) -> Callable[..., Any]:
    def run(*args: Any, **named: Any) -> Any:
        start = time.perf_counter()
        told = original(*args, **named)
        told = list(told) if stage == "resolve" else told
        seconds[stage] += time.perf_counter() - start
        return told

    return run


def killed() -> None:
    """A run killed at ten random steps, each taking up what the one before had kept, and one that is left alone."""
    with tempfile.TemporaryDirectory() as scratch:
        at = Path(scratch)
        write_sample(at / "world", taxpayers=1_000, subjects=KILLED_SUBJECTS, seed=1)
        chance = random.Random(6103)
        steps = [chance.randrange(3, 60) for _ in range(KILLS)]
        codes = [run_apart(at / "world", at / "killed" / "out", step) for step in (*steps, 0)]
        assert run_apart(at / "world", at / "whole" / "out", 0) == 0
        same = files_in(at / "killed") == files_in(at / "whole")
    print(f"killed {sum(code < 0 for code in codes)} times at steps {steps}; the same bytes: {same}")
    assert same
    assert codes[-1] == 0


def run_apart(world_at: Path, out: Path, step: int) -> int:
    """A batch in a process of its own that is killed at this step."""
    out.parent.mkdir(exist_ok=True)
    command = (sys.executable, "-m", "tests.service.small_parts", str(world_at), DAY, str(out), str(step))
    return subprocess.run(command, check=False).returncode


def files_in(folder: Path) -> dict[str, bytes]:
    """Everything that lies in a folder, by its place there."""
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def decide_rows(looks: pl.DataFrame, held: pl.DataFrame, alike: Alike) -> tuple[pl.DataFrame, list[Decision]]:
    """The rows with the number of their outcome, and each outcome decided once."""
    rows, combinations = combine(looks, held, alike)
    return rows, [one.decide(alike.findings) for one in combinations]


def decision_stage(count: int) -> None:
    """Subjects with three items each, of many cases, named in many ways, and what is held of them."""
    alike, looks, held = _made_up(count)
    rows, outcomes = decide_rows(looks, held, alike)
    seconds = measure(lambda: decide_rows(looks, held, alike))
    beside = made_up(rows.height, FACTS)
    connection = in_duckdb(beside)
    hand = measure(lambda: by_hand(connection))
    print(
        f"decision stage: {count:,} subjects, {rows.height:,} rows, {len(outcomes)} outcomes: {seconds:.2f} s; "
        f"DuckDB, SQL by hand, {rows.height:,} rows: {hand:.2f} s; ratio {seconds / hand:.2f}"
    )

    planned = plan(ELEMENTS, {}, group={fact.name for fact in FACTS})
    truth = beside.select(*mask_columns(planned)).select(truth_of_masks(planned)).to_series()
    openfisca = openfisca_seconds(beside, truth)
    if openfisca is not None:
        print(
            f"  OpenFisca, decisions alone, as many rows: {openfisca:.2f} s; ratio {seconds / openfisca:.3f}"
        )
    asked, policies = cedar_requests(beside.head(BY_CEDAR)), cedar_policies()
    cedar = measure(lambda: cedarpy.is_authorized_batch(asked, policies, [])) * rows.height / len(asked)
    print(f"  cedarpy, with reasons, by {len(asked):,} rows: {cedar:.0f} s; ratio {seconds / cedar:.4f}")


def _made_up(count: int) -> tuple[Alike, pl.DataFrame, pl.DataFrame]:
    terms, subjects = world.terms_of(_case())
    admissions = Admissions(
        terms.asked, terms.corpus, day=terms.day, subjects_each=terms.subjects_each, subjects=count
    )
    numbers = sorted({admissions.case_of(one) for one in subjects})
    cases = {number: case for number in numbers if isinstance(case := admissions.cases[number], Admitted)}
    exact = (Evidence("tin", "exact"),)
    who = [Resolution(Status.ONE, "T", agreement, told) for agreement in Agreement for told in ((), exact)]
    chance = np.random.default_rng(6103)
    names = pl.Series([f"T{at:07}" for at in range(count)])
    looks = pl.DataFrame(
        {
            "at": np.arange(count),
            "case": chance.choice(list(cases), count),
            "who": chance.integers(len(who), size=count),
            "look": np.zeros(count),
            "taxpayer_id": names,
            "fault": pl.Series([None] * count, dtype=pl.Utf8),
        },
        schema=LOOKS,
        strict=False,
    )
    sources = np.array(["payer", "taxpayer", "irs", "third_party"])
    papers = np.array(["information_return", "return", "workpaper", "account"])
    held = [
        pl.DataFrame(
            {
                "look": np.zeros(count),
                "taxpayer_id": names,
                "item": pl.repeat(item, count, eager=True),
                "period": pl.repeat("2023", count, eager=True),
                "furnished_by": sources[chance.integers(4, size=count)],
                "document": papers[chance.integers(4, size=count)],
            },
            schema=HELD,
            strict=False,
        )
        for item in ITEMS
    ]
    return Alike(cases, who, terms.findings), looks, pl.concat(held)


def _case() -> world.Case:
    """Subjects of whom different things are stated."""
    case = world.Case().asking("items", list(ITEMS))
    (first,) = case.request["subjects"]
    told = [
        {**first, "ref": f"{period}{number}", "tax_periods": [period], **removal}
        for number, period in enumerate(("2023", "2023Q1", "2022"))
        for removal in (
            {},
            {"removal_order": {"final_on": "2020-01-02"}},
            {"removal_order": {"final_on": "2027-01-02"}},
        )
    ]
    return case.asking("subjects", [{**one, "ref": str(at)} for at, one in enumerate(told)])


if __name__ == "__main__":
    sizes = [int(text) for text in sys.argv[1:]] + [SUBJECTS, TAXPAYERS, DECIDED][len(sys.argv) - 1 :]
    killed()
    decision_stage(sizes[2])
    end_to_end(sizes[0], sizes[1])
