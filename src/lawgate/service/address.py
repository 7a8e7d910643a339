"""A list of texts from address fields, each judged on its face: outcome, kind and the rule that said so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from lawgate.errors import InputError
from lawgate.linkage.address import assess
from lawgate.linkage.adequacy import Outcome
from lawgate.stores.csv_rows import CsvFile, write_csv, write_csv_file
from lawgate.stores.progress import Progress

RAW = "raw"
ANSWERS = ("outcome", "kind", "why")
ROWS_A_STEP = 1_000


def address_document(path: Path, *, keep: bool = False, progress: Progress | None = None) -> dict[str, Any]:
    """All answers as one document, with the file's other columns where they are kept.

    Raises InputError where the file cannot be read.
    """
    tally: Counter[str] = Counter()
    head, *answered = _rows(_checked(path, keep), tally, keep, progress)
    return {**_summary(tally), "addresses": [dict(zip(head, row, strict=True)) for row in answered]}


def write_addresses(
    path: Path, to: Path | TextIO, *, keep: bool = False, progress: Progress | None = None
) -> dict[str, Any]:
    """The answers as CSV into a file, whole or not at all, or onto a stream; returns the summary.

    With `keep` the other columns are passed on, before the three new ones. Raises InputError, and nothing
    is written, where the file cannot be read.
    """
    tally: Counter[str] = Counter()
    rows = _rows(_checked(path, keep), tally, keep, progress)
    if isinstance(to, Path):
        write_csv_file(rows, to)
    else:
        write_csv(rows, to)
    return _summary(tally)


def _checked(path: Path, keep: bool) -> CsvFile:
    file = CsvFile.check(path, column=RAW)
    doubled = sorted(set(file.columns) & set(ANSWERS))
    if keep and doubled:
        raise InputError(
            f"the column {doubled[0]} would stand there twice",
            where=str(path),
            mend="rename it, or do not keep",
        )
    return file


def _rows(file: CsvFile, tally: Counter[str], keep: bool, progress: Progress | None) -> Iterator[list[str]]:
    """The header, then each row with its three answers; the tally counts the outcomes."""
    yield [*(file.columns if keep else (RAW,)), *ANSWERS]
    at = file.columns.index(RAW)
    for done, cells in enumerate(file.rows(), start=1):
        found = assess(cells[at])
        tally[found.outcome.value] += 1
        if progress and (done % ROWS_A_STEP == 0 or done == file.count):
            progress(done, file.count)
        yield [*(cells if keep else (cells[at],)), found.outcome.value, found.kind, found.why]


def _summary(tally: Counter[str]) -> dict[str, Any]:
    return {
        "rows": tally.total(),
        "outcomes": {outcome.value: tally[outcome.value] for outcome in Outcome},
    }
