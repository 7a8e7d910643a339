"""Printing an answer in a terminal."""

from __future__ import annotations

from typing import Any

from rich.console import Console

from lawgate.service.views import view_of


def show(document: dict[str, Any], view: str) -> None:
    """Print a document with the view made for it."""
    Console(highlight=False).print(view_of(document, view))
