"""The folder of a batch, read by ref."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import polars as pl

from lawgate.errors import InputError
from lawgate.stores.runs.written import read_written
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
CASE_SCHEMA = {name: kind for name, kind in SUBJECT_SCHEMA.items() if name not in ("ref", "resolution")}
OUTCOME_SCHEMA = {name: kind for name, kind in DECISION_SCHEMA.items() if name != "ref"}


@dataclass(frozen=True, slots=True)
class BatchFolder:
    """A batch's folder as it stands."""

    path: Path

    @classmethod
    def open(cls, path: Path) -> Self:
        """A folder that a batch wrote."""
        if not all((path / name).is_file() for name in FILES):
            raise InputError(
                "no batch was written here", where=str(path), mend="name the --out folder of a batch"
            )
        return cls(path)

    def summary(self) -> Row:
        """The figures of the run."""
        return _read(self.path / SUMMARY)

    def explanations(self) -> list[Row]:
        """Every distinct explanation, by number."""
        return _read(self.path / EXPLANATIONS)

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

    def decisions(self) -> pl.LazyFrame:
        """The decisions about all subjects, in their order."""
        return scan_table(self.path / DECISIONS)

    def rows(self, ref: str) -> list[Row]:
        """The decisions about one subject, in their order."""
        return scan_table(self.path / DECISIONS).filter(pl.col("ref") == ref).collect().to_dicts()


def _read(path: Path) -> Any:
    return read_written(path, by="a batch", mend="run the batch again")
