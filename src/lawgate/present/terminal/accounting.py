"""Accounting reports and exports in a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Group, RenderableType

from lawgate.present.terminal.lines import grid, quiet, text
from lawgate.present.words import number

Document = Mapping[str, Any]


def accounting(document: Document) -> RenderableType:
    """A report: its rows, or where it was written."""
    title = text(f"{document['title']}: {number(len(document['rows']))} rows", "bold")
    notes = [quiet(one) for one in document["notes"]]
    if document["out"]:
        return Group(title, text(f"Written: {document['out']}"), *notes)
    rows = [[text(cell) for cell in row] for row in document["rows"]]
    return Group(title, grid(document["heads"], rows) if rows else quiet("Nothing to tell."), *notes)


def exported(document: Document) -> RenderableType:
    """Where an export lies and what is in it."""
    count = number(len(document["entries"]))
    return Group(
        text(f"Export of {document['of']}: {count} entries with their proofs, in {document['out']}", "bold"),
        quiet("Its list of files is signed." if document["signed"] else "Its list of files is not signed."),
        quiet("What the proofs show and what they do not stands in statement.pdf."),
    )


def account_written(document: Document) -> RenderableType:
    """Where the account of a deployment was written."""
    return text(f"Written: {number(document['entries'])} entries with their fields, in {document['out']}")
