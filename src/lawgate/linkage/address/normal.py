"""One address in a form that can be compared with another: numbers, standard street words, unit, place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lawgate.linkage.address.delivery import Address, boxed, read_line
from lawgate.linkage.address.signs import placeholder_run
from lawgate.linkage.address.street import Delivery, Form, before_city, words_left
from lawgate.linkage.address.tables import states, streets
from lawgate.linkage.address.tokens import RAW_SIZE_CHARS_MAX, Text, read

CACHED_TEXTS_MAX: Final = 1 << 17
_BOXED = {Form.BOX: "PO", Form.RURAL: "RR", Form.HIGHWAY_CONTRACT: "HC"}
_WHOLE_LINE = frozenset({Form.PR_URBANIZACION, Form.PR_OTHER, Form.MILITARY})
_STATES_OF_WHOLE_LINES = states.MILITARY_CODES | {"PR"}
_SAINTS_AND_FORTS = {"SAINT": "ST", "FORT": "FT", "MOUNT": "MT", "STE": "ST", "SAINTE": "ST"}
_STANDARD_WORDS = {**_SAINTS_AND_FORTS, **streets.STANDARD_OF_DIRECTION, **streets.STANDARD_OF_SUFFIX}
_EMPTY_UNITS = frozenset({"", "NA", "N/A", "NONE", "UNKNOWN"})
UNIT_LETTERS_MAX: Final = 3
_ORDINAL_ENDS = ("ST", "ND", "RD", "TH")


@dataclass(frozen=True, slots=True)
class NormalAddress:
    """What is stated of an address, in upper case; an empty text is a part that is not stated.

    `street` holds the street's own words in their standard form, without directions and suffix; `box` is
    the number of a post office or route box and `route` its kind (PO, RR 1, HC 14). For Puerto Rico,
    military and diplomatic forms `street` holds every word of the line in alphabetical order, for no single
    word decides there.
    """

    number: str = ""
    direction: str = ""
    street: str = ""
    suffix: str = ""
    unit: str = ""
    route: str = ""
    box: str = ""
    city: str = ""
    state: str = ""
    zip5: str = ""
    door: str = ""
    """The words of number, street and unit run together: files cut the same line in different places."""

    @property
    def has_door(self) -> bool:
        """Whether it says more than a town: a street, a house number or a box."""
        return bool(self.box or self.number or self.street)

    @property
    def has_town(self) -> bool:
        return bool(self.zip5 or (self.city and self.state))

    @property
    def street_line(self) -> str:
        """Direction, street and suffix as one text."""
        return " ".join(part for part in (self.direction, self.street, self.suffix) if part)


NOWHERE: Final = NormalAddress()


@lru_cache(maxsize=CACHED_TEXTS_MAX)
def normalise(raw: str | None) -> NormalAddress:
    """Take an address apart for comparison; what is not recognised stays empty, and nothing raises."""
    address = read_line((raw or "")[:RAW_SIZE_CHARS_MAX])
    text, place, point = address.text, address.place, address.point
    if not text.tokens:
        return NOWHERE
    state, zip5 = _state(place.state, place.zip5), place.zip5 or ""
    if point is None:
        return _without_point(address, state, zip5)
    city = _city(address, point)
    if point.form in _BOXED:
        return _box(point, city, state, zip5)
    if point.form in _WHOLE_LINE:
        number, line = _number(point.number), " ".join(_whole_line(address, point))
        return NormalAddress(number=number, street=line, city=city, state=state, zip5=zip5)
    direction, name, suffix = _street(point.name)
    number, unit = _number(point.number), _unit_value(_unit_of(address, point))
    door = _door(text.tokens[point.start : _end_of_door(address, point)])
    return NormalAddress(number, direction, name, suffix, unit, "", "", city, state, zip5, door)


def normalise_parts(
    *,
    number: str | None = None,
    street: str | None = None,
    unit: str | None = None,
    city: str | None = None,
    state: str | None = None,
    zipcode: str | None = None,
) -> NormalAddress:
    """The same from the columns of a file, each read by itself and each distinct text once.

    Where no single word decides, in Puerto Rico and at military posts, they are put together and read as a line.
    """
    zip5 = (zipcode or "").strip()[:5]
    code = _state(_state_code(state), zip5)
    if reads_as_line(state):
        line = " ".join(part for part in (number, street) if part)
        tail = " ".join(part for part in (state, zipcode) if part)
        return normalise(", ".join(part for part in (line, unit, city, tail) if part))
    (direction, name, suffix), street_door, box = _street_words(street or "")
    if box:
        return _box(box, _city_words(city or ""), code, zip5)
    stated, number_door = _number_words(number or "")
    value, unit_door = _unit_words(unit or "")
    door = number_door + street_door + unit_door
    return NormalAddress(
        stated, direction, name, suffix, value, "", "", _city_words(city or ""), code, zip5, door
    )


def reads_as_line(state: str | None) -> bool:
    """Whether addresses of this state are read as one line even where a file holds them in columns."""
    return _state_code(state) in _STATES_OF_WHOLE_LINES


# ---- columns, each read by itself ----------------------------------------------------------------


@lru_cache(maxsize=CACHED_TEXTS_MAX)
def _state_code(text: str | None) -> str | None:
    return states.STATE_OF_NAME.get(" ".join(read(text or "").tokens))


@lru_cache(maxsize=CACHED_TEXTS_MAX)
def _number_words(text: str) -> tuple[str, str]:
    words = read(text).tokens
    return _number(" ".join(words)), _door(words)


@lru_cache(maxsize=CACHED_TEXTS_MAX)
def _street_words(text: str) -> tuple[tuple[str, str, str], str, Delivery | None]:
    words = read(text).tokens
    return _street(words), _door(words), boxed(words)


@lru_cache(maxsize=CACHED_TEXTS_MAX)
def _unit_words(text: str) -> tuple[str, str]:
    words = read(text).tokens
    return _unit_value(words), _door(words)


@lru_cache(maxsize=CACHED_TEXTS_MAX)
def _city_words(text: str) -> str:
    return _city_name(read(text).tokens)


# ---- the parts, the same for lines and columns -----------------------------------------------------


def _state(stated: str | None, zip5: str | None) -> str:
    """The state stated, else the only one that the ZIP code's prefix belongs to."""
    owners = states.ZIP3_STATES.get((zip5 or "")[:3], frozenset())
    return stated or (next(iter(owners)) if len(owners) == 1 else "")


