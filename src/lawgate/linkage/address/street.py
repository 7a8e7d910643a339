"""The street line: a house number and a street name, told by street words, commas, last by the parser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from lawgate.linkage.address import parser
from lawgate.linkage.address.tables import cities, streets, words
from lawgate.linkage.address.tokens import Text

STREET_WORDS_MAX = 7
STREET_WORDS_WITHOUT_SUFFIX_MAX = 5

_HOUSE = re.compile(
    r"\d{1,6}[A-Z]?|\d[\dO]{0,4}\d|\d{1,5}-[1-9]/[2-9]|\d{1,5}-\d{1,5}[A-Z]?|\d{1,6}-[A-Z]\d?|[NSEW]\d{1,6}(?:[NSEW]\d{1,6})?[A-Z]?|[A-Z]-?\d{2,5}|"
    r"\d{1,3}[NSEW]\d{1,5}"
)
_GRID = re.compile(r"[NSEW]\d{1,6}(?:[NSEW]\d{1,6})?[A-Z]?|\d{1,3}[NSEW]\d{1,5}")
_FRACTION = re.compile(r"[1-9]/[2-9]")
_NUMBER = re.compile(r"\d{1,5}[A-Z]?")
_ORDINAL = re.compile(r"\d{1,3}(?:ST|ND|RD|TH)")
_ROUTE_VALUE = re.compile(r"\d{1,5}[A-Z]{0,2}|[A-Z]{1,2}|[A-Z]{1,2}\d{1,4}|\d{1,4}-[A-Z\d]{1,4}")
_ROUTE_IN_ONE = re.compile(r"(?:IH|FM|HWY|RTE|[A-Z]{1,2})-\d{1,5}[A-Z]?|(?:FM|CR|SR|US|HWY)\d{1,5}")
_UNIT_VALUE = re.compile(r"#?[A-Z]?-?\d[A-Z\d-]*|[A-Z]{1,2}|[A-Z]\d?-?[A-Z\d]{1,5}")
_NEVER_BEFORE_NUMBER = frozenset(
    (
        "# NO NUM NUMBER REF FILE CODE CASE DOCKET INMATE ID PASSPORT PASAPORTE SSN DOB TEL PHONE CELL FAX "
        "KM & AND Y @ BLK BLOCK A ALIEN VISA RECEIPT EXIT EXT HWY HIGHWAY ROUTE RTE RT CR FM RM SR "
        "INTERSTATE SPUR LOOP CALLE CARR ROAD RD RR HC HCR RFD"
    ).split()
) | frozenset(streets.UNIT_STANDARD)
_PARTICLES = frozenset({"DE", "LA", "LAS", "LOS", "EL", "DEL", "SAN", "SANTA", "SANTO", "DOS", "Y"})
_ONE_WORD_STREETS = frozenset(
    {
        "BROADWAY",
        "BOWERY",
        "BOARDWALK",
        "ESPLANADE",
        "EMBARCADERO",
        "PROMENADE",
        "STRAND",
        "BDWY",
        "RIVERWALK",
    }
)
_JOINERS = frozenset({"&", "AND", "@"})
# A street whose suffix is one of these may carry a number of its own behind the suffix.
_NUMBERED = frozenset({"HWY", "RTE", "RD", "LOOP", "SPUR", "BYP", "EXPY", "FWY"})
_ROAD_OWNERS = frozenset(
    {"COUNTY", "STATE", "FARM", "RANCH", "TOWNSHIP", "CO", "FM", "FOREST", "PRIVATE", "US", "OLD"}
)


class Form(StrEnum):
    """The build of a point of delivery."""

    STREET = "street"
    GRID = "grid"
    ROUTE = "route"
    SPANISH = "spanish"
    BOX = "box"
    RURAL = "rural"
    HIGHWAY_CONTRACT = "highway_contract"
    MILITARY = "military"
    PR_URBANIZACION = "pr_urbanizacion"
    PR_OTHER = "pr_other"


@dataclass(frozen=True, slots=True)
class Delivery:
    """Words start to end of the text are the point of delivery; `is_sure` if a street word told it."""

    form: Form
    start: int
    end: int
    number: str
    name: tuple[str, ...]
    is_sure: bool = True


def find(text: Text, limit: int, *, place_is_stated: bool) -> Delivery | None:
    """The first numbered street before `limit`, the index of the state or ZIP code."""
    tokens = text.tokens
    unsure: Delivery | None = None
    for at in range(min(limit - 1, 60)):
        if _is_house_number(text, at) and (found := _from(text, at, limit, place_is_stated)):
            if found.is_sure:
                return found
            if at == 0 or at in text.breaks or tokens[at - 1] in ("#", "NO"):
                unsure = unsure or found
    if unsure is None and place_is_stated:
        return _number_last(text, limit)
    return unsure if unsure is None or not words.DIRECTION_GIVING_WORDS.intersection(tokens) else None


def words_left(text: Text, start: int, end: int) -> list[int]:
    """The indexes from start to end of the words that are no unit, number or direction of the street."""
    tokens, left, at = text.tokens, [], start
    while at < end:
        token = tokens[at]
        value = tokens[at + 1] if at + 1 < end else ""
        if _is_unit_with_value(token, value):
            at += 2
            continue
        is_direction = at == start and token in streets.STANDARD_OF_DIRECTION
        if (
            len(token) > 1
            and token.isalpha()
            and not is_direction
            and not _is_unit_alone(text, at, start, value)
        ):
            left.append(at)
        at += 1
    return left


def _is_unit_with_value(token: str, value: str) -> bool:
    if token in streets.UNIT_STANDARD:
        return not value or token == "#" or bool(_UNIT_VALUE.fullmatch(value))
    return streets.UNIT_STANDARD.get(value) == "FL" and bool(_ORDINAL.fullmatch(token))


def _is_unit_alone(text: Text, at: int, start: int, value: str) -> bool:
    if text.tokens[at] not in streets.UNIT_ALONE:
        return False
    return at == start or not value or value[0].isdigit() or at + 1 in text.breaks


def _is_house_number(text: Text, at: int) -> bool:
    token = text.tokens[at]
    if not (_HOUSE.fullmatch(token) or (token in streets.NUMBER_WORDS and at + 1 not in text.breaks)):
        return False
    before = text.tokens[at - 1] if at else ""
    if at == 1 and before in ("#", "NO", "NUM", "NUMBER", "NUMERO"):
        return True
    return at == 0 or before in ("C/O",) or at in text.breaks or before not in _NEVER_BEFORE_NUMBER


def _from(text: Text, at: int, limit: int, place_is_stated: bool) -> Delivery | None:
    """The street that follows the house number at `at`."""
    tokens = text.tokens
    start, is_grid = at + 1, bool(_GRID.fullmatch(tokens[at]))
    while start < limit and (_FRACTION.fullmatch(tokens[start]) or _GRID.fullmatch(tokens[start])):
        is_grid = is_grid or bool(_GRID.fullmatch(tokens[start]))
        start += 1
    if start >= limit:
        return None
    stop = min(text.segment_end(start), limit)
    if stop == limit and place_is_stated:
        if " ".join(tokens[start:limit]) in cities.STATES_OF_CITY:
            return None
        stop = before_city(tokens, start, limit)
    number = " ".join(tokens[at:start])
    if tokens[start] in _JOINERS or _counts_blocks_or_miles(tokens, start):
        return None
    ended = (
        _numbered_road(tokens, start, stop) or _grid(tokens, start, stop) or _with_suffix(tokens, start, stop)
    )
    behind_comma = start in text.breaks
    if behind_comma and (ended is None or (ended[0] == limit and place_is_stated)):
        return None
    ended = ended or _spanish(text, start, stop, limit) or _ordinal(tokens, start, stop)
    if ended:
        end, form = ended
        form = Form.GRID if is_grid else form
        may_be_city = end == limit and place_is_stated and tokens[end - 1] in streets.WEAK_SUFFIXES
        return Delivery(form, at, end, number, tokens[start:end], is_sure=not may_be_city)
    return _without_suffix(text, _Span(at, start, stop, limit), place_is_stated=place_is_stated)


def _counts_blocks_or_miles(tokens: tuple[str, ...], at: int) -> bool:
    """Whether the number before was a count: the 100 block of a street, 5 miles from somewhere."""
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    if tokens[at] == "BLK":
        return following == "OF"
    return tokens[at] in ("BLOCK", "MILES", "MILE") and following not in streets.STRONG_SUFFIXES


def _after_direction(tokens: tuple[str, ...], start: int, stop: int) -> int:
    return start + 1 if start + 1 < stop and tokens[start] in streets.STANDARD_OF_DIRECTION else start


def _numbered_road(tokens: tuple[str, ...], start: int, stop: int) -> tuple[int, Form] | None:
    start = _after_direction(tokens, start, stop)
    if _ROUTE_IN_ONE.fullmatch(tokens[start]):
        return _with_direction(tokens, start + 1, stop), Form.ROUTE
    if tokens[start] not in streets.ROUTE_FIRST_WORDS:
        return None
    for size in range(streets.ROUTE_WORDS_MAX, 0, -1):
        phrase = " ".join(tokens[start : start + size])
        value = start + size
        if phrase not in streets.STANDARD_OF_ROUTE or value >= stop:
            continue
        if tokens[value] == "#" and value + 1 < stop:
            value += 1
        is_plain = phrase in streets.ROUTE_PLAIN_WORDS
        fits = _NUMBER.fullmatch(tokens[value]) or (
            is_plain and len(tokens[value]) == 1 and tokens[value].isalpha()
        )
        if fits or (not is_plain and _ROUTE_VALUE.fullmatch(tokens[value])):
            end = value + 1
            if end < stop and streets.STANDARD_OF_SUFFIX.get(tokens[end]) in ("RD", "HWY", "RTE", "LOOP"):
                end += 1
            return _with_direction(tokens, end, stop), Form.ROUTE
        if is_plain and tokens[value] == "OF":
            return min(
                value + 3 if tokens[value + 1 : value + 2] == ("THE",) else value + 2, stop
            ), Form.STREET
    return None


def _with_direction(tokens: tuple[str, ...], end: int, stop: int) -> int:
    return end + 1 if end < stop and tokens[end] in streets.STANDARD_OF_DIRECTION else end


def _with_suffix(tokens: tuple[str, ...], start: int, stop: int) -> tuple[int, Form] | None:
    """The street up to its suffix: the first strong street word behind a name, else the first weak one."""
    if tokens[start] in _ONE_WORD_STREETS or (
        tokens[start] in streets.STANDARD_OF_DIRECTION
        and tokens[start + 1 : start + 2]
        and tokens[start + 1] in _ONE_WORD_STREETS
    ):
        at = start if tokens[start] in _ONE_WORD_STREETS else start + 1
        if at + 1 >= stop or tokens[at + 1] not in streets.STRONG_SUFFIXES:
            return _with_direction(tokens, at + 1, stop), Form.STREET
    if (
        tokens[start] in streets.UNIT_STANDARD
        and start + 1 < stop
        and any(map(str.isdigit, tokens[start + 1]))
    ):
        return None
    weak = None
    form = Form.SPANISH if tokens[_after_direction(tokens, start, stop)] in _SPANISH_ONLY else Form.STREET
    for at in range(start + 1, min(start + STREET_WORDS_MAX, stop)):
        if tokens[at] in streets.STRONG_SUFFIXES:
            end = at + 1
            if end < stop and tokens[end] in streets.STRONG_SUFFIXES and tokens[end] != tokens[at]:
                end += 1
            standard = streets.STANDARD_OF_SUFFIX[tokens[end - 1]]
            if standard in _NUMBERED and end < stop and _NUMBER.fullmatch(tokens[end]):
                end += 1
            return _with_direction(tokens, end, stop), form
        if tokens[at] == "#" or (
            tokens[at] in streets.UNIT_STANDARD and at + 1 < stop and tokens[at + 1][0].isdigit()
        ):
            break
        if weak is None and tokens[at] in streets.WEAK_SUFFIXES:
            weak = at
    if weak is None or form is Form.SPANISH:
        return None
    return _with_direction(tokens, weak + 1, stop), form


_SPANISH_ONLY = frozenset(streets.STANDARD_OF_SPANISH) - {"AVE", "AV", "PLAZA", "CAM", "RUE"}


def _spanish(text: Text, start: int, stop: int, limit: int) -> tuple[int, Form] | None:
    tokens = text.tokens
    first = _after_direction(tokens, start, stop)
    if tokens[first] not in streets.STANDARD_OF_SPANISH or first + 1 >= stop:
        return None
    end = first + 1
    while end + 1 < stop and tokens[end] in _PARTICLES:
        end += 1
    end += 1
    if stop < limit:
        while end < stop and tokens[end] not in streets.UNIT_STANDARD and end - first < STREET_WORDS_MAX:
            end += 1
    return end, Form.SPANISH if tokens[first] in _SPANISH_ONLY else Form.STREET


def _grid(tokens: tuple[str, ...], start: int, stop: int) -> tuple[int, Form] | None:
    """A coordinate for a street: 323 South 160 West, 119 East 10."""
    first = _after_direction(tokens, start, stop)
    if first == start or not _NUMBER.fullmatch(tokens[first]):
        return None
    if first + 1 < stop and tokens[first + 1] in streets.STRONG_SUFFIXES:
        return None
    return _with_direction(tokens, first + 1, stop), Form.GRID


def _ordinal(tokens: tuple[str, ...], start: int, stop: int) -> tuple[int, Form] | None:
    first = _after_direction(tokens, start, stop)
    if _ORDINAL.fullmatch(tokens[first]) or tokens[first] in streets.ORDINAL_WORDS:
        return _with_direction(tokens, first + 1, stop), Form.STREET
    return None


def before_city(tokens: tuple[str, ...], start: int, limit: int) -> int:
    """Where a city of the table begins that ends at `limit` with words left before it; else `limit`."""
    for size in range(min(cities.CITY_WORDS_MAX, limit - start), 0, -1):
        if " ".join(tokens[limit - size : limit]) in cities.STATES_OF_CITY:
            return limit - size if limit - size > start else limit
    return limit


@dataclass(frozen=True, slots=True)
class _Span:
    """Where a street without a street word may stand: its number, its first word, and two ends."""

    at: int
    start: int
    stop: int
    limit: int


def _without_suffix(text: Text, span: _Span, *, place_is_stated: bool) -> Delivery | None:
    """A street name without a street word: told by the comma or unit behind it, else by the parser."""
    tokens, at, start, limit = text.tokens, span.at, span.start, span.limit
    number = " ".join(tokens[at:start])
    end = start
    while (
        end < span.stop and tokens[end] not in streets.UNIT_STANDARD and not _UNIT_ONLY.fullmatch(tokens[end])
    ):
        end += 1
    name = tokens[start:end]
    if not any(len(w) > 1 and w.isalpha() and w not in streets.STANDARD_OF_DIRECTION for w in name):
        return None
    if words.DIRECTION_GIVING_WORDS.intersection(name) or _JOINERS.intersection(name):
        return None
    is_short = len(name) <= STREET_WORDS_WITHOUT_SUFFIX_MAX
    left = words_left(text, end, limit)
    if is_short and left and name != tuple(tokens[index] for index in left):
        return Delivery(Form.STREET, at, end, number, name, is_sure=False)
    if not place_is_stated or end < limit or " ".join(name) in cities.STATES_OF_CITY:
        return None
    return _parsed(text, at, start, limit, number)


_UNIT_ONLY = re.compile(r"\d[\dA-Z-]*")


def _parsed(text: Text, at: int, start: int, limit: int, number: str) -> Delivery | None:
    tokens = text.tokens
    count = parser.street_words(tokens[at:])
    if count is None or not start < at + count < limit:
        return None
    return Delivery(Form.STREET, at, at + count, number, tokens[start : at + count], is_sure=False)


def _number_last(text: Text, limit: int) -> Delivery | None:
    """A street with its number behind it, as Spanish writes it: Calle Ocho 1234, Main Street 123."""
    tokens = text.tokens
    for start in sorted({0, *(index for index in text.breaks if index < limit)}):
        stop = min(text.segment_end(start), limit)
        for at in range(start + 2, stop):
            if not _NUMBER.fullmatch(tokens[at]) or len(tokens[at]) > 5:
                continue
            marked = tokens[at - 1] in ("#", "NO", "NUM", "NUMERO")
            last = at - 1 if marked else at
            while marked and last > start and tokens[last - 1] in ("#", "NO", "NUM", "NUMERO"):
                last -= 1
            name = tokens[start:last]
            spanish = name[0] in streets.SPANISH_FIRST and len(name) > 1
            suffixed = (
                len(name) > 1
                and name[-1] in streets.STRONG_SUFFIXES
                and streets.STANDARD_OF_SUFFIX[name[-1]] not in _NUMBERED - {"RD"}
                and not _ROAD_OWNERS.intersection(name)
            )
            if (spanish or suffixed) and not _JOINERS.intersection(name):
                form = Form.SPANISH if spanish else Form.STREET
                return Delivery(form, start, at + 1, tokens[at], name)
    return None
