"""The folder of a review: the packet that reviewers are given, and their decisions; for the owner's eyes only."""

from __future__ import annotations

import csv
import fcntl
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any, Final

from lawgate.errors import InputError
from lawgate.stores.refused import refused_as
from lawgate.stores.replacing import put_in_place
from lawgate.stores.runs.written import read_written

PAIRS, TABLE, PAGE, REVIEWS = "pairs.json", "pairs.csv", "pairs.html", "reviews.json"
FILES: Final = frozenset({PAIRS, TABLE, PAGE, REVIEWS})
FOLDER_MODE: Final = 0o700
FILE_MODE: Final = 0o600
FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r")

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReviewFolder:
    """A folder that `lawgate review pairs` wrote."""

    path: Path

    @classmethod
    def open(cls, path: Path) -> ReviewFolder:
        """An earlier packet's folder; InputError where there is none."""
        if not all((path / name).is_file() for name in (PAIRS, TABLE, PAGE)):
            raise InputError(
                "no pairs were written here", where=str(path), mend="name the --out folder of review pairs"
            )
        return cls(path)

    @classmethod
    def standing(cls, path: Path) -> ReviewFolder | None:
        """The folder of an earlier packet, which a new one replaces; None where nothing stands.

        Raises InputError where something else stands.
        """
        if path.is_symlink() or (path.exists() and not path.is_dir()):
            raise InputError("not a folder", where=str(path), mend="name a new folder")
        held = {entry.name for entry in path.iterdir()} if path.exists() else set()
        if not held:
            return None
        if not held <= FILES or PAIRS not in held:
            raise InputError(
                "this folder holds something else", where=str(path), mend="name a new folder, or an empty one"
            )
        return cls.open(path)

    def packet(self) -> Document:
        """What reviewers were given."""
        found: Document = read_written(self.path / PAIRS, by="review pairs", mend="write the pairs again")
        return found

    def reviews(self) -> bytes | None:
        """The decisions recorded so far, as they stand."""
        path = self.path / REVIEWS
        return path.read_bytes() if path.is_file() else None

    def put_reviews(self, document: Document) -> None:
        """The decisions as they now are, whole or not at all; only within `held`."""
        growing = self.path / f".{REVIEWS}.{os.getpid()}.part"
        growing.unlink(missing_ok=True)
        try:
            _write(growing, _json(document))
            growing.replace(self.path / REVIEWS)
        finally:
            growing.unlink(missing_ok=True)

    @contextmanager
    def held(self) -> Iterator[None]:
        """The folder for one writer at a time: two clerks who record at once lose nothing."""
        opened = os.open(self.path, os.O_RDONLY)
        try:
            fcntl.flock(opened, fcntl.LOCK_EX)
            yield
        finally:
            os.close(opened)


def put_packet(path: Path, packet: Document, page: str, rows: Sequence[Sequence[str | None]]) -> None:
    """Write a packet in its place, whole or not at all; decisions that were recorded there are kept."""
    place = path.resolve()
    growing = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with refused_as("the folder cannot be written", where=path):
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.rmtree(growing, ignore_errors=True)
            growing.mkdir(mode=FOLDER_MODE)
            _write(growing / PAIRS, _json(packet))
            _write(growing / TABLE, _csv(rows))
            _write(growing / PAGE, page)
            _replace(growing, place)
    finally:
        shutil.rmtree(growing, ignore_errors=True)


def _replace(growing: Path, place: Path) -> None:
    earlier = ReviewFolder.standing(place)
    if earlier is None:
        put_in_place(growing, place)
        return
    with earlier.held():
        if (recorded := earlier.reviews()) is not None:
            _write(growing / REVIEWS, recorded.decode())
        put_in_place(growing, place)


def _json(document: Document) -> str:
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _csv(rows: Sequence[Sequence[str | None]]) -> str:
    written = StringIO()
    csv.writer(written).writerows([_cell(cell) for cell in row] for row in rows)
    return written.getvalue()


def _cell(text: str | None) -> str:
    """A cell that no spreadsheet runs: a sign that begins a formula gets an apostrophe before it."""
    said = text or ""
    return f"'{said}" if said.lstrip(" ").startswith(FORMULA_SIGNS) else said


def _write(path: Path, text: str) -> None:
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
    with os.fdopen(opened, "w", encoding="utf-8", newline="") as file:
        file.write(text)
