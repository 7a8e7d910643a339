"""Where somebody is said to live, read from a line or from held parts, and how far two places agree.

A conservative comparison for resolution only: whether a text is an adequate address is another question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from lawgate.linkage.level import Level
from lawgate.linkage.names import fold
from lawgate.linkage.person import HeldAddress
from lawgate.linkage.place_tables import STATES, STREET_WORDS, UNIT_WORDS

CACHED_PLACES_MAX: Final = 1 << 17
STREET_LETTERS_NEAR_MIN: Final = 5
CITY_LETTERS_NEAR_MIN: Final = 5
_BOX = re.compile(
    r"\b(?:p\W*o\W*b(?:ox)?|post office box|box|apartado|lock ?box)\W*(?:no\.?|number|#)?\W*(\d+)\b", re.I
)
_TAIL = re.compile(r"^(.*?)[,\s]*\b([A-Za-z]{2})(?:\W+(\d{4,6}))?(?:-\d{4})?\W*$")
_ZIP_ALONE = re.compile(r"^\d{5}(-\d{4})?$")
_NUMBER = re.compile(r"^(?!\d+(?:st|nd|rd|th)$)(?=.*\d)[a-z0-9-]+$")


@dataclass(frozen=True, slots=True)
class Place:
    """One address in comparable parts; an empty text is a part that is not stated."""

    number: str = ""
    street: str = ""
    unit: str = ""
    box: str = ""
    city: str = ""
    state: str = ""
    zipcode: str = ""

    @property
    def has_door(self) -> bool:
        """Whether it says more than a town: a street, a house number or a box."""
        return bool(self.box or self.number or self.street)

    @property
    def door_text(self) -> str:
        """Number, street and unit run together: files cut the same line in different places."""
        return f"{self.number}{self.street}{self.unit}".replace(" ", "")

    @property
    def has_town(self) -> bool:
        return bool(self.zipcode or (self.city and self.state))


NOWHERE: Final = Place()


@lru_cache(maxsize=CACHED_PLACES_MAX)
def read_line(line: str | None) -> Place:
    """The parts of an address written on one line, the town after the first comma or before the state."""
    text = " ".join((line or "").split()).strip(" ,")
    if not text:
        return NOWHERE
    if _ZIP_ALONE.match(text):
        return Place(zipcode=text[:5])
    head, _, tail = text.partition(",")
    if not tail:
        return (
            _read_town(text)
            if _TAIL.match(text) and not any(c.isdigit() for c in head[:1])
            else _split_line(text)
        )
    pieces = [piece.strip() for piece in tail.split(",") if piece.strip()]
    while len(pieces) > 1 and (_unit_of(pieces[0]) is not None):
        head = f"{head} {pieces.pop(0)}"
    town = _read_town(" ".join(pieces))
    return _with_door(head, town)


@lru_cache(maxsize=CACHED_PLACES_MAX)
def held_place(held: HeldAddress) -> Place:
    """The parts of a held address: its columns where they stand, otherwise its line."""
    if not held.street_name and not held.street_number and held.address:
        read = read_line(held.address)
        return Place(
            read.number, read.street, read.unit, read.box,
            fold(held.city or "") or read.city, _state_form(held.state or "") or read.state,
            _zip_form(held.zipcode) or read.zipcode,
        )  # fmt: skip
    box = _BOX.search(held.street_name or "")
    return Place(
        _number_form(held.street_number or ""), "" if box else street_form(held.street_name or ""),
        _unit_form(held.unit_number or ""), box.group(1) if box else "",
        fold(held.city or ""), _state_form(held.state or ""), _zip_form(held.zipcode),
    )  # fmt: skip


@lru_cache(maxsize=CACHED_PLACES_MAX)
def street_form(text: str) -> str:
    """A street's name in postal abbreviations: North becomes n, Street becomes st."""
    return " ".join(STREET_WORDS.get(word, word) for word in fold(text).split())


def compare_places(named: Place, held: Place) -> Level:
    """EXACT same door; NEAR one slip of the pen; BUILDING another unit; PLACE same town."""
    if not (named.has_door or named.has_town) or not (held.has_door or held.has_town):
        return Level.MISSING
    town = _same_town(named, held)
    elsewhere = Level.PLACE if town else Level.CONFLICT
    if not (named.has_door and held.has_door):
        return elsewhere
    if named.box or held.box:
        return Level.EXACT if town and named.box == held.box else elsewhere
    if not town:
        return elsewhere
    return _compare_doors(named, held) or elsewhere


