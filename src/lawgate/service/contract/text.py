"""The kinds of text that the contract takes, each refused with a mend when it is something else."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from lawgate.cite import Cite
from lawgate.dates import parse_day
from lawgate.errors import InputError

text_chars_max = 20_000
reason_chars_max = 4_000
agency_chars_max = 120
"""What the columns of agencies have room for."""

_NAMED_MAX = 30
"""A choice of more words than this is not written out in one line."""

CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]"
"""Control characters other than tab and line ends, and those that turn the writing round so that an official reads
something else than is stored: no name, address or reason holds one."""

FORMULA = r"^\s*(?:[=+@]|-[^\s-])"
"""What a spreadsheet would run instead of show, when somebody opens a list of defects in one."""

PAIR_ID = r"[0-9a-f]{64}"
"""A digest in hexadecimal."""

_CONTROL, _FORMULA, _PAIR_ID = re.compile(CONTROL), re.compile(FORMULA), re.compile(PAIR_ID)


def clean(text: str) -> str | None:
    """The text, or None where it says nothing."""
    if _CONTROL.search(text):
        raise ValueError("a control character|remove it")
    if _FORMULA.match(text):
        raise ValueError("text that a spreadsheet would read as a formula|remove the sign before it")
    return text.strip() or None


def _stated(text: str) -> str:
    cleaned = clean(text)
    if cleaned is None:
        raise ValueError("empty|state it")
    if any(unicodedata.category(sign) == "Cf" for sign in cleaned):
        raise ValueError("an invisible character|remove it, for two that look alike would be two")
    return cleaned


def _day(value: Any) -> Any:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ValueError("not a day|write a day as YYYY-MM-DD")
    try:
        return parse_day(value)
    except InputError as error:
        # The text itself is not repeated: it may be a date of birth.
        raise ValueError(f"not a day|{error.mend}") from None


def _cite(text: str) -> Cite:
    try:
        return Cite.parse(text)
    except InputError as error:
        raise ValueError(f"{error.where} is {error.what}|{error.mend}") from error


def _pair_id(text: str) -> str:
    if not _PAIR_ID.fullmatch(text):
        raise ValueError("not the id of a pair|copy it whole from the packet")
    return text


def listed(values: tuple[str, ...]) -> AfterValidator:
    """Refuses what is outside a closed vocabulary."""

    def check(value: str) -> str:
        if value not in values:
            raise ValueError(f"{value[:40]!r} is not in the vocabulary|{_choice(value, values)}")
        return value

    return AfterValidator(check)


def _choice(value: str, values: tuple[str, ...]) -> str:
    """The words to choose from; of many those that come near, with where all of them stand."""
    if len(values) <= _NAMED_MAX:
        return f"use one of {', '.join(values)}"
    near = get_close_matches(value, values)
    few = f"use {' or '.join(near)}, or another" if near else "use one"
    return f"{few} of the {len(values)} that the contract's schema lists"


def enum_of(values: tuple[str, ...]) -> WithJsonSchema:
    """The vocabulary as the published schema tells it."""
    return WithJsonSchema({"type": "string", "enum": list(values)})


_CITE_SCHEMA = {
    "type": "string",
    "description": "26 USC 6103(i)(2), 26 U.S.C. 6103(i)(2) or /us/usc/t26/s6103/i/2",
}

Text = Annotated[str, Field(max_length=text_chars_max), AfterValidator(clean)]
Stated = Annotated[str, Field(max_length=200), AfterValidator(_stated)]
PairId = Annotated[
    str, AfterValidator(_pair_id), WithJsonSchema({"type": "string", "pattern": f"^{PAIR_ID}$"})
]
Reason = Annotated[str, Field(max_length=reason_chars_max), AfterValidator(_stated)]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
MaybeDay = Annotated[
    date | None,
    BeforeValidator(_day),
    WithJsonSchema({"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}),
]
CiteText = Annotated[str, AfterValidator(_cite), WithJsonSchema(_CITE_SCHEMA)]
"""A text at the door, and a Cite behind it."""
