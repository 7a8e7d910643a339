"""A determination, or what differs between two runs, as a page for people, written where a command is told to."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lawgate.present.pages.decision import decision_page
from lawgate.present.pages.differences import differences_page
from lawgate.stores.refused import refused_as


def write_page(document: Mapping[str, Any], path: Path | None) -> None:
    """Write the page, or nothing where no file is named; InputError where it cannot be written."""
    if path is not None:
        _write(decision_page(document), path)


def write_differences(document: Mapping[str, Any], path: Path | None) -> None:
    """The same for what differs between two runs."""
    if path is not None:
        _write(differences_page(document), path)


def _write(page: str, path: Path) -> None:
    with refused_as("the page cannot be written", where=path):
        path.write_text(page, encoding="utf-8")
