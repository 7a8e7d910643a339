"""Printing an answer: as one JSON document, or in a terminal with the view made for it."""

from __future__ import annotations

import json
import sys
from typing import Any

import typer


def show(document: dict[str, Any], as_json: bool, view: str) -> None:
    """Print a document as JSON, or with the view made for it."""
    if as_json:
        print_json(document)
        return
    from rich.console import Console

    from lawgate.service.views import view_of

    Console(highlight=False).print(view_of(document, view))


def show_check(document: dict[str, Any], as_json: bool, view: str, *, failed: bool) -> None:
    """Print what a check found; exit 1 where it failed."""
    show(document, as_json, view)
    if failed:
        raise typer.Exit(1)


def print_json(document: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(document, indent=1, ensure_ascii=False) + "\n")
