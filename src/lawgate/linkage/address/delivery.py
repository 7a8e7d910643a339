"""The point of delivery that a text states: a numbered house, box, route, unit or building."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lawgate.linkage.address import street
from lawgate.linkage.address.place import CODES_LIKE_STREET_WORDS, Place, read_place
from lawgate.linkage.address.street import Delivery, Form
from lawgate.linkage.address.tables import states, streets
from lawgate.linkage.address.tokens import Text, read

CACHED_LINES_MAX: Final = 1 << 13
"""Room for one slice of a batch, which asks of each line whether it is adequate and then compares it."""
_VALUE = r"((?=[A-Z-]{0,3}\d)[A-Z\d][A-Z\d-]{0,9}|[A-DF-MO-RT-VX-Z])(?!\S)"
_MARK = r"(?: #| NO| NUM| NUMBER| NUMERO)*"
_BOX = re.compile(
    r"(?<!\S)(?:P ?[O0] ?(?:BOX|BX|BO)|P ?O ?B|POST [A-Z]{5,7} (?:BOX|BX)|APARTADO(?: POSTAL)?|LOCKBOX|"
    r"LOCK BOX|FIRM CALLER|PMB [\dA-Z]{1,6} BOX|CALLER (?:BOX|SERVICE)|(?:PO |P O )?DRAWER|^BOX|CAJA POSTAL)"
    + _MARK
    + " "
    + _VALUE
)
_RURAL = re.compile(
    r"(?<!\S)(?:R ?R|RURAL (?:ROUTE|RT|RTE|RD)|RT|RTE|ROUTE|RFD|R F D|STAR (?:ROUTE|RT)|S R|SR|"
    r"RURAL|RUTA RURAL|RUTA|"
    r"(HCR?|H C|HC RT|HC ROUTE|HIGHWAY CONTRACT(?: ROUTE| RT)?))"
    + _MARK + r"(?:(?: |(?=\d))([\dA-Z]{1,4}))?(?: P ?O)? (?:BOX|BX|BUZON)" + _MARK + " " + _VALUE
)  # fmt: skip
_POSTS = frozenset({"APO", "FPO", "DPO"})
_SHIPS = frozenset({"USS", "USNS", "USCGC"})
_NUMBERLESS = _SHIPS | {"BOX", "DRAWER"}
_BLOCK_NUMBER = re.compile(r"[A-Z]{1,3}-?\d{1,4}[A-Z]?|\d{1,5}(?:-[A-Z\d]{1,4})?[A-Z]?|\d{1,3}\.\d")


@dataclass(frozen=True, slots=True)
class Address:
    """A text taken apart: its words, where it says it lies, and the point of delivery if it states one."""

    text: Text
    place: Place
    point: Delivery | None

    @property
    def before(self) -> tuple[str, ...]:
        """The words in front of the point of delivery: an addressee, a reference, an institution."""
        return self.text.tokens[: self.point.start if self.point else self.place.end]

    @property
    def after(self) -> tuple[str, ...]:
        """The words behind the point of delivery and before the state: units and the city."""
        return self.text.tokens[self.point.end : self.place.end] if self.point else ()

    @property
    def city(self) -> tuple[str, ...]:
        """The words behind the point of delivery that are not part of a unit."""
        start = self.point.end if self.point else 0
        return tuple(self.text.tokens[at] for at in street.words_left(self.text, start, self.place.end))


@lru_cache(maxsize=CACHED_LINES_MAX)
def read_line(raw: str) -> Address:
    """The text taken apart: the one reading on which adequacy and comparison both rest."""
    return take_apart(read(raw))


def take_apart(text: Text) -> Address:
    """Read the place from the end, then look for the point of delivery before it."""
    place = read_place(text)
    address = Address(text, place, find(text, place))
    if place.state in CODES_LIKE_STREET_WORDS and (
        place.fault if place.zip5 else _reads_as_street_word(address)
    ):
        other = read_place(text, state_may_be_word=False)
        point = find(text, other)
        return Address(text, other, point) if point else address
    return address


def find(text: Text, place: Place) -> Delivery | None:
    """The point of delivery that stands before state and ZIP code, if any."""
    tokens = text.tokens[: place.end]
    if not any(map(_bears_number, tokens)) and _NUMBERLESS.isdisjoint(tokens):
        return None
    if place.state in states.MILITARY_CODES or not _POSTS.isdisjoint(tokens):
        return _military(tokens)
    box = boxed(tokens)
    if box and box.form is not Form.BOX:
        return box
    found = street.find(text, place.end, place_is_stated=place.is_stated)
    if place.state == "PR" or "PR" in place.zip_states:
        return _puerto_rico(tokens, found) or box or found
    return box or found


def _reads_as_street_word(address: Address) -> bool:
    """Whether the state's code (CT, NE) may be the end of the street instead: 12 Oak Ct."""
    return address.point is None or not (address.point.is_sure and address.city)


def _bears_number(token: str) -> bool:
    return token[0].isdigit() or token[-1].isdigit() or token in streets.NUMBER_WORDS


def _military(tokens: tuple[str, ...]) -> Delivery | None:
    for at, token in enumerate(tokens):
        if token in _SHIPS or (token[0].isdigit() and at):
            number = " ".join(word for word in tokens[at:] if any(char.isdigit() for char in word))
            end = next((index for index in range(at, len(tokens)) if tokens[index] in _POSTS), len(tokens))
            return Delivery(Form.MILITARY, 0, end, number, tokens[:end])
    return None


def boxed(tokens: tuple[str, ...]) -> Delivery | None:
    """The numbered box of a post office, a rural route or a highway contract route, if one is stated."""
    line = " ".join(tokens)
    if "B" not in line and "DRAWER" not in line and "APARTADO" not in line and "CALLER" not in line:
        return None
    if match := _RURAL.search(line):
        form = Form.HIGHWAY_CONTRACT if match.group(1) else Form.RURAL
        return _spanning(form, line, match, match.group(3), (match.group(2) or "",))
    if match := _BOX.search(line):
        return _spanning(Form.BOX, line, match, match.group(1), ())
    return None


def _spanning(form: Form, line: str, match: re.Match[str], number: str, name: tuple[str, ...]) -> Delivery:
    start = line.count(" ", 0, match.start())
    return Delivery(form, start, line.count(" ", 0, match.end()) + 1, number, name)


def _puerto_rico(tokens: tuple[str, ...], found: Delivery | None) -> Delivery | None:
    """A named estate, building or road of Puerto Rico with a number of its own besides a street's."""
    heads = [at for at, token in enumerate(tokens) if token in streets.PUERTO_RICO_WORDS]
    if not heads:
        return None
    named = {token for token in tokens if token in streets.URBANIZATION_WORDS}
    form = Form.PR_URBANIZACION if named else Form.PR_OTHER
    if found:
        start = min(found.start, heads[0])
        return Delivery(form, start, found.end, found.number, found.name, found.is_sure)
    for at, token in enumerate(tokens):
        after_road = at and tokens[at - 1] in ("CALLE", "CARR", "CARRETERA", "AVE", "AVENIDA", "RAMAL")
        if not after_road and _BLOCK_NUMBER.fullmatch(token) and token not in streets.NUMBER_WORDS:
            return Delivery(form, heads[0], max(at, heads[0]) + 1, token, tokens[heads[0] : at])
    return None
