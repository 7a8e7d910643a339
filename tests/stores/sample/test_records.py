"""The custodian's folder has the contract's shape, and people live in it as people do."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import polars as pl
import pytest
from tests.stores.sample.conftest import TAXPAYERS, World

from lawgate.records.items import CATALOGUE, IDENTITY_FIELDS
from lawgate.records.provenance import DOCUMENTS, FURNISHED_BY
from lawgate.stores.sample.item_sources import SOURCES
from lawgate.stores.sample.names import ABSENT_GIVEN, ABSENT_SURNAMES, GIVEN_NAMES, SURNAMES
from lawgate.stores.sample.places import ALL_PLACES, FACILITIES

# As the contract names them; `where` may say these and nothing else.
COLUMNS = {
    "taxpayers": "taxpayer_id given_name middle_name surname suffix entity date_of_birth tin".split(),
    "addresses": (
        "taxpayer_id address street_number street_name unit_number city state zipcode held_from held_to where".split()
    ),
    "items": "taxpayer_id item period value furnished_by document".split(),
}
WHERE = {"mailing", "residence", "business", "custody", "unknown"}
DAY = r"^\d{4}-\d\d-\d\d$"

# First digit of the ZIP Codes of each state, from the Postal Service's national areas.
ZIP_AREAS = {
    "0": "CT MA ME NH NJ RI VT PR AE",
    "1": "DE NY PA",
    "2": "DC MD NC SC VA WV",
    "3": "AL FL GA MS TN AA",
    "4": "IN KY MI OH",
    "5": "IA MN MT ND SD WI",
    "6": "IL KS MO NE",
    "7": "AR LA OK TX",
    "8": "AZ CO ID NM NV UT WY",
    "9": "AK CA HI OR WA AP",
}


def test_the_records_say_that_they_are_synthetic(world: World) -> None:
    told = json.loads((world.out / "records" / "records.json").read_text(encoding="utf-8"))
    assert told["synthetic"] is True
    assert told["custodian"]


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_are_the_contracts_and_text(world: World, name: str) -> None:
    table = world.table(f"records/{name}")
    assert table.columns == COLUMNS[name]
    assert set(table.dtypes) == {pl.String}


def test_as_many_taxpayers_as_asked_each_with_an_id(world: World) -> None:
    ids = world.table("records/taxpayers")["taxpayer_id"]
    assert ids.n_unique() == len(ids) == TAXPAYERS
    for name in ("addresses", "items"):
        assert set(world.table(f"records/{name}")["taxpayer_id"]) <= set(ids)


def test_every_item_of_the_catalogue_occurs(world: World) -> None:
    # Identity is read from taxpayers and addresses.
    identity = {f"identity.{field}" for field in IDENTITY_FIELDS}
    assert set(world.table("records/items")["item"]) == set(CATALOGUE) - identity


def test_every_source_of_the_table_occurs_and_all_words_are_listed(world: World) -> None:
    rows = world.table("records/items").select("item", "furnished_by", "document").drop_nulls().unique()
    expected = {(source.item, source.furnished_by, source.document) for source in SOURCES}
    assert set(rows.iter_rows()) == expected
    assert {by for _, by, _ in expected} == set(FURNISHED_BY)
    assert {document for _, _, document in expected} == set(DOCUMENTS)


def test_a_few_rows_have_lost_their_source(world: World) -> None:
    rows = world.table("records/items")
    for column in ("furnished_by", "document"):
        assert 0 < rows[column].null_count() < 0.02 * rows.height


def test_periods_are_years_and_some_quarters(world: World) -> None:
    periods = world.table("records/items")["period"].unique().to_list()
    assert all(re.fullmatch(r"202[1-4](Q[1-4])?", period) for period in periods)
    assert {"2021", "2022", "2023", "2024"} < set(periods)


def test_one_wage_comes_from_payer_and_taxpayer_with_one_amount(world: World) -> None:
    wages = world.table("records/items").filter(pl.col("item") == "third_party.w2.wages")
    payer = wages.filter(pl.col("document") == "information_return")
    copy = wages.filter((pl.col("document") == "return_attachment") & (pl.col("furnished_by") == "taxpayer"))
    both = copy.join(payer, on=("taxpayer_id", "period"))
    assert both.height > 200
    assert (both["value"] == both["value_right"]).all()


def test_each_taxpayer_has_one_current_address_beside_residence_and_business(world: World) -> None:
    held = world.table("records/addresses")
    current = held.filter(pl.col("held_to").is_null() & pl.col("where").is_in(["mailing", "custody"]))
    assert current.height == current["taxpayer_id"].n_unique() == TAXPAYERS
    assert set(held["where"]) == WHERE


def test_days_are_iso_and_addresses_end_after_they_begin(world: World) -> None:
    held = world.table("records/addresses")
    for days in (held["held_from"], held["held_to"], world.table("records/taxpayers")["date_of_birth"]):
        assert days.drop_nulls().str.contains(DAY).all()
    assert held.filter(pl.col("held_to") < pl.col("held_from")).is_empty()


def test_about_three_in_ten_have_earlier_addresses(world: World) -> None:
    earlier = world.table("records/addresses").filter(pl.col("held_to").is_not_null())
    assert 0.26 < earlier["taxpayer_id"].n_unique() / TAXPAYERS < 0.36
    assert earlier.group_by("taxpayer_id").len().filter(pl.col("len") > 4).is_empty()


@pytest.mark.parametrize("form", ["^PO Box", r"^(RR|HC) \d", "[AFD]PO A[EP]", " PR 00", "(Apt|Unit) "])
def test_every_form_of_address_occurs(world: World, form: str) -> None:
    assert world.table("records/addresses")["address"].str.contains(form).any()


def test_zip_codes_lie_in_their_states(world: World) -> None:
    area = {state: digit for digit, states in ZIP_AREAS.items() for state in states.split()}
    for place in (*ALL_PLACES, *(facility.place for facility in FACILITIES)):
        assert re.fullmatch(r"\d{5}", place.zipcode), place
        assert place.zipcode[0] == area[place.state], place
    held = world.table("records/addresses")
    assert held.filter(~pl.col("address").str.ends_with(pl.col("state") + " " + pl.col("zipcode"))).is_empty()


def test_families_share_surname_and_address(world: World) -> None:
    shared = world.homes().drop_nulls("surname").group_by("address", "surname").len()
    assert shared.filter(pl.col("len") > 1)["len"].sum() > 0.5 * TAXPAYERS


def test_unrelated_people_share_some_homes(world: World) -> None:
    names = (
        world.homes().drop_nulls("surname").group_by("address").agg(pl.col("surname").n_unique(), pl.len())
    )
    assert names.filter((pl.col("surname") == pl.col("len")) & (pl.col("len") >= 3)).height > 3


def test_seniors_and_juniors_share_name_and_home(world: World) -> None:
    named = world.homes().drop_nulls("surname").group_by("address", "given_name", "surname")
    doubles = named.agg("suffix").filter(pl.col("suffix").list.len() == 2)
    suffixes = {tuple(sorted(each or "" for each in pair)) for pair in doubles["suffix"].to_list()}
    assert {("Jr", "Sr"), ("", "Jr"), ("III", "Jr")} <= suffixes
    assert doubles.height > 25


def test_twins_share_birthday_and_home_but_no_given_name(world: World) -> None:
    born = (
        world.homes().drop_nulls(["surname", "date_of_birth"]).group_by("address", "surname", "date_of_birth")
    )
    twins = born.agg("given_name").filter(pl.col("given_name").list.len() > 1)
    assert twins.height > 5
    assert twins.filter(pl.col("given_name").list.n_unique() == 1).is_empty()


def test_namesakes_live_in_different_homes(world: World) -> None:
    names = (
        world.homes()
        .drop_nulls("surname")
        .group_by("given_name", "surname")
        .agg(pl.col("address").n_unique())
    )
    assert names.filter(pl.col("address") > 1).height > 20


def test_names_come_from_several_traditions(world: World) -> None:
    surnames = set(world.table("records/taxpayers")["surname"].drop_nulls())
    assert {"Garcia", "Nguyen", "Chen", "Smith", "Patel"} <= surnames
    assert any(" " in surname for surname in surnames)
    assert any("-" in surname for surname in surnames)


def test_nobody_bears_a_name_kept_for_the_absent(world: World) -> None:
    def texts(groups: tuple) -> set[str]:
        return {name for group in groups for name, _ in group}

    assert not texts((ABSENT_GIVEN,)) & texts(GIVEN_NAMES)
    assert not texts((ABSENT_SURNAMES,)) & texts(SURNAMES)


@pytest.mark.parametrize(
    ("item", "looks_made_up"),
    [
        ("return.1040.phone", lambda value: value.startswith("202-555-01")),
        ("return.1040.email", lambda value: value.endswith("@example.org")),
        ("return.1040.bank_account", lambda value: value.startswith("SAMPLE-")),
    ],
)
def test_values_that_could_reach_somebody_are_made_up(
    world: World, item: str, looks_made_up: Callable[[str], bool]
) -> None:
    values = world.table("records/items").filter(pl.col("item") == item)["value"]
    assert len(values) > 20
    assert all(looks_made_up(value) for value in values)
