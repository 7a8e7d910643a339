"""A check of the ledger in a terminal: what was checked, against whom, and each fault."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Group, RenderableType

from lawgate.present.terminal.lines import facts, heading, indented, quiet, text

Document = Mapping[str, Any]

_FAULTS_MAX = 40


def ledger_verify(document: Document) -> RenderableType:
    """Whether a folder or a proof holds, and how far that goes."""
    parts: list[RenderableType] = [text(_verdict(document), "bold"), _checkpoint(document)]
    if document["checked"] == "proof":
        entry = document["entry"]
        parts.append(
            facts(
                [
                    ("entry", str(document["index"])),
                    ("says", f"{entry['kind']}, case {entry['case']}, {entry['day']}"),
                    *((name, str(value)) for name, value in document["opened"].items()),
                ]
            )
        )
    else:
        parts.append(quiet(f"Checked against {document['trusted']}."))
    names = ", ".join(document["witnesses"]) or "no witness"
    parts.append(quiet(f"Signed beside the log by {names}."))
    return Group(*parts, *_faults(document))


def ledger_prove(document: Document) -> RenderableType:
    """Where a proof was written."""
    written = f"Entry {document['index']} is proved in {document['out']}"
    first = written if document["out"] else "Nothing written: the proof does not hold"
    return Group(text(first, "bold"), _checkpoint(document), *_faults(document))


def _verdict(document: Document) -> str:
    count = len(document["faults"])
    if not count:
        return f"The {document['checked']} holds."
    return f"The {document['checked']} does not hold: {count} fault{'s' if count > 1 else ''}."


def _checkpoint(document: Document) -> RenderableType:
    rows = [("ledger", "origin"), ("entries", "size"), ("root", "root")]
    return facts([(label, str(document[name])) for label, name in rows])


def _faults(document: Document) -> list[RenderableType]:
    faults = document["faults"]
    if not faults:
        return []
    told = [
        indented(text(f"{one['kind']}: {one['where']}" + (f" ({one['says']})" if one["says"] else "")))
        for one in faults[:_FAULTS_MAX]
    ]
    more = (
        [quiet(f"and {len(faults) - _FAULTS_MAX} more; --json lists all")]
        if len(faults) > _FAULTS_MAX
        else []
    )
    return [heading("Faults"), *told, *more]
