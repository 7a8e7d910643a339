"""One address in a form that can be compared with another: numbers, standard street words, unit, place."""

from __future__ import annotations

from dataclasses import dataclass

from lawgate.linkage.address.delivery import Address, take_apart
from lawgate.linkage.address.street import Form, before_city
from lawgate.linkage.address.tables import streets
from lawgate.linkage.address.tokens import RAW_SIZE_CHARS_MAX, read

_BOXED = {Form.BOX: "PO", Form.RURAL: "RR", Form.HIGHWAY_CONTRACT: "HC"}
_WHOLE_LINE = frozenset({Form.PR_URBANIZACION, Form.PR_OTHER, Form.MILITARY})
_CITY_STANDARD = {"SAINT": "ST", "FORT": "FT", "MOUNT": "MT", "STE": "ST", "SAINTE": "ST"}
_EMPTY_UNITS = frozenset({"", "NA", "N/A", "NONE", "UNKNOWN"})


@dataclass(frozen=True, slots=True)
class NormalAddress:
    """What a text states of an address; what it does not state is None.

    `street` holds the street's own words, without directions and suffix; `box` is the number of a post
    office or route box and `route` its kind (PO, RR 1, HC 14). For Puerto Rico, military and diplomatic
    forms `street` holds every word of the line in alphabetical order, for no single word decides there.
    """

    number: str | None = None
    direction: frozenset[str] = frozenset()
    street: tuple[str, ...] = ()
    suffix: str | None = None
    unit: str | None = None
    route: str | None = None
    box: str | None = None
    city: str | None = None
    state: str | None = None
    zip5: str | None = None

    @property
    def has_point(self) -> bool:
        """Whether a house or a box is stated."""
        return bool(self.street) or self.box is not None


def normalise(raw: str | None) -> NormalAddress:
    """Take an address apart for comparison; what is not recognised stays None, and nothing raises."""
    text = read((raw or "")[:RAW_SIZE_CHARS_MAX])
    if not text.tokens:
        return NormalAddress()
    address = take_apart(text)
    place = address.place
    state = place.state or (next(iter(place.zip_states)) if len(place.zip_states) == 1 else None)
    city = _city(address)
    point = address.point
    if point is None:
        return NormalAddress(city=city, state=state, zip5=place.zip5)
    if point.form in _BOXED:
        route = " ".join((_BOXED[point.form], *(word.lstrip("0") for word in point.name if word)))
        box = point.number.replace("-", "").lstrip("0")
        return NormalAddress(route=route, box=box, city=city, state=state, zip5=place.zip5)
    if point.form in _WHOLE_LINE:
        line = _whole_line(address)
        return NormalAddress(number=point.number, street=line, city=city, state=state, zip5=place.zip5)
    direction, name, suffix = _street(point.name)
    return NormalAddress(
        _number(point.number), direction, name, suffix, _unit(address), None, None, city, state, place.zip5
    )


def normalise_parts(
    *,
    number: str | None,
    street: str | None,
    unit: str | None,
    city: str | None,
    state: str | None,
    zipcode: str | None,
) -> NormalAddress:
    """The same from the columns of a file: put together with commas and read by the same code."""
    marked = unit if unit is None or _names_its_kind(unit) else f"# {unit}"
    line = " ".join(part for part in (number, street) if part)
    tail = " ".join(part for part in (state, zipcode) if part)
    return normalise(", ".join(part for part in (line, marked, city, tail) if part))


def _names_its_kind(unit: str) -> bool:
    words = read(unit).tokens
    return len(words) != 1 or words[0] in streets.UNIT_ALONE


def _number(number: str) -> str:
    first, *rest = number.split()
    first = streets.NUMBER_WORDS.get(first, first)
    return " ".join([first.lstrip("0") or "0", *rest])


