"""The end of an address: state, ZIP code and country, and whether they can go together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from lawgate.linkage.address.tables import foreign, states, streets
from lawgate.linkage.address.tokens import Text

_ZIP = re.compile(r"(\d{5})(?:-?\d{4})?")
_ZIP_WITH_LETTER_O = re.compile(r"(?=(?:O*\d){3})[\dO]{5}(?:-?\d{4})?")
_DIGITS = re.compile(r"\d{1,12}(?:-\d{0,6})?")
_CANADA = re.compile(r"[A-CEGHJ-NPR-TVXY]\d[A-Z]")
_CANADA_END = re.compile(r"\d[A-Z]\d")
_UK = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?")
_UK_END = re.compile(r"\d[A-Z]{2}")
_COUNTRY_US = tuple(
    tuple(name.split())
    for name in (
        *("UNITED STATES OF AMERICA", "UNITED STATES", "ESTADOS UNIDOS", "U S A", "U S", "USA", "US"),
        *("EEUU", "EUA", "EE UU"),
    )
)
# State codes that are words of a street line too; without a ZIP code behind them they prove little.
CODES_LIKE_STREET_WORDS = frozenset({"CT", "NE", "AL", "LA", "DE", "IN", "OR", "ME", "CO", "PR"})


class Fault(StrEnum):
    """Why state and ZIP code cannot stand."""

    NO_SUCH_STATE = "no_such_state"
    NO_SUCH_ZIP = "no_such_zip"
    APART = "apart"
    SLIP = "slip"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the address says it lies; `end` is the number of words before state and ZIP code."""

    end: int
    state: str | None = None
    zip5: str | None = None
    fault: Fault | None = None
    names_us: bool = False
    is_spelt_out: bool = False

    @property
    def is_stated(self) -> bool:
        return self.state is not None or self.zip5 is not None

    @property
    def is_city_too(self) -> bool:
        """Whether the state's name is written out and is that of its largest city as well."""
        return self.state == "NY" and self.is_spelt_out

    @property
    def zip_states(self) -> frozenset[str]:
        """The states that ZIP codes of this prefix belong to."""
        return frozenset() if self.zip5 is None else states.ZIP3_STATES.get(self.zip5[:3], frozenset())


def read_place(text: Text, *, state_may_be_word: bool = True) -> Place:
    """Find state and ZIP code from the end; what stands before them is left to the street's reader."""
    tokens = text.tokens
    end, names_us = _without_country(tokens)
    for at in range(end - 1, 0, -1):
        zip5 = _zip_at(tokens, at)
        if zip5 and (found := _state_ending(tokens, at)):
            start, code = found
            if not state_may_be_word and code in CODES_LIKE_STREET_WORDS:
                break
            return Place(start, code, zip5, _fault(code, zip5), names_us)
    if not end:
        return Place(0, names_us=names_us)
    return _without_pair(text, end, names_us, state_may_be_word)


def _without_pair(text: Text, end: int, names_us: bool, state_may_be_word: bool) -> Place:
    tokens, last = text.tokens, end - 1
    if found := _state_ending(tokens, end):
        start, code = found
        if start and (zip5 := _zip_at(tokens, start - 1)) and start - 1 > 1:
            return Place(start - 1, code, zip5, _fault(code, zip5), names_us)
        alone = start in text.breaks
        if state_may_be_word or alone or code not in CODES_LIKE_STREET_WORDS:
            return Place(start, code, None, None, names_us, len(tokens[start]) > 2)
    zip5 = _zip_at(tokens, last)
    if zip5:
        fault = None
        start = last
        if last and _is_no_state(text, last - 1):
            fault, start = Fault.NO_SUCH_STATE, last - 1
        elif zip5 in states.ZIP5_PLACEHOLDERS or zip5[:3] not in states.ZIP3_STATES:
            fault = Fault.NO_SUCH_ZIP
        return Place(start, None, zip5, fault, names_us)
    return _broken_zip(text, end, names_us)


def _broken_zip(text: Text, end: int, names_us: bool) -> Place:
    tokens, last = text.tokens, end - 1
    if _DIGITS.fullmatch(tokens[last]) and last and (found := _state_ending(tokens, last)):
        start, code = found
        digits = tokens[last].split("-")[0]
        if len(digits) == 4 and code in states.ZIP3_STATES.get("0" + digits[:2], ()):
            return Place(start, code, "0" + digits, None, names_us)
        return Place(start, code, None, Fault.SLIP if len(digits) in (4, 6) else Fault.NO_SUCH_ZIP, names_us)
    if last in text.breaks and _is_no_state(text, last):
        return Place(last, None, None, Fault.NO_SUCH_STATE, names_us)
    return Place(end, names_us=names_us)


