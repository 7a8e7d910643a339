"""The shape of a request: figures of its own words, as a part of the report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lawgate.present.pages.charts import bar
from lawgate.present.pages.markup import Column, Content, Markup, el, table
from lawgate.present.pages.page import cited, section
from lawgate.present.words import SHAPE, listed, number, readable, share, word

Document = Mapping[str, Any]

LEAD = (
    "Counted from the request's own words, before any record is looked at. A subject in doubt for a figure may "
    "fail the demand that stands beside it; nothing is decided here."
)


def shape_section(shape: Document | None) -> Markup | None:
    """The figures as a part of a page; None where a batch told none."""
    if not shape:
        return None
    whole = shape["subjects"]
    return section("The shape of the request", [_figure(one, whole) for one in shape["figures"]], lead=LEAD)


def _figure(figure: Document, whole: int) -> Markup:
    told = word(SHAPE, figure["name"])
    return el(
        "div",
        table(
            f"{told.name}: {told.meaning}",
            [Column("Stated"), Column("Share", "bars"), Column("Subjects", "number")],
            [
                [readable(key), bar({"count": count}, whole, width=110), number(count)]
                for key, count in figure["subjects"].items()
            ],
            foot=["In doubt", share(figure["in_doubt"], whole), number(figure["in_doubt"])],
        ),
        _told(figure),
        el("p", _doubted(figure), class_="small"),
    )


def _told(figure: Document) -> Markup | None:
    numbers = numbers_told(figure)
    return el("p", f"{numbers}.", class_="small") if numbers else None


def _doubted(figure: Document) -> list[Content]:
    """Each demand once, with where it stands, and the questions on which it turns."""
    parts: list[Content] = ["Bears on: "]
    for one in figure["elements"]:
        parts += [one["label"], " (", cited(one["cite_text"]), "); "]
    turning = listed(figure["contested"])
    parts.append(f"contested: {turning}." if turning else "no contested question.")
    return parts


def numbers_told(figure: Document) -> str:
    """What a figure tells besides subjects, in a line."""
    return ", ".join(f"{readable(key).lower()} {number(count)}" for key, count in figure["told"].items())
