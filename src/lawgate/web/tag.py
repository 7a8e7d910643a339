"""A word with its tone and its mark, so that no outcome is told by colour alone."""

from __future__ import annotations

from typing import Final, Literal

from django.utils.html import format_html
from django.utils.safestring import SafeString

Tone = Literal["yes", "no", "open", "more", "plain"]
_MARKS: Final = {"yes": "✓", "no": "✕", "open": "○", "more": "!"}


def tag(tone: Tone, says: str) -> SafeString:
    """The word in a small box of its tone; the mark before it is not read aloud."""
    mark = format_html('<span aria-hidden="true">{}</span> ', _MARKS[tone]) if tone in _MARKS else ""
    return format_html('<span class="lg-tag lg-tag--{}">{}{}</span>', tone, mark, says)
