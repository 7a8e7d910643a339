"""The encoded law in a terminal: its provisions, its items, its questions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from lawgate.present.terminal.history import orders, questions
from lawgate.present.terminal.lines import grid, heading, indented, quiet, text
from lawgate.present.words import OWNER, readable, word

Document = Mapping[str, Any]

_EFFECTS = {
    "permit": "What permits a disclosure",
    "bar": "What forbids whatever else permits",
    "condition": "What else must hold",
    "use": "What may be done after a release",
    "definition": "What the words mean",
}


def law_list(document: Document) -> RenderableType:
    """Every provision in force, by what it does."""
    provisions = document["provisions"]
    effects = dict.fromkeys([*_EFFECTS, *(one["effect"] for one in provisions)])
    parts: list[RenderableType] = [Text.assemble(text("Corpus ", "dim"), text(document["corpus"]))]
    for effect in effects:
        of_effect = [one for one in provisions if one["effect"] == effect]
        if of_effect:
            parts += [heading(_EFFECTS.get(effect, readable(effect))), _provisions(of_effect)]
    return Group(*parts)


def law_show(document: Document) -> RenderableType:
    """One provision in plain words, its tree set in level by level."""
    does = ", ".join(part for part in (document["effect"], document["duty"]) if part)
    parts: list[RenderableType] = [
        text(document["cite_text"], "bold"),
        text(document["heading"]),
        quiet(f"{does}; {document['cite']}"),
        text(""),
        *(indented(text(words), depth) for depth, words in document["words"]),
    ]
    if document["limits"]:
        parts.append(heading("After disclosure"))
        parts += [
            indented(Text.assemble(text(limit["says"]), " ", quiet(limit["cite_text"])))
            for limit in document["limits"]
        ]
    return Group(*parts, *_in_time(document))


def law_reference(document: Document) -> RenderableType:
    """Where the pages of the law were written."""
    return text(f"{document['pages']} pages in {document['folder']}; start with index.md")


def _in_time(document: Document) -> list[RenderableType]:
    """How the provision is read, what courts ordered, which texts it had, and the cases that speak of it."""
    versions = [_version(one) for one in document["history"]]
    cases = [f"{case['says']} {case['follows']}" for case in document["cases"]]
    parts = [*questions(document["contested"]), *orders(document["orders"])]
    for name, lines in (("Texts", versions), ("Cases", cases)):
        if lines:
            parts += [heading(name), *(indented(text(line)) for line in lines)]
    return parts


def _version(one: Document) -> str:
    return f"{one['first'] or 'before'} to {one['last'] or 'now'}: {one['because']}"


def items(document: Document) -> RenderableType:
    """The data items, and where a row of one can come from."""
    rows = [
        [text(one["name"]), text(one["label"]), quiet("identity" if one["identity"] else "")]
        for one in document["items"]
    ]
    return Group(
        grid(["=name", "what it is", "="], rows),
        quiet("The class in law follows from who furnished a row and its document, never from the name."),
        heading("furnished_by"),
        indented(text(", ".join(document["furnished_by"]))),
        heading("document"),
        indented(text(", ".join(document["document"]))),
    )


def vocabulary(document: Document) -> RenderableType:
    """Every question by who may answer it, with the values that an answer may take."""
    parts: list[RenderableType] = []
    for owner in dict.fromkeys(fact["owner"] for fact in document["facts"]):
        parts.append(heading(f"Facts of {word(OWNER, owner).name}"))
        parts += [_fact(fact) for fact in document["facts"] if fact["owner"] == owner]
    parts.append(heading("Findings: only the offices named may answer"))
    parts += [
        Group(
            Text.assemble(text(one["name"], "bold"), "  ", quiet(one["cite_text"])),
            indented(text(one["question"])),
            indented(quiet(", ".join(one["offices"]))),
        )
        for one in document["findings"]
    ]
    return Group(*parts, heading("Dispositions"), text(", ".join(document["dispositions"])))


def _provisions(provisions: list[Document]) -> RenderableType:
    return grid(
        ["=", "", "="],
        [[text(one["cite_text"]), text(one["heading"]), quiet(one["duty"])] for one in provisions],
        head=False,
    )


def _fact(fact: Document) -> RenderableType:
    values = ", ".join(fact["values"]) or {"flag": "yes, no", "count": "a number", "day": "a day"}.get(
        fact["domain"], ""
    )
    return Group(text(fact["name"], "bold"), indented(text(fact["question"])), indented(quiet(values)))
