"""The files that a command names, read whole and refused in one line."""

from __future__ import annotations

from datetime import date
from enum import Enum
from pathlib import Path
from stat import S_ISFIFO
from typing import TypeVar

from lawgate.dates import parse_day
from lawgate.decide.findings import Findings
from lawgate.errors import InputError
from lawgate.linkage.review import NO_REVIEWS, Reviews
from lawgate.service.contract.read import read_findings, request_size_bytes_max
from lawgate.service.contract.reviews import read_reviews
from lawgate.stores.clock import today
from lawgate.stores.refused import refused_as

_Word = TypeVar("_Word", bound=Enum)


def read_bytes(path: Path) -> bytes:
    """The file's bytes; refused when absent or above what a document may have, before it is read."""
    with refused_as("the file cannot be read", where=path):
        found = path.stat()
        if S_ISFIFO(
            found.st_mode
        ):  # read once it is empty, and a table beside it would be looked for in vain
            raise InputError("a pipe is no file", where=str(path), mend="write it to a file first")
        size = found.st_size
        if size > request_size_bytes_max:
            raise InputError(
                f"{size} bytes are more than the {request_size_bytes_max} that a document may have",
                where=str(path),
                mend="put the subjects in a .parquet file and name it in `subjects`",
            )
        return path.read_bytes()


def findings_of(path: Path | None, day: date) -> Findings:
    """The findings of a file, held against the as-of day; none without a file."""
    return Findings.check(read_findings(read_bytes(path), where=str(path)), day=day) if path else Findings()


def reviews_of(path: Path | None) -> Reviews:
    """The reviewers' recorded decisions of a file; none without a file."""
    return Reviews.of(read_reviews(read_bytes(path), where=str(path))) if path else NO_REVIEWS


def day_of(text: str | None, *, where: str) -> date:
    """The day that an option states, today by the server's clock where it states none."""
    return today() if text is None else parse_day(text, where=where)


def one_of(words: type[_Word], text: str, *, where: str) -> _Word:
    """The word of a closed list; InputError for any other."""
    try:
        return words(text)
    except ValueError:
        listed = ", ".join(one.value for one in words)
        raise InputError("not a word of the list", where=where, mend=f"use one of {listed}") from None