def _fault(state: str, zip5: str) -> Fault | None:
    owners = states.ZIP3_STATES.get(zip5[:3])
    if state in (owners or ()) and zip5 not in states.ZIP5_PLACEHOLDERS:
        is_round = zip5.endswith("00") and zip5 not in states.ZIP5_IN_ROUND_HUNDREDS
        return Fault.SLIP if is_round and state not in states.MILITARY_CODES else None
    if states.ZIP5_ACROSS_BORDER.get(zip5) == state:
        return None
    if owners is None or zip5 in states.ZIP5_PLACEHOLDERS:
        return Fault.NO_SUCH_ZIP
    slip = any(owner in states.NEIGHBOURS[state] or _one_letter_apart(owner, state) for owner in owners)
    return Fault.SLIP if slip else Fault.APART


def _one_letter_apart(one: str, other: str) -> bool:
    return (one[0] == other[0]) != (one[1] == other[1])


def _zip_at(tokens: tuple[str, ...], at: int) -> str | None:
    token = tokens[at]
    if match := _ZIP.fullmatch(token):
        return match.group(1)
    if "O" in token and _ZIP_WITH_LETTER_O.fullmatch(token):
        return token[:5].replace("O", "0")
    return None


def _state_ending(tokens: tuple[str, ...], end: int) -> tuple[int, str] | None:
    """The state whose name or code ends just before `end`, with the index where it begins."""
    for words in range(min(states.STATE_NAME_WORDS_MAX, end), 1, -1):
        name = " ".join(tokens[end - words : end])
        if code := states.STATE_OF_NAME.get(name):
            return end - words, code
    code = states.STATE_OF_NAME.get(tokens[end - 1]) if end else None
    return (end - 1, code) if code else None


def _is_no_state(text: Text, at: int) -> bool:
    """Whether a two-letter word stands in the place of a state and is neither a state nor a street word."""
    token, alone = text.tokens[at], at in text.breaks and at + 1 not in text.breaks
    return (
        len(token) == 2
        and token.isalpha()
        and token not in ("US", "PO")
        and (
            alone or (token not in streets.STANDARD_OF_DIRECTION and token not in streets.STANDARD_OF_SUFFIX)
        )
    )


def _without_country(tokens: tuple[str, ...]) -> tuple[int, bool]:
    for words in _COUNTRY_US:
        size = len(words)
        if tokens[-size:] == words:
            return len(tokens) - size, True
    return len(tokens), False


def states_another_place(text: Text, place: Place) -> bool:
    """Whether a state with its ZIP code stands before the last one, and a number between the two."""
    tokens = text.tokens
    for at in range(2, place.end - 1):
        if _zip_at(tokens, at) and _state_ending(tokens, at):
            return any(token[0].isdigit() for token in tokens[at + 1 : place.end])
    return False


def lies_abroad(text: Text, place: Place) -> bool:
    """Whether the text ends in a country, province, city or postal code outside the United States."""
    tokens = text.tokens
    if place.state is not None and place.zip5 is not None:
        return False
    end = len(tokens)
    while end and tokens[end - 1].replace("-", "").isdigit():
        end -= 1
    if end and _ends_in(tokens, end, foreign.COUNTRIES) and place.state is None:
        return True
    if place.names_us or place.state is not None:
        return False
    return _foreign_code(tokens) or _foreign_words(text, end)


def _foreign_code(tokens: tuple[str, ...]) -> bool:
    for first, second in pairwise(tokens):
        canadian = _CANADA.fullmatch(first) and _CANADA_END.fullmatch(second)
        british = (
            _UK.fullmatch(first)
            and _UK_END.fullmatch(second)
            and not second.endswith(("ST", "ND", "RD", "TH"))
        )
        if canadian or british:
            return True
    return any(
        len(token) == 6 and _CANADA.match(token) and _CANADA_END.fullmatch(token[3:]) for token in tokens
    )


def _foreign_words(text: Text, end: int) -> bool:
    tokens = text.tokens
    if end > 1 and (tokens[end - 1] in foreign.COUNTRY_CODES or _ends_in(tokens, end, foreign.PROVINCES)):
        return end - 1 in text.breaks or _ends_in(tokens, end, foreign.PROVINCES) or end < len(tokens)
    if not foreign.SETTLEMENT_WORDS.isdisjoint(tokens):
        return True
    return any(
        _ends_in(tokens, at, foreign.CITIES_ABROAD) or (at > 1 and _ends_in(tokens, at, foreign.COUNTRIES))
        for at in {end, *text.breaks}
        if at
    )


def _ends_in(tokens: tuple[str, ...], end: int, names: frozenset[str]) -> bool:
    return any(" ".join(tokens[end - words : end]) in names for words in range(1, min(5, end) + 1))
