"""Bars and marks in SVG: every kind has a pattern and a shape besides its colour."""

from __future__ import annotations

from collections.abc import Mapping

from lawgate.present.pages.markup import Content, Markup, el, join
from lawgate.present.words import number

_PART_WIDTH_MIN = 1.5
"""In the units of the drawing: what is not nothing can be seen."""

_KIND = {
    "yes": "yes", "disclose": "yes", "admitted": "yes", "lawful": "yes",
    "no": "no", "withhold": "no", "returned": "no", "blocked": "no", "unlawful": "no",
    "open": "open", "needs_finding": "open", "review": "open", "undeterminable": "open",
    "needs_more": "more", "turns_on": "more",
}  # fmt: skip

# Each kind differs in texture (solid, slanted lines, dots, upright lines), so it survives a grey printer.
DEFINITIONS = Markup(
    '<svg class="defs" width="0" height="0" aria-hidden="true" focusable="false"><defs>'
    '<pattern id="p-no" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="5" height="5" fill="#f6e3e1"/><rect width="2" height="5" fill="#8f2d2d"/></pattern>'
    '<pattern id="p-open" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<rect width="5" height="5" fill="#fff"/><circle cx="2.5" cy="2.5" r="1.2" fill="#2f4f8f"/></pattern>'
    '<pattern id="p-more" width="4" height="4" patternUnits="userSpaceOnUse">'
    '<rect width="4" height="4" fill="#fbf0d9"/><rect width="1.4" height="4" fill="#7a5200"/></pattern>'
    "</defs></svg>"
)

_SHAPE = {
    "yes": '<rect x="1" y="1" width="12" height="12" fill="#1d6b4f"/>'
    '<path d="M3.6 7.2 6 9.8 10.6 4.4" fill="none" stroke="#fff" stroke-width="1.8"/>',
    "no": '<path d="M2.2 2.2 11.8 11.8M11.8 2.2 2.2 11.8" fill="none" stroke="#8f2d2d" stroke-width="2.6"/>',
    "open": '<circle cx="7" cy="7" r="5.2" fill="#fff" stroke="#2f4f8f" stroke-width="2"/>',
    "more": '<path d="M7 1.8 12.8 12.2 1.2 12.2Z" fill="#fff" stroke="#7a5200" stroke-width="2"/>',
}


def mark(key: str, said: Content) -> Markup:
    """A word with the shape of its kind before it."""
    kind = _KIND[key]
    shape = el(
        "svg", Markup(_SHAPE[kind]), class_="mark", viewBox="0 0 14 14", width=14, height=14,
        aria_hidden="true", focusable="false",
    )  # fmt: skip
    return el("span", shape, "\N{NO-BREAK SPACE}", el("span", said), class_=f"marked {kind}")


def bar(parts: Mapping[str, int], whole: int, *, width: int = 200, height: int = 12) -> Markup:
    """A bar of parts drawn to scale; hidden from readers of speech, for its numbers stand beside it."""
    return _drawing(parts, whole, width, height, aria_hidden="true", focusable="false")


def wide_bar(parts: Mapping[str, int], whole: int, described: str) -> Markup:
    """A bar as wide as the page, described in words for readers of speech."""
    return _drawing(parts, whole, 960, 34, role="img", aria_label=described)


def described(parts: Mapping[str, int], names: Mapping[str, str]) -> str:
    """The parts of a bar in words: Disclose 12, Withhold 3."""
    return ", ".join(f"{names[key]} {number(count)}" for key, count in parts.items())


def part_widths(counts: list[int], whole: int, width: float) -> list[float]:
    """How wide each part is drawn; together at most `width`, and no part that counts is invisible."""
    if whole <= 0:
        return [0.0 for _ in counts]
    drawn = [max(width * count / whole, _PART_WIDTH_MIN) if count else 0.0 for count in counts]
    excess = sum(drawn) - width
    if excess > 0:
        drawn[drawn.index(max(drawn))] -= excess
    return drawn


def _drawing(parts: Mapping[str, int], whole: int, width: int, height: int, **attributes: str) -> Markup:
    drawn, left = [], 0.0
    for key, each in zip(parts, part_widths(list(parts.values()), whole, width - 1), strict=True):
        if each:
            kind = _KIND.get(key, "plain")
            size = {"x": f"{left + 0.5:.2f}", "y": "0.5", "width": f"{each:.2f}", "height": str(height - 1)}
            drawn.append(el("rect", class_=f"bar-{kind}", **size))
            left += each
    ground = el("rect", class_="bar-ground", x="0.5", y="0.5", width=width - 1, height=height - 1)
    return el("svg", join(ground, drawn), class_="bar", viewBox=f"0 0 {width} {height}", **attributes)
