"""Two ways to write one address are the same; two addresses that look alike are not."""

from __future__ import annotations

import pytest
from tests.linkage import address_variants
from tests.linkage.shared_files import shared_rows

from lawgate.linkage.address import same
from lawgate.linkage.address.normal import NormalAddress, normalise, normalise_parts
from lawgate.linkage.address.same import compare
from lawgate.linkage.level import Level


def agrees(one: NormalAddress, other: NormalAddress) -> bool:
    return same.agrees(one, other, compare(one, other))


HELD = "905 N 5th Ave Apt 3, Yakima, WA 98902"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (HELD, "905 north fifth avenue #3 yakima wa 98902-1234"),
        (HELD, "905 5th Ave, Yakima, WA 98902"),
        (HELD, "905 N 5TH, YAKIMA, WA 98902"),
        (HELD, "905 N 5th Ave Unit 3\nYakima, Washington"),
        ("PO Box 0012, Miami, FL 33125", "p.o. box 12 miami florida 33125"),
        ("RR # 1 Box 103 A, Rio, IL 61472", "Rural Route 1 Box 103, Rio, IL 61472"),
        ("123 County Road 14, Ely, NV 89301", "123 CR 14 ely nv 89301"),
        ("1201 US Highway 1 N, Ely, NV 89301", "1201 US Hwy 1, Ely, NV 89301"),
        ("323 S 160 W Apt 3, Provo, UT 84114", "323 South 160 West # 3, Provo, UT 84114"),
        ("32-15 31st St, Astoria, NY 11106", "3215 31 Street Astoria NY 11106"),
        ("12 Elm St, Saint Paul, MN", "12 Elm Street, St. Paul, MN"),
        ("Unit 70940 Box 498, APO AP 96681", "UNIT 70940 BOX 498 APO AP 96681"),
        (
            "Urb Los Pinos, F-14 Calle 4, Caguas, PR 00725",
            "URBANIZACION LOS PINOS F14 CALLE 4 CAGUAS PR 00725",
        ),
    ],
)
def test_one_address_written_twice_agrees(one: str, other: str) -> None:
    assert agrees(normalise(one), normalise(other))
    assert agrees(normalise(other), normalise(one))


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        (HELD, "905 N 5th Ave Apt 4, Yakima, WA 98902", Level.BUILDING),
        (HELD, "906 N 5th Ave Apt 3, Yakima, WA 98902", Level.NEAR),
        (HELD, "905 S 5th Ave Apt 3, Yakima, WA 98902", Level.PLACE),
        (HELD, "905 N 5th St Apt 3, Yakima, WA 98902", Level.PLACE),
        (HELD, "905 N 6th Ave Apt 3, Yakima, WA 98902", Level.PLACE),
        (HELD, "905 N 5th Ave Apt 3, Spokane, WA 99201", Level.CONFLICT),
        (HELD, "905 N 5th Ave Apt 3, Moab, UT", Level.CONFLICT),
        (HELD, "905 N 5th Ave Apt 3", Level.CONFLICT),
        (HELD, "Yakima, WA 98902", Level.PLACE),
        (HELD, "", Level.MISSING),
        (HELD, "PO Box 905, Yakima, WA 98902", Level.PLACE),
        ("PO Box 12, Miami, FL 33125", "PO Box 21, Miami, FL 33125", Level.PLACE),
        ("RR 1 Box 12, Rio, IL 61472", "RR 2 Box 12, Rio, IL 61472", Level.PLACE),
        ("12 Chestnut St, Moab, UT 84532", "12 Chesnut St, Moab, UT 84532", Level.NEAR),
        ("12 Oak St, Moab, UT 84532", "12 Elm St, Moab, UT 84532", Level.PLACE),
        ("12 County Road 14, Ely, NV 89301", "12 County Road 15, Ely, NV 89301", Level.PLACE),
        (
            "Urb Los Pinos, 12 Calle 4, Caguas, PR 00725",
            "Urb Las Rosas, 12 Calle 4, Caguas, PR 00725",
            Level.PLACE,
        ),
        ("Unit 70940 Box 498, APO AP 96681", "Unit 70940 Box 499, APO AP 96681", Level.PLACE),
    ],
)
def test_two_addresses_that_look_alike_are_told_apart(one: str, other: str, how: Level) -> None:
    assert compare(normalise(one), normalise(other)) is how
    assert compare(normalise(other), normalise(one)) is how


def test_nothing_agrees_with_nothing() -> None:
    assert not agrees(NormalAddress(), NormalAddress())
    assert not agrees(normalise(None), normalise("unknown"))


def test_the_columns_of_a_file_read_as_the_same_address() -> None:
    held = normalise_parts(
        number="905", street="n 5th ave", unit="3", city="Yakima", state="WA", zipcode="98902"
    )
    assert agrees(held, normalise(HELD))
    unsaid = normalise_parts(
        number="905", street="n 5th ave", unit=None, city="Yakima", state="WA", zipcode="98902"
    )
    assert agrees(unsaid, normalise(HELD))


def test_every_variant_of_an_address_agrees_with_itself() -> None:
    for _, raw in address_variants.variants(address_variants.ADEQUATE, 2_000, 7):
        assert agrees(normalise(raw), normalise(raw)), "an address that is adequate can be compared"


def test_of_all_pairs_of_labelled_addresses_only_the_same_boxes_and_building_agree() -> None:
    """Two lock boxes stand there twice under other file numbers, one building with and without its suite."""
    rows = [row["raw"] for row in shared_rows("linkage", "addresses_dev.csv") if row["label"] == "adequate"]
    read = [normalise(raw) for raw in rows]
    pairs = [(i, j) for i in range(len(rows)) for j in range(i) if agrees(read[i], read[j])]
    assert len(pairs) == 3


@pytest.mark.parametrize(
    "raw", ["\x00", "A" * 1_000_000, "12 " * 500, "\ud800", "PR 00926", "URB", "12", "# 4"]
)
def test_no_text_raises(raw: str) -> None:
    assert isinstance(normalise(raw), NormalAddress)
