"""The picture and the tables of a calibration: how often somebody else is taken for the person named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, log10
from typing import Any, Final

from lawgate.present.match_words import BASES, FAMILIES, percent
from lawgate.present.pages.markup import Column, Markup, el, join, table
from lawgate.present.pages.page import section
from lawgate.present.pages.svg import FONT, INK, MUTED, NO, RULE, YES
from lawgate.present.pages.waterfall import WIDTH
from lawgate.present.words import counted, listed, number

Document = Mapping[str, Any]

LEFT, RIGHT, TOP, ROW = 150, 560, 52, 34
_LOW: Final = -5
"""The axis begins at one in a hundred thousand: each step of it is ten times."""
_STEPS: Final = {-5: "0.001%", -4: "0.01%", -3: "0.1%", -2: "1%", -1: "10%", 0: "100%"}


def calibration_section(summary: Document) -> Markup | None:
    """What the controls showed, drawn and in figures; nothing where none were asked."""
    found = summary["calibration"]
    if found is None:
        return None
    return section(
        "How often somebody else is taken for the person",
        el("p", claim_words(found), class_="sum"),
        _too_few(found["families"], summary["ceiling"]),
        chart(found["families"], summary["ceiling"]),
        _families(found["families"]),
        _bases(found["bases"], summary["ceiling"]),
        lead="Controls are people whom the records do not hold, so every match is an error. The bound is the rate "
        "that, with a confidence of 95%, is not exceeded; the worst of the four is the claim.",
    )


def claim_words(found: Document) -> str:
    """The claim in a sentence."""
    if found["worst"] is None:
        return "A family of controls is missing, so nothing is claimed."
    family = FAMILIES[found["worst"]].name.lower()
    return (
        f"Of people who are not on file, at most {percent(found['claim'])} are taken for somebody who is "
        f"(worst family: {family})."
    )


def _too_few(families: Sequence[Document], ceiling: float | None) -> Markup | None:
    """Where no error was seen and the bound is still above the ceiling, the file is small and not the rules bad."""
    if ceiling is None:
        return None
    short = [one for one in families if not one["errors"] and one["bound"] > ceiling]
    if not short:
        return None
    least = max(short, key=lambda one: one["bound"])
    return el(
        "p",
        f"{listed([FAMILIES[one['family']].name for one in short])}: no error was seen, but {number(least['asked'])} "
        f"controls without an error show no less than {percent(least['bound'])}. About {number(ceil(3 / ceiling))} "
        f"show {percent(ceiling)}: a file with fewer people cannot be let name anybody alone under this ceiling.",
    )


def chart(families: Sequence[Document], ceiling: float | None) -> Markup:
    """For each family the rate seen and its bound, on a scale on which each step is ten times."""
    height = TOP + ROW * len(families) + 10
    said = " ".join(f"{FAMILIES[one['family']].name}: at most {percent(one['bound'])}." for one in families)
    return el(
        "svg",
        el("title", "Bounds of the four families of controls"),
        el("desc", said),
        [_tick(power, label, height) for power, label in _STEPS.items()],
        _ceiling(ceiling, height),
        [_family(one, TOP + ROW * place) for place, one in enumerate(families)],
        viewBox=f"0 0 {WIDTH} {height}",
        role="img",
        aria_label=f"Bounds of the four families of controls. {said}",
        font_family=FONT,
        class_="waterfall",
    )


def _x(rate: float) -> float:
    return LEFT + (RIGHT - LEFT) * (max(log10(rate), _LOW) - _LOW) / -_LOW if rate > 0 else LEFT


def _tick(power: int, label: str, height: int) -> Markup:
    x = f"{_x(10.0**power):.1f}"
    return join(
        el("line", x1=x, y1=TOP - 8, x2=x, y2=height - 8, stroke=RULE),
        el("text", label, x=x, y=TOP - 14, text_anchor="middle", fill=MUTED, font_size=11),
    )


def _ceiling(ceiling: float | None, height: int) -> Markup | None:
    if ceiling is None:
        return None
    x = f"{_x(ceiling):.1f}"
    return join(
        el("line", x1=x, y1=18, x2=x, y2=height - 8, stroke=NO, stroke_width=2, stroke_dasharray="6 4"),
        el("text", f"ceiling {percent(ceiling)}", x=x, y=13, text_anchor="middle", fill=NO, font_size=12),
    )


def _family(one: Document, top: int) -> Markup:
    """A dot where the rate was seen, hollow at the edge where none was, and a line to the bound."""
    middle = top + ROW // 2 - 4
    seen = one["scale"] * one["errors"] / one["asked"]
    dot = {"fill": YES if seen else "#fff", "stroke": YES, "stroke_width": "2"}
    end = f"{_x(one['bound']):.1f}"
    return join(
        el("text", FAMILIES[one["family"]].name, x=4, y=middle + 4, fill=INK, font_size=13, font_weight="600"),
        el("line", x1=f"{_x(seen):.1f}", y1=middle, x2=end, y2=middle, stroke=YES, stroke_width="3"),
        el("line", x1=end, y1=middle - 7, x2=end, y2=middle + 7, stroke=YES, stroke_width="3"),
        el("circle", cx=f"{_x(seen):.1f}", cy=middle, r=5, **dot),
        el("text", f"at most {percent(one['bound'])}", x=WIDTH - 4, y=middle + 4, text_anchor="end",
           fill=INK, font_size=13),
    )  # fmt: skip


def _families(families: Sequence[Document]) -> Markup:
    return table(
        "Families of controls",
        [Column("Family"), Column("Asked", "number"), Column("Matched", "number"),
         Column("Counted as", "number"), Column("At most", "number")],
        [
            [
                [FAMILIES[one["family"]].name, el("span", FAMILIES[one["family"]].meaning, class_="small")],
                number(one["asked"]),
                number(one["errors"]),
                "each" if one["scale"] == 1.0 else f"{one['scale']:.2g} each",
                percent(one["bound"]),
            ]
            for one in families
        ],
    )  # fmt: skip


def _bases(bases: Sequence[Document], ceiling: float | None) -> Markup:
    """What a match rests on decides which mistakes it can make, and so whether it may stand without a person."""
    columns = [Column("What the match rests on"), Column("At most", "number")]
    if ceiling is not None:
        columns.append(Column(f"Under the ceiling of {percent(ceiling)}", "words"))
    return table(
        f"{counted(len(bases), 'kind')} of match, each held to the ceiling by itself",
        columns,
        [
            [
                [BASES[one["basis"]].name, el("span", BASES[one["basis"]].meaning, class_="small")],
                percent(one["claim"]),
                *([] if ceiling is None else ["yes" if one["claim"] <= ceiling else "no: a person looks"]),
            ]
            for one in bases
        ],
    )
