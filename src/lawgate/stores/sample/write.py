"""Writing a synthetic world: records, requests about its people, findings, and the truth about each row."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from lawgate.errors import InputError
from lawgate.stores.progress import Progress
from lawgate.stores.sample import findings as found
from lawgate.stores.sample.batch import SUBJECT_COLUMNS, TRUTH_COLUMNS, batch_rows
from lawgate.stores.sample.cast import CAST_MEMBERS, Cast
from lawgate.stores.sample.draws import Dice
from lawgate.stores.sample.folder import MADE_BY, MARK, replacing
from lawgate.stores.sample.homes import ADDRESS_COLUMNS, addresses, buildings_for
from lawgate.stores.sample.items import items
from lawgate.stores.sample.people import people, taxpayers
from lawgate.stores.sample.players import players
from lawgate.stores.sample.readme import readme
from lawgate.stores.sample.requests import (
    BATCH_NAME,
    BATCH_SUBJECTS,
    request_files,
    write_expected,
    write_json,
    write_requests,
)
from lawgate.stores.sample.tables import Tables

TAXPAYERS_DEFAULT, SUBJECTS_DEFAULT, SEED_DEFAULT = 3_000, 200, 1
# Below the least the cast is cut short; above the most two entities might share a number.
TAXPAYERS_MIN, TAXPAYERS_MAX = CAST_MEMBERS, 6_000_000
SUBJECTS_MIN, SUBJECTS_MAX = 1, 6_000_000
SEED_MAX = 2**63 - 1

_HOUSEHOLDS_A_CHUNK = 50_000
_RECORDS, _REQUESTS = "records", "requests"


@dataclass(frozen=True, slots=True)
class SampleSummary:
    """How much of what was written, and where it stands."""

    out: Path
    records: Path
    batch: Path
    findings: Path
    truth: Path
    taxpayers: int
    entities: int
    households: int
    addresses: int
    items: int
    requests: int
    subjects: int
    subjects_by_kind: tuple[tuple[str, int], ...]


@dataclass(slots=True)
class _Tally:
    """What the chunks have added up to so far."""

    households: int = 0
    entities: int = 0
    cast: Cast | None = None
    refs: list[str] = field(default_factory=list)
    reasons: list[str | None] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)


def write_sample(
    out: Path, *, taxpayers: int, subjects: int, seed: int, progress: Progress | None = None
) -> SampleSummary:
    """Write a sample into a new, empty or earlier sample's folder; equal arguments give equal bytes.

    Raises InputError, with nothing written, where the folder is another's or a size cannot be had.
    """
    _demand("taxpayers", taxpayers, least=TAXPAYERS_MIN, most=TAXPAYERS_MAX)
    _demand("subjects", subjects, least=SUBJECTS_MIN, most=SUBJECTS_MAX)
    _demand("seed", seed, least=0, most=SEED_MAX)
    with replacing(out) as part:
        for name in (_RECORDS, _REQUESTS):
            (part / name).mkdir()
        tables = Tables(part)
        tally = _write_chunks(tables, Dice(seed), sizes=(taxpayers, subjects), progress=progress)
        counts = tables.close()
        requests = _write_documents(part, tally, taxpayers=taxpayers, subjects=subjects, seed=seed)
    return SampleSummary(
        out=out,
        records=out / _RECORDS,
        batch=out / _REQUESTS / BATCH_NAME,
        findings=out / "findings.json",
        truth=out / "truth.parquet",
        taxpayers=taxpayers,
        entities=tally.entities,
        households=tally.households,
        addresses=counts["records/addresses.parquet"],
        items=counts["records/items.parquet"],
        requests=requests,
        subjects=subjects,
        subjects_by_kind=tuple(sorted(tally.kinds.items())),
    )


def _demand(name: str, value: int, *, least: int, most: int) -> None:
    if not least <= value <= most:
        raise InputError(f"{value} is out of range", where=f"--{name}", mend=f"use {least} to {most}")


def _write_chunks(tables: Tables, dice: Dice, *, sizes: tuple[int, int], progress: Progress | None) -> _Tally:
    """Make and write the people household by household, so that memory does not grow with the sample."""
    total, subjects = sizes
    buildings = buildings_for(total)
    tally, done, household = _Tally(), 0, 0
    while done < total:
        count = min(_HOUSEHOLDS_A_CHUNK, total - done)
        members = people(dice, households_from=household, households=count, number_from=done).head(
            total - done
        )
        held = addresses(members, dice, buildings=buildings)
        asked = batch_rows(members, held, dice, subjects=subjects, taxpayers=total, buildings=buildings)
        tables.add("records/taxpayers.parquet", taxpayers(members))
        tables.add("records/addresses.parquet", held.select(ADDRESS_COLUMNS))
        tables.add("records/items.parquet", items(members, dice))
        tables.add(f"requests/{BATCH_SUBJECTS}", asked.select(SUBJECT_COLUMNS))
        tables.add("truth.parquet", asked.select(TRUTH_COLUMNS))
        _add_up(tally, members, held, asked)
        household, done = household + count, done + members.height
        if progress is not None:
            progress(done, total)
    return tally


def _add_up(tally: _Tally, members: pl.DataFrame, held: pl.DataFrame, asked: pl.DataFrame) -> None:
    if tally.cast is None:
        tally.cast = players(members, held)
    tally.households += members["household"].n_unique()
    tally.entities += int(members["is_entity"].sum())
    tally.refs += asked["ref"].to_list()
    tally.reasons += asked["reasons"].to_list()
    tally.kinds.update(asked["kind"].to_list())


def _write_documents(part: Path, tally: _Tally, *, taxpayers: int, subjects: int, seed: int) -> int:
    """Write everything that is not a table; gives back the number of requests."""
    if tally.cast is None:
        raise AssertionError("a sample has at least one chunk")
    files = request_files(tally.cast)
    write_json(part / _RECORDS / "records.json", {"synthetic": True, "custodian": "Sample Custodian"})
    write_requests(part / _REQUESTS, files, subjects=subjects)
    write_expected(part / "expected.csv", files)
    write_json(part / "findings.json", found.findings(tally.refs, tally.reasons))
    write_json(part / "findings-single.json", found.findings_for_all())
    arguments: dict[str, object] = {"taxpayers": taxpayers, "subjects": subjects, "seed": seed}
    write_json(part / MARK, {"made_by": MADE_BY, **arguments})
    text = readme(taxpayers=taxpayers, subjects=subjects, seed=seed, requests=len(files), kinds=tally.kinds)
    (part / "README.txt").write_text(text, encoding="utf-8")
    return len(files) + 1
