"""The subjects of the batch, made from people of the sample in stated ways, and the truth about each."""

from __future__ import annotations

import polars as pl

from lawgate.stores.sample.batch_kinds import (
    BATCH_KINDS,
    COMMON_REASON,
    CUSTODY,
    ENTITY,
    EXACT,
    NICKNAMES,
    PLACEHOLDERS,
    SENIOR_OR_JUNIOR,
    STREET_WORDS,
)
from lawgate.stores.sample.cast import Form
from lawgate.stores.sample.draws import Dice, Slots, looked_up
from lawgate.stores.sample.homes import STREET_NUMBER_END, described
from lawgate.stores.sample.names import ABSENT_GIVEN, ABSENT_SURNAMES
from lawgate.stores.sample.places import FACILITIES, SHELTERS

SUBJECT_COLUMNS = (
    *("ref", "given_name", "middle_name", "surname", "suffix", "entity", "address", "tin", "date_of_birth"),
    *("tax_periods", "recipients", "matter_number", "reasons", "removal_final_on", "removal_class_cite"),
)
TRUTH_COLUMNS = ("ref", "taxpayer_id", "kind", "expected_admission", "expected_match")

_SUBJECTS_AN_OFFICER = 10
_OFFICERS_MAX = 2_000
OUTSIDE_KEYS_FROM = 1 << 50

_GIVEN, _SURNAMES = Slots.of(ABSENT_GIVEN), Slots.of(ABSENT_SURNAMES)
_KINDS = [code for code, kind in enumerate(BATCH_KINDS) for _ in range(kind.weight)]
_ONE_OF_EACH = [code for code, kind in enumerate(BATCH_KINDS) if kind.weight]
_PERIODS = ("2023", "2022|2023", "2022", "2021|2022|2023", "2024")

_NOT_HELD = ("absent_person", "namesake_not_on_file", "address_never_held", "tin_and_address_never_held")
_UNDATED = (
    *("no_birthday", SENIOR_OR_JUNIOR, "placeholder_address", "zip_only", "city_only", "no_name", ENTITY),
    *("facility_without_place", "address_never_held", "address_written_out"),
)
_STRANGERS = ("stranger_at_address", "absent_relative", "absent_person")
_NUMBERED = ("exact_with_tin", "placeholder_with_tin", "tin_and_address_never_held")
_DOUBTFUL_FOR_DOUBLES = (
    *("no_birthday", "address_written_out", "typo_in_name", "nickname", "earlier_address"),
    *("no_period", "vague_period", "no_reasons", "common_reason"),
)