def _compare_doors(named: Place, held: Place) -> Level | None:
    """How far two doors in one town agree, or None where they do not."""
    units_differ = bool(named.unit and held.unit and named.unit != held.unit)
    same_street = named.street == held.street
    if not (named.number and held.number and named.street and held.street):
        silent = named.number == held.number or (same_street and not (named.number and held.number))
        return Level.BUILDING if silent and (same_street or not (named.street and held.street)) else None
    if named.number == held.number or named.door_text == held.door_text:
        if same_street or named.door_text == held.door_text:
            return Level.BUILDING if units_differ else Level.EXACT
        if not units_differ and _streets_near(named.street, held.street):
            return Level.NEAR
        return None
    one_slip = OSA.distance(named.number, held.number) == 1
    zips_agree = named.zipcode == held.zipcode
    return Level.NEAR if one_slip and same_street and zips_agree and not units_differ else None


def _same_town(named: Place, held: Place) -> bool:
    if named.zipcode and named.zipcode == held.zipcode:
        return True
    if named.state and held.state and named.state != held.state:
        return False
    if named.city and held.city:
        return _words_near(named.city, held.city)
    slip = bool(named.zipcode and held.zipcode) and OSA.distance(named.zipcode, held.zipcode) <= 1
    return slip and bool(named.state or held.state)


@lru_cache(maxsize=CACHED_PLACES_MAX)
def _streets_near(one: str, other: str) -> bool:
    """One street written with slips: words left out, or a few letters apart; digits never."""
    if [c for c in one if c.isdigit()] != [c for c in other if c.isdigit()]:
        return False
    a, b = one.replace(" ", ""), other.replace(" ", "")
    if min(len(a), len(b)) < STREET_LETTERS_NEAR_MIN:
        return False
    allowed = 1 if max(len(a), len(b)) < 8 else 2 if max(len(a), len(b)) < 12 else 3
    if OSA.distance(a, b, score_cutoff=allowed) <= allowed:
        return True
    mine, theirs = set(one.split()), set(other.split())
    short, long = sorted((mine, theirs), key=len)
    return short < long and len("".join(short)) >= STREET_LETTERS_NEAR_MIN


def _words_near(one: str, other: str) -> bool:
    if one == other:
        return True
    return (
        min(len(one), len(other)) >= CITY_LETTERS_NEAR_MIN and OSA.distance(one, other, score_cutoff=1) <= 1
    )


def _split_line(text: str) -> Place:
    """A line without a comma: number and street up to the street's own kind, then the town."""
    town = _TAIL.match(text)
    if town is None:
        return _with_door(text, NOWHERE)
    words = town.group(1).split()
    for at in range(len(words) - 1, 0, -1):
        if STREET_WORDS.get(words[at].lower().strip(".,")) is not None and at + 1 < len(words):
            return _with_door(
                " ".join(words[: at + 1]), _read_town(" ".join(words[at + 1 :]) + text[len(town.group(1)) :])
            )
    return _with_door(town.group(1), _read_town(text[len(town.group(1)) :]))


def _read_town(text: str) -> Place:
    match = _TAIL.match(text)
    if match is None or match.group(2).lower() not in STATES.values():
        digits = re.search(r"\b(\d{5})(?:-\d{4})?\W*$", text)
        words = (text[: digits.start()] if digits else text).strip(" ,")
        for name, code in STATES.items():
            if fold(words).endswith(" " + name):
                return Place(
                    city=fold(words)[: -len(name)].strip(),
                    state=code,
                    zipcode=digits.group(1) if digits else "",
                )
        return Place(city=fold(words), zipcode=digits.group(1) if digits else "")
    return Place(city=fold(match.group(1)), state=match.group(2).lower(), zipcode=_zip_form(match.group(3)))


def _with_door(head: str, town: Place) -> Place:
    box = _BOX.search(head)
    if box:
        return Place(box=box.group(1), city=town.city, state=town.state, zipcode=town.zipcode)
    head, unit = _split_unit(head)
    first, _, rest = head.strip().partition(" ")
    number = _number_form(first)
    street = street_form(rest if number else head)
    return Place(number, street, unit, "", town.city, town.state, town.zipcode)


def _split_unit(head: str) -> tuple[str, str]:
    words = head.replace("#", " # ").split()
    for at in range(1, len(words)):
        if words[at].lower().strip(".") in UNIT_WORDS and at + 1 < len(words) and at > 1:
            return " ".join(words[:at]), _unit_form(" ".join(words[at:]))
    return head, ""


def _unit_of(piece: str) -> str | None:
    words = piece.replace("#", " # ").split()
    return piece if words and words[0].lower().strip(".") in UNIT_WORDS else None


@lru_cache(maxsize=CACHED_PLACES_MAX)
def _unit_form(text: str) -> str:
    words = [word for word in fold(text.replace("#", " ")).split() if word not in UNIT_WORDS]
    return "".join(words)


def _number_form(text: str) -> str:
    folded = text.lower().strip(" .,")
    return folded if _NUMBER.match(folded) else ""


def _state_form(text: str) -> str:
    folded = fold(text)
    return folded if len(folded) == 2 else STATES.get(folded, "")


def _zip_form(text: str | None) -> str:
    return (text or "").strip()[:5]
