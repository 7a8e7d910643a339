"""Replacing a folder or a file as a whole: at no moment is there less than the old one or the new one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from lawgate.stores.refused import refused_as


def put_in_place(made: Path, place: Path) -> None:
    """Put the folder made beside it in the place of the old one; on a failure the old one stands again."""
    if not place.exists():
        made.rename(place)
        return
    old = made.with_suffix(".old")
    place.rename(old)
    try:
        made.rename(place)
    except OSError:
        old.rename(place)
        raise
    shutil.rmtree(old)


def put_folder(place: Path, files: Mapping[str, bytes], *, refused: str) -> None:
    """Write a new folder of files that the owner alone can read, all of them or none.

    InputError, which says `refused`, where it cannot be written; what stands beside already is nobody's to remove.
    """
    made = beside(place)
    with refused_as(refused, where=place):
        made.mkdir(mode=0o700)
        try:
            for name, data in files.items():
                file = made / name
                file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                file.touch(mode=0o600)
                file.write_bytes(data)
            put_in_place(made, place)
        finally:
            shutil.rmtree(made, ignore_errors=True)  # nothing of the contents stays beside


def beside(place: Path) -> Path:
    """Where a folder is written before it is put in its place as a whole."""
    return place.with_name(f".{place.name}.part")


def write_whole(place: Path, write: Callable[[Path], object]) -> None:
    """Let a file be written beside its place and put it there; InputError where it cannot be."""
    made = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with refused_as("the file cannot be written", where=place):
            write(made)
            made.replace(place)
    finally:
        made.unlink(missing_ok=True)


def put_text(place: Path, text: str) -> None:
    """Write a text whole or not at all; InputError where it cannot be."""
    write_whole(place, lambda made: made.write_text(text, encoding="utf-8"))


def put_bytes(place: Path, data: bytes) -> None:
    """Write bytes whole or not at all; InputError where they cannot be."""
    write_whole(place, lambda made: made.write_bytes(data))
