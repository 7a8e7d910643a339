"""The people of a sample: households whose members share names and homes, and entities."""

from __future__ import annotations

import polars as pl

from lawgate.stores.sample.cast import CAST, MEMBERS_MAX, Kind
from lawgate.stores.sample.draws import Dice, looked_up
from lawgate.stores.sample.naming import with_names
from lawgate.stores.sample.tins import entity_tin, person_tin

TAXPAYER_COLUMNS = (
    *("taxpayer_id", "given_name", "middle_name", "surname", "suffix"),
    *("entity", "date_of_birth", "tin"),
)

# Of 1,000 households, in the order of Kind; a size is the least size and a draw below the second number.
_KIND_SHARES = (300, 210, 190, 80, 40, 20, 50, 110)
_SIZES_LEAST = (1, 2, 3, 2, 3, 4, 2, 1)
_SIZES_MORE = (1, 1, 3, 2, 1, 1, 3, 1)
_NO_CHILD = 9
_FIRST_CHILD = (_NO_CHILD, _NO_CHILD, 2, 1, 2, 2, _NO_CHILD, _NO_CHILD)
_WITH_SPOUSE = [int(kind) for kind in (Kind.COUPLE, Kind.FAMILY, Kind.SENIOR_AND_JUNIOR, Kind.TWINS)]
_WITH_CHILD = [kind for kind, first in enumerate(_FIRST_CHILD) if first < _NO_CHILD]


def people(dice: Dice, *, households_from: int, households: int, number_from: int) -> pl.DataFrame:
    """The members of these households, a row each, with what homes, items and requests build on."""
    placed = _members(dice, households_from=households_from, households=households, number_from=number_from)
    born = placed.with_columns(_place_in_family(dice)).with_columns(_birth(dice))
    return with_names(born, dice).with_columns(_numbers(dice)).with_columns(_standing(dice))


def taxpayers(members: pl.DataFrame) -> pl.DataFrame:
    """The rows of taxpayers.parquet."""
    return members.select(TAXPAYER_COLUMNS)


def cast_or(values: list[int], otherwise: pl.Expr) -> pl.Expr:
    """What the cast fixes for its households, and the draw for all others."""
    at = pl.min_horizontal(pl.col("household"), pl.lit(len(CAST) - 1))
    return pl.when("cast").then(looked_up(values, at, pl.Int64)).otherwise(otherwise)


def _members(dice: Dice, *, households_from: int, households: int, number_from: int) -> pl.DataFrame:
    """A row for each member: the household, its kind and size, and who comes first in it."""
    end = households_from + households
    homes = pl.DataFrame({"household": pl.int_range(households_from, end, dtype=pl.Int64, eager=True)})
    household, kind = pl.col("household"), pl.col("kind")
    kinds = [code for code, share in enumerate(_KIND_SHARES) for _ in range(share)]
    drawn_kind = looked_up(kinds, dice.below("kind", household, len(kinds)), pl.Int64)
    more = dice.below("size", household, looked_up(_SIZES_MORE, kind, pl.Int64))
    drawn_size = looked_up(_SIZES_LEAST, kind, pl.Int64) + more
    return (
        homes.with_columns(cast=household < len(CAST))
        .with_columns(kind=cast_or([int(part.kind) for part in CAST], drawn_kind))
        .with_columns(size=cast_or([part.members for part in CAST], drawn_size))
        .with_columns(member=pl.int_ranges(0, pl.col("size")))
        .explode("member")
        .with_row_index("number", offset=number_from)
        .with_columns(pl.col("number").cast(pl.Int64))
    )


