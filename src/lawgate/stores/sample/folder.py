"""The folder of a sample: never another's, and replaced as a whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lawgate.errors import InputError
from lawgate.stores.replacing import put_in_place

MARK = "sample.json"
MADE_BY = "lawgate sample"


def demand_own(out: Path) -> None:
    """Refuse a place that holds anything but an earlier sample; raises InputError and touches nothing."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise InputError("not a folder", where=str(out), mend="name a new folder")
    if not out.exists() or not any(out.iterdir()):
        return
    written = _written_before(out)
    if written is None:
        raise InputError("this folder is not a sample", where=str(out), mend="name a new or empty folder")
    strange = sorted(name for name in _files_of(out) if name not in written)
    if strange:
        raise InputError(
            f"{strange[0]} is in this sample's folder but was not written by it",
            where=str(out),
            mend="move it away or name a new folder",
        )


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """A temporary sibling to write into, which takes the place of the folder only if all went well."""
    demand_own(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    part = out.parent / f".{out.name}.{os.getpid()}.part"
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    try:
        yield part
        _mark_files(part)
        demand_own(out)
        put_in_place(part, out)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _written_before(out: Path) -> frozenset[str] | None:
    """The names of the files that an earlier run wrote here, or None if this is no sample."""
    try:
        mark = json.loads((out / MARK).read_text(encoding="utf-8"))
        if mark["made_by"] != MADE_BY:
            return None
        return frozenset(mark["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _mark_files(part: Path) -> None:
    """Add the names of all files to the mark, so that a later run knows what is its own."""
    mark = json.loads((part / MARK).read_text(encoding="utf-8"))
    mark["files"] = sorted(_files_of(part))
    (part / MARK).write_text(json.dumps(mark, indent=1) + "\n", encoding="utf-8")


def _files_of(folder: Path) -> Iterator[str]:
    """Files by their place in the folder; an empty folder inside counts too, for it is somebody's."""
    for path in folder.rglob("*"):
        if not path.is_dir() or path.is_symlink() or not any(path.iterdir()):
            yield path.relative_to(folder).as_posix()
