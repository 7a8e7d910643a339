"""What pictures in SVG share: their ink and paint, their letters, and a text at a place."""

from __future__ import annotations

from typing import Final

from lawgate.present.pages.markup import Markup, el

INK, MUTED, RULE, NAVY, YES, NO = "#16202e", "#4a5666", "#c3cad4", "#1b2f4e", "#1d6b4f", "#8f2d2d"
"""As the pages have them (`style`): a picture may stand alone, and then no style sheet reaches it."""
FONT: Final = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif'


def label(
    said: str,
    x: float,
    y: int,
    *,
    anchor: str = "start",
    fill: str = INK,
    size: int = 13,
    weight: str = "400",
) -> Markup:
    """A text at a place, in pixels of the picture."""
    return el(
        "text",
        said,
        x=pixels(x),
        y=y,
        text_anchor=anchor,
        fill=fill,
        font_size=size,
        font_weight=weight,
    )


def pixels(place: float) -> str:
    """A coordinate in pixels, to a tenth."""
    return f"{place:.1f}"
