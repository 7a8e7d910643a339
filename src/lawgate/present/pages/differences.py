"""What differs between two audits or two batches, as a page: who gains, who loses, and by which demand of the law."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lawgate.present.pages.charts import bar, mark
from lawgate.present.pages.markup import Column, Content, Markup, el, join, table
from lawgate.present.pages.page import cited, framed, section
from lawgate.present.words import SYNTHETIC, number, readable

Document = Mapping[str, Any]


def differences_page(document: Document) -> str:
    """A page that stands alone; InputError comes before it, where the two are not of one request."""
    facts: list[tuple[str, Content]] = [
        ("In both", number(document["compared"])),
        ("Only in the first", number(document["only_in_one"])),
        ("Only in the second", number(document["only_in_other"])),
    ]
    body = join(
        _moved("Who gains", document["gained"], document),
        _moved("Who loses", document["lost"], document),
    )
    return framed(
        f"Differences on {document['request']}",
        body,
        heading=f"What differs between two runs on request {document['request']}",
        facts=facts,
        banners=el("p", SYNTHETIC, class_="banner synthetic"),
        foot=el("p", "Each run as the law is read in it; what neither run told is not told here."),
    )


def _moved(heading: str, moved: Document, document: Document) -> Markup:
    if not moved["count"]:
        return section(f"{heading}: 0", el("p", "Nobody.", class_="none"))
    counted = document["of"].capitalize()
    return section(
        f"{heading}: {number(moved['count'])}",
        table(
            "From what to what",
            [Column("Was"), Column("Is"), Column("Share", "bars"), Column(counted, "number")],
            [
                [
                    mark(one["from"], readable(one["from"])),
                    mark(one["to"], readable(one["to"])),
                    bar({one["to"]: one["count"]}, document["compared"]),
                    number(one["count"]),
                ]
                for one in moved["ways"]
            ],
        ),
        table(
            "By which demand of the law",
            [
                Column("Demand"),
                Column("Where it stands", "cites"),
                Column("Was"),
                Column("Is"),
                Column(counted, "number"),
            ],
            [
                [one["label"], cited(one["cite_text"]), one["from"], one["to"], number(one["count"])]
                for one in moved["elements"]
            ],
        )
        if moved["elements"]
        else None,
        el("p", "The first: ", ", ".join(moved["first"]), class_="small"),
    )
