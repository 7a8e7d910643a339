"""The records laid out in files that several processes read together, each page of them once in memory.

The same records under the same keys as record_frames, which is the definition: keys in rising order with the place of
a record beside each, and all bodies one after the other with the place where each ends.
"""

from __future__ import annotations

import json
import os
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import BinaryIO, Final, Self

import polars as pl

from lawgate.linkage.counts import NameCounts
from lawgate.linkage.person import Record
from lawgate.stores.records.record_frames import FramePart, RecordFrames, counts_of, frame_parts, read_body

_KEYS, _PLACES, _ENDS, _BODIES, _COUNTS = "keys", "places", "ends", "bodies", "counts.json"
_NUMBER: Final = "q"
"""Eight bytes with a sign, as this machine orders them: the files never leave it."""
_NUMBERS_EACH_WRITE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class LaidRecords:
    """Files of `laid_out`, opened; `counts` are the records' own counts of names."""

    counts: NameCounts
    _keys: memoryview = field(repr=False)
    _places: memoryview = field(repr=False)
    _ends: memoryview = field(repr=False)
    _bodies: memoryview = field(repr=False)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Only what is asked for is read from the disk."""
        told = json.loads((folder / _COUNTS).read_text(encoding="utf-8"))
        keys, places, ends = (_mapped(folder / name).cast(_NUMBER) for name in (_KEYS, _PLACES, _ENDS))
        return cls(NameCounts(**told), keys, places, ends, _mapped(folder / _BODIES))

    def fetch_many(self, wanted: Sequence[Collection[int]]) -> list[list[Record]]:
        """The candidates of many requests, by row."""
        read: dict[int, Record] = {}
        return [self._fetch(keys, read) for keys in wanted]

    def _fetch(self, keys: Collection[int], read: dict[int, Record]) -> list[Record]:
        found: list[Record] = []
        for place in sorted({place for key in keys for place in self._under(key)}):
            record = read.get(place)
            if record is None:
                record = read[place] = self._record(place)
            found.append(record)
        return found

    def _under(self, key: int) -> Sequence[int]:
        """The places of the records that have this key."""
        keys = self._keys
        begin = end = bisect_left(keys, key)
        while end < len(keys) and keys[end] == key:
            end += 1
        return self._places[begin:end]

    def _record(self, place: int) -> Record:
        begin = self._ends[place - 1] if place else 0
        return read_body(str(self._bodies[begin : self._ends[place]], "utf-8"))


@contextmanager
def laid_out(records: Path, folder: Path) -> Iterator[None]:
    """Lay the records of a folder out in an empty one, for as long as this lasts."""
    with laid_parts(frame_parts(records), counts_of(records), folder):
        yield


@contextmanager
def laid_parts(parts: Iterable[FramePart | RecordFrames], counts: NameCounts, folder: Path) -> Iterator[None]:
    """The same of records that are in columns, in the order of their numbers, which begin with 1."""
    with ExitStack() as kept:
        bodies, ends, keys, places, told = (
            kept.enter_context(_nameless(folder / name)) for name in (_BODIES, _ENDS, _KEYS, _PLACES, _COUNTS)
        )
        found: list[pl.DataFrame] = []
        end = 0
        for part in parts:
            texts = part.bodies.get_column("body")
            bodies.write("".join(texts.to_list()).encode())
            sizes = texts.str.len_bytes().cast(pl.Int64).cum_sum() + end
            end = sizes[-1] if len(sizes) else end
            _write(sizes, ends)
            found.append(part.keys)
        ordered = pl.concat(found, rechunk=False).sort("key")
        found.clear()
        _write(ordered.get_column("key"), keys)
        _write(ordered.get_column("rid") - 1, places)
        del ordered
        named = {"records": counts.records, "given": counts.given, "surname": counts.surname}
        told.write(json.dumps(named).encode())
        for file in (bodies, ends, keys, places, told):
            file.flush()
        yield


@contextmanager
def _nameless(path: Path) -> Iterator[BinaryIO]:
    """A file that other processes find as long as this one has it open, and that is gone when this one is killed."""
    with path.open("wb") as file:
        path.unlink()
        path.symlink_to(f"/proc/{os.getpid()}/fd/{file.fileno()}")
        yield file
    path.unlink()


def _write(numbers: pl.Series, file: BinaryIO) -> None:
    for some in _slices(numbers):
        file.write(array(_NUMBER, some.to_list()).tobytes())


def _slices(numbers: pl.Series) -> Iterator[pl.Series]:
    for begin in range(0, len(numbers), _NUMBERS_EACH_WRITE):
        yield numbers.slice(begin, _NUMBERS_EACH_WRITE)


def _mapped(path: Path) -> memoryview:
    """A file as bytes that the system reads when they are asked for; an empty one cannot be mapped."""
    with path.open("rb") as file:
        return (
            memoryview(mmap(file.fileno(), 0, access=ACCESS_READ)) if path.stat().st_size else memoryview(b"")
        )
