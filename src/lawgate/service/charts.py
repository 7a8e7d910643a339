"""The charts of the reports, as markup for pages: the same bars, the same patterns."""

from __future__ import annotations

from collections.abc import Mapping

from lawgate.present.pages.charts import DEFINITIONS, bar, wide_bar

PATTERNS = str(DEFINITIONS)
"""What bars are filled with; it stands once in a page."""


def share_bar(parts: Mapping[str, int], whole: int) -> str:
    """A small bar of parts drawn to scale; its numbers stand beside it."""
    return str(bar(parts, whole))


def wide_share_bar(parts: Mapping[str, int], whole: int, described: str) -> str:
    """A bar as wide as the page, described in words for readers of speech."""
    return str(wide_bar(parts, whole, described))
