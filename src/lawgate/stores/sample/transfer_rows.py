"""The subjects of the replica of 7 August 2025, made from people of the sample, with the truth and the releases."""

from __future__ import annotations

import polars as pl

from lawgate.stores.sample.batch import OUTSIDE_KEYS_FROM, chosen_people
from lawgate.stores.sample.cast import Form
from lawgate.stores.sample.draws import Dice, Slots, looked_up
from lawgate.stores.sample.homes import STREET_NUMBER_END, described
from lawgate.stores.sample.names import ABSENT_GIVEN, ABSENT_SURNAMES
from lawgate.stores.sample.places import FACILITIES
from lawgate.stores.sample.transfer_kinds import KEPT, RELEASED, RELEASED_ON, TIN_NAME, Way, share

TRUTH_COLUMNS = ("ref", "taxpayer_id", "way", "basis", "agrees", "placeholder")
RELEASE_COLUMNS = (
    *("release_id", "released_on", "ref", "taxpayer_id", "items", "basis", "compared_address"),
)
ITEM = "identity.mailing_address"

_WAYS = {way.name: way for way, _ in (*RELEASED, *KEPT)}
_DRAWN = [way.name for way, weight in KEPT for _ in range(weight)]
_NOBODY = "nobody_on_file"
_NOT_HELD = ("nobody_on_file", "address_never_held", "number_of_another", "number_address_never_held")
_EARLIER = tuple(way.name for way, _ in RELEASED if way.agrees == "earlier")
_GIVEN, _SURNAMES = Slots.of(ABSENT_GIVEN), Slots.of(ABSENT_SURNAMES)


def transfer_rows(
    members: pl.DataFrame,
    held: pl.DataFrame,
    dice: Dice,
    *,
    quotas: list[tuple[Way, int]],
    sizes: tuple[int, int],
) -> pl.DataFrame:
    """The subjects that fall on these members, with the columns of subject and truth; `sizes` are those asked
    and the taxpayers in all."""
    asked, taxpayers = sizes
    chosen = chosen_people(members, held, subjects=asked, taxpayers=taxpayers)
    elsewhere = described(
        chosen.select(home=OUTSIDE_KEYS_FROM + pl.col("at"), form=pl.lit(int(Form.STREET), dtype=pl.Int64)),
        dice,
        buildings=1,
        street_numbers_from=STREET_NUMBER_END,
    ).select(pl.col("address").alias("never_held"))
    ways = _released(chosen, dice, quotas=quotas, asked=asked)
    return (
        chosen.hstack(elsewhere)
        .join(ways, on="at", how="left", maintain_order="left")
        .with_columns(way=pl.coalesce("way", _kept(dice)))
        .with_columns(*_stated(dice))
        .with_columns(*_truth())
    )


def release_rows(rows: pl.DataFrame, *, number_from: int) -> pl.DataFrame:
    """What was released, in the columns of the contract, numbered on."""
    released = rows.filter(pl.col("basis").is_not_null()).with_row_index("release", offset=number_from)
    return released.select(
        (pl.lit("R") + pl.col("release").cast(pl.String).str.zfill(6)).alias("release_id"),
        pl.lit(RELEASED_ON).alias("released_on"),
        "ref",
        "taxpayer_id",
        pl.lit(ITEM).alias("items"),
        "basis",
        (pl.col("basis") != TIN_NAME).alias("compared_address"),
    )


def _released(chosen: pl.DataFrame, dice: Dice, *, quotas: list[tuple[Way, int]], asked: int) -> pl.DataFrame:
    """at and way of those of whom something was released: so many of each way as fall on these places."""
    begin, end = int(chosen["at"][0]), int(chosen["at"][-1]) + 1
    counts = {way.name: share(count, asked, begin, end) for way, count in quotas}
    fit = chosen.filter(_lends_himself()).sort(dice.bits("released", pl.col("at")))
    moves = fit.filter(~pl.col("earlier_address").str.contains(" PR ", literal=True))
    moved = moves.head(sum(counts[name] for name in _EARLIER))
    rest = fit.join(moved, on="at", how="anti", maintain_order="left")
    told = []
    for pool, names in ((moved, _EARLIER), (rest, [name for name in counts if name not in _EARLIER])):
        ways = [name for name in names for _ in range(counts[name])]
        if pool.height < len(ways):
            raise AssertionError("too few people of this chunk lend themselves to a release")
        told.append(pool.head(len(ways)).select("at", way=pl.Series(ways, dtype=pl.String)))
    return pl.concat(told)


def _lends_himself() -> pl.Expr:
    """People of one name at their home, with number, birth date and a street address of the mainland."""
    return (
        ~pl.col("is_entity")
        & ~pl.col("in_custody")
        & ~pl.col("has_double")
        & pl.all_horizontal(
            pl.col("tin", "date_of_birth", "street_number", "given_name", "surname").is_not_null()
        )
        & (pl.col("state") != "PR")
    )


