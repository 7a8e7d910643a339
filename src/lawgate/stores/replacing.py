"""Replacing a folder as a whole: at no moment is there less than the old one or the new one."""

from __future__ import annotations

import shutil
from pathlib import Path


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
