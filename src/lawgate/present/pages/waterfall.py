"""The picture of one decision about who is named: each field's weight, one after another, from prior to sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Any, Final

from lawgate.present.match_words import FIELDS, factor_words, level_words, odds_words
from lawgate.present.pages.markup import Markup, el, join
from lawgate.present.pages.svg import FONT, INK, MUTED, NAVY, NO, RULE, YES, label, pixels
from lawgate.present.words import number

Document = Mapping[str, Any]

WIDTH: Final = 760
LEFT, RIGHT = 272, 664
ROW: Final = 36
TOP: Final = 46
BAR: Final = 16
TICK_BITS: Final = 10
_TICKS: Final = {-30: "1 in a thousand million", -20: "1 in a million", -10: "1 in a thousand", 0: "even",
                 10: "1,000 to 1", 20: "a million to 1", 30: "a thousand million to 1"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Step:
    """One row: what it is, what was found, and from where to where it moves the sum, in bits."""

    name: str
    found: str
    start: float
    end: float
    kind: str

    @property
    def bits(self) -> float:
        return self.end - self.start


def steps_of(match: Document, records: int) -> list[Step]:
    """The prior, each weighed field and the sum; nothing where no record was compared.

    `match` is a row of a match; `records` is how many the file holds.
    """
    if match["prior_bits"] is None:
        return []
    at = match["prior_bits"]
    steps = [Step("Before comparing", _prior_words(records), 0.0, at, "prior")]
    for one in match["evidence"]:
        if one["bits"] is not None:
            name, found = FIELDS[one["field"]], level_words(one["field"], one["level"])
            steps.append(Step(name, found, at, at + one["bits"], "for" if one["bits"] >= 0 else "against"))
            at += one["bits"]
    steps.append(Step("All together", odds_words(at), 0.0, at, "sum"))
    return steps


def waterfall(match: Document, records: int, *, key: str, alone: bool = False) -> Markup:
    """The picture; `key` keeps its ids apart on a page, `alone` makes it a file of its own."""
    steps = steps_of(match, records)
    scale = _scale(steps)
    height = TOP + ROW * len(steps) + 12
    title = f"How the evidence about {match['ref']} adds up"
    return el(
        "svg",
        el("title", title),
        el("desc", described(steps), id=f"{key}-words"),
        el("rect", x=0, y=0, width=WIDTH, height=height, fill="#fff"),
        _axis(scale, height),
        [_row(step, place, scale) for place, step in enumerate(steps)],
        [_joint(step, place, scale) for place, step in enumerate(steps[:-2])],
        viewBox=f"0 0 {WIDTH} {height}",
        role="img",
        aria_label=title,
        aria_describedby=f"{key}-words",
        font_family=FONT,
        class_="waterfall",
        xmlns="http://www.w3.org/2000/svg" if alone else None,
    )


def described(steps: Sequence[Step]) -> str:
    """The picture in a sentence for each row, for who cannot see it."""
    told = (f"{step.name}: {step.found}, {factor_words(step.bits)}." for step in steps[:-1])
    return " ".join([*told, *(f"{step.name}: {step.found}." for step in steps[-1:])])


def signed(bits: float) -> str:
    """Bits with their sign, a true minus among them."""
    return f"{bits:+.1f}".replace("-", "\N{MINUS SIGN}")


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float

    def x(self, bits: float) -> float:
        return LEFT + (RIGHT - LEFT) * (bits - self.low) / (self.high - self.low)


def _scale(steps: Sequence[Step]) -> _Scale:
    reached = [bits for step in steps for bits in (step.start, step.end)]
    low, high = min([*reached, -TICK_BITS]), max([*reached, TICK_BITS])
    return _Scale(low - 1.0, high + 1.0)


def _axis(scale: _Scale, height: int) -> Markup:
    first, last = ceil(scale.low / TICK_BITS), floor(scale.high / TICK_BITS)
    ticks = [place * TICK_BITS for place in range(first, last + 1)]
    said = {-20, 0, 20} if len(ticks) > 4 else set(ticks)
    return join(
        label("somebody else", LEFT, 14, anchor="start", fill=NO, weight="600"),
        label("the person named", RIGHT, 14, anchor="end", fill=YES, weight="600"),
        label("times likelier", WIDTH - 4, TOP - 14, anchor="end", fill=MUTED, size=11),
        [_tick(bits, scale, height, said=_TICKS.get(bits, "") if bits in said else "") for bits in ticks],
    )


def _tick(bits: int, scale: _Scale, height: int, *, said: str) -> Markup:
    x = pixels(scale.x(bits))
    ruled = el(
        "line", x1=x, y1=TOP - 8, x2=x, y2=height - 8, stroke=INK if bits == 0 else RULE,
        stroke_width="1.4" if bits == 0 else "1",
    )  # fmt: skip
    return join(ruled, label(said, scale.x(bits), TOP - 14, anchor="middle", fill=MUTED, size=11))


def _row(step: Step, place: int, scale: _Scale) -> Markup:
    top = TOP + ROW * place
    return join(
        label(step.name, 4, top + 13, weight="700" if step.kind == "sum" else "600"),
        label(step.found, 4, top + 28, fill=MUTED, size=11),
        _bar(step, top, scale),
        None
        if step.kind == "sum"
        else label(
            factor_words(step.bits), WIDTH - 4, top + 19, anchor="end", weight="600", fill=_INK_OF[step.kind]
        ),
        el("line", x1=0, y1=top + ROW - 2, x2=WIDTH, y2=top + ROW - 2, stroke="#eef1f5", stroke_width="1"),
    )


_INK_OF: Final = {"prior": MUTED, "for": YES, "against": NO, "sum": NAVY}
_PAINT: Final = {
    "prior": {"fill": "#e4e8ee", "stroke": MUTED},
    "for": {"fill": YES, "stroke": YES},
    "against": {"fill": "#fff", "stroke": NO},
    "sum": {"fill": NAVY, "stroke": NAVY},
}
"""For is filled and against is hollow: the difference outlives a grey printer."""


def _bar(step: Step, top: int, scale: _Scale) -> Markup:
    left, right = sorted((scale.x(step.start), scale.x(step.end)))
    return el(
        "rect", x=pixels(left), y=top + 6, width=pixels(max(right - left, 1.5)), height=BAR, stroke_width="1.6",
        **_PAINT[step.kind],
    )  # fmt: skip


def _joint(step: Step, place: int, scale: _Scale) -> Markup:
    """The thin line that carries the sum down to the next row."""
    x, top = pixels(scale.x(step.end)), TOP + ROW * place + 6 + BAR
    return el("line", x1=x, y1=top, x2=x, y2=top + ROW - BAR, stroke=MUTED, stroke_dasharray="2 2")


def _prior_words(records: int) -> str:
    return f"one of the {number(records)} records on file, if any"
