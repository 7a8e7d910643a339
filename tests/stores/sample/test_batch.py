"""Each row of the batch is made as the truth says, and the findings answer for its refs."""

from __future__ import annotations

import json
from collections.abc import Callable

import polars as pl
import pytest
from tests.stores.sample.conftest import SUBJECTS, World

from lawgate.stores.sample.batch_kinds import BATCH_KINDS, COMMON_REASON, NICKNAMES, PLACEHOLDERS
from lawgate.stores.sample.findings import findings
from lawgate.stores.sample.places import FACILITIES

COLUMNS = (
    "ref given_name middle_name surname suffix entity address tin date_of_birth tax_periods recipients "
    "matter_number reasons removal_final_on removal_class_cite"
).split()
TRUTH = "ref taxpayer_id kind expected_admission expected_match".split()

Row = dict
JAILS = {facility.name for facility in FACILITIES}
JAIL_LINES = {facility.line for facility in FACILITIES}


def same_person(row: Row) -> bool:
    return all(
        row[name] == row[f"held_{name}"] for name in ("given_name", "middle_name", "surname", "suffix")
    )


def whole(row: Row) -> bool:
    return (
        same_person(row)
        and row["address"] == row["current"]
        and row["date_of_birth"] == row["held_date_of_birth"]
    )


def sorted_letters(text: str) -> list[str]:
    return sorted(text)


# What each kind says, told of the row beside the record of the taxpayer from whom it was made.
MADE: dict[str, Callable[[Row], bool]] = {
    "exact": lambda r: whole(r) and r["tin"] is None,
    "exact_with_tin": lambda r: whole(r) and r["tin"] == r["held_tin"] is not None,
    "no_birthday": lambda r: same_person(r) and r["address"] == r["current"] and r["date_of_birth"] is None,
    "address_written_out": lambda r: same_person(r) and r["address"].isupper() and "," not in r["address"],
    "earlier_address": lambda r: (
        same_person(r) and r["address"] in r["earlier"] and r["address"] != r["current"]
    ),
    "typo_in_name": lambda r: (
        r["surname"] != r["held_surname"]
        and sorted_letters(r["surname"]) == sorted_letters(r["held_surname"])
    ),
    "nickname": lambda r: NICKNAMES[r["held_given_name"]] == r["given_name"],
    "common_reason": lambda r: r["reasons"] == COMMON_REASON,
    "tin_and_address_never_held": lambda r: r["tin"] == r["held_tin"] and not r["held_by_anyone"],
    "entity": lambda r: (
        r["entity"] == r["held_entity"] and r["surname"] is None and r["address"] == r["current"]
    ),
    "custody_address": lambda r: whole(r) and r["address"] in JAIL_LINES,
    "senior_or_junior": lambda r: (
        r["suffix"] is None and r["date_of_birth"] is None and r["address"] == r["current"]
    ),
    "address_never_held": lambda r: same_person(r) and not r["held_by_anyone"] and r["tin"] is None,
    "tin_of_another": lambda r: whole(r) and r["tin"] not in (None, r["held_tin"]),
    "shelter_address": lambda r: r["address"].endswith(f"Shelter, {r['current']}"),
    "stranger_at_address": lambda r: r["held_by_anyone"] and r["surname"] != r["held_surname"],
    "absent_relative": lambda r: r["held_by_anyone"] and r["surname"] is not None,
    "absent_person": lambda r: not r["held_by_anyone"] and r["surname"] is not None,
    "namesake_not_on_file": lambda r: (
        not r["held_by_anyone"] and r["date_of_birth"] is not None and r["tin"] is None
    ),
    "placeholder_with_tin": lambda r: r["address"] in PLACEHOLDERS and r["tin"] == r["held_tin"] is not None,
    "no_period": lambda r: r["tax_periods"] is None,
    "vague_period": lambda r: r["tax_periods"] == "most recent",
    "no_reasons": lambda r: r["reasons"] is None,
    "placeholder_address": lambda r: r["address"] in PLACEHOLDERS and r["tin"] is None,
    "zip_only": lambda r: r["address"].isdigit() and len(r["address"]) == 5,
    "city_only": lambda r: not any(letter.isdigit() for letter in r["address"]),
    "facility_without_place": lambda r: r["address"] in JAILS,
    "no_name": lambda r: r["given_name"] is r["surname"] is r["entity"] is None,
}


@pytest.fixture(scope="module")
def rows(world: World) -> list[Row]:
    """The batch with its truth and the record of the one meant; addresses held by anybody are marked."""
    people = world.table("records/taxpayers").rename(
        lambda name: name if name == "taxpayer_id" else f"held_{name}"
    )
    held = world.table("records/addresses")
    now = held.filter(pl.col("held_to").is_null() & pl.col("where").is_in(["mailing", "custody"]))
    before = held.filter(pl.col("held_to").is_not_null()).group_by("taxpayer_id").agg(earlier="address")
    joined = (
        world.table("requests/batch")
        .join(world.table("truth"), on="ref")
        .join(people, on="taxpayer_id", how="left")
        .join(now.select("taxpayer_id", current="address"), on="taxpayer_id", how="left")
        .join(before, on="taxpayer_id", how="left")
        .with_columns(held_by_anyone=pl.col("address").is_in(held["address"].unique().implode()))
    )
    assert joined.height == SUBJECTS
    return joined.to_dicts()


