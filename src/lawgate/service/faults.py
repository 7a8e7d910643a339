"""A fault of ours, noted by its kind: its words may hold a name, so they are not."""

from __future__ import annotations

from lawgate.stores.log import say


def note_fault(kind: str) -> None:
    """Log that a page failed."""
    say("page_failed", fault=kind)
