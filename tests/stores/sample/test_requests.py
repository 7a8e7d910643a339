"""Every request file is what its name says, about people who are really in the sample."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable

import polars as pl
import pytest
from tests.stores.sample.conftest import World

from lawgate.records.items import CATALOGUE

TOP = set(
    "id received_on in_writing provision requester matter recipients reasons use_undertaking court_order items "
    "subjects".split()
)
SUBJECT = set("ref name address tin date_of_birth tax_periods recipients reasons removal_order facts".split())

Request = dict


def first(request: Request) -> dict:
    return request["subjects"][0]


def office(request: Request) -> str:
    return request["requester"]["signatory"]["office"]


# What each file must show in its own words; the fault, and nothing but the fault.
SHOWS: dict[str, Callable[[Request], bool]] = {
    "complete-us-attorney": lambda r: office(r) == "us_attorney",
    "complete-three-subjects": lambda r: [each["ref"] for each in r["subjects"]] == ["1", "2", "3"],
    "complete-entity": lambda r: set(first(r)["name"]) == {"entity"},
    "grand-jury": lambda r: r["matter"]["stage"] == "grand_jury",
    "no-provision": lambda r: r["provision"] is None,
    "name-twice-on-file": lambda r: first(r)["name"]["suffix"] is None and first(r)["date_of_birth"] is None,
    "namesake-elsewhere": lambda r: first(r)["date_of_birth"] is None,
    "nobody-on-file": lambda r: first(r)["name"]["surname"] == "Lillywhitely",
    "earlier-address": lambda r: bool(first(r)["address"]),
    "address-never-held": lambda r: bool(first(r)["tin"]),
    "custody-address": lambda r: any(word in first(r)["address"] for word in ("Center", "Jail", "Facility")),
    "shelter-address": lambda r: "Shelter, " in first(r)["address"],
    "po-box": lambda r: first(r)["address"].startswith("PO Box "),
    "military-address": lambda r: first(r)["address"].startswith("PSC "),
    "puerto-rico": lambda r: " PR 00" in first(r)["address"],
    "two-sources-of-one-wage": lambda r: "third_party.w2.wages" in r["items"],
    "taxpayers-own-information": lambda r: all(
        item.startswith(("return.", "taxpayer.")) for item in r["items"]
    ),
    "summoned-bank-records": lambda r: "third_party.summons.bank_records" in r["items"],
    "account-transcript": lambda r: {"irs.account.assessment", "return.1040.total_wages"} <= set(r["items"]),
    "spouse-not-named": lambda r: "return.joint.spouse_income" in r["items"] and len(r["subjects"]) == 1,
    "source-not-recorded": lambda r: "third_party.w2.wages" in r["items"],
    "court-order-two-years": lambda r: (
        r["court_order"]["periods"] == ["2021", "2022"]
        and first(r)["tax_periods"] == ["2021", "2022", "2023"]
        and r["provision"] == "26 USC 6103(i)(1)"
    ),
    "fugitive": lambda r: r["provision"] == "26 USC 6103(i)(5)" and len(r["court_order"]["recitals"]) == 3,
    "acting-head": lambda r: office(r) == "acting_agency_head",
    "component-head": lambda r: office(r) == "component_head",
    "blocked-by-orders": lambda r: (
        r["requester"]["agency"] == "us.dhs"
        and r["items"] == ["identity.mailing_address"]
        and r["received_on"] > "2026-02-05"
    ),
    "contractor-receives": lambda r: not r["recipients"][0]["agency"].startswith("us."),
    "unlisted-statute": lambda r: r["matter"]["statutes"] == ["16 USC 1540"],
    "civil-removal": lambda r: r["matter"]["statutes"] == ["8 USC 1231"] and bool(first(r)["removal_order"]),
    "tax-matter": lambda r: r["matter"]["tax_administration"] is True,
    "no-reasons": lambda r: r["reasons"] is None and "reasons" not in first(r),
    "no-periods": lambda r: first(r)["tax_periods"] == [],
    "vague-period": lambda r: first(r)["tax_periods"] == ["most recent"],
    "no-authority": lambda r: r["matter"]["authority"] is None,
    "no-name": lambda r: set(first(r)["name"].values()) == {None},
    "no-address": lambda r: first(r)["address"] is None and bool(first(r)["tin"]),
    "placeholder-address": lambda r: (
        first(r)["address"] == "Failed to Provide 77002" and bool(first(r)["tin"])
    ),
    "zip-only-address": lambda r: len(first(r)["address"]) == 5 and first(r)["address"].isdigit(),
    "not-in-writing": lambda r: r["in_writing"] is False,
    "assistant-director-signs": lambda r: office(r) == "assistant_director",
    "assistant-us-attorney-signs": lambda r: office(r) == "assistant_us_attorney",
    "unknown-key": lambda r: set(r) - TOP == {"priority"},
    "unknown-item": lambda r: not set(r["items"]) <= set(CATALOGUE),
    "duplicate-refs": lambda r: len({each["ref"] for each in r["subjects"]}) < len(r["subjects"]),
    "impossible-date": lambda r: r["received_on"] == "2026-02-30",
    "anothers-fact": lambda r: set(first(r)["facts"]) == {"finding.reasons_specific"},
}
UNREADABLE = {"unknown-key", "unknown-item", "duplicate-refs", "impossible-date", "anothers-fact"}


def names(world: World) -> set[str]:
    return {path.stem for path in (world.out / "requests").glob("*.json")} - {"batch"}


def test_every_file_has_its_check_and_its_expectation(world: World) -> None:
    with (world.out / "expected.csv").open(encoding="utf-8") as told:
        expected = {row["request"].removesuffix(".json"): row for row in csv.DictReader(told)}
    assert names(world) == set(SHOWS) == set(expected)
    assert {name for name, row in expected.items() if row["exit_code"] == "2"} == UNREADABLE
    assert {row["admission"] for row in expected.values()} == {"admitted", "returned", "blocked", ""}


@pytest.mark.parametrize("name", SHOWS)
def test_a_file_shows_what_its_name_says(world: World, name: str) -> None:
    assert SHOWS[name](world.request(name))


@pytest.mark.parametrize("name", sorted(set(SHOWS) - UNREADABLE))
def test_a_readable_file_keeps_to_the_contract(world: World, name: str) -> None:
    request = world.request(name)
    assert set(request) == TOP
    assert set(request["items"]) <= set(CATALOGUE)
    officers = {each["id"] for each in request["recipients"]}
    for subject in request["subjects"]:
        assert set(subject) <= SUBJECT
        assert set(subject["recipients"]) <= officers


def test_requests_have_their_own_ids(world: World) -> None:
    ids = [world.request(name)["id"] for name in sorted(names(world) | {"batch"})]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", sorted(set(SHOWS) - {"nobody-on-file", "no-name", "name-twice-on-file"}))
def test_the_people_asked_about_are_on_file(world: World, name: str) -> None:
    for subject in world.request(name)["subjects"]:
        assert len(bearers(world, subject["name"])) >= 1


def bearers(world: World, name: dict) -> list[str]:
    """The taxpayers who bear a name, as far as it is stated."""
    columns = {
        "given": "given_name",
        "middle": "middle_name",
        "surname": "surname",
        "suffix": "suffix",
        "entity": "entity",
    }
    wanted = [pl.col(columns[part]) == text for part, text in name.items() if text]
    return world.table("records/taxpayers").filter(*wanted)["taxpayer_id"].to_list()


def addresses_of(world: World, taxpayer_id: str, *, current: bool) -> list[str]:
    held = world.table("records/addresses").filter(pl.col("taxpayer_id") == taxpayer_id)
    return held.filter(pl.col("held_to").is_null() == current)["address"].to_list()


def test_two_of_one_name_live_at_the_address(world: World) -> None:
    subject = first(world.request("name-twice-on-file"))
    found = bearers(world, subject["name"])
    at_home = [each for each in found if subject["address"] in addresses_of(world, each, current=True)]
    assert len(at_home) == 2


def test_a_namesake_lives_elsewhere(world: World) -> None:
    subject = first(world.request("namesake-elsewhere"))
    found = bearers(world, subject["name"])
    at_home = [each for each in found if subject["address"] in addresses_of(world, each, current=True)]
    assert len(found) >= 2
    assert len(at_home) == 1


def test_the_earlier_address_was_held_and_is_not_held_now(world: World) -> None:
    subject = first(world.request("earlier-address"))
    (found,) = bearers(world, subject["name"])
    assert subject["address"] in addresses_of(world, found, current=False)
    assert subject["address"] not in addresses_of(world, found, current=True)


def test_the_address_never_held_is_held_by_nobody(world: World) -> None:
    subject = first(world.request("address-never-held"))
    assert subject["address"] not in set(world.table("records/addresses")["address"])


def test_the_custody_address_ends_in_the_one_held(world: World) -> None:
    subject = first(world.request("custody-address"))
    (found,) = bearers(world, subject["name"])
    (held,) = addresses_of(world, found, current=True)
    assert subject["address"].endswith(f", {held}")


def test_the_wage_asked_is_held_from_both_sources(world: World) -> None:
    (found,) = bearers(world, first(world.request("two-sources-of-one-wage"))["name"])
    rows = world.table("records/items").filter(
        (pl.col("taxpayer_id") == found)
        & (pl.col("item") == "third_party.w2.wages")
        & (pl.col("period") == "2023")
    )
    assert set(rows["document"]) == {"information_return", "return_attachment"}
    assert rows["value"].n_unique() == 1


def test_the_source_asked_about_is_not_recorded(world: World) -> None:
    request = world.request("source-not-recorded")
    (found,) = bearers(world, first(request)["name"])
    rows = world.table("records/items").filter(
        (pl.col("taxpayer_id") == found) & pl.col("item").is_in(request["items"])
    )
    assert rows.height > 0
    assert rows["furnished_by"].null_count() == rows.height


def test_every_item_asked_of_one_person_is_held(world: World) -> None:
    held = world.table("records/items").group_by("taxpayer_id").agg(pl.col("item").unique())
    holdings = {row["taxpayer_id"]: set(row["item"]) for row in held.to_dicts()}
    for name in (
        "complete-us-attorney",
        "taxpayers-own-information",
        "account-transcript",
        "summoned-bank-records",
    ):
        request = world.request(name)
        (found,) = bearers(world, first(request)["name"])
        assert {item for item in request["items"] if not item.startswith("identity.")} <= holdings[found]


def test_files_end_in_a_line_and_are_json(world: World) -> None:
    for path in (world.out / "requests").glob("*.json"):
        text = path.read_text(encoding="utf-8")
        assert text.endswith("}\n")
        json.loads(text)
