"""Keys under which a record is found: two records that may be one person share at least one.

A key is a number of 47 bits mixed from codes of at most 32 bits, so that a batch can compute it on whole
columns with the very same arithmetic. Two contents under one key cost a comparison, never an answer.
"""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from functools import lru_cache
from typing import Final
from zlib import crc32

import jellyfish

from lawgate.linkage.address.normal import NormalAddress
from lawgate.linkage.compare import NamedForm
from lawgate.linkage.names import CACHED_NAMES_MAX, NameForm, entity_form, given_form, surname_form

MASK: Final = (1 << 64) - 1
MULTIPLIERS: Final = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5)
SHIFT: Final = 17
EPOCH_ORDINAL: Final = date(1970, 1, 1).toordinal()
DAYS_OFFSET: Final = 1 << 20


class Kind(IntEnum):
    """What a key is made of."""

    TIN = 1
    BIRTH_SURNAME = 2
    BIRTH_GIVEN = 3
    DOOR = 4
    NUMBER_SURNAME = 5
    NAME_ZIP = 6
    NAME_CITY = 7


def mix(kind: int, one: int, two: int = 0, three: int = 0) -> int:
    """The key: wrapping multiplication, as unsigned 64-bit columns do it."""
    a, b, c, d = MULTIPLIERS
    return ((kind * a + one * b + two * c + three * d) & MASK) >> SHIFT


@lru_cache(maxsize=CACHED_NAMES_MAX)
def code(text: str) -> int:
    """A 32-bit code of a text; 0 stands for a text that is not stated."""
    return (crc32(text.encode()) | 1) if text else 0


@lru_cache(maxsize=CACHED_NAMES_MAX)
def sound(word: str) -> int:
    """The code of how a word sounds."""
    return code(jellyfish.soundex(word)) if word else 0


@lru_cache(maxsize=CACHED_NAMES_MAX)
def surname_code(surname: str | None) -> int:
    """A record's surname: the sound of the first word that names a family."""
    return form_sound(surname_form(surname))


@lru_cache(maxsize=CACHED_NAMES_MAX)
def entity_code(entity: str | None) -> int:
    return form_sound(entity_form(entity))


@lru_cache(maxsize=CACHED_NAMES_MAX)
def given_code(given: str | None) -> int:
    """A record's given name: its first three letters."""
    return code(given_form(given).joined[:3])


@lru_cache(maxsize=CACHED_NAMES_MAX)
def given_initial(given: str | None) -> int:
    return code(given_form(given).joined[:1])


def form_sound(form: NameForm) -> int:
    return sound(form.core[0]) if form.core else 0


@lru_cache(maxsize=CACHED_NAMES_MAX)
def city_code(city: str, state: str) -> int:
    """The beginning of a city's name with its state."""
    return code(f"{city[:4]} {state}") if city and state else 0


def street_code(place: NormalAddress) -> int:
    """The street's first letter; a box has a street of its own."""
    return code("BOX" if place.box else place.street[:1])


def birth_code(birth: date | None) -> int:
    """Days since 1970, moved above zero; 0 stands for a day that is not stated."""
    return 0 if birth is None else birth.toordinal() - EPOCH_ORDINAL + DAYS_OFFSET


def named_keys(form: NamedForm) -> frozenset[int]:
    """Every key under which the person named may stand in the file."""
    keys: set[int] = set()
    if form.tin:
        keys.add(mix(Kind.TIN, int(form.tin)))
    sounds, starts = _named_codes(form)
    birth, place = birth_code(form.birth), form.place
    zipcode, number, street = code(place.zip5), code(place.number or place.box), street_code(place)
    state = code(place.state)
    if birth:
        keys.update(mix(Kind.BIRTH_SURNAME, birth, heard) for heard in sounds)
        keys.update(mix(Kind.BIRTH_GIVEN, birth, code(start[:3])) for start in starts)
    if zipcode and number and street:
        keys.add(mix(Kind.DOOR, zipcode, number, street))
    if number and state:
        keys.update(mix(Kind.NUMBER_SURNAME, number, state, heard) for heard in sounds)
    if zipcode:
        keys.update(
            mix(Kind.NAME_ZIP, zipcode, heard, code(start[:1])) for heard in sounds for start in starts
        )
    elif city := city_code(place.city, place.state):
        keys.update(mix(Kind.NAME_CITY, city, heard, code(start[:3])) for heard in sounds for start in starts)
    return frozenset(keys)


def _named_codes(form: NamedForm) -> tuple[list[int], list[str]]:
    """Sounds and beginnings of the names stated, in both orders."""
    if form.entity:
        return [form_sound(form.entity)], [form.entity.joined]
    words = dict.fromkeys((*form.surname.core, form.surname.joined, *form.given.core[:1]))
    starts = dict.fromkeys(start for start in (form.given.joined, form.surname.joined) if start)
    return list(dict.fromkeys(sound(word) for word in words if word)), list(starts)
