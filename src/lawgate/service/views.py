"""What a person sees of an answer in a terminal."""

from __future__ import annotations

from typing import Any

from lawgate.present import terminal


def view_of(document: dict[str, Any], view: str) -> Any:
    """The document as the view of this name shows it: something that a terminal can print."""
    return getattr(terminal, view)(document)