def _street(words: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...], str | None]:
    """Directions, the street's own words and the suffix, each in the standard of USPS Publication 28."""
    own, directions, suffix = list(words), set(), None
    if route := _route(own):
        head, rest = route
        value = rest[:1]
        directions = {
            streets.STANDARD_OF_DIRECTION[word] for word in rest[1:] if word in streets.STANDARD_OF_DIRECTION
        }
        before = words[: len(words) - len(rest)]
        if before and before[0] in streets.STANDARD_OF_DIRECTION:
            directions.add(streets.STANDARD_OF_DIRECTION[before[0]])
        return frozenset(directions), (head, *value), None
    while len(own) > 1 and own[-1] in streets.STANDARD_OF_DIRECTION:
        directions.add(streets.STANDARD_OF_DIRECTION[own.pop()])
    if len(own) > 1 and own[-1] in streets.STANDARD_OF_SUFFIX:
        suffix = streets.STANDARD_OF_SUFFIX[own.pop()]
    while len(own) > 1 and own[0] in streets.STANDARD_OF_DIRECTION:
        directions.add(streets.STANDARD_OF_DIRECTION[own.pop(0)])
    if len(own) > 1 and own[0] in streets.STANDARD_OF_SPANISH:
        own[0] = streets.STANDARD_OF_SPANISH[own[0]]
    return frozenset(directions), tuple(map(_ordinal, own)), suffix


def _route(words: list[str]) -> tuple[str, list[str]] | None:
    start = 1 if len(words) > 2 and words[0] in streets.STANDARD_OF_DIRECTION else 0
    for size in range(min(streets.ROUTE_WORDS_MAX, len(words) - start - 1), 0, -1):
        head = streets.STANDARD_OF_ROUTE.get(" ".join(words[start : start + size]))
        rest = [word for word in words[start + size :] if word != "#"]
        if (
            head
            and rest
            and any(char.isdigit() for char in rest[0])
            and rest[0][-2:] not in ("ST", "ND", "RD", "TH")
        ):
            return head, rest
    return None


def _ordinal(word: str) -> str:
    word = streets.ORDINAL_WORDS.get(word, word)
    return word[:-2] if word[:1].isdigit() and word[-2:] in ("ST", "ND", "RD", "TH") else word


def _unit(address: Address) -> str | None:
    """The value of the unit without its designator, for one person's Apt 3 is another's number 3."""
    text, point, end = address.text, address.point, address.place.end
    for at in range(point.end if point else end, end):
        token = text.tokens[at]
        following = text.tokens[at + 1] if at + 1 < end else ""
        if token in streets.UNIT_STANDARD:
            if following == "#":
                following = text.tokens[at + 2] if at + 2 < end else ""
            value = following.replace("-", "").lstrip("0")
            if value in _EMPTY_UNITS or not (len(value) < 3 or any(char.isdigit() for char in value)):
                continue
            return value
        if streets.UNIT_STANDARD.get(following) == "FL" and token[:1].isdigit():
            return _ordinal(token)
        if token in streets.UNIT_ALONE and at == (point.end if point else end):
            return streets.UNIT_ALONE[token]
        if any(char.isdigit() for char in token) and (point is None or at > point.end or at in text.breaks):
            return token.replace("-", "").lstrip("0")
    return None


def _city(address: Address) -> str | None:
    text, place, point = address.text, address.place, address.point
    words = address.city if point else text.tokens[: place.end]
    last = max((at for at in text.breaks if at < place.end), default=0)
    if point and last > point.end:
        words = (
            tuple(word for word in text.tokens[last : place.end] if not any(map(str.isdigit, word))) or words
        )
    elif point is None and last:
        words = text.tokens[last : place.end]
    name = " ".join(_CITY_STANDARD.get(word, word) for word in words if word not in streets.UNIT_STANDARD)
    return name or None


def _whole_line(address: Address) -> tuple[str, ...]:
    text, end = address.text, address.place.end
    last = max((at for at in text.breaks if at < end), default=0)
    if address.point and last >= address.point.end:
        end = last
    elif address.point:
        end = before_city(text.tokens, 0, end)
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
