"""Large requests in a folder, each with its own: the request as it came, its shape, and what became of it.

NAME/request.json  the request, its table beside it under the name that it states
NAME/findings.json answers of officials, if there are any
NAME/shape.json    the figures of its own words, kept under the digests of what they were counted from
NAME/wanted        that somebody had it decided; NAME/failed why it cannot be
NAME/out           what `lawgate batch --out` wrote
NAME/purged.json   that its words were destroyed when their time was over: the day and their digests; beside it
                   nothing stays but the figures in out/summary.json
"""

from __future__ import annotations

import fcntl
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any, Final

from lawgate.errors import InputError
from lawgate.stores.digests import digest_of
from lawgate.stores.replacing import write_whole
from lawgate.stores.runs.batch_folder import FILES, SUMMARY
from lawgate.stores.runs.batch_growing import MANIFEST
from lawgate.stores.runs.run_folders import run_at

REQUEST: Final = "request.json"
FINDINGS, SHAPE, WANTED, FAILED, OUT = "findings.json", "shape.json", "wanted", "failed", "out"
PURGED: Final = "purged.json"
_LATEST_PARTS: Final = 20


@dataclass(frozen=True, slots=True)
class Growth:
    """How far a run has come: parts that stand, subjects in a part, and seconds that a part took of late."""

    parts: int
    subjects_in_part: int
    seconds_a_part: float | None


@dataclass(frozen=True, slots=True)
class BatchRun:
    """One large request in its folder."""

    at: Path

    @property
    def request(self) -> Path:
        """The request as it came."""
        return self.at / REQUEST

    @property
    def findings(self) -> Path | None:
        """The officials' answers, where there are any."""
        path = self.at / FINDINGS
        return path if path.is_file() else None

    @property
    def out(self) -> Path:
        """Where what became of it stands, or will."""
        return self.at / OUT

    @property
    def is_decided(self) -> bool:
        """Whether it was decided whole."""
        return all((self.out / name).is_file() for name in FILES)

    @property
    def is_wanted(self) -> bool:
        """Whether somebody had it decided."""
        return (self.at / WANTED).is_file()

    @property
    def failed(self) -> str | None:
        """Why it cannot be decided; None where nothing is known against it."""
        path = self.at / FAILED
        return path.read_text(encoding="utf-8") if path.is_file() else None

    @property
    def is_written_now(self) -> bool:
        """Whether some process, of this worker or of another, is deciding it."""
        lock = self.at / f".{OUT}.growing" / "lock"
        if not lock.is_file():
            return False
        with lock.open("r") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except OSError:
                return True
        return False

    def want(self) -> None:
        """Have it decided by the process that works in the background."""
        (self.at / FAILED).unlink(missing_ok=True)
        (self.at / WANTED).touch()

    def fail(self, why: str) -> None:
        """Note why it cannot be decided; it is wanted no more."""
        (self.at / FAILED).write_text(why, encoding="utf-8")
        (self.at / WANTED).unlink(missing_ok=True)

    @property
    def purged(self) -> dict[str, Any] | None:
        """The day on which its words were destroyed and the digests of them; None while they are kept."""
        try:
            return dict(json.loads((self.at / PURGED).read_text(encoding="utf-8")))
        except (OSError, ValueError):
            return None

    @property
    def stood_since(self) -> datetime:
        """When it was decided or found undecidable, or else taken in."""
        ends = [self.out / SUMMARY, self.at / FAILED, self.request]
        found = next((one for one in ends if one.is_file()), self.at)
        return datetime.fromtimestamp(found.stat().st_mtime, UTC)

    def digests(self) -> dict[str, str]:
        """The digests of the request and of the tables beside it, by the names of their files."""
        beside = sorted(
            one for one in self.at.iterdir() if one.suffix in {".csv", ".parquet"} and one.is_file()
        )
        return {one.name: digest_of(one) for one in (self.request, *beside)}

    def note_purged(self, told: Mapping[str, Any]) -> None:
        """Note that its words are destroyed, before they are: what is broken off is ended later."""
        write_whole(self.at / PURGED, lambda place: place.write_text(json.dumps(told), encoding="utf-8"))

    def remove_words(self) -> None:
        """Remove everything but the note of it and the figures, which name nobody."""
        for one in sorted(self.at.iterdir()):
            if one.name not in {PURGED, OUT}:
                _remove(one)
        for one in sorted(self.out.iterdir()) if self.out.is_dir() else ():
            if one.name != SUMMARY:
                _remove(one)

    @property
    def has_words(self) -> bool:
        """Whether anything is left to be removed."""
        kept = {PURGED, OUT}
        left = [one for one in self.at.iterdir() if one.name not in kept]
        return bool(left) or any(one.name != SUMMARY for one in self.out.glob("*"))

    def growth(self) -> Growth | None:
        """How far a run has come that is not at its end; None where none has begun."""
        growing = self.at / f".{OUT}.growing"
        try:
            told = json.loads((growing / MANIFEST).read_text(encoding="utf-8"))
            ended = sorted(one.stat().st_mtime for one in growing.glob("[0-9]*.json"))
        except (OSError, ValueError):
            return None
        gaps = [after - before for before, after in pairwise(ended)]
        return Growth(
            len(ended), int(told["subjects_in_part"]), median(gaps[-_LATEST_PARTS:]) if gaps else None
        )

    def last_shape(self) -> tuple[dict[str, Any], dict[str, Any]] | None:
        """The shape that was counted last, and what it was counted from; None where none was."""
        try:
            kept = json.loads((self.at / SHAPE).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return dict(kept["told"]), dict(kept["counted_from"])

    def keep_shape(self, counted_from: Mapping[str, Any], told: Mapping[str, Any]) -> None:
        """Keep a shape with what it was counted from; a reader never finds half of it."""
        beside = self.at / f"{SHAPE}.new"
        beside.write_text(json.dumps({"counted_from": counted_from, "told": told}), encoding="utf-8")
        beside.rename(self.at / SHAPE)


def batch_at(folder: Path | None, name: str) -> BatchRun:
    """One large request by its name; UnknownCaseError where there is none."""
    run = BatchRun(run_at(folder, name))
    if not run.request.is_file() and run.purged is None:
        raise InputError("no request lies here", where=name, mend=f"put it there as {REQUEST}")
    return run


def place_batch(folder: Path, year: int, request: bytes, table: tuple[str, bytes] | None) -> BatchRun:
    """A new folder with a request and its table, under the first number of the year that is free."""
    folder.mkdir(parents=True, exist_ok=True)
    number = 1 + sum(1 for _ in folder.glob(f"B{year}-*"))
    while True:
        place = folder / f"B{year}-{number:04}"
        try:
            place.mkdir()
            break
        except FileExistsError:
            number += 1
    if table is not None:
        (place / table[0]).write_bytes(table[1])
    (place / REQUEST).write_bytes(request)
    return BatchRun(place)


def _remove(place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink()
