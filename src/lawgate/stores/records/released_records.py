"""The records of those of whom something was released, with all who could be meant in their place.

An audit looks at the records of past releases and at no more: the taxpayer of each release, and whoever shares with
the person named his number, his birth date and surname, or the number and ZIP Code of his door. Among these the
resolution is that of a decision.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

import polars as pl

from lawgate.linkage.compare import address_agreement, read_named
from lawgate.linkage.counts import NameCounts
from lawgate.linkage.person import Agreement, PersonNamed, Resolution
from lawgate.linkage.policy import POLICY
from lawgate.stores.apart import apart, in_order
from lawgate.stores.records.batch_match import SLICE_REQUESTS, CandidateSource, resolve_many
from lawgate.stores.records.laid_records import LaidRecords, laid_parts
from lawgate.stores.records.record_frames import (
    ADDRESS_COLUMNS,
    PERSON_COLUMNS,
    FramePart,
    RecordFrames,
    count_names,
    part_of,
    read_body,
)
from lawgate.stores.tables import read_columns

_ZIP_LAST, _NUMBER_FIRST = r"(\d{5})(?:-?\d{4})?\D*$", r"(\d+)"


apart_releases_min = 10_000
"""From so many releases on it is worth the second that other processes take to begin."""


class Release(NamedTuple):
    """Whom the request named, the taxpayer whose information was released, and his record where he is on file."""

    named: PersonNamed
    taxpayer_id: str | None
    body: str | None


@dataclass(frozen=True, slots=True)
class Looked:
    """What the records show of one release: whom the request named, and whether the address given is one held
    for the taxpayer of the release. Both are None where he is not in the records."""

    resolution: Resolution | None
    agreement: Agreement | None


def look_at_released(
    records: Path,
    named: Sequence[PersonNamed],
    taxpayers: Sequence[str | None],
    day: date,
    *,
    during: ExitStack,
) -> Iterator[Looked]:
    """One for each release, in the order given; many by every core, from now on and for as long as `during` is open."""
    people, homes, counts = _meant_of(records, named, taxpayers)
    part = part_of(people, homes)
    bodies = _bodies_of(part, taxpayers)
    whole = [
        Release(one, taxpayer, bodies.get(taxpayer or ""))
        for one, taxpayer in zip(named, taxpayers, strict=True)
    ]
    slices = [whole[begin : begin + SLICE_REQUESTS] for begin in range(0, len(whole), SLICE_REQUESTS)]
    if len(whole) < apart_releases_min:
        frames = RecordFrames(part.bodies, part.keys, counts)
        return (look for some in slices for look in _look(some, frames, day))
    folder = Path(during.enter_context(TemporaryDirectory()))
    during.enter_context(laid_parts([part], counts, folder))
    pool = during.enter_context(apart(_open_laid, folder, day))
    return chain.from_iterable(in_order(pool, _look_apart, slices))


def _look(part: Sequence[Release], source: CandidateSource, day: date) -> list[Looked]:
    pairs = [(str(at), one.named) for at, one in enumerate(part)]
    answers = resolve_many(pairs, source, policy=POLICY, day=day)
    return [_looked(one, resolution, day) for one, (_, resolution) in zip(part, answers, strict=True)]


def _looked(one: Release, resolution: Resolution, day: date) -> Looked:
    if one.body is None:
        return Looked(None, None)
    if resolution.taxpayer_id == one.taxpayer_id:
        return Looked(resolution, resolution.agreement)
    return Looked(resolution, address_agreement(read_named(one.named), read_body(one.body), day))


_OPENED: Final[dict[str, tuple[LaidRecords, date]]] = {}


def _open_laid(folder: Path, day: date) -> None:
    _OPENED["laid"] = LaidRecords.open(folder), day


def _look_apart(part: Sequence[Release]) -> list[Looked]:
    laid, day = _OPENED["laid"]
    return _look(part, laid, day)


def _bodies_of(part: FramePart, taxpayers: Sequence[str | None]) -> dict[str, str]:
    """The records of these taxpayers; a body begins with the taxpayer's number."""
    wanted = pl.DataFrame({"taxpayer_id": pl.Series(taxpayers, dtype=pl.Utf8).drop_nulls().unique()})
    own = part.bodies.with_columns(taxpayer_id=pl.col("body").str.extract("^([^\x1e\x1f]*)"))
    return dict(own.join(wanted, on="taxpayer_id", how="semi").select("taxpayer_id", "body").iter_rows())