def test_columns_are_the_contracts_and_text(world: World) -> None:
    batch, truth = world.table("requests/batch"), world.table("truth")
    assert batch.columns == COLUMNS
    assert set(batch.dtypes) == {pl.String}
    assert truth.columns == TRUTH
    assert truth["expected_match"].dtype == pl.Boolean
    assert batch["ref"].to_list() == truth["ref"].to_list()
    assert batch["ref"].n_unique() == SUBJECTS


def test_every_kind_has_its_check() -> None:
    assert set(MADE) == {kind.name for kind in BATCH_KINDS}


@pytest.mark.parametrize("kind", MADE)
def test_rows_are_made_as_their_kind_says(rows: list[Row], kind: str) -> None:
    found = [row for row in rows if row["kind"] == kind]
    assert found
    assert [row["ref"] for row in found if not MADE[kind](row)] == []


def test_truth_follows_the_kind(rows: list[Row]) -> None:
    kinds = {kind.name: kind for kind in BATCH_KINDS}
    for row in rows:
        kind = kinds[row["kind"]]
        assert row["expected_admission"] == ("admitted" if kind.admitted else "returned")
        assert row["expected_match"] is kind.found
        assert (row["taxpayer_id"] is not None) is kind.named


def test_a_row_that_must_match_has_no_double_that_fits_as_well(rows: list[Row], world: World) -> None:
    """Name, address, suffix and date of birth as stated fit one taxpayer only."""
    homes = world.homes().to_dicts()
    for row in rows:
        if row["kind"] not in ("exact", "no_birthday"):
            continue
        fitting = [
            each["taxpayer_id"]
            for each in homes
            if (each["given_name"], each["surname"], each["address"])
            == (row["given_name"], row["surname"], row["address"])
            and row["date_of_birth"] in (None, each["date_of_birth"])
        ]
        assert fitting == [row["taxpayer_id"]]


def test_strangers_are_not_on_file(rows: list[Row], world: World) -> None:
    held = set(world.table("records/taxpayers").select("given_name", "surname", "date_of_birth").iter_rows())
    for row in rows:
        if row["taxpayer_id"] is None:
            assert (row["given_name"], row["surname"], row["date_of_birth"]) not in held


def test_most_rows_are_sound_and_a_good_share_is_not(rows: list[Row]) -> None:
    sound = sum(row["expected_match"] and row["expected_admission"] == "admitted" for row in rows) / len(rows)
    returned = sum(row["expected_admission"] == "returned" for row in rows) / len(rows)
    assert 0.65 < sound < 0.85
    assert 0.08 < returned < 0.2


def test_reasons_are_each_subjects_own(rows: list[Row]) -> None:
    own = [row["reasons"] for row in rows if row["reasons"] not in (None, COMMON_REASON)]
    assert len(set(own)) == len(own)


def test_officers_are_those_of_the_request(world: World) -> None:
    officers = {each["id"] for each in world.request("batch")["recipients"]}
    named = world.table("requests/batch")["recipients"]
    assert set(named) == officers
    assert named.value_counts().filter(pl.col("count") > 10).is_empty()


def test_the_batch_names_its_table_and_states_neither_reasons_nor_periods(world: World) -> None:
    batch = world.request("batch")
    assert batch["subjects"] == "batch.parquet"
    assert batch["reasons"] is None
    assert "tax_periods" not in batch


def test_findings_answer_the_three_open_questions_without_contradiction(world: World) -> None:
    rows = json.loads((world.out / "findings.json").read_text(encoding="utf-8"))["findings"]
    refs = set(world.table("requests/batch")["ref"])
    answers = {(row["cite"], row["answer"]): row["refs"] for row in rows}
    impairs = "/us/usc/t26/s6103/i/6"
    assert {cite for cite, _ in answers} == {"/us/usc/t26/s6103/i/2/B/iv", impairs, "/us/usc/t26/s6103/p/4"}
    assert answers["/us/usc/t26/s6103/p/4", "yes"] == "*"
    cleared, barred = set(answers[impairs, "no"]), set(answers[impairs, "yes"])
    assert barred
    assert not cleared & barred
    assert refs - cleared - barred
    assert cleared | barred < refs


def test_findings_for_single_requests_answer_for_every_ref(world: World) -> None:
    rows = json.loads((world.out / "findings-single.json").read_text(encoding="utf-8"))["findings"]
    assert [row["answer"] for row in rows] == ["yes", "no", "yes"]
    assert {row["refs"] for row in rows} == {"*"}


@pytest.mark.parametrize("count", [1, 3, 4])
def test_findings_for_few_refs_hold_no_row_without_refs(count: int) -> None:
    refs = [f"B{number}" for number in range(count)]
    rows = findings(refs, [COMMON_REASON] * count)["findings"]
    assert all(row["refs"] for row in rows)  # type: ignore[attr-defined]


def test_the_readme_has_ten_lines_and_counts_what_is_there(world: World) -> None:
    text = (world.out / "README.txt").read_text(encoding="utf-8")
    assert len(text.splitlines()) == 10
    for kind, count in world.summary.subjects_by_kind:
        assert f"{kind} {count}" in text
    assert sum(count for _, count in world.summary.subjects_by_kind) == SUBJECTS
