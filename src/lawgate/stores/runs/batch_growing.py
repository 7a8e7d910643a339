"""A batch's folder while it grows: parts on disk as they are decided, put together and moved to their place whole.

What is there after a run was killed is taken up by the next run of the same inputs, and by no other.
"""

from __future__ import annotations

import csv
import fcntl
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import polars as pl

from lawgate.errors import InputError
from lawgate.stores.digests import digest_of
from lawgate.stores.refused import refused_as
from lawgate.stores.replacing import put_in_place
from lawgate.stores.runs.batch_folder import (
    DECISION_SCHEMA,
    DECISIONS,
    DEFECTS,
    EXPLANATIONS,
    FILES,
    REPORT,
    SUBJECT_SCHEMA,
    SUBJECTS,
    SUMMARY,
)

Row = dict[str, Any]

MANIFEST: Final = "manifest.json"
ROW_GROUP_ROWS: Final = 250_000


@dataclass(frozen=True, slots=True)
class GrowingFolder:
    """The parts of one run, beside the place where the whole will stand."""

    place: Path
    at: Path

    def holds(self, number: int) -> bool:
        """Whether this part was written whole: its note comes last and names the digests of its tables."""
        try:
            note = json.loads(self._note(number).read_text(encoding="utf-8"))
            return all(digest_of(self._table(number, name)) == note[name] for name in (SUBJECTS, DECISIONS))
        except (OSError, ValueError, KeyError):
            return False

    def add(
        self, number: int, *, subjects: pl.DataFrame, decisions: pl.DataFrame, explanations: Sequence[str]
    ) -> None:
        """Keep one part; each of its explanations is a JSON text, known by its place in the part."""
        note: Row = {"explanations": list(explanations)}
        for name, table, schema in (
            (SUBJECTS, subjects, SUBJECT_SCHEMA),
            (DECISIONS, decisions, DECISION_SCHEMA),
        ):
            path = self._table(number, name)
            table.match_to_schema(pl.Schema(schema)).write_parquet(path)
            note[name] = digest_of(path)
        beside = self.at / "note.new"
        beside.write_text(json.dumps(note), encoding="utf-8")
        beside.rename(self._note(number))

    @contextmanager
    def room(self) -> Iterator[Path]:
        """An empty folder, for the one who writes here alone, that goes when it is no longer needed.

        What a run that was killed left in it goes with the next run here.
        """
        room = self.at / "room"
        shutil.rmtree(room, ignore_errors=True)
        room.mkdir(mode=0o700)
        try:
            yield room
        finally:
            shutil.rmtree(room, ignore_errors=True)

    def join(self) -> list[Row]:
        """Write both tables and the defects from all parts; give each distinct explanation once, by its number."""
        shutil.rmtree(self._whole, ignore_errors=True)
        self._whole.mkdir()
        said: dict[str, int] = {}
        parts = range(sum(1 for _ in self.at.glob(f"*.{SUBJECTS}")))
        _write([self._renumbered(number, said) for number in parts], self._whole / DECISIONS)
        _write([pl.scan_parquet(self._table(number, SUBJECTS)) for number in parts], self._whole / SUBJECTS)
        _write_defects(self._whole / DEFECTS, self.subjects())
        return [json.loads(text) for text in said]

    def subjects(self) -> pl.LazyFrame:
        """The table of subjects that was put together."""
        return pl.scan_parquet(self._whole / SUBJECTS)

    def decisions(self) -> pl.LazyFrame:
        """The table of decisions that was put together."""
        return pl.scan_parquet(self._whole / DECISIONS)

    def finish(self, *, summary: Row, explanations: Sequence[Row], report: str) -> None:
        """Write what is told of the tables and put the folder in its place."""
        (self._whole / SUMMARY).write_text(json.dumps(summary, indent=1) + "\n", encoding="utf-8")
        (self._whole / EXPLANATIONS).write_text(json.dumps(explanations) + "\n", encoding="utf-8")
        (self._whole / REPORT).write_text(report, encoding="utf-8")
        put_in_place(self._whole, self.place)
        shutil.rmtree(self.at)

    @property
    def _whole(self) -> Path:
        return self.at / "whole.part"

    def _table(self, number: int, name: str) -> Path:
        return self.at / f"{number:06}.{name}"

    def _note(self, number: int) -> Path:
        return self.at / f"{number:06}.json"

    def _renumbered(self, number: int, said: dict[str, int]) -> pl.LazyFrame:
        """A part's decisions with the numbers that its explanations have in the whole."""
        texts = json.loads(self._note(number).read_text(encoding="utf-8"))["explanations"]
        numbers = {own: said.setdefault(text, len(said)) for own, text in enumerate(texts)}
        table = pl.scan_parquet(self._table(number, DECISIONS))
        return table.with_columns(
            pl.col("explanation").replace_strict(numbers, default=None, return_dtype=pl.UInt32)
        )