def _meant_of(
    records: Path, named: Sequence[PersonNamed], taxpayers: Sequence[str | None]
) -> tuple[pl.DataFrame, pl.DataFrame, NameCounts]:
    """Those who could be meant, their addresses, and the counts of names over the whole file."""
    people = read_columns(records / "taxpayers.parquet", PERSON_COLUMNS)
    homes = read_columns(records / "addresses.parquet", ("taxpayer_id", *ADDRESS_COLUMNS))
    meant = _meant(people, homes, named, taxpayers)
    kept = [
        frame.join(meant.lazy(), on="taxpayer_id", how="semi", maintain_order="left").collect()
        for frame in (people, homes)
    ]
    return kept[0], kept[1], _counts(people)


def _counts(people: pl.LazyFrame) -> NameCounts:
    return count_names(people.select("given_name", "surname").collect())


def _meant(
    people: pl.LazyFrame,
    homes: pl.LazyFrame,
    named: Sequence[PersonNamed],
    taxpayers: Sequence[str | None],
) -> pl.DataFrame:
    """The taxpayers released, and all who share with somebody named what could make him the one."""
    stated = pl.LazyFrame(
        {
            "tin": pl.Series([one.tin for one in named], dtype=pl.Utf8),
            "date_of_birth": pl.Series([str(one.date_of_birth or "") for one in named], dtype=pl.Utf8),
            "surname": pl.Series([one.surname for one in named], dtype=pl.Utf8),
            "address": pl.Series([one.address for one in named], dtype=pl.Utf8),
        }
    )
    released = pl.LazyFrame({"taxpayer_id": pl.Series(taxpayers, dtype=pl.Utf8).drop_nulls().unique()})
    keys = (_number_key(), _birth_key())
    alike = [
        people.select("taxpayer_id", key=key).join(
            stated.select(key=key).drop_nulls().unique(), on="key", how="semi"
        )
        for key in keys
    ]
    lines = stated.select(key=_line_key("address")).drop_nulls().unique()
    alike += [doors.join(lines, on="key", how="semi") for doors in _doors(homes)]
    return pl.concat([released, *(one.select("taxpayer_id") for one in alike)]).unique().collect()


def _number_key() -> pl.Expr:
    return pl.col("tin").str.replace_all(r"\D", "").replace("", None)


def _birth_key() -> pl.Expr:
    folded = pl.col("surname").str.to_lowercase().str.replace_all(r"[^\p{L}]", "")
    born = pl.col("date_of_birth").str.slice(0, 10).replace("", None)
    return pl.concat_str(born, folded, separator="/")


def _line_key(line: str) -> pl.Expr:
    """The ZIP Code and the first number of an address in one line."""
    number, area = pl.col(line).str.extract(_NUMBER_FIRST), pl.col(line).str.extract(_ZIP_LAST)
    return pl.concat_str(area, number, separator="/")


def _doors(homes: pl.LazyFrame) -> list[pl.LazyFrame]:
    """The same of the addresses held: those with columns by these, so that few lines are searched, the rest by both."""
    number, area = pl.col("street_number").str.extract(_NUMBER_FIRST), pl.col("zipcode").str.slice(0, 5)
    by_columns = number.is_not_null() & area.is_not_null()
    line = pl.col("address")
    number_of_both = pl.coalesce(number, line.str.extract(_NUMBER_FIRST))
    area_of_both = pl.coalesce(area, line.str.extract(_ZIP_LAST))
    keyed = (
        (homes.filter(by_columns), pl.concat_str(area, number, separator="/")),
        (homes.filter(~by_columns), pl.concat_str(area_of_both, number_of_both, separator="/")),
    )
    return [some.select("taxpayer_id", key=key) for some, key in keyed]
