"""Tables that somebody opens in a spreadsheet, which would run a text that looks like a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Final

_RUN: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # noqa: RUF001 - a spreadsheet reads the wide signs, too


def inert(text: str) -> str:
    """A cell of a table: a text that a spreadsheet would run is marked as text."""
    return f"'{text}" if text.lstrip().startswith(_RUN) or text.startswith(("\t", "\r", "\n")) else text


def as_csv(rows: Iterable[Iterable[str]]) -> str:
    """Rows as CSV, each cell so marked, and quoted."""
    made = io.StringIO()
    table = csv.writer(made, quoting=csv.QUOTE_ALL)
    table.writerows([inert(cell) for cell in row] for row in rows)
    return made.getvalue()


def inert_csv(text: str) -> bytes:
    """A whole table with its cells so marked, and quoted."""
    return as_csv(csv.reader(io.StringIO(text, newline=""))).encode()
