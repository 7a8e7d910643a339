"""Each field's classes of agreement, with the near misses that must not agree."""

from __future__ import annotations

from datetime import date

import pytest

from lawgate.linkage.address import same
from lawgate.linkage.address.normal import normalise
from lawgate.linkage.compare import (
    compare_births,
    compare_givens,
    compare_suffixes,
    compare_surnames,
    compare_tins,
    tin_form,
)
from lawgate.linkage.level import Level
from lawgate.linkage.names import given_form, surname_form
from lawgate.linkage.person import HeldAddress
from lawgate.linkage.place import held_place


@pytest.mark.parametrize(
    ("named", "held", "level"),
    [
        ("Ana", "ANA", Level.EXACT), ("Bill", "William", Level.NICKNAME), ("Juan Carlos", "Juan", Level.PART),
        ("J", "John", Level.INITIAL), ("Jhon", "John", Level.NEAR), ("K", "John", Level.CONFLICT),
        ("Mary", "Ruth", Level.CONFLICT), ("Al", "Ai", Level.CONFLICT), (None, "John", Level.MISSING),
    ],
)  # fmt: skip
def test_given_names_agree_by_spelling_nickname_part_or_initial(
    named: str | None, held: str, level: Level
) -> None:
    assert compare_givens(given_form(named), given_form(held)) is level


@pytest.mark.parametrize(
    ("named", "held", "level"),
    [
        ("Sample", "SAMPLE", Level.EXACT), ("de la Cruz", "Cruz", Level.EXACT),
        ("Garcia-Lopez", "Lopez", Level.PART),
        ("Sampel", "Sample", Level.NEAR), ("de la Cruz", "de la Rosa", Level.CONFLICT),
        ("Li", "Lu", Level.CONFLICT), ("Smith", "Jones", Level.CONFLICT),
    ],
)  # fmt: skip
def test_surnames_agree_by_spelling_particle_or_part(named: str, held: str, level: Level) -> None:
    assert compare_surnames(surname_form(named), surname_form(held)) is level


BORN = date(1980, 3, 9)


@pytest.mark.parametrize(
    ("named", "level"),
    [
        (date(1980, 3, 9), Level.EXACT), (date(1980, 9, 3), Level.NEAR), (date(1980, 1, 1), Level.NEAR),
        (date(1990, 3, 9), Level.NEAR), (date(1980, 3, 19), Level.NEAR), (date(2004, 3, 9), Level.CONFLICT),
        (date(1981, 4, 9), Level.CONFLICT), (date(2003, 7, 21), Level.CONFLICT), (None, Level.MISSING),
    ],
)  # fmt: skip
def test_births_are_near_where_one_part_or_their_order_differs(named: date | None, level: Level) -> None:
    assert compare_births(named, BORN) is level


@pytest.mark.parametrize(
    ("named", "level"),
    [
        ("123456789", Level.EXACT), ("123-45-6789", Level.EXACT), ("123456798", Level.NEAR),
        ("123456780", Level.NEAR), ("123456700", Level.CONFLICT), ("12345678", Level.MISSING),
        ("000000000", Level.MISSING),
    ],
)  # fmt: skip
def test_taxpayer_numbers_are_near_where_one_digit_or_two_neighbours_differ(named: str, level: Level) -> None:
    assert compare_tins(tin_form(named), "123456789") is level


@pytest.mark.parametrize(
    ("named", "held", "level"),
    [("jr", "jr", Level.EXACT), ("jr", "sr", Level.CONFLICT), ("jr", None, Level.NEAR),
     (None, None, Level.MISSING),
     ("jr", "ii", Level.EXACT)],
)  # fmt: skip
def test_suffixes_contradict_only_where_both_are_stated(
    named: str | None, held: str | None, level: Level
) -> None:
    assert compare_suffixes(named, held) is level


HELD = HeldAddress(
    street_number="12",
    street_name="Elm Street",
    unit_number="Apt 3",
    city="Springfield",
    state="IL",
    zipcode="62704",
)


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("12 Elm St Apt 3, Springfield IL 62704", Level.EXACT),
        ("12 ELM STREET, APT 3, SPRINGFIELD, IL 62704-1234", Level.EXACT),
        ("12 Elm St, Springfield IL", Level.EXACT),
        ("12 Elm St Apt 4, Springfield IL 62704", Level.BUILDING),
        ("14 Elm St Apt 3, Springfield IL 62704", Level.NEAR),
        ("945 Elm St Apt 3, Springfield IL 62704", Level.PLACE),
        ("12 Oak St Apt 3, Springfield IL 62704", Level.PLACE),
        ("12 Elm St Apt 3, Springfield MO 65802", Level.CONFLICT),
        ("PO Box 12, Springfield IL 62704", Level.PLACE),
        ("Springfield IL", Level.PLACE),
        ("62704", Level.PLACE),
        ("", Level.MISSING),
        (None, Level.MISSING),
    ],
)
def test_places_agree_by_door_building_or_town(line: str | None, level: Level) -> None:
    assert same.compare(normalise(line), held_place(HELD)) is level


def test_a_held_line_reads_like_held_columns() -> None:
    line = HeldAddress(address="12 Elm Street Apt 3, Springfield IL 62704")
    assert held_place(line) == held_place(HELD)


def test_boxes_agree_by_their_number() -> None:
    held = held_place(HeldAddress(address="PO Box 77, Springfield IL 62704"))
    assert same.compare(normalise("P.O. Box 77, Springfield, IL 62704"), held) is Level.EXACT
    assert same.compare(normalise("P.O. Box 78, Springfield, IL 62704"), held) is Level.PLACE
