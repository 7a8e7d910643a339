"""Many requests at once: candidates a slice at a time, then the same pure resolution for each."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Final, Protocol

import polars as pl

from lawgate.linkage.compare import read_named
from lawgate.linkage.counts import NameCounts
from lawgate.linkage.keys import named_keys
from lawgate.linkage.person import PersonNamed, Record, Resolution
from lawgate.linkage.policy import Policy
from lawgate.linkage.resolve import resolve
from lawgate.stores.apart import without_search
from lawgate.stores.records.candidates import CandidateIndex
from lawgate.stores.records.record_frames import read_day

SUBJECT_COLUMNS: Final = (
    "ref", "given_name", "middle_name", "surname", "suffix", "entity", "address", "tin", "date_of_birth",
)  # fmt: skip
SLICE_REQUESTS: Final = 4_000
Subject = tuple[str, PersonNamed]
Answer = tuple[str, Resolution]


class CandidateSource(Protocol):
    """Where candidates come from: the index on disk, the records folder read into columns, an engine's tables."""

    @property
    def counts(self) -> NameCounts: ...

    def fetch_many(self, wanted: Sequence[Collection[int]]) -> list[list[Record]]: ...


def resolve_many(
    subjects: pl.DataFrame | Sequence[Subject],
    source: CandidateSource,
    *,
    policy: Policy,
    day: date,
    without: Mapping[str, str] | None = None,
    workers: int = 1,
    requests_each: int = SLICE_REQUESTS,
) -> Iterator[Answer]:
    """Each subject's ref with its resolution, in the order given.

    `without` names for a ref the taxpayer whose record is treated as absent: the leave-one-out control.
    More than one worker needs the index on disk, which each opens for itself. `requests_each` are fetched together.
    """
    named = read_subjects(subjects) if isinstance(subjects, pl.DataFrame) else iter(subjects)
    slices = iter(lambda: list(islice(named, requests_each)), [])
    answer = partial(resolve_slice, policy=policy, day=day, without=without or {})
    if workers > 1 and isinstance(source, CandidateIndex):
        spawned = get_context("spawn")
        with ProcessPoolExecutor(workers, spawned, _open_index, (source.at,)) as pool:
            for answers in pool.map(partial(_resolve_in_worker, answer), slices):
                yield from answers
        return
    for part in slices:
        yield from answer(part, source)


def resolve_slice(
    part: Sequence[Subject], source: CandidateSource, *, policy: Policy, day: date, without: Mapping[str, str]
) -> list[Answer]:
    """One slice of a batch: fetch together, resolve one by one."""
    with without_search():
        return _resolve_each(part, source, policy=policy, day=day, without=without)


def _resolve_each(
    part: Sequence[Subject], source: CandidateSource, *, policy: Policy, day: date, without: Mapping[str, str]
) -> list[Answer]:
    found = source.fetch_many([named_keys(read_named(person)) for _, person in part])
    answers = []
    for (ref, person), candidates in zip(part, found, strict=True):
        if (absent := without.get(ref)) is not None:
            kept = [record for record in candidates if record.taxpayer_id != absent]
        else:
            kept = candidates
        answers.append((ref, resolve(person, kept, counts=source.counts, policy=policy, day=day)))
    return answers


_OPENED: Final[dict[str, CandidateIndex]] = {}


def _open_index(at: Path) -> None:
    """A worker lives for one batch of values without cycles, so it never searches for any."""
    gc.disable()
    _OPENED["index"] = CandidateIndex.open(at)


def _resolve_in_worker(answer: partial[list[Answer]], part: list[Subject]) -> list[Answer]:
    return answer(part, _OPENED["index"])


def read_subjects(subjects: pl.DataFrame) -> Iterator[Subject]:
    """A table of subjects in the contract's columns; one that is absent counts as not stated."""
    held = set(subjects.columns)
    wanted = [
        pl.col(c).cast(pl.Utf8).str.strip_chars() if c in held else pl.lit(None, dtype=pl.Utf8).alias(c)
        for c in SUBJECT_COLUMNS
    ]
    for ref, *texts in subjects.select(wanted).iter_rows():
        given, middle, surname, suffix, entity, address, tin, born = (text or None for text in texts)
        yield ref, PersonNamed(given, middle, surname, suffix, entity, address, tin, read_day(born))
