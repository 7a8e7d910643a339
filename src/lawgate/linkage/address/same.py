"""How far two addresses are one and the same; the one comparison of places that resolution rests on."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from lawgate.linkage.address.normal import CACHED_TEXTS_MAX, NormalAddress
from lawgate.linkage.level import Level

STREET_LETTERS_NEAR_MIN: Final = 5
CITY_LETTERS_NEAR_MIN: Final = 5
LETTERS_TWO_SLIPS_MIN: Final = 8
LETTERS_THREE_SLIPS_MIN: Final = 12


def compare(one: NormalAddress, other: NormalAddress) -> Level:
    """EXACT the same house or box; NEAR one slip of the pen; BUILDING another unit or a part not stated;
    PLACE the same town; CONFLICT another town; MISSING too little is stated to compare.
    """
    if not (one.has_door or one.has_town) or not (other.has_door or other.has_town):
        return Level.MISSING
    if not _same_town(one, other):
        return Level.CONFLICT
    if not (one.has_door and other.has_door):
        return Level.PLACE
    if one.box or other.box:
        return Level.EXACT if (one.route, one.box) == (other.route, other.box) else Level.PLACE
    return _compare_doors(one, other) or Level.PLACE


def agrees(one: NormalAddress, other: NormalAddress, level: Level) -> bool:
    """Whether both state the same house or box in the same place.

    A direction, a suffix or a unit that only one of them states does not count against it, and neither does
    a slip in the street's name; another number, unit, direction, suffix or box does. `level` is what
    `compare` says of the two.
    """
    return level is Level.EXACT or (level is Level.NEAR and one.number == other.number)


def _same_town(one: NormalAddress, other: NormalAddress) -> bool:
    """By ZIP code; else by city, in one state; a ZIP code one slip away is enough where the city is silent."""
    if one.zip5 and one.zip5 == other.zip5:
        return True
    if one.state and other.state and one.state != other.state:
        return False
    if one.city and other.city:
        return _cities_near(one.city, other.city)
    slip = bool(one.zip5 and other.zip5) and OSA.distance(one.zip5, other.zip5) <= 1
    return slip and bool(one.state or other.state)


def _compare_doors(one: NormalAddress, other: NormalAddress) -> Level | None:
    """How far two doors in one town agree, or None where they do not."""
    street = _compare_streets(one, other)
    if not (one.number and other.number and one.street and other.street):
        return _compare_parts(one, other, street)
    units_differ = bool(one.unit and other.unit and one.unit != other.unit)
    if one.door and one.door == other.door:
        return Level.EXACT
    if one.number == other.number:
        if street is Level.EXACT:
            return Level.BUILDING if units_differ else Level.EXACT
        return street if not units_differ else None
    one_slip = OSA.distance(one.number, other.number) == 1
    zips_agree = one.zip5 == other.zip5
    return Level.NEAR if one_slip and street is Level.EXACT and zips_agree and not units_differ else None


def _compare_parts(one: NormalAddress, other: NormalAddress, street: Level | None) -> Level | None:
    """BUILDING where the number or the street is not stated on a side and the rest is the same."""
    if one.street and other.street:
        silent = street is Level.EXACT
    else:
        silent = one.number == other.number
    return Level.BUILDING if silent else None


def _compare_streets(one: NormalAddress, other: NormalAddress) -> Level | None:
    """EXACT, NEAR (a direction or suffix left out, words left out, a few letters apart), or None."""
    named = (one.direction, one.suffix) == (other.direction, other.suffix)
    if one.street == other.street and named:
        return Level.EXACT
    if one.direction and other.direction and not _one_in_other(one.direction, other.direction):
        return None
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return None
    if one.street == other.street or _streets_near(one.street_line, other.street_line):
        return Level.NEAR
    return None


def _one_in_other(one: str, other: str) -> bool:
    mine, theirs = set(one.split()), set(other.split())
    return mine <= theirs or theirs <= mine


@lru_cache(maxsize=CACHED_TEXTS_MAX)
def _streets_near(one: str, other: str) -> bool:
    """One street written with slips: words left out, or a few letters apart; digits never."""
    if [c for c in one if c.isdigit()] != [c for c in other if c.isdigit()]:
        return False
    a, b = one.replace(" ", ""), other.replace(" ", "")
    if min(len(a), len(b)) < STREET_LETTERS_NEAR_MIN:
        return False
    longer = max(len(a), len(b))
    allowed = 1 + (longer >= LETTERS_TWO_SLIPS_MIN) + (longer >= LETTERS_THREE_SLIPS_MIN)
    if OSA.distance(a, b, score_cutoff=allowed) <= allowed:
        return True
    short, long = sorted((set(one.split()), set(other.split())), key=len)
    return short < long and len("".join(short)) >= STREET_LETTERS_NEAR_MIN


def _cities_near(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter = min(len(one), len(other))
    return shorter >= CITY_LETTERS_NEAR_MIN and OSA.distance(one, other, score_cutoff=1) <= 1
