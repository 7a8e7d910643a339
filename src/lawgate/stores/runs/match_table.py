"""The table of a match: a row a subject, written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polars as pl

from lawgate.errors import InputError
from lawgate.stores.replacing import write_whole

Row = dict[str, Any]

_TEXT = pl.Utf8()
_RUNNER_UP = pl.Struct(
    {"taxpayer_id": _TEXT, "lost_on": pl.List(_TEXT), "contradicted": pl.Boolean(), "bits": pl.Float64()}
)
SCHEMA = {
    "ref": _TEXT,
    "taxpayer_id": _TEXT,
    "status": _TEXT,
    "probability": pl.Float64(),
    "evidence": _TEXT,
    "rule": _TEXT,
    "basis": _TEXT,
    "address_held": _TEXT,
    "proposed_id": _TEXT,
    "runner_up": _RUNNER_UP,
    "settles": pl.List(_TEXT),
    "prior_bits": pl.Float64(),
    "total_bits": pl.Float64(),
    "policy": _TEXT,
}


@dataclass
class MatchTable:
    """The rows so far, kept as columns until the last one is there."""

    path: Path
    _parts: list[pl.DataFrame] = field(default_factory=list)

    @classmethod
    def begin(cls, path: Path) -> MatchTable:
        """Make ready; refuses a place that cannot become a Parquet file before anything is read."""
        if path.suffix != ".parquet":
            raise InputError("the answer is a Parquet file", where=str(path), mend="name it FILE.parquet")
        if path.is_dir() or not path.parent.is_dir():
            raise InputError("no file can stand here", where=str(path), mend="name a file in a folder")
        return cls(path)

    def add(self, rows: Sequence[Row]) -> None:
        """Keep the rows of one slice; evidence is written as JSON text."""
        written = [{**row, "evidence": json.dumps(row["evidence"])} for row in rows]
        self._parts.append(pl.DataFrame(written, schema=SCHEMA, orient="row"))

    def finish(self) -> None:
        """Write everything and put the file in its place."""
        whole = pl.concat(self._parts)
        write_whole(self.path, whole.write_parquet)
