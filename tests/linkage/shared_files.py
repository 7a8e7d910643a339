"""Rows of the shared labelled files."""

from __future__ import annotations

import csv

from tests.house.shared import shared


def shared_rows(*parts: str) -> list[dict[str, str]]:
    """The rows of a shared CSV file; the test is skipped with a reason where there is none."""
    with shared(*parts).open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))
