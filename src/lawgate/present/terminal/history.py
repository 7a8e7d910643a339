"""The law in time in a terminal: orders, versions, readings; a statute held against its record; coverage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from lawgate.present.terminal.lines import grid, heading, indented, quiet, text
from lawgate.present.words import number, readable

Document = Mapping[str, Any]


def law_timeline(document: Document) -> RenderableType:
    """Orders by day, then who adopted which reading."""
    return Group(*orders(document["orders"]), heading("Readings"), _adopted(document["adopted"]))


def law_verify(document: Document) -> RenderableType:
    """What differs from the text that was encoded."""
    if document["same"]:
        return text(f"{document['statute']}: every provision reads as it did when it was encoded.")
    parts: list[RenderableType] = []
    for kind in ("changed", "missing", "new"):
        if document[kind]:
            parts.append(heading(readable(kind)))
            parts += [
                indented(Text.assemble(text(one["cite_text"]), " ", quiet(one["role"] or "not encoded")))
                for one in document[kind]
            ]
    return Group(*parts)


_LOST = {
    "unaddressed": "Provisions without an entry",
    "doubled": "Provisions with several entries",
    "unknown": "Entries of provisions that the text on record does not have",
}


def law_coverage(document: Document) -> RenderableType:
    """How many addresses have an entry, by role, and those that have none."""
    rows = [[text(readable(role)), text(number(count))] for role, count in document["roles"].items()]
    parts: list[RenderableType] = [
        text(
            f"{number(document['addressed'])} of {number(document['addresses'])} provisions addressed", "bold"
        ),
        grid(["role", ">entries"], rows),
    ]
    for kind, says in _LOST.items():
        if document[kind]:
            parts += [heading(says), *(indented(text(one["cite_text"])) for one in document[kind])]
    return Group(*parts)


def orders(documents: Sequence[Document]) -> list[RenderableType]:
    """Orders of courts, each with its days, what it does and how sure that is."""
    parts: list[RenderableType] = []
    for order in documents:
        acts = ", ".join(order["acts"]) or "restrains nothing"
        parts += [
            heading(f"{order['id']}  {order['court']} {order['docket']}, {order['judge']}"),
            indented(text(order["says"])),
            indented(quiet(f"{_days(order)}; {order['standing']}; {acts}; certainty {order['certainty']}")),
            *([indented(quiet(order["note"]))] if order["note"] else []),
        ]
    return parts


def questions(documents: Sequence[Document]) -> list[RenderableType]:
    """Contested questions, each with its readings and who adopted them."""
    parts: list[RenderableType] = []
    for question in documents:
        parts.append(heading(f"{question['id']}  {question['asks']}"))
        for reading in question["readings"]:
            default = " (followed unless another is adopted)" if reading["id"] == question["default"] else ""
            parts.append(indented(text(f"{reading['id']}: {reading['says']}{default}")))
            parts += [indented(quiet(_adopter(one)), 2) for one in reading["adopters"]]
    return parts


def _adopter(adopter: Document) -> str:
    known = (adopter["who"], adopter["on"], adopter["order"], adopter["where"])
    return ", ".join(part for part in known if part)


def _adopted(rows: Sequence[Document]) -> RenderableType:
    return grid(
        ["=day", "=reading", "by"],
        [[text(one["on"]), text(f"{one['question']}={one['reading']}"), text(one["who"])] for one in rows],
    )


def _days(order: Document) -> str:
    begins, ends = order["begins"], order["ends"]
    since = begins["earliest"]
    if begins["latest"] != since:
        since = f"between {since} and {begins['latest']}"
    return f"since {since}" + (f" until {ends['latest']}" if ends else "")
