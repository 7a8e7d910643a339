"""Whether the address given is one held, and held on the day: a fact apart from who is named."""

from __future__ import annotations

from datetime import date

import pytest

from lawgate.linkage.compare import compare, read_named
from lawgate.linkage.counts import NameCounts
from lawgate.linkage.person import Agreement, HeldAddress, PersonNamed, Record

COUNTS = NameCounts(records=1000, given={}, surname={})
NOW = HeldAddress(
    street_number="905", street_name="n 5th ave", unit_number="apt 3", city="Yakima", state="WA",
    zipcode="98902", held_from=date(2024, 1, 1),
)  # fmt: skip
BEFORE = HeldAddress(
    address="PO Box 77, Moab UT 84532", held_from=date(2020, 1, 1), held_to=date(2023, 12, 31)
)
RECORD = Record("1", given="Ana", surname="Sample", addresses=(BEFORE, NOW))
DAY = date(2025, 6, 2)


def agreement(line: str | None, day: date = DAY, *held: HeldAddress) -> Agreement:
    named = read_named(PersonNamed(given="Ana", surname="Sample", address=line))
    record = Record("1", given="Ana", surname="Sample", addresses=held) if held else RECORD
    return compare(named, record, COUNTS, day).agreement


@pytest.mark.parametrize(
    "line",
    [
        "905 N 5th Ave Apt 3, Yakima, WA 98902",
        "905 NORTH FIFTH AVENUE # 3\nYAKIMA WASHINGTON 98902-1234",
        "905 N 5th Ave, Yakima, WA 98902",
        "905 5th Avenue Unit 3, Yakima WA",
        "Ana Sample, 905 N 5th Ave Apt. 3, Yakima, WA 98902",
    ],
)
def test_the_address_held_on_the_day_is_current_however_it_is_written(line: str) -> None:
    assert agreement(line) is Agreement.CURRENT


@pytest.mark.parametrize(
    "line",
    [
        "905 N 5th Ave Apt 4, Yakima, WA 98902",
        "905 S 5th Ave Apt 3, Yakima, WA 98902",
        "905 N 5th St Apt 3, Yakima, WA 98902",
        "906 N 5th Ave Apt 3, Yakima, WA 98902",
        "905 N 15th Ave Apt 3, Yakima, WA 98902",
        "905 N 5th Ave Apt 3, Boise, ID 83702",
        "PO Box 905, Yakima, WA 98902",
        "PO Box 78, Moab, UT 84532",
        "77 Main St, Moab, UT 84532",
        "HC 1 Box 77, Moab, UT 84532",
        "Yakima, WA 98902",
        "98902",
        "unknown, Yakima, WA 98902",
        "",
        None,
    ],
)
def test_another_unit_direction_suffix_number_box_or_town_is_none(line: str | None) -> None:
    assert agreement(line) is Agreement.NONE


@pytest.mark.parametrize(
    ("day", "of_box", "of_street"),
    [
        (date(2019, 12, 31), Agreement.NONE, Agreement.NONE),
        (date(2020, 1, 1), Agreement.CURRENT, Agreement.NONE),
        (date(2023, 12, 31), Agreement.CURRENT, Agreement.NONE),
        (date(2024, 1, 1), Agreement.EARLIER, Agreement.CURRENT),
    ],
)
def test_the_day_tells_current_from_earlier_and_what_comes_later_is_none(
    day: date, of_box: Agreement, of_street: Agreement
) -> None:
    assert agreement("P.O. Box 77, Moab, UT 84532", day) is of_box
    assert agreement("905 N 5th Ave Apt 3, Yakima, WA 98902", day) is of_street


def test_an_address_held_twice_is_current_if_it_is_held_on_the_day() -> None:
    again = HeldAddress(address="PO Box 77, Moab UT 84532", held_from=date(2025, 1, 1))
    for held in ((BEFORE, again), (again, BEFORE)):
        assert agreement("PO Box 77, Moab, UT 84532", DAY, *held) is Agreement.CURRENT


def test_a_slip_in_the_streets_name_agrees_and_one_in_the_number_does_not() -> None:
    held = HeldAddress(address="12 Chestnut St, Moab, UT 84532")
    assert agreement("12 Chesnut St, Moab, UT 84532", DAY, held) is Agreement.CURRENT
    assert agreement("21 Chestnut St, Moab, UT 84532", DAY, held) is Agreement.NONE


@pytest.mark.parametrize(
    ("columns", "line"),
    [
        (("F-14", "Calle 4 Urb Los Pinos", "Caguas", "PR", "00725"), "Urb Los Pinos, F-14 Calle 4, Caguas, PR 00725"),
        (("323", "S 160 W", "Provo", "UT", "84604"), "323 South 160 West, Provo, UT 84604"),
        (("32-15", "31st St", "Astoria", "NY", "11106"), "3215 31 Street, Astoria NY 11106"),
        ((None, "PO BOX 0012", "Miami", "FL", "33125"), "P.O. Box 12, Miami, FL 33125"),
        (("1201", "US Hwy 1", "Ely", "NV", "89301"), "1201 U.S. Highway 1, Ely, NV 89301"),
    ],
)  # fmt: skip
def test_columns_and_line_of_one_address_agree(columns: tuple[str | None, ...], line: str) -> None:
    number, street, city, state, zipcode = columns
    held = HeldAddress(street_number=number, street_name=street, city=city, state=state, zipcode=zipcode)
    assert agreement(line, DAY, held) is Agreement.CURRENT
