"""Candidates from tables that an engine holds: the records of the index, for a file that outgrows one machine.

Keys are plain numbers, so one join finds them on DuckDB and on Spark alike. Comparison and policy stay as
they are: what comes back is the handful of records that share a key with each request.
"""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

import ibis
import polars as pl
from ibis.backends import BaseBackend

from lawgate.errors import InputError
from lawgate.linkage.counts import NameCounts
from lawgate.linkage.person import Record
from lawgate.stores.records.record_frames import read_body, read_frames

REQUESTS_EACH_JOIN: Final = 100_000
"""A join reads all keys of the file, so it answers many requests; what it finds must fit into memory."""
_TABLES: Final = ("keys", "bodies", "names")


def write_candidates(records: Path, folder: Path) -> None:
    """Lay a records folder out as Parquet: keys (key, rid), bodies (rid, body), names (kind, name, times)."""
    frames = read_frames(records)
    named = (("given", frames.counts.given), ("surname", frames.counts.surname))
    names = [(kind, name, times) for kind, counted in named for name, times in counted.items()]
    schema = {"kind": pl.Utf8, "name": pl.Utf8, "times": pl.Int64}
    tables = (frames.keys, frames.bodies, pl.DataFrame(names, schema=schema, orient="row"))
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in zip(_TABLES, tables, strict=True):
        table.write_parquet(folder / f"{name}.parquet")


@dataclass(frozen=True, slots=True)
class CandidateTables:
    """The tables of `write_candidates` before an engine; `counts` are the file's own counts of names."""

    counts: NameCounts
    _backend: BaseBackend = field(repr=False)
    _keys: ibis.Table = field(repr=False)
    _bodies: ibis.Table = field(repr=False)

    @classmethod
    def open(cls, folder: Path, backend: BaseBackend) -> Self:
        """Show the tables to the engine, which reads them where they stand; only the names are fetched.

        Raises InputError where one is absent.
        """
        paths = [folder / f"{name}.parquet" for name in _TABLES]
        for path in paths:
            if not path.exists():
                raise InputError(
                    "a table of candidates is absent", where=path.name, mend="lay the records out again"
                )
        keys, bodies, names = (
            backend.read_parquet(str(path), table_name=f"lawgate_{path.stem}") for path in paths
        )
        given, surname = (_counted(names, kind) for kind in ("given", "surname"))
        records = int(bodies.count().to_pyarrow().as_py())
        return cls(NameCounts(records, given, surname), backend, keys, bodies)

    def fetch_many(self, wanted: Sequence[Collection[int]]) -> list[list[Record]]:
        """The candidates of many requests, by row: those of the index, in the same order."""
        asked = [(at, key) for at, keys in enumerate(wanted) for key in keys]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "asked.parquet"
            schema = {"at": pl.Int64, "key": pl.Int64}
            pl.DataFrame(asked, schema=schema, orient="row").write_parquet(path)
            table = self._backend.read_parquet(str(path), table_name="lawgate_asked")
            pairs = table.join(self._keys, "key").select("at", "rid").distinct()
            told = pairs.join(self._bodies, "rid").select("at", "rid", "body")
            rows = pl.DataFrame(told.to_pyarrow()).sort("at", "rid")
        found: list[list[Record]] = [[] for _ in wanted]
        for at, _, body in rows.iter_rows():
            found[at].append(read_body(body))
        return found


@contextmanager
def laid_before(backend: BaseBackend, records: Path) -> Iterator[CandidateTables]:
    """A records folder's tables before an engine, kept on disk only as long as they are asked."""
    with tempfile.TemporaryDirectory() as folder:
        write_candidates(records, Path(folder))
        yield CandidateTables.open(Path(folder), backend)


def _counted(names: ibis.Table, kind: str) -> dict[str, int]:
    rows = pl.DataFrame(names.filter(names.kind == kind).select("name", "times").to_pyarrow())
    return dict(rows.iter_rows())
