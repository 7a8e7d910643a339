"""The records folder as columns: one body and several keys for each taxpayer, and the counts of names.

Names and addresses are read by the same pure functions as a single request, once for each distinct text.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import polars as pl

from lawgate.errors import InputError
from lawgate.linkage import keys
from lawgate.linkage.address.normal import reads_as_line
from lawgate.linkage.counts import NameCounts
from lawgate.linkage.keys import Kind
from lawgate.linkage.names import entity_form, given_form, surname_form
from lawgate.linkage.person import HeldAddress, Record
from lawgate.linkage.place import held_place

FIELD: Final = "\x1f"
ROW: Final = "\x1e"
PERSON_COLUMNS: Final = (
    "taxpayer_id",
    "given_name",
    "middle_name",
    "surname",
    "suffix",
    "entity",
    "tin",
    "date_of_birth",
)
ADDRESS_COLUMNS: Final = (
    "address", "street_number", "street_name", "unit_number", "city", "state", "zipcode", "held_from",
    "held_to", "where",
)  # fmt: skip
CACHED_ADDRESSES_MAX: Final = 1 << 12
"""A household stands together in the file; who is farther apart seldom shares an address."""
taxpayers_in_part_max = 500_000
_U64: Final = pl.UInt64


@dataclass(frozen=True, slots=True)
class FramePart:
    """bodies: rid, body; keys: key, rid, a pair now and then twice; of some taxpayers, by rising rid."""

    bodies: pl.DataFrame
    keys: pl.DataFrame


@dataclass(frozen=True, slots=True)
class RecordFrames:
    """bodies: rid, body; keys: key, rid; counts of the names in use."""

    bodies: pl.DataFrame
    keys: pl.DataFrame
    counts: NameCounts

    def fetch_many(self, wanted: Sequence[Collection[int]]) -> list[list[Record]]:
        """The candidates of many requests, by row."""
        asked = [(at, key) for at, keys in enumerate(wanted) for key in keys]
        table = pl.DataFrame(asked, schema={"at": pl.Int64, "key": pl.Int64}, orient="row")
        pairs = self.keys.join(table, on="key", how="inner").select("at", "rid").unique().sort("at", "rid")
        bodies = self.bodies.join(pairs.select("rid").unique(), on="rid", how="semi")
        read = {rid: read_body(body) for rid, body in bodies.iter_rows()}
        found: list[list[Record]] = [[] for _ in wanted]
        for at, rid in pairs.iter_rows():
            found[at].append(read[rid])
        return found


def read_frames(records: Path) -> RecordFrames:
    """Everything that resolution needs of a records folder."""
    parts = list(frame_parts(records))
    return RecordFrames(
        pl.concat([part.bodies for part in parts]),
        pl.concat([part.keys for part in parts]).unique(),
        counts_of(records),
    )


def frame_parts(records: Path) -> Iterator[FramePart]:
    """The records, so many taxpayers at a time: what makes the columns takes four times their room."""
    people = _read(records / "taxpayers.parquet", PERSON_COLUMNS)
    homes = _read(records / "addresses.parquet", ("taxpayer_id", *ADDRESS_COLUMNS))
    whole = people.select(pl.len()).collect().item()
    for begin in range(0, max(whole, 1), taxpayers_in_part_max):
        some = people.slice(begin, taxpayers_in_part_max).collect()
        own = homes.join(some.lazy(), on="taxpayer_id", how="semi", maintain_order="left").collect()
        yield part_of(some, own, first=begin + 1)


def part_of(people: pl.DataFrame, homes: pl.DataFrame, *, first: int = 1) -> FramePart:
    """Bodies and keys of some taxpayers, whose numbers begin with `first`."""
    people = people.with_row_index("rid", offset=first).with_columns(pl.col("rid").cast(pl.Int64))
    homes = homes.unique(maintain_order=True).join(
        people.select("taxpayer_id", "rid"), on="taxpayer_id", how="inner", maintain_order="left"
    )
    people, homes = _with_person_codes(people), _with_place_codes(homes)
    return FramePart(_bodies(people, homes), _keys(people, homes))


def counts_of(records: Path) -> NameCounts:
    """The counts of the names in use in a records folder."""
    return count_names(_read(records / "taxpayers.parquet", ("given_name", "surname")).collect())


def _read(path: Path, columns: tuple[str, ...]) -> pl.LazyFrame:
    """The wanted columns as text; one that is absent is null throughout."""
    try:
        scanned = pl.scan_parquet(path)
        held = set(scanned.collect_schema().names())
    except (OSError, pl.exceptions.PolarsError) as error:
        raise InputError(
            "the records folder lacks a readable table",
            where=path.name,
            mend="give taxpayers and addresses as Parquet",
        ) from error
    if "taxpayer_id" not in held:
        raise InputError("the column taxpayer_id is absent", where=path.name, mend="add it, as text")
    wanted = [pl.col(c).cast(pl.Utf8) if c in held else pl.lit(None, dtype=pl.Utf8).alias(c) for c in columns]
    return scanned.select(wanted)


def _coded(frame: pl.DataFrame, column: str, name: str, function: Callable[[Any], int]) -> pl.DataFrame:
    """A code column, computed once for each distinct text and joined back."""
    distinct = frame.get_column(column).unique()
    codes = pl.DataFrame(
        {column: distinct, name: pl.Series([function(text) for text in distinct.to_list()], dtype=_U64)}
    )
    return frame.join(codes, on=column, how="left", nulls_equal=True, maintain_order="left")


def _with_person_codes(people: pl.DataFrame) -> pl.DataFrame:
    people = _coded(people, "surname", "heard", keys.surname_code)
    people = _coded(people, "entity", "entity_heard", keys.entity_code)
    people = _coded(people, "given_name", "start", keys.given_code)
    people = _coded(people, "given_name", "initial", keys.given_initial)
    people = _coded(people, "entity", "entity_start", _entity_start)
    people = _coded(people, "entity", "entity_initial", _entity_initial)
    organisation = pl.col("entity_heard") != 0
    born = pl.col("date_of_birth").str.slice(0, 10).str.to_date("%Y-%m-%d", strict=False)
    return people.with_columns(
        pl.when(organisation).then("entity_heard").otherwise("heard").alias("heard"),
        pl.when(organisation).then("entity_start").otherwise("start").alias("start"),
        pl.when(organisation).then("entity_initial").otherwise("initial").alias("initial"),
        (born.to_physical().cast(pl.Int64) + keys.DAYS_OFFSET).fill_null(0).cast(_U64).alias("born"),
        pl.col("tin").str.replace_all(r"\D", "").alias("tin"),
    )


def _entity_start(entity: str | None) -> int:
    return keys.code(entity_form(entity).joined[:3])


def _entity_initial(entity: str | None) -> int:
    return keys.code(entity_form(entity).joined[:1])


def _with_place_codes(homes: pl.DataFrame) -> pl.DataFrame:
    """Codes of ZIP, number, street, state and town: by columns where they stand, by the line otherwise."""
    whole = pl.col("street_number").is_not_null() | pl.col("street_name").is_not_null()
    boxed = (
        pl.col("street_name").str.to_lowercase().str.contains("box|drawer|apartado|caller").fill_null(False)
    )
    states = homes.get_column("state").unique().to_list()
    read_alone = pl.col("state").is_in([text for text in states if text and not reads_as_line(text)])
    by_columns = whole & ~boxed & read_alone.fill_null(False)
    homes = homes.with_columns(
        pl.when(whole).then(None).otherwise(pl.col("address")).alias("address"),
        pl.col("zipcode").str.strip_chars().str.slice(0, 5).alias("zipcode"),
    )
    return pl.concat(
        [_coded_by_columns(homes.filter(by_columns)), _coded_by_lines(homes.filter(~by_columns))]
    )


def _coded_by_columns(homes: pl.DataFrame) -> pl.DataFrame:
    """Each column's distinct texts are read once."""
    homes = _coded(homes, "zipcode", "zip", lambda text: keys.code(text or ""))
    homes = _coded(
        homes,
        "street_number",
        "number",
        lambda text: keys.code(held_place(HeldAddress(street_number=text)).number),
    )
    homes = _coded(
        homes,
        "street_name",
        "street",
        lambda text: keys.street_code(held_place(HeldAddress(street_name=text))),
    )
    homes = _coded(
        homes, "state", "region", lambda text: keys.code(held_place(HeldAddress(state=text)).state)
    )
    towns = homes.select("city", "state").unique()
    codes = [_town_code(city, state) for city, state in towns.iter_rows()]
    towns = towns.with_columns(pl.Series("town", codes, dtype=_U64))
    return homes.join(towns, on=["city", "state"], how="left", nulls_equal=True, maintain_order="left")


