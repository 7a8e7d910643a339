"""Numbers that were never issued to anybody, so that no record of a sample can be a real taxpayer's.

People hold 9-digit numbers with area 900-959, group 11-16, 20-27, 30-36 or 40-49 and serial 0001-9999:
- the Social Security Administration has never assigned an area of 900 or above;
- individual numbers (ITIN) use groups 50-65, 70-88, 90-92 and 94-99, adoption numbers (ATIN) group 93;
- temporary numbers of the Revenue Service itself (IRSN) use groups 01-10, 17-19, 28-29 and 37-39.
Entities hold the same groups and serials behind 96 or 97, which are no prefixes of the employer numbers
(EIN) and, read as an area, lie outside the areas of the people of the sample.
"""

from __future__ import annotations

import polars as pl

from lawgate.stores.sample.draws import Dice, looked_up

PERSON_AREA_FIRST, PERSON_AREAS = 900, 60
ENTITY_AREA_FIRST, ENTITY_AREAS = 960, 20
GROUPS = (*range(11, 17), *range(20, 28), *range(30, 37), *range(40, 50))
SERIALS = 9_999

# Primes, so each walk below meets every number of its range once before it repeats.
_PERSON_STRIDE = 7_368_787
_ENTITY_STRIDE = 1_299_709


def person_tin(dice: Dice, number: pl.Expr) -> pl.Expr:
    """The number of a person, different for each taxpayer number."""
    return _tin(number, first=PERSON_AREA_FIRST, areas=PERSON_AREAS, stride=_PERSON_STRIDE, start=dice.seed)


def entity_tin(dice: Dice, number: pl.Expr) -> pl.Expr:
    """The number of an entity, different for each taxpayer number while entities stay few."""
    return _tin(number, first=ENTITY_AREA_FIRST, areas=ENTITY_AREAS, stride=_ENTITY_STRIDE, start=dice.seed)


def tin_range(areas: int) -> int:
    """How many numbers a range of that many areas holds."""
    return areas * len(GROUPS) * SERIALS


def _tin(number: pl.Expr, *, first: int, areas: int, stride: int, start: int) -> pl.Expr:
    size = tin_range(areas)
    place = (number.cast(pl.UInt64) * stride + start % size) % size
    area = first + place // (len(GROUPS) * SERIALS)
    group = looked_up(GROUPS, place // SERIALS % len(GROUPS), pl.Int64)
    serial = place % SERIALS + 1
    whole = area.cast(pl.Int64) * 1_000_000 + group * 10_000 + serial.cast(pl.Int64)
    return whole.cast(pl.String)
