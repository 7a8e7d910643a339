"""What the views of one decision and of many share: under which law, and a question that is open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Group, RenderableType

from lawgate.present.terminal.lines import facts, quiet, short_cite, text
from lawgate.present.words import HYPOTHETICAL, SYNTHETIC, law_words

Document = Mapping[str, Any]
Lines = Iterator[RenderableType]


def standing(title: str, document: Document) -> Lines:
    """Under which law a document was decided, and whether of invented people."""
    yield text(title, "bold")
    if document.get("synthetic"):
        yield text(SYNTHETIC, "yellow")
    if document["hypothetical"]:
        yield text(HYPOTHETICAL, "bold red")
    yield facts(
        [
            ("law as of", f"{document['as_of']}, known on {document['known_on']}"),
            *law_words(document["law"]),
            ("corpus", document["corpus"]),
        ]
    )


def question_asked(question: Document) -> Group:
    """A question that is open, and the name under which it is answered."""
    cite = f" {short_cite(question['cite_text'])}" if question["cite_text"] else ""
    return Group(text(question["question"]), quiet(f"{question['name']}{cite}"))
