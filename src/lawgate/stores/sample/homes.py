"""Where the people of a sample live and lived: one address a household, its history, and the odd forms."""

from __future__ import annotations

import polars as pl

from lawgate.stores.sample.cast import CAST, MEMBERS_MAX, Form
from lawgate.stores.sample.draws import Dice, Slots, looked_up
from lawgate.stores.sample.people import cast_or
from lawgate.stores.sample.places import (
    ALL_PLACES,
    CALLES,
    DIRECTIONS,
    FACILITIES,
    MAINLAND,
    MILITARY,
    PUERTO_RICO,
    STREET_TYPES,
    STREETS,
    UNITS,
    URBANIZACIONES,
    Place,
)

ADDRESS_COLUMNS = (
    *("taxpayer_id", "address", "street_number", "street_name", "unit_number"),
    *("city", "state", "zipcode", "held_from", "held_to", "where"),
)
# Turns of an address: 0 is held now, 1 and up were held before it; these two stand beside the current one.
TURN_RESIDENCE, TURN_BUSINESS = 6, 7
STREET_NUMBER_END = 10_000

_FORM_SHARES = (615, 290, 45, 30, 6, 14)  # of 1,000, in the order of Form
_FORMS = [code for code, share in enumerate(_FORM_SHARES) for _ in range(share)]
_EARLIER_SHARES = (70, 18, 8, 4)  # of 100: none, one, two, three
_EARLIER = [count for count, share in enumerate(_EARLIER_SHARES) for _ in range(share)]
_PEOPLE_A_BUILDING = 60
_BUILDING_KEYS_FROM = 1 << 40

_STREETS, _TYPES, _DIRECTIONS = Slots.of(STREETS), Slots.of(STREET_TYPES), Slots.of(DIRECTIONS)
_UNITS, _CALLES, _URBANIZACIONES = Slots.of(UNITS), Slots.of(CALLES), Slots.of(URBANIZACIONES)
_WHOLE_STREETS = r"^(County Road|State Route|Avenue|Camino|Calle)"


def _place_slots() -> Slots:
    """Places by weight, in three groups: the mainland, the forces, Puerto Rico."""
    first = 0
    groups = []
    for places in (MAINLAND, PUERTO_RICO, MILITARY):
        groups.append([(str(first + at), place.weight) for at, place in enumerate(places)])
        first += len(places)
    return Slots.of(*groups)


_PLACES = _place_slots()
_PLACE_GROUP = {Form.PUERTO_RICO: 1, Form.MILITARY: 2}


def addresses(members: pl.DataFrame, dice: Dice, *, buildings: int) -> pl.DataFrame:
    """Every address held for these members, the current one first, with number and turn."""
    base = members.select(
        *("number", "taxpayer_id", "household", "member", "key", "head_key", "cast"),
        *("is_entity", "is_unrelated", "in_custody"),
    ).with_columns(_history(dice))
    rows = [_custody(base, dice), _ordinary(base, dice, buildings), _besides(base, dice, buildings)]
    return pl.concat(rows).sort("number", "turn")


