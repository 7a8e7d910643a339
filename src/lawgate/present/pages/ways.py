"""Which pathway, as a part of a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lawgate.present.pages.charts import mark
from lawgate.present.pages.markup import Column, Markup, el, join, table
from lawgate.present.pages.page import cited
from lawgate.present.ways_words import (
    FOR_THE_OFFICE,
    TITLE,
    answers_told,
    hindrances,
    narrowness_words,
    summary,
    why_missing,
)
from lawgate.present.words import TRUTH, row_name, word

Document = Mapping[str, Any]


def ways_section(ways: Document | None) -> Markup | None:
    """The part of a page; nothing where the request names its paragraph."""
    if ways is None:
        return None
    return el(
        "section",
        el("h3", TITLE),
        el("p", summary(ways)),
        el("p", FOR_THE_OFFICE, class_="small"),
        _open_table(ways["open"]),
        [_near_part(near) for near in ways["near"]],
    )


def _open_table(opening: Sequence[Document]) -> Markup | None:
    if not opening:
        return None
    return table(
        "Pathways that open, the narrowest first",
        [Column("Pathway"), Column("Rows"), Column("How narrow")],
        [
            [
                [cited(one["cite_text"]), el("span", one["heading"], class_="small")],
                str(len(one["rows"])),
                narrowness_words(one),
            ]
            for one in opening
        ],
        kind="dense",
    )


def _near_part(near: Document) -> Markup:
    answers = answers_told(near)
    return join(
        table(
            f"Near: {near['heading']}, for {row_name(near)}",
            [
                Column("Missing"),
                Column("Met?", "mark"),
                Column("Where it stands", "cites"),
                Column("Why, and the mend"),
            ],
            [
                [
                    one["label"],
                    mark(one["truth"], word(TRUTH, one["truth"]).name),
                    cited(one["cite_text"]),
                    why_missing(one),
                ]
                for one in near["missing"]
            ],
            kind="dense",
        ),
        [el("p", hindrance) for hindrance in hindrances(near)],
        el("ul", [el("li", line) for line in answers]) if answers else None,
    )