@contextmanager
def growing(path: Path, inputs: Mapping[str, Any]) -> Iterator[GrowingFolder]:
    """The folder to write parts into, with those of an earlier run of the same inputs that was killed.

    Refuses to replace a folder that no batch wrote, and to write where another run is writing. What raises an
    error leaves nothing; what is interrupted or killed leaves its parts.
    """
    if not _may_replace(path):
        raise InputError(
            "this folder holds something else", where=str(path), mend="name a new folder, or an empty one"
        )
    place = path.resolve()
    at = place.with_name(f".{place.name}.growing")
    with refused_as("the folder cannot be written", where=path):
        at.mkdir(parents=True, exist_ok=True)
    with _locked(at, path):
        _take_up(at, place, inputs)
        try:
            yield GrowingFolder(place, at)
        except Exception:
            shutil.rmtree(at)
            raise


@contextmanager
def _locked(at: Path, path: Path) -> Iterator[None]:
    """One run at a time: the lock goes with the one who holds it, however he ends."""
    with (at / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise InputError(
                "another run is writing this folder",
                where=str(path),
                mend="wait for it, or name another folder",
            ) from None
        yield


def _take_up(at: Path, place: Path, inputs: Mapping[str, Any]) -> None:
    """Keep what an earlier run of the same inputs left; clear away what one of others left."""
    replaced = at / "whole.old"
    if replaced.exists() and not place.exists():
        replaced.rename(place)  # that run was killed between the two moves of put_in_place
    manifest = at / MANIFEST
    text = json.dumps(inputs, sort_keys=True)
    if manifest.is_file() and manifest.read_text(encoding="utf-8") == text:
        return
    for entry in at.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry)
        elif entry.name != "lock":
            entry.unlink()
    manifest.write_text(text, encoding="utf-8")


def _may_replace(path: Path) -> bool:
    """Whether nothing stands there, or nothing but what an earlier batch wrote."""
    if path.is_symlink() or (path.exists() and not path.is_dir()):
        return False
    held = list(path.iterdir()) if path.exists() else []
    written = {entry.name for entry in held if entry.is_file() and not entry.is_symlink()}
    return not held or (len(written) == len(held) and SUMMARY in written and written <= FILES)


def _write(tables: Sequence[pl.LazyFrame], path: Path) -> None:
    """One after the other, in groups of so many rows whatever the parts were: the same rows are the same bytes."""
    pl.concat(tables).sink_parquet(path, row_group_size=ROW_GROUP_ROWS, maintain_order=True)


def _write_defects(path: Path, subjects: pl.LazyFrame) -> None:
    lacking = subjects.select("ref", "defects").filter(pl.col("defects").list.len() > 0).collect()
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(("ref", "cite", "cite_text", "fix"))
        for ref, defects in lacking.iter_rows():
            table.writerows((ref, defect["cite"], defect["cite_text"], defect["fix"]) for defect in defects)
