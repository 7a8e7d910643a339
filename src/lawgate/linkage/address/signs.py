"""What the rules ask of a text that has been taken apart: small questions with plain answers."""

from __future__ import annotations

import re

from lawgate.linkage.address.delivery import Address
from lawgate.linkage.address.kinds import Kind
from lawgate.linkage.address.place import Fault
from lawgate.linkage.address.street import Delivery, Form, words_left
from lawgate.linkage.address.tables import foreign, states, streets, words
from lawgate.linkage.address.tokens import Phrases

_BOXES = (("BOX",), ("APARTADO",), ("POSTAL",), ("CASILLA",))
_NUMBER_ABROAD = re.compile(r"\d{1,4}[A-Z]?(?:-\d{1,4}[A-Z]?)*")


def is_complete(address: Address) -> bool:
    """Whether a point of delivery stands with a ZIP code, or with a city and its state."""
    point, place = address.point, address.place
    if point is None or not place.is_stated:
        return False
    if place.zip5 or place.state in states.MILITARY_CODES:
        return True
    return bool(address.city) or place.is_city_too


def outside(address: Address) -> tuple[str, ...]:
    """The words outside the street line and before the state, a bar between the two parts."""
    if address.point is None:
        return _apart(address.text.tokens)
    tail = address.text.tokens[address.place.end + 1 :]
    return (*_apart(address.before), "|", *_apart(address.after), "|", *tail)


def _apart(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The words with DHS/ICE read as two; c/o and n/a stay one."""
    if not any("/" in token for token in tokens):
        return tokens
    return tuple(part for token in tokens for part in (token.split("/") if len(token) > 4 else (token,)))


def named(phrases: Phrases, address: Address) -> bool:
    """Whether an institution is named; without a number a lone street such as Jail Road is a street."""
    found = phrases.find(outside(address))
    if not found:
        return False
    if address.point:
        return True
    tokens = outside(address)
    return tokens[found[1] : found[1] + 1] == () or tokens[found[1]] not in streets.STRONG_SUFFIXES


def placeholder_run(tokens: tuple[str, ...]) -> int:
    """How many words at the beginning say that no address was given; 0 if none of them really says so."""
    if not tokens or tokens[0] in words.PLACEHOLDER_NEVER_FIRST:
        return 0
    core_end = count = 0
    for token in tokens:
        if token in words.PLACEHOLDER_CORE:
            core_end = count + 1
        elif token not in words.PLACEHOLDER_FILL:
            break
        count += 1
    return count if core_end else 0


def has_placeholder_segment(address: Address) -> bool:
    """Whether a stretch between commas behind the point of delivery says that something is not known."""
    text, point = address.text, address.point
    for start in text.breaks:
        if point and point.end <= start < address.place.end:
            segment = text.tokens[start : min(text.segment_end(start), address.place.end)]
            if placeholder_run(segment) == len(segment):
                return True
    return False


def only_place_follows(address: Address, run: int) -> bool:
    rest = address.text.tokens[run : address.place.end]
    return not rest or run in address.text.breaks or not has_street_word(rest) or address.place.is_stated


def own_words(name: tuple[str, ...]) -> str:
    """The street's own words: no direction before, no street word behind."""
    own = list(name)
    while len(own) > 1 and own[-1] in streets.STANDARD_OF_DIRECTION:
        own.pop()
    while len(own) > 1 and own[-1] in streets.STRONG_SUFFIXES:
        own.pop()
    while len(own) > 1 and own[0] != "NO" and (own[0] in streets.STANDARD_OF_DIRECTION or own[0] == "CALLE"):
        own.pop(0)
    return " ".join(own)


def is_made_up(address: Address, city: str) -> bool:
    """A second sign beside a doubtful street name: the city, the state, the ZIP code or the number."""
    place, point = address.place, address.point
    strange_city = city in words.PLACEHOLDER_CITIES
    strange_zip = place.zip5 in states.ZIP5_PLACEHOLDERS or place.zip5 == "12345"
    strange_number = point is not None and point.number in ("123", "1234", "12345", "99999", "9999")
    doubtful = point is not None and own_words(point.name) not in (
        "MAIN",
        "ELM",
        "OAK",
        "FIRST",
        "1ST",
        "EVERGREEN",
    )
    no_state = place.fault is Fault.NO_SUCH_STATE
    return strange_city or strange_zip or (doubtful and (no_state or strange_number))


def is_made_up_city(city: str, address: Address) -> bool:
    """Whether the city is one of a template rather than a blank: Anytown, Testville, City."""
    unknown = placeholder_run(tuple(city.split())) > 0
    return not unknown or not address.place.zip5


def has_street_word(tokens: tuple[str, ...]) -> bool:
    return any(
        token in streets.STRONG_SUFFIXES
        or token in streets.ROUTE_FIRST_WORDS
        or token in streets.SPANISH_FIRST
        or token in streets.UNIT_STANDARD
        or (token[0].isdigit() and token[-2:] in ("ST", "ND", "RD", "TH"))
        or token[:2] in ("I-", "US")
        for token in tokens
    )


def ends_beside_region(address: Address) -> bool:
    """Whether what reads as a state is a region behind its country: El Salvador, C.A.; Jamaica, W.I."""
    place = address.place
    lands = foreign.LANDS_BEFORE_REGION.get(place.state or "", ())
    return not place.zip5 and bool(lands) and " ".join(address.text.tokens[: place.end]).endswith(lands)


def states_door_abroad(tokens: tuple[str, ...]) -> bool:
    """Whether a number stands there that is no street's, district's or day's name and no postal code."""
    for at, token in enumerate(tokens):
        before, behind = tokens[at - 1 : at], tokens[at + 1 : at + 2]
        if before in _BOXES and token[0].isdigit():
            return True
        is_name = bool(foreign.NAMED_BY_NUMBER.intersection(before)) or behind == ("DE",)
        is_name = is_name or bool(foreign.NAMED_BY_ORDINAL.intersection(behind))
        if _NUMBER_ABROAD.fullmatch(token) and ("-" in token or not is_name):
            return True
    return False


def street_kind(point: Delivery, address: Address) -> Kind:
    after = address.after
    if "PMB" in after:
        return Kind.PRIVATE_MAIL_BOX
    if not streets.LOT_WORDS.isdisjoint(after):
        return Kind.LOT_OR_TRAILER
    for sign, kind in (("/", Kind.FRACTIONAL), ("-", Kind.HYPHENATED_NUMBER)):
        if sign in point.number:
            return kind
    if point.form is Form.GRID:
        return Kind.GRID
    if point.form is Form.ROUTE:
        return Kind.HIGHWAY_OR_COUNTY_ROAD
    if point.form is Form.SPANISH:
        return Kind.SPANISH_STREET
    with_unit = len(words_left(address.text, point.end, address.place.end)) < len(after)
    return Kind.UNIT if with_unit else Kind.STREET
