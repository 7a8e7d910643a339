"""The index on disk: all records that may be the person named, fetched for one request in a moment."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

from lawgate.errors import InputError
from lawgate.linkage.compare import read_named
from lawgate.linkage.counts import NameCounts
from lawgate.linkage.keys import named_keys
from lawgate.linkage.person import PersonNamed, Record
from lawgate.stores.records.record_frames import read_body, read_frames

INDEX_FORMAT: Final = "4"
PAGE_BYTES: Final = 4096
MAPPED_BYTES_MAX: Final = 1 << 31
TABLES: Final = ("taxpayers.parquet", "addresses.parquet")
_SCHEMA: Final = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE records (rid INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE keys (key INTEGER NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (key, rid)) WITHOUT ROWID;
CREATE TABLE counts (
    kind TEXT NOT NULL, name TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (kind, name)
) WITHOUT ROWID;
"""
REQUESTS_MAX: Final = 1 << 14
"""How many requests one look serves: a key of 47 bits times this stays a number of the database."""
_CANDIDATES: Final = """
SELECT found.pair, r.body
FROM (
    SELECT DISTINCT keys.rid * :requests + asked.value % :requests AS pair
    FROM json_each(:asked) AS asked CROSS JOIN keys ON keys.key = asked.value / :requests
    ORDER BY pair LIMIT -1
) AS found CROSS JOIN records AS r ON r.rid = found.pair / :requests
"""
"""Pairs first and in the order of the file, which the limit keeps; then each body once it is needed."""


def fingerprint(records: Path) -> str:
    """What the records folder looked like: sizes and times of its tables, so that a change is noticed."""
    try:
        stats = [(records / name).stat() for name in TABLES]
    except OSError as error:
        raise InputError(
            "a table of the records folder is absent", where=records.name, mend="give both tables"
        ) from error
    return json.dumps([[INDEX_FORMAT, stat.st_size, stat.st_mtime_ns] for stat in stats])


@dataclass(frozen=True, slots=True)
class CandidateIndex:
    """An open index; `counts` are the file's own counts of names."""

    counts: NameCounts
    folder: str
    at: Path
    _connection: sqlite3.Connection = field(repr=False)

    @classmethod
    def build(cls, records: Path, at: Path) -> Self:
        """Write the index of a records folder to `at`, whole or not at all, and open it."""
        seen = fingerprint(records)
        frames = read_frames(records)
        growing = at.with_name(at.name + ".part")
        growing.unlink(missing_ok=True)
        connection = sqlite3.connect(growing)
        try:
            connection.executescript(
                f"PRAGMA page_size={PAGE_BYTES}; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
            )
            connection.executescript(_SCHEMA)
            connection.executemany("INSERT INTO records VALUES (?, ?)", frames.bodies.iter_rows())
            ordered = frames.keys.sort("key", "rid")
            connection.executemany("INSERT INTO keys VALUES (?, ?)", ordered.iter_rows())
            connection.executemany("INSERT INTO counts VALUES (?, ?, ?)", _count_rows(frames.counts))
            meta = {"folder": seen, "records": str(frames.counts.records)}
            connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
            connection.commit()
        finally:
            connection.close()
        growing.replace(at)
        return cls.open(at)

    @classmethod
    def open(cls, at: Path) -> Self:
        """Open an index that was built before, for reading only."""
        try:
            connection = sqlite3.connect(f"file:{at}?mode=ro", uri=True, check_same_thread=False)
            connection.execute(f"PRAGMA mmap_size = {MAPPED_BYTES_MAX}")
            meta = dict(connection.execute("SELECT name, value FROM meta"))
            given, surname = (
                dict(connection.execute("SELECT name, times FROM counts WHERE kind = ?", (kind,)))
                for kind in ("given", "surname")
            )
        except sqlite3.Error as error:
            raise InputError(
                "the candidate index cannot be read", where=at.name, mend="build it again"
            ) from error
        return cls(NameCounts(int(meta["records"]), given, surname), meta["folder"], at, connection)

    @classmethod
    def current(cls, records: Path, at: Path) -> Self:
        """The index of this folder as it is now: opened when it stands, built when the folder changed."""
        if at.exists():
            found = cls.open(at)
            if found.folder == fingerprint(records):
                return found
            found.close()
        return cls.build(records, at)

    def candidates(self, named: PersonNamed) -> list[Record]:
        """Every record that shares a key with the person named, by row."""
        return self.fetch(named_keys(read_named(named)))

    def fetch(self, keys: Collection[int]) -> list[Record]:
        return self.fetch_many([keys])[0]

    def fetch_many(self, wanted: Sequence[Collection[int]]) -> list[list[Record]]:
        """The candidates of many requests, by row; keys and rows are read in the order of the file."""
        slices = (wanted[begin : begin + REQUESTS_MAX] for begin in range(0, len(wanted), REQUESTS_MAX))
        return [found for part in slices for found in self._fetch_slice(part)]

    def _fetch_slice(self, wanted: Sequence[Collection[int]]) -> list[list[Record]]:
        asked = sorted(key * REQUESTS_MAX + at for at, keys in enumerate(wanted) for key in keys)
        found: list[list[Record]] = [[] for _ in wanted]
        last, record = -1, None
        stated = {"asked": json.dumps(asked), "requests": REQUESTS_MAX}
        for pair, body in self._connection.execute(_CANDIDATES, stated):
            rid, at = divmod(pair, REQUESTS_MAX)
            if record is None or rid != last:
                last, record = rid, read_body(body)
            found[at].append(record)
        return found

    def close(self) -> None:
        self._connection.close()


def _count_rows(counts: NameCounts) -> Iterable[tuple[str, str, int]]:
    for kind, names in (("given", counts.given), ("surname", counts.surname)):
        for name, times in names.items():
            yield kind, name, times
