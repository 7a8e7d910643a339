"""The folder of an audit: written whole beside its place, read by ref."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

import polars as pl

from lawgate.errors import InputError
from lawgate.stores.refused import refused_as
from lawgate.stores.replacing import put_in_place
from lawgate.stores.runs.batch_folder import REPORT, SUMMARY
from lawgate.stores.runs.written import read_written
from lawgate.stores.tables import scan_table

Row = dict[str, Any]

JUDGED: Final = "judged.parquet"
JUDGEMENTS, NOTICES, SAMPLING = "judgements.json", "notices.csv", "sampling.csv"
FILES: Final = frozenset({JUDGED, JUDGEMENTS, NOTICES, SUMMARY, REPORT})

_TEXT, _MANY = pl.Utf8(), pl.List(pl.Utf8())
JUDGED_SCHEMA: Final = {
    "release_id": _TEXT,
    "released_on": pl.Date(),
    "ref": _TEXT,
    "taxpayer_id": _TEXT,
    "items": _MANY,
    "basis": _TEXT,
    "compared_address": pl.Boolean(),
    "verdict": _TEXT,
    "verdict_then": _TEXT,
    "followed": _TEXT,
    "turns_on": _MANY,
    "orders": _MANY,
    "orders_in_doubt": _MANY,
    "outside": _MANY,
    "address_form": _TEXT,
    "address_kind": _TEXT,
    "address_held": _TEXT,
    "named": _TEXT,
    "accounted": pl.Boolean(),
    "yes_mask": pl.UInt64(),
    "no_mask": pl.UInt64(),
    "judgement": pl.UInt32(),
    "judgements": pl.List(pl.UInt32()),
}


@dataclass(frozen=True, slots=True)
class AuditFolder:
    """An audit's folder as it stands."""

    path: Path

    @classmethod
    def holds(cls, path: Path) -> bool:
        """Whether an audit was written here."""
        return all((path / name).is_file() for name in FILES)

    @classmethod
    def open(cls, path: Path) -> Self:
        """A folder that an audit wrote."""
        if not cls.holds(path):
            raise InputError(
                "no audit was written here", where=str(path), mend="name the --out folder of an audit"
            )
        return cls(path)

    def summary(self) -> Row:
        """The figures of the audit."""
        return _read(self.path / SUMMARY)

    def judgements(self) -> list[Row]:
        """Every distinct judgement, by number."""
        return _read(self.path / JUDGEMENTS)

    def judged(self) -> pl.LazyFrame:
        """A row for each release."""
        return scan_table(self.path / JUDGED)


def write_audit(
    out: Path,
    *,
    judged: pl.DataFrame,
    judgements: Sequence[Row],
    summary: Row,
    report: str,
    notices: pl.DataFrame,
    sampling: pl.DataFrame | None,
) -> None:
    """Write the folder whole, in the place of an earlier audit or where nothing stands."""
    demand_own(out)
    made = out.with_name(f".{out.name}.part")
    shutil.rmtree(made, ignore_errors=True)
    try:
        with refused_as("the folder cannot be written", where=out):
            made.mkdir(parents=True)
            judged.match_to_schema(pl.Schema(JUDGED_SCHEMA)).write_parquet(made / JUDGED)
            for name, told in ((JUDGEMENTS, judgements), (SUMMARY, summary)):
                (made / name).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
            (made / REPORT).write_text(report, encoding="utf-8")
            notices.write_csv(made / NOTICES)
            if sampling is not None:
                sampling.write_csv(made / SAMPLING)
            put_in_place(made, out)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def demand_own(out: Path) -> None:
    """Refuse a place that holds anything but an earlier audit; InputError, and nothing is touched."""
    if not out.exists() and not out.is_symlink():
        return
    held = {one.name for one in out.iterdir()} if out.is_dir() and not out.is_symlink() else {"?"}
    if held and not (FILES <= held <= FILES | {SAMPLING}):
        raise InputError(
            "this folder holds something else", where=str(out), mend="name a new folder, or an empty one"
        )


def _read(path: Path) -> Any:
    return read_written(path, by="an audit", mend="run the audit again")