def _number(text: str) -> str:
    first, *rest = text.split() or [""]
    first = streets.NUMBER_WORDS.get(first, first).replace("-", "")
    return " ".join([first.lstrip("0") or first[:1], *rest])


def _box(point: Delivery, city: str, state: str, zip5: str) -> NormalAddress:
    route = " ".join((_BOXED[point.form], *(word.lstrip("0") for word in point.name if word)))
    number = point.number.replace("-", "").lstrip("0")
    return NormalAddress(route=route, box=number, city=city, state=state, zip5=zip5)


def _street(words: tuple[str, ...]) -> tuple[str, str, str]:
    """Directions, the street's own words and the suffix, each in the standard of USPS Publication 28."""
    if route := _route(words):
        return route
    own = list(words)
    directions, suffix = [], ""
    while len(own) > 1 and own[-1] in streets.STANDARD_OF_DIRECTION:
        directions.append(streets.STANDARD_OF_DIRECTION[own.pop()])
    if len(own) > 1 and own[-1] in streets.STANDARD_OF_SUFFIX:
        suffix = streets.STANDARD_OF_SUFFIX[own.pop()]
    while len(own) > 1 and own[0] in streets.STANDARD_OF_DIRECTION:
        directions.append(streets.STANDARD_OF_DIRECTION[own.pop(0)])
    if len(own) > 1 and own[0] in streets.STANDARD_OF_SPANISH:
        own[0] = streets.STANDARD_OF_SPANISH[own[0]]
    return " ".join(sorted(directions)), " ".join(map(_standard, own)), suffix


def _route(words: tuple[str, ...]) -> tuple[str, str, str] | None:
    """A numbered road: its standard name with its number, and the directions on either side."""
    start = 1 if len(words) > 2 and words[0] in streets.STANDARD_OF_DIRECTION else 0
    for size in range(min(streets.ROUTE_WORDS_MAX, len(words) - start - 1), 0, -1):
        head = streets.STANDARD_OF_ROUTE.get(" ".join(words[start : start + size]))
        rest = [word for word in words[start + size :] if word != "#"]
        if head and rest and any(map(str.isdigit, rest[0])) and not rest[0].endswith(_ORDINAL_ENDS):
            beside = (*words[:start], *rest[1:])
            directions = {streets.STANDARD_OF_DIRECTION.get(word, "") for word in beside} - {""}
            return " ".join(sorted(directions)), f"{head} {rest[0]}", ""
    return None


def _standard(word: str) -> str:
    """A word of a street's name as the postal standard shortens it; an ordinal as its figure."""
    word = _ordinal(word)
    return _STANDARD_WORDS.get(word, word)


def _ordinal(word: str) -> str:
    word = streets.ORDINAL_WORDS.get(word, word)
    return word[:-2] if word[:1].isdigit() and word.endswith(_ORDINAL_ENDS) else word


