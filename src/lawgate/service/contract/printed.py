"""How a provision and a day stand in every document."""

from __future__ import annotations

from datetime import date

from lawgate.cite import Cite


def cite_document(cite: Cite) -> dict[str, str]:
    """A provision by its address, and as it is printed."""
    return {"cite": str(cite), "cite_text": cite.text}


def day_text(day: date | None) -> str | None:
    """A day as it is written; null where there is none."""
    return day.isoformat() if day else None