def _place_in_family(dice: Dice) -> list[pl.Expr]:
    """Where a member stands in the household: spouse, child, junior, or nobody's relative."""
    kind, member = pl.col("kind"), pl.col("member")
    with_spouse, with_child = kind.is_in(_WITH_SPOUSE), kind.is_in(_WITH_CHILD)
    # Parents must be old enough to have children who earn.
    first, years = pl.when(with_child).then(1945).otherwise(1940), pl.when(with_child).then(36).otherwise(64)
    return [
        (pl.col("household") * MEMBERS_MAX + member).alias("key"),
        (pl.col("household") * MEMBERS_MAX).alias("head_key"),
        (first + dice.below("head year", pl.col("household"), years)).alias("head_year"),
        (kind == Kind.ENTITY).alias("is_entity"),
        (kind == Kind.HOUSEMATES).alias("is_unrelated"),
        (with_spouse & (member == 1)).alias("is_spouse"),
        (member >= looked_up(_FIRST_CHILD, kind, pl.Int64)).alias("is_child"),
        ((kind == Kind.SENIOR_AND_JUNIOR) & (member == 2)).alias("is_junior"),
        (with_spouse & (member < 2)).alias("is_married"),
    ]  # fmt: skip


def _birth(dice: Dice) -> list[pl.Expr]:
    """Year of birth and sex, each fitting the place in the family; twins share both."""
    key, head_key, head_year = pl.col("key"), pl.col("head_key"), pl.col("head_year")
    own = pl.when(pl.col("is_child") & (pl.col("kind") == Kind.TWINS)).then(head_key).otherwise(key)
    year = (
        pl.when("is_child").then(head_year + 18 + dice.below("child year", own, 10))
        .when("is_spouse").then(head_year - 4 + dice.below("spouse year", key, 8))
        .when("is_unrelated").then(1975 + dice.below("housemate year", key, 30))
        .otherwise(head_year)
    )  # fmt: skip
    head_is_woman = dice.chance("woman", head_key, 0.5) & (pl.col("kind") != Kind.SENIOR_AND_JUNIOR)
    woman = (
        pl.when("is_junior").then(False)
        .when("is_spouse").then(head_is_woman == dice.chance("same sex", key, 0.03))
        .when(pl.col("member") == 0).then(head_is_woman)
        .otherwise(dice.chance("woman child", own, 0.5))
    )  # fmt: skip
    born = pl.date(year, 1, 1) + pl.duration(days=dice.below("birthday", own, 365))
    stated = ~pl.col("is_entity") & (pl.col("cast") | ~dice.chance("no birthday", key, 0.03))
    return [
        year.alias("birth_year"),
        woman.alias("is_woman"),
        pl.when(stated).then(born.cast(pl.String)).alias("date_of_birth"),
    ]


def _numbers(dice: Dice) -> list[pl.Expr]:
    """The custodian's number and the tax number, which a few people lack."""
    number = pl.col("number")
    has_tin = pl.col("cast") | pl.col("is_entity") | ~dice.chance("no tin", pl.col("key"), 0.02)
    tin = pl.when("is_entity").then(entity_tin(dice, number)).otherwise(person_tin(dice, number))
    return [
        (pl.lit("T") + (number + 1).cast(pl.String).str.zfill(7)).alias("taxpayer_id"),
        pl.when(has_tin).then(tin).alias("tin"),
    ]


def _standing(dice: Dice) -> list[pl.Expr]:
    """What items and requests ask about a member: joint returns, custody, a double in the same home."""
    joint = pl.col("cast") | dice.chance("joint return", pl.col("household"), 0.7)
    held = cast_or(
        [int(part.in_custody) for part in CAST], dice.chance("custody", pl.col("key"), 0.008).cast(pl.Int64)
    )
    # Maria and Maria Elena of one home may both be meant by Maria.
    first_given = pl.col("given_name").str.split(" ").list.first()
    name = pl.concat_str(first_given, pl.col("surname"), separator=" ")
    doubles = (pl.len().over("household", name) > 1) & name.is_not_null()
    undated = pl.col("date_of_birth").is_null().any().over("household", name)
    return [
        (pl.col("is_married") & joint).alias("files_jointly"),
        ((held == 1) & ~pl.col("is_entity")).alias("in_custody"),
        doubles.alias("has_double"),
        (doubles & undated).alias("has_undated_double"),
    ]
