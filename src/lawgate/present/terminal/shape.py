"""The shape of a request in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Group, RenderableType

from lawgate.present.pages.shape import numbers_told
from lawgate.present.terminal.lines import grid, heading, indented, quiet, shared, text
from lawgate.present.words import SHAPE, listed, number, readable, word

Document = Mapping[str, Any]


def shape_lines(shape: Document | None) -> Iterator[RenderableType]:
    """The figures as lines of a terminal."""
    for figure in shape["figures"] if shape else ():
        yield heading(f"{word(SHAPE, figure['name']).name}: {number(figure['in_doubt'])} in doubt")
        yield grid(
            ["=", ">", ">"],
            [
                [text(readable(key)), text(number(count)), shared(count, shape["subjects"] if shape else 0)]
                for key, count in figure["subjects"].items()
            ],
        )
        if numbers := numbers_told(figure):
            yield indented(quiet(numbers))
        cites = dict.fromkeys(one["cite_text"] for one in figure["elements"])
        yield indented(quiet(f"bears on {listed([*cites, *figure['contested']])}"))


def shape_alone(document: Document) -> RenderableType:
    """The figures of a request of which nothing was decided."""
    return Group(
        heading(f"Shape of {document['request']}: {number(document['shape']['subjects'])} subjects"),
        *shape_lines(document["shape"]),
    )
