"""A determination, or what differs between two runs, as a page for people, written where a command is told to."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lawgate.present.pages.decision import decision_page
from lawgate.present.pages.differences import differences_page
from lawgate.stores.replacing import put_text


def write_page(document: Mapping[str, Any], path: Path | None) -> None:
    """Write the page, or nothing where no file is named; InputError where it cannot be written."""
    if path is not None:
        put_text(path, decision_page(document))


def write_differences(document: Mapping[str, Any], path: Path | None) -> None:
    """The same for what differs between two runs."""
    if path is not None:
        put_text(path, differences_page(document))
