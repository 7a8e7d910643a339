"""Which pathway, as a part of a terminal view."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from lawgate.present.terminal.lines import grid, heading, indented, quiet, short_cite, state, text
from lawgate.present.ways_words import (
    FOR_THE_OFFICE,
    TITLE,
    answers_told,
    hindrances,
    narrowness_words,
    summary,
    why_missing,
)
from lawgate.present.words import TRUTH, row_name

Document = Mapping[str, Any]


def ways_lines(ways: Document | None) -> Iterator[RenderableType]:
    """The part of a terminal view; nothing where the request names its paragraph."""
    if ways is None:
        return
    yield heading(TITLE)
    yield text(summary(ways))
    yield quiet(FOR_THE_OFFICE)
    if ways["open"]:
        yield indented(
            grid(
                [">rows", "opens under", "because it opens for"],
                [
                    [text(str(len(one["rows"]))), _named(one), quiet(narrowness_words(one))]
                    for one in ways["open"]
                ],
            )
        )
    for near in ways["near"]:
        yield Text.assemble("\n", text("Near: ", "bold"), _named(near), quiet(f"  for {row_name(near)}"))
        yield indented(
            grid(["=met", "missing"], [[state(one["truth"], TRUTH), _lacks(one)] for one in near["missing"]])
        )
        for hindrance in hindrances(near):
            yield indented(text(hindrance))
        for line in answers_told(near):
            yield indented(text(line), 2)


def _named(one: Document) -> Text:
    return Text.assemble(text(short_cite(one["cite_text"]), "bold"), " ", text(one["heading"]))


def _lacks(missing: Document) -> RenderableType:
    return Text.assemble(
        text(missing["label"]),
        " ",
        quiet(short_cite(missing["cite_text"])),
        "\n",
        quiet(why_missing(missing)),
    )
