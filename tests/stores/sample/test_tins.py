"""No tax number of a sample was ever issued, by rules written here from what SSA and IRS publish."""

from __future__ import annotations

import polars as pl
import pytest
from tests.stores.sample.conftest import World

from lawgate.stores.sample.draws import Dice
from lawgate.stores.sample.tins import ENTITY_AREAS, PERSON_AREAS, entity_tin, person_tin, tin_range

ITIN_GROUPS = {*range(50, 66), *range(70, 89), *range(90, 93), *range(94, 100)}
ATIN_GROUPS = {93}
IRSN_GROUPS = {*range(1, 11), *range(17, 20), *range(28, 30), *range(37, 40)}
EIN_PREFIXES = set(
    "01 02 03 04 05 06 10 11 12 13 14 15 16 20 21 22 23 24 25 26 27 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 "
    "46 47 48 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 71 72 73 74 75 76 77 80 81 82 83 84 85 86 87 "
    "88 90 91 92 93 94 95 98 99".split()
)


def may_be_a_persons(tin: str) -> bool:
    """Whether SSA or IRS may have given this number to a person."""
    area, group, serial = int(tin[:3]), int(tin[3:5]), int(tin[5:])
    if area >= 900:
        return group in ITIN_GROUPS | ATIN_GROUPS | IRSN_GROUPS
    return area not in (0, 666) and group != 0 and serial != 0


def may_be_an_entitys(tin: str) -> bool:
    """Whether IRS may have given this number to an entity."""
    return tin[:2] in EIN_PREFIXES


@pytest.mark.parametrize(
    ("tin", "possible"),
    [
        ("219099999", True),
        ("001010001", True),
        ("000121234", False),
        ("666121234", False),
        ("123001234", False),
        ("123120000", False),
        ("912701234", True),
        ("912931234", True),
        ("912051234", True),
        ("912121234", False),
        ("912891234", False),
    ],
)
def test_the_check_knows_possible_numbers_of_people(tin: str, possible: bool) -> None:
    assert may_be_a_persons(tin) is possible


def test_numbers_of_people_were_never_issued(world: World) -> None:
    people = world.table("records/taxpayers").filter(pl.col("entity").is_null())["tin"].drop_nulls().to_list()
    assert len(people) > 2_000
    assert [tin for tin in people if len(tin) != 9 or may_be_a_persons(tin)] == []


def test_numbers_of_entities_were_never_issued_to_entities_or_people(world: World) -> None:
    entities = world.table("records/taxpayers").filter(pl.col("entity").is_not_null())["tin"].to_list()
    assert len(entities) > 50
    assert [tin for tin in entities if len(tin) != 9 or may_be_an_entitys(tin) or may_be_a_persons(tin)] == []


def test_numbers_in_requests_are_those_of_the_file(world: World) -> None:
    held = set(world.table("records/taxpayers")["tin"].drop_nulls())
    asked = world.table("requests/batch")["tin"].drop_nulls().to_list()
    single = [
        subject["tin"]
        for path in sorted((world.out / "requests").glob("*.json"))
        if isinstance(subjects := world.request(path.stem)["subjects"], list)
        for subject in subjects
        if subject["tin"]
    ]
    assert asked
    assert single
    assert {*asked, *single} <= held


@pytest.mark.parametrize("start", [0, 5_800_000])
def test_a_stretch_of_the_largest_file_has_no_number_twice(start: int) -> None:
    dice, number = Dice(2**63 - 1), pl.col("number")
    rows = pl.DataFrame({"number": pl.int_range(start, start + 200_000, eager=True)})
    tins = rows.select(person=person_tin(dice, number), entity=entity_tin(dice, number))
    every = pl.concat([tins["person"], tins["entity"]])
    assert every.n_unique() == 400_000
    assert every.str.len_chars().unique().to_list() == [9]
    assert not any(map(may_be_a_persons, every.sample(20_000, seed=1)))


def test_the_ranges_hold_the_largest_file() -> None:
    assert min(tin_range(PERSON_AREAS), tin_range(ENTITY_AREAS)) > 6_000_000