def buildings_for(taxpayers: int) -> int:
    """How many blocks of flats a sample of that size has, so that neighbours share a street number."""
    return max(1, taxpayers // _PEOPLE_A_BUILDING)


def described(
    rows: pl.DataFrame, dice: Dice, *, buildings: int, street_numbers_from: int = 1
) -> pl.DataFrame:
    """Add the address columns to rows that have home (the key of the draws) and form."""
    flat = pl.col("form") == Form.APARTMENT
    building = _BUILDING_KEYS_FROM + dice.below("building", pl.col("home"), buildings)
    return (
        rows.with_columns(site=pl.when(flat).then(building).otherwise("home"))
        .with_columns(_place(dice))
        .with_columns(*_street_parts(dice, street_numbers_from), _box(dice))
        .with_columns(_line())
        .with_columns(
            address=pl.concat_str("line", pl.lit(", "), "city", pl.lit(" "), "state", pl.lit(" "), "zipcode")
        )
        .drop("site", "box", "line")
    )


def _history(dice: Dice) -> list[pl.Expr]:
    """Since when the current address is held, and how many were held before; relatives moved together."""
    mover = pl.when("is_unrelated").then("key").otherwise("head_key")
    earlier = looked_up(_EARLIER, dice.below("earlier addresses", mover, len(_EARLIER)), pl.Int64)
    since = pl.date(2008, 1, 1) + pl.duration(days=dice.below("held since", mover, 5_950))
    custody = pl.date(2024, 6, 1) + pl.duration(days=dice.below("custody since", pl.col("key"), 365))
    return [
        mover.alias("mover"),
        cast_or([part.earlier for part in CAST], earlier).alias("earlier"),
        since.alias("since"),
        pl.when("in_custody").then(custody).alias("custody_since"),
    ]


def _custody(base: pl.DataFrame, dice: Dice) -> pl.DataFrame:
    """The current address of the few who are held in custody: the street of a facility."""
    at = dice.below("facility", pl.col("key"), len(FACILITIES))
    rows = base.filter("in_custody").with_columns(
        looked_up([f"{each.number} {each.street}" for each in FACILITIES], at, pl.String).alias("line"),
        looked_up([each.number for each in FACILITIES], at, pl.String).alias("street_number"),
        looked_up([each.street for each in FACILITIES], at, pl.String).alias("street_name"),
        pl.lit(None, dtype=pl.String).alias("unit_number"),
        *_place_columns([each.place for each in FACILITIES], at),
        pl.lit(0, dtype=pl.Int64).alias("turn"),
        pl.col("custody_since").cast(pl.String).alias("held_from"),
        pl.lit(None, dtype=pl.String).alias("held_to"),
        pl.lit("custody").alias("where"),
    )
    full = pl.concat_str("line", pl.lit(", "), "city", pl.lit(" "), "state", pl.lit(" "), "zipcode")
    return rows.with_columns(address=full).select("number", "turn", *ADDRESS_COLUMNS)


def _ordinary(base: pl.DataFrame, dice: Dice, buildings: int) -> pl.DataFrame:
    """The home of now and the homes before it, whose days join without a gap."""
    step, day = pl.col("step"), pl.duration(days=1)
    moves = base.with_columns(step=pl.int_ranges(0, pl.col("earlier") + 1)).explode("step")
    home = pl.when(step == 0).then("head_key").otherwise("mover") * MEMBERS_MAX + step
    stay = pl.when(step > 0).then(200 + dice.below("days held", pl.col("mover") * MEMBERS_MAX + step, 1_600))
    stays = stay.fill_null(0).cum_sum().over("number")
    begun = pl.col("since") - pl.duration(days=stays)
    left = (
        pl.when(step > 0).then(begun + pl.duration(days=stay) - day).otherwise(pl.col("custody_since") - day)
    )
    forgotten = (step > 0) & ~pl.col("cast") & dice.chance("since when forgotten", pl.col("key") + step, 0.04)
    rows = moves.with_columns(
        home.alias("home"),
        _form(dice, home, step),
        pl.when(~forgotten).then(begun.cast(pl.String)).alias("held_from"),
        left.cast(pl.String).alias("held_to"),
        pl.when(forgotten).then(pl.lit("unknown")).otherwise(pl.lit("mailing")).alias("where"),
        (step + pl.col("in_custody").cast(pl.Int64)).alias("turn"),
    )
    return described(rows, dice, buildings=buildings).select("number", "turn", *ADDRESS_COLUMNS)


def _form(dice: Dice, home: pl.Expr, step: pl.Expr) -> pl.Expr:
    drawn = looked_up(_FORMS, dice.below("form", home, len(_FORMS)), pl.Int64)
    fixed = cast_or([int(part.form) for part in CAST], drawn)
    return pl.when(step == 0).then(fixed).otherwise(drawn).alias("form")


def _besides(base: pl.DataFrame, dice: Dice, buildings: int) -> pl.DataFrame:
    """A residence beside some PO boxes, and a place of business beside some entities' mailing address."""
    home = pl.col("head_key") * MEMBERS_MAX
    boxed = _form(dice, home, pl.lit(0)) == Form.PO_BOX
    resides = (
        boxed
        & ~pl.col("is_entity")
        & ~pl.col("in_custody")
        & dice.chance("also resides", pl.col("head_key"), 0.5)
    )
    trades = pl.col("is_entity") & dice.chance("also trades", pl.col("head_key"), 0.15)
    rows = base.filter(resides | trades).with_columns(
        turn=pl.when("is_entity")
        .then(pl.lit(TURN_BUSINESS))
        .otherwise(pl.lit(TURN_RESIDENCE))
        .cast(pl.Int64),
        form=pl.lit(int(Form.STREET), dtype=pl.Int64),
        held_from=pl.col("since").cast(pl.String),
        held_to=pl.lit(None, dtype=pl.String),
        where=pl.when("is_entity").then(pl.lit("business")).otherwise(pl.lit("residence")),
    )
    placed = rows.with_columns(home=home + pl.col("turn"))
    return described(placed, dice, buildings=buildings).select("number", "turn", *ADDRESS_COLUMNS)


def _place(dice: Dice) -> list[pl.Expr]:
    group = pl.col("form").replace_strict(
        {int(form): at for form, at in _PLACE_GROUP.items()}, default=0, return_dtype=pl.Int64
    )
    at = _PLACES.pick(dice.bits("place", pl.col("site")), group=group).cast(pl.Int64)
    return _place_columns(ALL_PLACES, at)


def _place_columns(places: tuple[Place, ...] | list[Place], at: pl.Expr) -> list[pl.Expr]:
    return [
        looked_up([place.city for place in places], at, pl.String).alias("city"),
        looked_up([place.state for place in places], at, pl.String).alias("state"),
        looked_up([place.zipcode for place in places], at, pl.String).alias("zipcode"),
    ]


def _street_parts(dice: Dice, numbers_from: int) -> list[pl.Expr]:
    """Number, street and unit; null where an address has no street."""
    site, form = pl.col("site"), pl.col("form")
    streeted = form.is_in([int(Form.STREET), int(Form.APARTMENT), int(Form.PUERTO_RICO)])
    name = _STREETS.pick(dice.bits("street", site))
    kind = _TYPES.pick(dice.bits("street type", site))
    pointed = dice.chance("has direction", site, 0.25)
    direction = pl.when(pointed).then(_DIRECTIONS.pick(dice.bits("direction", site)) + pl.lit(" "))
    street = direction.fill_null("") + name
    typed = pl.when(name.str.contains(_WHOLE_STREETS)).then(street).otherwise(street + pl.lit(" ") + kind)
    calle = _CALLES.pick(dice.bits("calle", site))
    number = numbers_from + dice.below("street number", site, STREET_NUMBER_END - 1)
    door = 1 + dice.below("door", pl.col("home"), 400)
    unit = _UNITS.pick(dice.bits("unit", site)) + pl.lit(" ") + door.cast(pl.String)
    return [
        pl.when(streeted).then(number.cast(pl.String)).alias("street_number"),
        pl.when(form == Form.PUERTO_RICO).then(calle).when(streeted).then(typed).alias("street_name"),
        pl.when(form == Form.APARTMENT).then(unit).alias("unit_number"),
    ]


def _box(dice: Dice) -> pl.Expr:
    """The line of an address without a street: PO box, rural route, or a box of the forces."""
    home, form = pl.col("home"), pl.col("form")
    box = (1 + dice.below("box", home, 9_999)).cast(pl.String)
    route = (1 + dice.below("route", home, 9)).cast(pl.String)
    road = pl.when(dice.chance("highway contract", home, 0.4)).then(pl.lit("HC ")).otherwise(pl.lit("RR "))
    station = (1_000 + dice.below("station", home, 900)).cast(pl.String)
    return (
        pl.when(form == Form.PO_BOX).then(pl.lit("PO Box ") + box)
        .when(form == Form.RURAL).then(road + route + pl.lit(" Box ") + box)
        .when(form == Form.MILITARY).then(pl.lit("PSC ") + station + pl.lit(" Box ") + box)
        .when(form == Form.PUERTO_RICO).then(_URBANIZACIONES.pick(dice.bits("urbanizacion", home)))
        .alias("box")
    )  # fmt: skip


def _line() -> pl.Expr:
    """The address without its last line; Puerto Rico adds the urbanization after the street."""
    street = pl.concat_str("street_number", "street_name", "unit_number", separator=" ", ignore_nulls=True)
    return (
        pl.when(pl.col("form") == Form.PUERTO_RICO).then(street + pl.lit(" ") + pl.col("box"))
        .when(pl.col("box").is_not_null()).then("box")
        .otherwise(street)
        .alias("line")
    )  # fmt: skip
