"""Folders of runs: each run is a folder under its name, and by a name nothing else can be reached."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from lawgate.errors import UnknownCaseError

_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}")
_LONG_NUMBER: Final = re.compile(r"[0-9]{9}|[0-9]{3}-[0-9]{2}-[0-9]{4}|[0-9]{2}-[0-9]{7}")
"""A name stands in addresses and in the ledger, where nothing may look like a taxpayer's number."""


def is_run_name(name: str) -> bool:
    """Whether a run can have this name: a letter, then up to 39 letters, digits, - or _, and no long number."""
    return bool(_NAME.fullmatch(name)) and not _LONG_NUMBER.search(name)


def names_in(folder: Path | None) -> list[str]:
    """The runs of a folder, by name; none where there is no folder."""
    if folder is None or not folder.is_dir():
        return []
    return sorted(one.name for one in folder.iterdir() if is_run_name(one.name) and _is_own(one))


def run_at(folder: Path | None, name: str) -> Path:
    """The folder of one run; UnknownCaseError where there is none of this name."""
    if folder is None or not is_run_name(name) or not _is_own(folder / name):
        raise UnknownCaseError("no such run", where="name", mend="take one of those that are listed")
    return folder / name


def _is_own(place: Path) -> bool:
    """A folder and no link to one: a link would lead elsewhere."""
    return place.is_dir() and not place.is_symlink()