def officers_for(subjects: int) -> int:
    """How many officers share the subjects of a batch of that size."""
    return min(_OFFICERS_MAX, max(1, -(-subjects // _SUBJECTS_AN_OFFICER)))


def batch_rows(
    members: pl.DataFrame, held: pl.DataFrame, dice: Dice, *, subjects: int, taxpayers: int, buildings: int
) -> pl.DataFrame:
    """The subjects that fall on these members, with the columns of subject and truth."""
    chosen = chosen_people(members, held, subjects=subjects, taxpayers=taxpayers)
    elsewhere = described(
        chosen.select(home=OUTSIDE_KEYS_FROM + pl.col("at"), form=pl.lit(int(Form.STREET), dtype=pl.Int64)),
        dice,
        buildings=buildings,
        street_numbers_from=STREET_NUMBER_END,
    ).select(pl.col("address").alias("never_held"))
    return (
        chosen.hstack(elsewhere)
        .with_columns(_kind(dice))
        .with_columns(*_names(dice), _address(dice), *_numbers(dice), *_rest(dice, officers_for(subjects)))
        .with_columns(*_truth())
    )


def chosen_people(
    members: pl.DataFrame, held: pl.DataFrame, *, subjects: int, taxpayers: int
) -> pl.DataFrame:
    """Subject `at` is taxpayer `at * taxpayers // subjects`, so that subjects lie evenly over the file."""
    first, last = int(members["number"][0]), int(members["number"][-1])
    begin, end = -(-first * subjects // taxpayers), -(-(last + 1) * subjects // taxpayers)
    ats = pl.DataFrame({"at": pl.int_range(begin, end, dtype=pl.Int64, eager=True)})
    places = ("address", "street_number", "city", "state", "zipcode")
    now = held.filter(pl.col("turn") == 0).select("number", *places)
    before = held.filter(pl.col("turn") == 1).select("number", pl.col("address").alias("earlier_address"))
    return (
        ats.with_columns(number=pl.col("at") * taxpayers // subjects)
        .join(
            members.with_columns(next_tin=pl.col("tin").shift(-1)),
            on="number",
            how="left",
            maintain_order="left",
        )
        .join(now, on="number", how="left", maintain_order="left")
        .join(before, on="number", how="left", maintain_order="left")
    )


def _kind(dice: Dice) -> pl.Expr:
    """The way a row is made: as drawn if the person lends himself to it, else the plain way."""
    names = [kind.name for kind in BATCH_KINDS]
    # A few of every kind come first, so that none is missing in a small batch.
    at = pl.col("at")
    by_weight = looked_up(_KINDS, dice.below("batch kind", at, len(_KINDS)), pl.Int64)
    code = pl.when(at < len(_ONE_OF_EACH)).then(
        looked_up(_ONE_OF_EACH, pl.min_horizontal(at, pl.lit(len(_ONE_OF_EACH) - 1)), pl.Int64)
    ).otherwise(by_weight)  # fmt: skip
    drawn = looked_up(names, code, pl.String)
    plain = (
        pl.when("is_entity").then(pl.lit(ENTITY))
        .when("has_undated_double").then(pl.lit(SENIOR_OR_JUNIOR))
        .when("in_custody").then(pl.lit(CUSTODY))
        .otherwise(pl.lit(EXACT))
    )  # fmt: skip
    usual = [kind.name for kind in BATCH_KINDS if kind.admitted and kind.found]
    doubtful = pl.col("has_double") & drawn.is_in(list(_DOUBTFUL_FOR_DOUBLES))
    special = pl.col("is_entity") | pl.col("in_custody")
    return (
        pl.when(special & drawn.is_in([*usual, "no_period", "vague_period", "tin_of_another"])).then(plain)
        .when(doubtful).then(pl.lit(SENIOR_OR_JUNIOR))
        .when(_fits(drawn)).then(drawn)
        .otherwise(plain)
        .alias("kind")
    )  # fmt: skip


def _fits(drawn: pl.Expr) -> pl.Expr:
    """Whether a person lends himself to a way of making a row."""
    surname, born = pl.col("surname"), pl.col("date_of_birth").is_not_null()
    swappable = surname.str.contains(r"^[A-Z][a-z]{5,}$") & (
        surname.str.slice(2, 1) != surname.str.slice(3, 1)
    )
    person, numbered = ~pl.col("is_entity"), pl.col("tin").is_not_null()
    return (
        pl.when(drawn == EXACT).then(person & ~pl.col("has_undated_double"))
        .when(drawn == "typo_in_name").then(swappable & born)
        .when(drawn == "nickname").then(pl.col("given_name").is_in(list(NICKNAMES)) & born)
        .when(drawn == "earlier_address").then(pl.col("earlier_address").is_not_null() & born)
        .when(drawn == "shelter_address").then(person & born & pl.col("street_number").is_not_null())
        .when(drawn == "namesake_not_on_file").then(person & born)
        .when(drawn.is_in(["absent_relative", "address_never_held"])).then(person)
        .when(drawn == "tin_of_another").then(person & numbered & pl.col("next_tin").is_not_null())
        .when(drawn.is_in(list(_NUMBERED))).then(numbered)
        .otherwise(True)
        .fill_null(False)
    )  # fmt: skip


def _is(*kinds: str) -> pl.Expr:
    return pl.col("kind").is_in(list(kinds))


def _names(dice: Dice) -> list[pl.Expr]:
    """The name as the request states it."""
    at, given, surname = pl.col("at"), pl.col("given_name"), pl.col("surname")
    absent_given = _GIVEN.pick(dice.bits("absent given name", at))
    absent_surname = _SURNAMES.pick(dice.bits("absent surname", at))
    swapped = pl.concat_str(
        surname.str.slice(0, 2), surname.str.slice(3, 1), surname.str.slice(2, 1), surname.str.slice(4)
    )
    unnamed = _is(*_STRANGERS, "no_name")
    return [
        pl.when(_is("no_name")).then(None)
        .when(_is(*_STRANGERS)).then(absent_given)
        .when(_is("nickname")).then(given.replace(NICKNAMES))
        .otherwise(given).alias("given_name"),
        pl.when(~unnamed).then("middle_name").alias("middle_name"),
        pl.when(_is("no_name")).then(None)
        .when(_is("stranger_at_address", "absent_person")).then(absent_surname)
        .when(_is("typo_in_name")).then(swapped)
        .otherwise(surname).alias("surname"),
        pl.when(~unnamed & ~_is(SENIOR_OR_JUNIOR)).then("suffix").alias("suffix"),
        pl.when(~unnamed).then("entity").alias("entity"),
    ]  # fmt: skip


def _address(dice: Dice) -> pl.Expr:
    """The address as the request states it, or what stands in its place."""
    at = pl.col("at")
    placeholder = looked_up(PLACEHOLDERS, dice.below("placeholder", at, len(PLACEHOLDERS)), pl.String)
    jails = [facility.name for facility in FACILITIES]
    jail = looked_up(jails, dice.below("jail", at, len(jails)), pl.String)
    shelter = looked_up(SHELTERS, dice.below("shelter", at, len(SHELTERS)), pl.String)
    written_out = pl.col("address").str.to_uppercase()
    for short, full in STREET_WORDS.items():
        written_out = written_out.str.replace(f" {short}( (?:APT|UNIT|STE|LOT) \\d+)?, ", f" {full}$1, ")
    return (
        pl.when(_is("placeholder_address", "placeholder_with_tin")).then(placeholder)
        .when(_is("zip_only")).then("zipcode")
        .when(_is("city_only")).then(pl.concat_str("city", pl.lit(" "), "state"))
        .when(_is("facility_without_place")).then(jail)
        .when(_is("shelter_address")).then(pl.concat_str(shelter, pl.lit(", "), "address"))
        .when(_is(*_NOT_HELD)).then("never_held")
        .when(_is("earlier_address")).then("earlier_address")
        .when(_is("address_written_out")).then(written_out.str.replace_all(",", ""))
        .otherwise("address")
        .alias("address")
    )  # fmt: skip


def _numbers(dice: Dice) -> list[pl.Expr]:
    """Tax number and date of birth as the request states them."""
    born = pl.date(1950 + dice.below("stranger's year", pl.col("at"), 50), 1, 1)
    birthday = (born + pl.duration(days=dice.below("stranger's day", pl.col("at"), 365))).cast(pl.String)
    other = (pl.col("date_of_birth").str.to_date("%Y-%m-%d") + pl.duration(days=4_001)).cast(pl.String)
    return [
        pl.when(_is(*_NUMBERED)).then("tin").when(_is("tin_of_another")).then("next_tin").alias("tin"),
        pl.when(_is(*_UNDATED)).then(None)
        .when(_is(*_STRANGERS)).then(birthday)
        .when(_is("namesake_not_on_file")).then(other)
        .otherwise("date_of_birth").alias("date_of_birth"),
    ]  # fmt: skip


def _rest(dice: Dice, officers: int) -> list[pl.Expr]:
    """Ref, periods, officer and reasons; the batch concerns no removal order."""
    at, nothing = pl.col("at"), pl.lit(None, dtype=pl.String)
    amount = (900 + dice.below("amount", at, 90_000)).cast(pl.String)
    account = (1_000 + dice.below("account", at, 9_000)).cast(pl.String)
    sent = (pl.date(2022, 1, 3) + pl.duration(days=dice.below("sent on", at, 700))).cast(pl.String)
    reasons = pl.concat_str(
        pl.lit("A wire of $"), amount, pl.lit(" on "), sent, pl.lit(" from the account ending "), account,
        pl.lit(" of the scheme was credited to this person."),
    )  # fmt: skip
    periods = looked_up(_PERIODS, dice.below("periods", at, len(_PERIODS)), pl.String)
    return [
        (pl.lit("B") + (at + 1).cast(pl.String)).alias("ref"),
        pl.when(_is("no_period")).then(None)
        .when(_is("vague_period")).then(pl.lit("most recent"))
        .otherwise(periods)
        .alias("tax_periods"),
        (pl.lit("O") + (at % officers + 1).cast(pl.String)).alias("recipients"),
        pl.when(_is("no_reasons")).then(None).when(_is("common_reason")).then(pl.lit(COMMON_REASON)).otherwise(reasons)
        .alias("reasons"),
        *(nothing.alias(name) for name in ("matter_number", "removal_final_on", "removal_class_cite")),
    ]  # fmt: skip


def _truth() -> list[pl.Expr]:
    """Whom the row means and what may be expected."""
    kind = pl.col("kind")
    returned = [each.name for each in BATCH_KINDS if not each.admitted]
    named = [each.name for each in BATCH_KINDS if each.named]
    found = [each.name for each in BATCH_KINDS if each.found]
    return [
        pl.when(kind.is_in(named)).then("taxpayer_id").alias("taxpayer_id"),
        pl.when(kind.is_in(returned)).then(pl.lit("returned")).otherwise(pl.lit("admitted"))
        .alias("expected_admission"),
        kind.is_in(found).alias("expected_match"),
    ]  # fmt: skip
