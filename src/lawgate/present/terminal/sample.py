"""A sample folder in a terminal: what it holds and where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Group, RenderableType

from lawgate.present.terminal.lines import facts, text
from lawgate.present.words import SYNTHETIC, number, readable

Document = Mapping[str, Any]


def sample(document: Document) -> RenderableType:
    """What a sample folder holds and where."""
    return Group(
        text(SYNTHETIC, "bold"),
        facts(
            (readable(name), number(value) if isinstance(value, int) else str(value))
            for name, value in document.items()
        ),
    )
