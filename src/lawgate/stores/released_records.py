"""The records of those of whom something was released, with all who could be meant in their place.

An audit looks at the records of past releases and at no more: the taxpayer of each release, and whoever shares with
the person named his number, his birth date and surname, or the number and ZIP Code of his door. Among these the
resolution is that of a decision.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from lawgate.linkage.compare import address_agreement, read_named
from lawgate.linkage.counts import NameCounts
from lawgate.linkage.person import Agreement, PersonNamed, Record, Resolution
from lawgate.linkage.policy import POLICY
from lawgate.stores.batch_match import resolve_many
from lawgate.stores.record_frames import (
    ADDRESS_COLUMNS,
    PERSON_COLUMNS,
    RecordFrames,
    count_names,
    frames_of,
    read_body,
)
from lawgate.stores.tables import read_columns

_ZIP_LAST, _NUMBER_FIRST = r"(\d{5})(?:-?\d{4})?\D*$", r"(\d+)"


@dataclass(frozen=True, slots=True)
class Looked:
    """What the records show of one release: whom the request named, and whether the address given is one held
    for the taxpayer of the release. Both are None where he is not in the records."""

    resolution: Resolution | None
    agreement: Agreement | None


def look_at_released(
    records: Path, named: Sequence[PersonNamed], taxpayers: Sequence[str | None], day: date
) -> Iterator[Looked]:
    """One for each release, in the order given."""
    frames = _frames(records, named, taxpayers)
    wanted = pl.DataFrame({"taxpayer_id": pl.Series(taxpayers, dtype=pl.Utf8).drop_nulls().unique()})
    on_file = _bodies_of(frames, wanted)
    pairs = [(str(at), one) for at, one in enumerate(named)]
    answers = resolve_many(pairs, frames, policy=POLICY, day=day)
    for one, taxpayer, (_, resolution) in zip(named, taxpayers, answers, strict=True):
        record = on_file.get(taxpayer or "")
        if record is None:
            yield Looked(None, None)
        elif resolution.taxpayer_id == taxpayer:
            yield Looked(resolution, resolution.agreement)
        else:
            yield Looked(resolution, address_agreement(read_named(one), record, day))


def _bodies_of(frames: RecordFrames, wanted: pl.DataFrame) -> dict[str, Record]:
    """The records of these taxpayers; a body begins with the taxpayer's number."""
    own = frames.bodies.with_columns(taxpayer_id=pl.col("body").str.extract("^([^\x1e\x1f]*)"))
    kept = own.join(wanted, on="taxpayer_id", how="semi").select("taxpayer_id", "body")
    return {taxpayer: read_body(body) for taxpayer, body in kept.iter_rows()}


def _frames(records: Path, named: Sequence[PersonNamed], taxpayers: Sequence[str | None]) -> RecordFrames:
    """What resolution needs of those who could be meant; names are counted over the whole file."""
    people = read_columns(records / "taxpayers.parquet", PERSON_COLUMNS)
    homes = read_columns(records / "addresses.parquet", ("taxpayer_id", *ADDRESS_COLUMNS))
    meant = _meant(people, homes, named, taxpayers)
    kept = [
        frame.join(meant.lazy(), on="taxpayer_id", how="semi", maintain_order="left").collect()
        for frame in (people, homes)
    ]
    return frames_of(kept[0], kept[1], _counts(people))


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
    alike.append(homes.select("taxpayer_id", key=_door_key()).join(lines, on="key", how="semi"))
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


def _door_key() -> pl.Expr:
    """The same of an address held, by its columns where it has them."""
    number = pl.coalesce(
        pl.col("street_number").str.extract(_NUMBER_FIRST), pl.col("address").str.extract(_NUMBER_FIRST)
    )
    area = pl.coalesce(pl.col("zipcode").str.slice(0, 5), pl.col("address").str.extract(_ZIP_LAST))
    return pl.concat_str(area, number, separator="/")