def _unit_value(words: tuple[str, ...]) -> str:
    """The unit's value without its designator, for one person's Apt 3 is another's number 3."""
    own = [word for word in words if word not in streets.UNIT_STANDARD and word not in _EMPTY_UNITS]
    value = "".join(streets.UNIT_ALONE.get(word, _ordinal(word)) for word in own).replace("-", "").lstrip("0")
    stated = len(value) < UNIT_LETTERS_MAX or any(map(str.isdigit, value)) or own[0] in streets.UNIT_ALONE
    return value if stated else ""


def _door(words: tuple[str, ...]) -> str:
    own = (_standard(word) for word in words if word not in streets.UNIT_STANDARD)
    return "".join(own).replace("-", "").lstrip("0")


def _city_name(words: tuple[str, ...]) -> str:
    return " ".join(_SAINTS_AND_FORTS.get(word, word) for word in words if word not in streets.UNIT_STANDARD)


# ---- a line that has been taken apart --------------------------------------------------------------


def _without_point(address: Address, state: str, zip5: str) -> NormalAddress:
    """A town, and before it what stands of a door: a street without a number, or a number alone."""
    tokens, end = address.text.tokens, address.place.end
    stop = _end_of_street(address.text, end)
    words, city = tokens[:stop], _city_name(tokens[_last_break(address) or stop : end])
    if not words or placeholder_run(words):
        return NormalAddress(city=city, state=state, zip5=zip5)
    unit_at = next((at for at, word in enumerate(words) if at and word in streets.UNIT_STANDARD), stop)
    start = 1 if words[0].isdigit() else 0
    direction, name, suffix = _street(words[start:unit_at])
    number, unit = _number(" ".join(words[:start])), _unit_value(words[unit_at:])
    return NormalAddress(number, direction, name, suffix, unit, "", "", city, state, zip5, _door(words))


def _end_of_street(text: Text, end: int) -> int:
    """Where a street line without a point of delivery ends: at the first comma, else behind a street word."""
    first = min((at for at in text.breaks if 0 < at < end), default=0)
    suffixed = (at for at in range(end - 2, 0, -1) if text.tokens[at] in streets.STRONG_SUFFIXES)
    return first or next(suffixed, -1) + 1


def _end_of_door(address: Address, point: Delivery) -> int:
    """Where number, street and unit end: at the last comma before the city, else with the street itself."""
    last = _last_break(address)
    return last if last >= point.end else point.end


def _unit_of(address: Address, point: Delivery) -> tuple[str, ...]:
    """The words behind the street that are no city's."""
    text, last = address.text, _last_break(address)
    stop = last if last > point.end else address.place.end
    if stop == point.end:
        return ()
    city = set(words_left(text, point.end, stop))
    return tuple(text.tokens[at] for at in range(point.end, stop) if at not in city)


def _city(address: Address, point: Delivery) -> str:
    text, end = address.text, address.place.end
    last = _last_break(address)
    if last > point.end:
        behind = tuple(word for word in text.tokens[last:end] if not any(map(str.isdigit, word)))
        if behind:
            return _city_name(behind)
    return _city_name(address.city)


def _last_break(address: Address) -> int:
    """Where the last stretch before the state begins; 0 where no comma parts it from the rest."""
    end, last = address.place.end, 0
    for at in address.text.breaks:
        if last < at < end:
            last = at
    return last


def _whole_line(address: Address, point: Delivery) -> tuple[str, ...]:
    text, end = address.text, address.place.end
    last = _last_break(address)
    end = last if last >= point.end else before_city(text.tokens, 0, end)
    words = (_STANDARD_OF_LINE.get(word, word) for word in text.tokens[:end])
    plain = (word.replace("-", "") if any(map(str.isdigit, word)) else word for word in words)
    return tuple(sorted(word.lstrip("0") for word in plain if word not in _LEFT_OUT_OF_LINE))


_LEFT_OUT_OF_LINE = frozenset({"#", "NO", "APO", "FPO", "DPO"})
_STANDARD_OF_LINE = {
    **{
        word: streets.UNIT_STANDARD[word] for word in ("APARTMENT", "APARTAMENTO", "APTO", "EDIFICIO", "EDIF")
    },
    "CALLE": "CALLE",
    "AVENIDA": "AVE",
    "AVDA": "AVE",
    "CARRETERA": "CARR",
    "BUILDING": "BLDG",
    "URBANIZACION": "URB",
    "CONDOMINIO": "COND",
    "RESIDENCIAL": "RES",
    "BARRIO": "BO",
    "PARCELAS": "PARC",
}
