"""What a person sees in a terminal."""

from __future__ import annotations

from typing import Any

from rich.console import Console

from lawgate.present import terminal


def show(document: dict[str, Any], view: str) -> None:
    """Print a document with the view made for it."""
    Console(highlight=False).print(getattr(terminal, view)(document))
