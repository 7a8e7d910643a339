"""Who is called what: relatives share a surname, a junior bears his father's names."""

from __future__ import annotations

import polars as pl

from lawgate.stores.sample.cast import CAST, MEMBERS_MAX, named_after
from lawgate.stores.sample.draws import Dice, Slots, looked_up
from lawgate.stores.sample.names import (
    EMBLEMS,
    FORMS,
    GIVEN_NAMES,
    SURNAMES,
    TRADES,
    TRADITION_SHARES,
    TRADITIONS,
)

_SURNAMES = Slots.of(*SURNAMES)
_GIVEN = Slots.of(*GIVEN_NAMES)
_TRADES, _FORMS, _EMBLEMS = Slots.of(TRADES), Slots.of(FORMS), Slots.of(EMBLEMS)
_TRADITION_CODES = [code for code, share in enumerate(TRADITION_SHARES) for _ in range(share)]
_ENGLISH = TRADITIONS.index("english")
_GROUPS_A_TRADITION = 4
_ELDER_BEFORE_YEAR = 1975
_WORKING_KEYS = ("name_head", "surname_key", "given_key", "tradition", "given_group", "maiden_name")


def with_names(members: pl.DataFrame, dice: Dice) -> pl.DataFrame:
    """Add given, middle, surname, suffix and entity name to each member."""
    return (
        members.with_columns(_name_head())
        .with_columns(_keys(dice))
        .with_columns(tradition=_tradition(dice, pl.col("surname_key")))
        .with_columns(given_group=_given_group(dice), maiden_name=_maiden_name(dice))
        .with_columns(_person_names(dice))
        .with_columns(_suffix(dice), _entity(dice))
        .with_columns(pl.when(~pl.col("is_entity")).then(pl.col("given_name", "middle_name", "surname")))
        .with_columns(pl.when(pl.col("middle_name") != pl.col("given_name")).then("middle_name"))
        .drop(_WORKING_KEYS)
    )


def _name_head() -> pl.Expr:
    """The row of draws that a household's names come from; the cast's namesake takes another's."""
    at = pl.min_horizontal(pl.col("household"), pl.lit(len(CAST) - 1))
    like = looked_up(named_after(), at, pl.Int64)
    household = pl.when("cast").then(like).otherwise(pl.col("household"))
    return (household * MEMBERS_MAX).alias("name_head")


def _keys(dice: Dice) -> list[pl.Expr]:
    """Whose draw decides the surname and the given name."""
    head, own = pl.col("name_head"), pl.col("name_head") + pl.col("member")
    keeps_own = pl.col("is_unrelated") | (pl.col("is_spouse") & dice.chance("keeps her name", own, 0.18))
    return [
        pl.when(keeps_own).then(own).otherwise(head).alias("surname_key"),
        pl.when("is_junior").then(head).otherwise(own).alias("given_key"),
    ]


def _tradition(dice: Dice, key: pl.Expr) -> pl.Expr:
    draw = dice.below("tradition", key, len(_TRADITION_CODES))
    return looked_up(_TRADITION_CODES, draw, pl.Int64)


def _given_group(dice: Dice) -> pl.Expr:
    """The table a given name comes from: tradition (often English in America), sex and generation."""
    key = pl.when("is_child").then("name_head").otherwise("given_key")
    english = dice.chance("english given name", pl.when("is_junior").then("name_head").otherwise(key), 0.35)
    tradition = pl.when(english).then(_ENGLISH).otherwise(pl.col("tradition"))
    year = pl.when("is_junior").then("head_year").otherwise("birth_year")
    younger = (year >= _ELDER_BEFORE_YEAR).cast(pl.Int64)
    return tradition * _GROUPS_A_TRADITION + pl.col("is_woman").cast(pl.Int64) * 2 + younger


def _maiden_name(dice: Dice) -> pl.Expr:
    own = pl.col("name_head") + pl.col("member")
    return _SURNAMES.pick(dice.bits("surname", own), group=pl.col("tradition"))


def _person_names(dice: Dice) -> list[pl.Expr]:
    """Given, middle and surname; children of one home share one draw and stand apart, so no two are alike."""
    own = pl.col("name_head") + pl.col("member")
    sibling = pl.col("is_child") & ~pl.col("is_junior")
    draw = (
        pl.when(sibling).then(dice.bits("children", pl.col("name_head")))
        .otherwise(dice.bits("given name", pl.col("given_key")))
    )  # fmt: skip
    apart = pl.when(sibling).then("member").otherwise(0)
    middle = _GIVEN.pick(dice.bits("middle name", pl.col("given_key")), group=pl.col("given_group"))
    shown = (
        pl.when(dice.chance("middle initial", pl.col("given_key"), 0.45)).then(middle.str.slice(0, 1))
        .otherwise(middle)
    )  # fmt: skip
    surname = _SURNAMES.pick(dice.bits("surname", pl.col("surname_key")), group=pl.col("tradition"))
    joined = pl.col("is_spouse") & dice.chance("joined name", own, 0.04) & (pl.col("maiden_name") != surname)
    return [
        _GIVEN.pick(draw, group=pl.col("given_group"), apart=apart).alias("given_name"),
        pl.when(dice.chance("has middle name", pl.col("given_key"), 0.68)).then(shown).alias("middle_name"),
        pl.when(joined).then(pl.col("maiden_name") + "-" + surname).otherwise(surname).alias("surname"),
    ]


def _suffix(dice: Dice) -> pl.Expr:
    """Sr and Jr, or Jr and III; half of the fathers bear none on file, and a few others are juniors."""
    home, father = pl.col("household"), pl.col("is_junior").any().over("household") & (pl.col("member") == 0)
    third = dice.chance("third of the name", home, 0.15) & ~pl.col("cast")
    bare = dice.chance("bare senior", home, 0.5) & ~pl.col("cast")
    alone = (pl.col("member") == 0) & ~pl.col("is_woman") & ~pl.col("is_entity") & ~pl.col("cast")
    return (
        pl.when("is_junior").then(pl.when(third).then(pl.lit("III")).otherwise(pl.lit("Jr")))
        .when(father & third).then(pl.lit("Jr"))
        .when(father & ~bare).then(pl.lit("Sr"))
        .when(alone & ~father & dice.chance("junior alone", home, 0.02)).then(pl.lit("Jr"))
        .alias("suffix")
    )  # fmt: skip


def _entity(dice: Dice) -> pl.Expr:
    """A firm named after its owner, after an emblem, or after two partners."""
    key, owner = pl.col("name_head"), pl.col("surname")
    trade = _TRADES.pick(dice.bits("trade", key))
    legal = _FORMS.pick(dice.bits("legal form", key))
    emblem = _EMBLEMS.pick(dice.bits("emblem", key))
    partner = _SURNAMES.pick(dice.bits("partner", key), group=0)
    draw = dice.below("entity name", key, 10)
    name = (
        pl.when(draw < 4).then(pl.concat_str(owner, trade, legal, separator=" "))
        .when(draw < 8).then(pl.concat_str(emblem, trade, legal, separator=" "))
        .otherwise(pl.concat_str(owner, pl.lit("&"), partner, legal, separator=" "))
    )  # fmt: skip
    return pl.when("is_entity").then(name).alias("entity")
