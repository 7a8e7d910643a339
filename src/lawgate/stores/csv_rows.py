"""A CSV file row by row, checked whole before its first row is used, and one written whole or not at all."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self, TextIO
from uuid import uuid4

from lawgate.errors import InputError
from lawgate.stores.refused import refused_as


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A file whose every row can be read: its columns and how many rows follow them."""

    path: Path
    columns: tuple[str, ...]
    count: int

    @classmethod
    def check(cls, path: Path, *, column: str) -> Self:
        """Read the file once to its end. InputError where it is no UTF-8 CSV file with that column."""
        rows = _cells(path)
        columns = tuple(name.strip() for name in next(rows, []))
        if column not in columns:
            raise InputError(
                f"the column {column} is missing",
                where=str(path),
                mend=f"name it in the first line: {column}",
            )
        if len(set(columns)) < len(columns):
            raise InputError("a column is named twice", where=str(path), mend="give each its own name")
        return cls(path, columns, sum(1 for _ in _of_width(rows, len(columns), path)))

    def rows(self) -> Iterator[list[str]]:
        """The rows below the header, each with one text a column."""
        rows = _cells(self.path)
        next(rows, None)
        return _of_width(rows, len(self.columns), self.path)


def write_csv(rows: Iterable[Sequence[str]], to: TextIO) -> None:
    """Write the rows as they come."""
    csv.writer(to, lineterminator="\n").writerows(rows)


def write_csv_file(rows: Iterable[Sequence[str]], path: Path) -> None:
    """Write the rows beside the place and move the file there whole. InputError where that fails."""
    growing = path.with_name(f".{path.name}.{uuid4().hex}.part")
    try:
        with refused_as("the file cannot be written", where=path):
            with growing.open("x", encoding="utf-8", newline="") as to:
                write_csv(rows, to)
            growing.replace(path)
    finally:
        growing.unlink(missing_ok=True)


def _cells(path: Path) -> Iterator[list[str]]:
    """The lines as lists of texts, the empty ones left out."""
    if not path.is_file():
        what = "this is no file that can be read twice" if path.exists() else "no such file"
        raise InputError(what, where=str(path), mend="name a CSV file")
    at = 0
    try:
        with (
            refused_as("the file cannot be read", where=path),
            path.open(encoding="utf-8-sig", newline="") as lines,
        ):
            reader = csv.reader(lines, strict=True)
            for cells in reader:
                at = reader.line_num
                if cells:
                    yield cells
    except UnicodeDecodeError:
        raise InputError("the file is not UTF-8", where=str(path), mend="save it as UTF-8 text") from None
    except csv.Error as error:
        raise InputError(
            f"this is no row of a CSV file ({error})", where=f"{path} line {at + 1}", mend="quote its texts"
        ) from None


def _of_width(rows: Iterable[list[str]], width: int, path: Path) -> Iterator[list[str]]:
    for at, cells in enumerate(rows, start=1):
        if len(cells) != width:
            raise InputError(
                f"{len(cells)} cells stand where the header names {width}",
                where=f"{path} row {at}",
                mend='put a text that holds a comma between quotes (")',
            )
        yield cells
