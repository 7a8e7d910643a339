"""Documents of one exact form: what is read gives the very same bytes when it is written again."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeVar

from lawgate.errors import InputError

Made = TypeVar("Made")


def read_exactly(
    data: bytes, made: Callable[[], Made], written: Callable[[Made], bytes], *, refusal: InputError
) -> Made:
    """What `made` reads of the bytes, which `written` gives back unchanged; the refusal for anything else.

    So nobody can hide a word in what is signed or proved: a part that is not read is not written again either.
    """
    try:
        document = made()
        same = written(document) == data
    except (KeyError, TypeError, ValueError, AttributeError):
        raise refusal from None
    if not same:
        raise refusal
    return document


def read_object(data: bytes, *, where: str = "") -> dict[str, Any]:
    """A JSON object; InputError, without a word of what it holds, for anything else."""
    try:
        read = json.loads(data)
    except (ValueError, RecursionError):
        read = None
    if not isinstance(read, dict):
        raise InputError("not a JSON object", where=where, mend="name the file as it was made")
    return read


def text(value: object) -> str:
    """A text; TypeError for anything else, so that a number in its place is refused."""
    if not isinstance(value, str):
        raise TypeError
    return value


def text_or_none(value: object) -> str | None:
    """A text, or null; TypeError for anything else."""
    return None if value is None else text(value)


def whole(value: object) -> int:
    """A whole number; TypeError for anything else, true and false included."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value
