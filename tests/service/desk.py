"""A sample's folder with its requests, records and findings, and what may be written beside them."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Desk:
    """Where everything lies; `batch` is the folder of a batch that was run."""

    out: Path
    batch: Path = Path()
    day: str = "2026-03-10"

    @property
    def records(self) -> Path:
        """The custodian's folder."""
        return self.out / "records"

    @property
    def findings(self) -> Path:
        """The officials' answers."""
        return self.out / "findings.json"

    def request(self, name: str) -> Path:
        """One request file by its name."""
        return self.out / "requests" / f"{name}.json"

    def document(self, name: str) -> Json:
        """One request as JSON, to be changed."""
        return copy.deepcopy(json.loads(self.request(name).read_text(encoding="utf-8")))

    def refs(self) -> list[str]:
        """The refs of the batch, in their order."""
        return self.table("requests/batch")["ref"].to_list()

    def table(self, name: str) -> pl.DataFrame:
        """One table of the sample."""
        return pl.read_parquet(self.out / f"{name}.parquet")


def write(folder: Path, document: Any, name: str = "request.json") -> Path:
    """A document as a file; bytes are written as they are."""
    path = folder / name
    path.write_bytes(document if isinstance(document, bytes) else json.dumps(document).encode())
    return path


def files_in(folder: Path) -> dict[str, bytes]:
    """Everything that lies in a folder, by its place there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def findings_of_complete(on: str) -> Json:
    """A findings file with every answer that a complete request under (i)(2) waits for, of a day."""
    answers = {"i/2/B/iv": "yes", "i/6": "no", "p/4": "yes"}
    rows = [
        {"cite": f"/us/usc/t26/s6103/{cite}", "answer": answer, "by": {"office": "secretary"}, "on": on}
        for cite, answer in answers.items()
    ]
    return {"findings": rows}
