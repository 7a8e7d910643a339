"""The folder of a batch: written beside its place and moved there whole, read by ref."""

from __future__ import annotations

import csv
import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import polars as pl

from lawgate.errors import InputError
from lawgate.stores.replacing import put_in_place
from lawgate.stores.tables import scan_table

Row = dict[str, Any]

SUBJECTS, DECISIONS, SUMMARY = "subjects.parquet", "decisions.parquet", "summary.json"
EXPLANATIONS, DEFECTS, REPORT = "explanations.json", "defects.csv", "report.html"
FILES = frozenset({SUBJECTS, DECISIONS, SUMMARY, EXPLANATIONS, DEFECTS, REPORT})

_TEXT = pl.Utf8()
_DEFECT = pl.Struct({"cite": _TEXT, "cite_text": _TEXT, "fix": _TEXT})
SUBJECT_SCHEMA = {
    "ref": _TEXT,
    "admission": _TEXT,
    "resolution": _TEXT,
    "defects": pl.List(_DEFECT),
    "orders": pl.List(_TEXT),
    "contested": _TEXT,
}
DECISION_SCHEMA = {
    "ref": _TEXT,
    "item": _TEXT,
    "period": _TEXT,
    "disposition": _TEXT,
    "provision": _TEXT,
    "yes_mask": pl.UInt64(),
    "no_mask": pl.UInt64(),
    "explanation": pl.UInt32(),
    "held": pl.Boolean(),
    "held_period": _TEXT,
    "furnished_by": _TEXT,
    "document": _TEXT,
    "fault": _TEXT,
}


@dataclass
class BatchFolder:
    """A batch's folder, either being written (`growing` is set) or standing."""

    path: Path
    growing: Path | None = None
    _subjects: list[pl.DataFrame] = field(default_factory=list)
    _decisions: list[pl.DataFrame] = field(default_factory=list)

    @classmethod
    def begin(cls, path: Path) -> Self:
        """Make ready to write; refuses to replace a folder that no batch wrote."""
        if not _may_replace(path):
            raise InputError(
                "this folder holds something else", where=str(path), mend="name a new folder, or an empty one"
            )
        place = path.resolve()
        growing = place.with_name(f".{place.name}.{os.getpid()}.part")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.rmtree(growing, ignore_errors=True)
            growing.mkdir()
        except OSError as error:
            raise InputError(
                "the folder cannot be written", where=str(path), mend=(error.strerror or "").lower()
            ) from None
        return cls(place, growing)

    @classmethod
    def open(cls, path: Path) -> Self:
        """A folder that a batch wrote."""
        if not all((path / name).is_file() for name in FILES):
            raise InputError(
                "no batch was written here", where=str(path), mend="name the --out folder of a batch"
            )
        return cls(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.growing is not None and self.growing.exists():
            shutil.rmtree(self.growing)

    def add(self, subjects: Sequence[Row], decisions: Sequence[Row]) -> None:
        """Keep the rows of one part."""
        self._subjects.append(pl.DataFrame(subjects, schema=SUBJECT_SCHEMA, orient="row"))
        self._decisions.append(pl.DataFrame(decisions, schema=DECISION_SCHEMA, orient="row"))

    def finish(self, *, summary: Row, explanations: Sequence[Row], report: str) -> None:
        """Write everything and put the folder in its place."""
        if self.growing is None:
            raise InputError("this batch is already written", where=str(self.path))
        subjects = pl.concat(self._subjects)
        subjects.write_parquet(self.growing / SUBJECTS)
        pl.concat(self._decisions).write_parquet(self.growing / DECISIONS)
        _write_defects(self.growing / DEFECTS, subjects)
        (self.growing / SUMMARY).write_text(json.dumps(summary, indent=1) + "\n", encoding="utf-8")
        (self.growing / EXPLANATIONS).write_text(json.dumps(explanations) + "\n", encoding="utf-8")
        (self.growing / REPORT).write_text(report, encoding="utf-8")
        put_in_place(self.growing, self.path)

    def summary(self) -> Row:
        """The figures of the run."""
        return _read_json(self.path / SUMMARY)

    def explanations(self) -> list[Row]:
        """Every distinct explanation, by number."""
        return _read_json(self.path / EXPLANATIONS)

    def subject(self, ref: str) -> Row:
        """One subject's row; InputError when the batch has no such ref."""
        found = scan_table(self.path / SUBJECTS).filter(pl.col("ref") == ref).collect()
        if not found.height:
            raise InputError(
                f"no subject {ref[:40]!r} in this batch",
                where=str(self.path),
                mend="use a ref of its request",
            )
        return found.row(0, named=True)

    def rows(self, ref: str) -> list[Row]:
        """The decisions about one subject, in their order."""
        return scan_table(self.path / DECISIONS).filter(pl.col("ref") == ref).collect().to_dicts()


def _may_replace(path: Path) -> bool:
    """Whether nothing stands there, or nothing but what an earlier batch wrote."""
    if path.is_symlink() or (path.exists() and not path.is_dir()):
        return False
    held = list(path.iterdir()) if path.exists() else []
    written = {entry.name for entry in held if entry.is_file() and not entry.is_symlink()}
    return not held or (len(written) == len(held) and SUMMARY in written and written <= FILES)


def _read_json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        raise InputError(
            "this is not what a batch wrote", where=str(path), mend="run the batch again"
        ) from None


def _write_defects(path: Path, subjects: pl.DataFrame) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(("ref", "cite", "cite_text", "fix"))
        for ref, defects in subjects.select("ref", "defects").iter_rows():
            table.writerows((ref, defect["cite"], defect["cite_text"], defect["fix"]) for defect in defects)