def _town_code(city: str | None, state: str | None) -> int:
    place = held_place(HeldAddress(city=city, state=state))
    return keys.city_code(place.city, place.state)


def _coded_by_lines(homes: pl.DataFrame) -> pl.DataFrame:
    """Each distinct address is read once, from its line."""
    parts = ["address", "street_number", "street_name", "unit_number", "city", "state", "zipcode"]
    distinct = homes.select(parts).unique()
    codes = [_place_codes(HeldAddress(*row)) for row in distinct.iter_rows()]
    schema = dict.fromkeys(("zip", "number", "street", "region", "town"), _U64)
    named = distinct.hstack(pl.DataFrame(codes, schema=schema, orient="row"))
    return homes.join(named, on=parts, how="left", nulls_equal=True, maintain_order="left")


def _place_codes(held: HeldAddress) -> tuple[int, int, int, int, int]:
    place = held_place(held)
    door = keys.code(place.number or place.box)
    town = keys.city_code(place.city, place.state)
    return keys.code(place.zip5), door, keys.street_code(place), keys.code(place.state), town


def _mixed(kind: Kind, *columns: str) -> pl.Expr:
    """keys.mix on whole columns."""
    a, *rest = (pl.lit(m, dtype=_U64) for m in keys.MULTIPLIERS)
    mixed = pl.lit(int(kind), dtype=_U64) * a
    for column, multiplier in zip(columns, rest, strict=False):
        mixed = mixed + pl.col(column) * multiplier
    return (mixed // (1 << keys.SHIFT)).cast(pl.Int64).alias("key")


def _keyed(frame: pl.DataFrame, kind: Kind, *columns: str) -> pl.DataFrame:
    stated = pl.all_horizontal(pl.col(column) != 0 for column in columns)
    return frame.filter(stated).select(_mixed(kind, *columns), "rid")


def _keys(people: pl.DataFrame, homes: pl.DataFrame) -> pl.DataFrame:
    numbered = people.select(
        "rid", pl.col("tin").str.to_integer(strict=False).fill_null(0).cast(_U64).alias("number")
    )
    homes = homes.select("rid", "zip", "number", "street", "region", "town").unique()
    named = homes.join(people.select("rid", "heard", "start", "initial"), on="rid", how="left")
    return pl.concat(
        [
            _keyed(numbered, Kind.TIN, "number"),
            _keyed(people, Kind.BIRTH_SURNAME, "born", "heard"),
            _keyed(people, Kind.BIRTH_GIVEN, "born", "start"),
            _keyed(homes, Kind.DOOR, "zip", "number", "street"),
            _keyed(named, Kind.NUMBER_SURNAME, "number", "region", "heard"),
            _keyed(named, Kind.NAME_ZIP, "zip", "heard", "initial"),
            _keyed(named, Kind.NAME_CITY, "town", "heard", "start"),
        ]
    )


def _bodies(people: pl.DataFrame, homes: pl.DataFrame) -> pl.DataFrame:
    """One text for each taxpayer: his fields, then his addresses."""
    lines = homes.select(
        "rid",
        pl.concat_str([pl.col(c).fill_null("") for c in ADDRESS_COLUMNS], separator=FIELD).alias("line"),
    )
    lines = lines.group_by("rid", maintain_order=True).agg(pl.col("line").str.join(ROW))
    fields = pl.concat_str([pl.col(c).fill_null("") for c in PERSON_COLUMNS], separator=FIELD)
    joined = people.select("rid", fields.alias("body")).join(
        lines, on="rid", how="left", maintain_order="left"
    )
    return joined.select(
        "rid", pl.concat_str(["body", "line"], separator=ROW, ignore_nulls=True).alias("body")
    )


def read_body(body: str) -> Record:
    """The record that `_bodies` wrote."""
    head, *lines = body.split(ROW)
    taxpayer_id, given, middle, surname, suffix, entity, tin, born = head.split(FIELD)
    return Record(
        taxpayer_id, given or None, middle or None, surname or None, suffix or None, entity or None,
        tin or None,
        read_day(born), tuple(map(read_address, lines)),
    )  # fmt: skip


@lru_cache(maxsize=CACHED_ADDRESSES_MAX)
def read_address(line: str) -> HeldAddress:
    parts = [part or None for part in line.split(FIELD)]
    address, number, street, unit, city, state, zipcode, begun, ended, where = parts
    return HeldAddress(
        address, number, street, unit, city, state, zipcode, read_day(begun), read_day(ended), where
    )


@lru_cache(maxsize=1 << 16)
def read_day(text: str | None) -> date | None:
    """A day of a file; a text that is no day counts as not stated."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def count_names(people: pl.DataFrame) -> NameCounts:
    """The counts of folded names that occur more than once."""
    return NameCounts(
        records=people.height,
        given=_counted(people, "given_name", lambda text: given_form(text).joined),
        surname=_counted(people, "surname", lambda text: surname_form(text).joined),
    )


def _counted(people: pl.DataFrame, column: str, fold: Callable[[str | None], str]) -> dict[str, int]:
    totals: dict[str, int] = {}
    for text, times in people.group_by(column).len().iter_rows():
        name = fold(text)
        totals[name] = totals.get(name, 0) + times
    return {name: times for name, times in totals.items() if times > 1 and name}