def _kept(dice: Dice) -> pl.Expr:
    """How a row of which nothing was released is made, if the person lends himself to it."""
    drawn = looked_up(_DRAWN, dice.below("kept", pl.col("at"), len(_DRAWN)), pl.String)
    surname = pl.col("surname")
    swappable = surname.str.contains(r"^[A-Z][a-z]{5,}$") & (
        surname.str.slice(2, 1) != surname.str.slice(3, 1)
    )
    fits = (
        pl.when(drawn == "name_varied").then(_lends_himself() & swappable)
        .when(drawn == "number_of_another").then(~pl.col("is_entity") & pl.col("next_tin").is_not_null())
        .otherwise(~pl.col("is_entity"))
        .fill_null(False)
    )  # fmt: skip
    return pl.when(fits).then(drawn).otherwise(pl.lit(_NOBODY))


def _is(*names: str) -> pl.Expr:
    return pl.col("way").is_in(list(names))


def _stated(dice: Dice) -> list[pl.Expr]:
    """The columns of a subject as the request states them."""
    at, nothing = pl.col("at"), pl.lit(None, dtype=pl.String)
    stranger, given, surname = _is(_NOBODY), pl.col("given_name"), pl.col("surname")
    swapped = pl.concat_str(
        surname.str.slice(0, 2), surname.str.slice(3, 1), surname.str.slice(2, 1), surname.str.slice(4)
    )
    born = pl.date(1950 + dice.below("stranger's year", at, 50), 1, 1)
    birthday = (born + pl.duration(days=dice.below("stranger's day", at, 365))).cast(pl.String)
    ordered = pl.date(2015, 1, 5) + pl.duration(days=dice.below("final order", at, 3_650))
    numbered = _is("name_varied") | (_basis() == TIN_NAME).fill_null(False)
    return [
        (pl.lit("S") + (at + 1).cast(pl.String)).alias("ref"),
        pl.when(stranger).then(_GIVEN.pick(dice.bits("absent given name", at))).otherwise(given)
        .alias("given_name"),
        pl.when(~stranger).then("middle_name").alias("middle_name"),
        pl.when(stranger).then(_SURNAMES.pick(dice.bits("absent surname", at)))
        .when(_is("name_varied")).then(swapped)
        .otherwise(surname).alias("surname"),
        pl.when(~stranger).then("suffix").alias("suffix"),
        nothing.alias("entity"),
        _address(dice).alias("address"),
        pl.when(numbered).then("tin").when(_is("number_of_another")).then("next_tin").alias("tin"),
        pl.when(stranger).then(birthday).otherwise("date_of_birth").alias("date_of_birth"),
        pl.lit("2024").alias("tax_periods"),
        *(nothing.alias(name) for name in ("recipients", "matter_number", "reasons", "removal_class_cite")),
        ordered.cast(pl.String).alias("removal_final_on"),
    ]  # fmt: skip


def _address(dice: Dice) -> pl.Expr:
    """What stands in the field of the address; each holds a number like a ZIP Code, which the filter asked for."""
    jails = [facility.name for facility in FACILITIES]
    jail = looked_up(jails, dice.below("jail", pl.col("at"), len(jails)), pl.String)
    spaced = pl.lit(" ") + pl.col("zipcode").fill_null("77002")
    placeholder = _told({name: way.placeholder for name, way in _WAYS.items()})
    return (
        pl.when(placeholder == "failed_to_provide").then(pl.lit("Failed to Provide") + spaced)
        .when(placeholder == "unknown_address").then(pl.lit("Unknown Address") + spaced)
        .when(placeholder == "na_na").then(pl.lit("NA NA") + spaced)
        .when(placeholder == "no_street").then(pl.concat_str("city", pl.lit(" "), "state", spaced))
        .when(placeholder == "facility").then(jail + spaced)
        .when(_is(*_NOT_HELD)).then("never_held")
        .when(_is(*_EARLIER)).then("earlier_address")
        .otherwise("address")
    )  # fmt: skip


def _basis() -> pl.Expr:
    return _told({name: way.basis for name, way in _WAYS.items()})


def _told(by_way: dict[str, str | None]) -> pl.Expr:
    return pl.col("way").replace_strict(by_way, return_dtype=pl.String)


def _truth() -> list[pl.Expr]:
    """Whom the row means, and what is true of his address; of those released each is on file."""
    return [
        pl.when(~_is(_NOBODY)).then("taxpayer_id").alias("taxpayer_id"),
        _basis().alias("basis"),
        _told({name: way.agrees for name, way in _WAYS.items()}).alias("agrees"),
        _told({name: way.placeholder for name, way in _WAYS.items()}).alias("placeholder"),
    ]
