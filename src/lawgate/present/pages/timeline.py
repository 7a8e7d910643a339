"""The law in time as a picture: a bar for each order from the day it began, open where it still stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from lawgate.present.pages.markup import Markup, el
from lawgate.present.pages.svg import FONT, MUTED, NAVY, NO, RULE, label

Document = Mapping[str, Any]

WIDTH: Final = 900
LEFT, RIGHT = 276, 880
ROW: Final = 40
TOP: Final = 44
BAR: Final = 14
PAINT: Final = {"block": NO, "hold": "#9a5b00", "none": NAVY}


@dataclass(frozen=True, slots=True)
class _Days:
    first: date
    last: date

    def x(self, day: date) -> float:
        """Where a day stands, held to the picture's edges."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(LEFT + (RIGHT - LEFT) * min(max(share, 0.0), 1.0), 1)


def timeline_picture(document: Document) -> str:
    """The orders of a timeline document as an SVG file; each row is told in words too."""
    orders = document["orders"]
    days = _Days(_first_of_year(orders), date.fromisoformat(document["until"]))
    height = TOP + ROW * len(orders) + 30
    title = "Orders of courts about disclosure, by day"
    return str(
        el(
            "svg",
            el("title", title),
            el("desc", " ".join(_told(order) for order in orders), id="told"),
            el("rect", x=0, y=0, width=WIDTH, height=height, fill="#fff"),
            [_month(day, days, height) for day in _quarters(days)],
            [_order(order, TOP + ROW * place, days) for place, order in enumerate(orders)],
            _key(height),
            viewBox=f"0 0 {WIDTH} {height}",
            role="img",
            aria_label=title,
            aria_describedby="told",
            font_family=FONT,
            xmlns="http://www.w3.org/2000/svg",
        )
    )


def _first_of_year(orders: Sequence[Document]) -> date:
    first = min(date.fromisoformat(order["begins"]["earliest"]) for order in orders)
    return date(first.year, 1, 1)


def _quarters(days: _Days) -> list[date]:
    years = range(days.first.year, days.last.year + 1)
    return [day for year in years for month in (1, 4, 7, 10) if (day := date(year, month, 1)) <= days.last]


def _month(day: date, days: _Days, height: int) -> list[Markup]:
    x = days.x(day)
    strong = day.month == 1
    return [
        el("line", x1=str(x), y1=TOP - 14, x2=str(x), y2=height - 28, stroke=MUTED if strong else RULE),
        label(f"{day:%b %Y}", x, TOP - 20, anchor="middle", fill=MUTED, size=11),
    ]


def _order(order: Document, top: int, days: _Days) -> list[Markup | None]:
    begins, ends = order["begins"], order["ends"]
    start, sure = date.fromisoformat(begins["earliest"]), date.fromisoformat(begins["latest"])
    end = date.fromisoformat(ends["latest"]) if ends else days.last
    act = next((act for act in order["acts"] if act in PAINT), "none")
    x, x_sure, x_end = days.x(start), days.x(min(sure, end)), days.x(end)
    pending = order["standing"] == "pending"
    return [
        label(f"{order['id']}  {order['court']} {order['docket']}", 6, top + 13, weight="600"),
        label(f"{order['judge']}; {order['standing']}", 6, top + 28, fill=MUTED, size=11),
        _bar(x, x_sure, top, "#fff", PAINT[act], dashed=True),
        _bar(x_sure, x_end, top, "#fff" if pending else PAINT[act], PAINT[act], dashed=pending),
    ]


def _bar(start: float, end: float, top: int, fill: str, stroke: str, *, dashed: bool) -> Markup | None:
    if end <= start:
        return None
    return el(
        "rect", x=str(start), y=top + 6, width=str(round(max(end - start, 2.0), 1)), height=BAR, rx=2, fill=fill,
        stroke=stroke, stroke_dasharray="4 3" if dashed else None,
    )  # fmt: skip


def _key(height: int) -> list[Markup]:
    said = (("block", "forbids"), ("hold", "holds until notice"), ("none", "restrains nothing"))
    found: list[Markup] = []
    for place, (act, words) in enumerate(said):
        x = LEFT + 150 * place
        found += [
            el("rect", x=x, y=height - 20, width=14, height=10, fill=PAINT[act]),
            label(words, x + 20, height - 11, fill=MUTED, size=11),
        ]
    return [*found, label("dashed: not certain", LEFT + 450, height - 11, fill=MUTED, size=11)]


def _told(order: Document) -> str:
    begins, ends = order["begins"], order["ends"]
    since = begins["earliest"]
    if begins["latest"] != since:
        since += f" to {begins['latest']} (not certain)"
    until = f" until {ends['latest']}" if ends else ""
    return f"{order['id']}, {order['court']}, {order['standing']}, from {since}{until}: {order['says']}"
