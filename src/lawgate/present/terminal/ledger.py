"""A check of the ledger in a terminal: what was checked, against whom, and each fault."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from rich.console import Group, RenderableType

from lawgate.cite import Cite
from lawgate.errors import LawgateError
from lawgate.present.terminal.lines import facts, grid, heading, indented, quiet, text
from lawgate.present.words import readable

Document = Mapping[str, Any]

_FAULTS_MAX = 40

_HASH = 64
"""The signs of a SHA-256 in hexadecimal."""


def ledger_verify(document: Document) -> RenderableType:
    """Whether a ledger, a proof or an export holds, and how far that goes."""
    parts = [text(_verdict(document), "bold"), *_faults(document)]
    if document["size"] is not None:
        parts += [heading("Signed") if document["faults"] else text(""), _checkpoint(document)]
    parts += _SHOWN[document["checked"]](document)
    limits = [] if document["faults"] else _LIMITS[document["checked"]]
    return Group(*parts, quiet(_witnesses(document)), *map(quiet, limits))


def ledger_prove(document: Document) -> RenderableType:
    """Where a proof was written."""
    written = f"Entry {document['index']} is proved in {document['out']}"
    first = written if document["out"] else "Nothing written: the proof does not hold"
    return Group(text(first, "bold"), _checkpoint(document), *_faults(document))


def _verdict(document: Document) -> str:
    checked, count = document["checked"], len(document["faults"])
    if not count:
        return _HOLDS[checked]
    told = f"The {checked} does not hold: {count} fault{'s' if count > 1 else ''}."
    return told if checked == "folder" else f"{told} Do not rely on what it says."


def _proof(document: Document) -> list[RenderableType]:
    entry = document["entry"]
    rows = [
        ("entry", str(document["index"])),
        ("says", f"{readable(entry['kind'])}, case {entry['case']}, {entry['day']}"),
        *_law(entry),
        *(row for name, value in document["opened"].items() for row in _field(name, value)),
    ]
    return [heading("It says, and is not borne out" if document["faults"] else "It says"), facts(rows)]


def _law(entry: Document) -> list[tuple[str, str]]:
    """The paragraphs that the entry names, and the hash of the law by which it was decided."""
    cites = ", ".join(map(_cite, entry["cites"]))
    rows = [("under", cites)] if cites else []
    return rows + ([("law", entry["corpus"])] if entry["corpus"].strip("0") else [])


def _cite(address: str) -> str:
    try:
        return Cite.parse(address).text
    except LawgateError:
        return address


def _folder(document: Document) -> list[RenderableType]:
    return [quiet(f"Checked against {document['trusted']}.")]


def _export(document: Document) -> list[RenderableType]:
    rows = [
        [
            str(one["index"]),
            readable(one["kind"]),
            one["case"],
            one["day"],
            ", ".join(map(_cite, one["cites"])),
        ]
        for one in document["entries"]
    ]
    return [
        heading(f"Export of {document['of']}: {len(rows)} entries, {document['files']} files"),
        grid([">entry", "says", "=case", "=day", "under"], [[text(cell) for cell in row] for row in rows]),
        *(text(f"Left out: {gap}.") for gap in document["gaps"]),
        quiet(_certified(document)),
    ]


def _certified(document: Document) -> str:
    if document["certified_by"]:
        return f"Its list of files is signed by {document['certified_by']}."
    if document["signed_list"]:
        return "Its list of files bears a signature; whose it has to be, --certifier KEY says."
    return "Its list of files is not signed."


def _witnesses(document: Document) -> str:
    if not document["witnesses"]:
        return "Signed beside the ledger by no witness."
    names = "; ".join(f"{name}, {document['witnessed_at'][name]}" for name in document["witnesses"])
    return f"Signed beside the ledger by {names}, by the witness's clock."


def _field(name: str, value: Any) -> list[tuple[str, str]]:
    """The rows of a field; values that have parts, such as approvals, have one each."""
    several = isinstance(value, list) and any(isinstance(part, Mapping) for part in value)
    parts = value if several else [value]
    return [("" if at else name, _plain(part)) for at, part in enumerate(parts)]


def _plain(value: Any) -> str:
    """A field's value without the marks of JSON; of its parts a hash comes last, since it fills a line."""
    if isinstance(value, Mapping):
        told = [(name, _plain(part)) for name, part in value.items()]
        return ", ".join(
            f"{name} {said}" for name, said in sorted(told, key=lambda one: len(one[1]) >= _HASH)
        )
    if isinstance(value, list):
        return ", ".join(map(_plain, value))
    return str(value)


_SHOWN: dict[str, Callable[[Document], list[RenderableType]]] = {
    "proof": _proof,
    "folder": _folder,
    "export": _export,
}
_HOLDS = {
    "proof": "The proof holds.",
    "folder": "The folder holds. Every entry is there as it was signed.",
    "export": "The export holds: each proof, and each file that its list names.",
}
_SAID = "It shows what was said and that it was not altered since; not that it is true, or all that happened."
_LIMITS: dict[str, list[str]] = {
    "proof": [_SAID],
    "folder": [_SAID],
    "export": [
        _SAID,
        "What to export was chosen by the keeper: only the whole ledger shows that nothing is left out.",
    ],
}


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
