"""Packages, receipts and reconciliation in a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Group, RenderableType

from lawgate.present.terminal.lines import facts, grid, heading, indented, quiet, text
from lawgate.present.words import item_label, number

Document = Mapping[str, Any]

_LISTED_MAX = 40


def opened(document: Document) -> RenderableType:
    """A package opened, with its items and what binds them; or why it was not."""
    place = facts(
        [
            ("case", f"{document['case']}, event {document['sequence']}"),
            (
                "ledger",
                f"{document['origin']}, entry {document['index']} of {number(document['checkpoint'])}",
            ),
            ("package", str(document["package"])),
        ]
    )
    if not document["opened"]:
        told = [indented(text(f"{one['kind']}: {one['says']}; {one['mend']}")) for one in document["flaws"]]
        return Group(text("Not opened.", "bold"), place, heading("What is wrong"), *told)
    rows = [
        [text(one["ref"]), text(item_label(one["item"])), text(one["period"] or ""), text(one["value"])]
        for one in document["rows"]
    ]
    limits = [indented(text(f"{one['says']} ({one['cite_text']})")) for one in document["limits"]]
    end = (
        f"The contents lie in {document['out']}."
        if document["out"]
        else "Nothing was written but the receipt."
    )
    bound: list[RenderableType] = [heading("What binds you in their use"), *limits] if limits else []
    return Group(
        text("Opened; the receipt is signed and kept.", "bold"),
        place,
        grid(["subject", "item", "period", "value"], rows) if rows else quiet("It holds no item."),
        *bound,
        quiet(end),
    )


def received(document: Document) -> RenderableType:
    """Every package that was received."""
    rows = [
        [text(one["case"]), text(one["package"][:16]), text(one["received_on"] or ""), text(one["destroyed_on"] or "")]
        for one in document["packages"]
    ]  # fmt: skip
    if not rows:
        return quiet("No package was received.")
    return grid(["case", "package", "received", "destroyed"], rows)


def stated(document: Document) -> RenderableType:
    """What was stated and signed."""
    said = document["stated"]
    onward = f", to {said['to']}" if said["to"] else ""
    return text(
        f"Signed and kept: {said['what'].replace('_', ' ')}{onward}, case {said['case']}, {said['day']}."
    )


def reconciled(document: Document) -> RenderableType:
    """Two sides compared."""
    parts: list[RenderableType] = [
        text(f"{number(document['faults'])} differences need a person.", "bold"),
        facts(
            [
                ("ours", number(document["ours"])),
                ("theirs", number(document["theirs"]) if document["theirs"] is not None else "digests alone"),
                ("buckets that differ", f"{len(document['buckets_differing'])} of {document['buckets']}"),
                *((name, number(count)) for name, count in document["standings"].items()),
            ]
        ),
    ]
    listed = [one for one in document["differences"] if not one["expected"]]
    parts += [
        indented(text(f"{one['standing']}: {one['case']}, package {one['package'][:16]}"))
        for one in listed[:_LISTED_MAX]
    ]
    if len(listed) > _LISTED_MAX:
        parts.append(quiet(f"and {len(listed) - _LISTED_MAX} more; --json lists all"))
    return Group(*parts)


def key_made(document: Document) -> RenderableType:
    """Where a key was written; the secret part is never shown."""
    public = document.get("id") or document["key"]
    return Group(
        text(f"The key is in {document['out']}; keep it from others.", "bold"), quiet(f"public: {public}")
    )


def trust_made(document: Document) -> RenderableType:
    """Where a trust file was written."""
    return text(f"Written: {document['out']}")


def rotated(document: Document) -> RenderableType:
    """Which key signed which sizes of a ledger."""
    rows = [
        [
            text(str(one["first"])),
            text("now" if one["last"] is None else str(one["last"])),
            text(one["key"]),
            text("revoked" if one["revoked"] else ""),
        ]
        for one in document["epochs"]
    ]
    return grid(["from size", "to size", "key", ""], rows)


def exchanged(document: Document) -> RenderableType:
    """Which key took the place of which in a deployment."""
    rows = [("new", document["new"]), ("old", document["old"]), ("kept in", document["kept"])]
    return Group(
        text(f"The key of {document['which']} was exchanged, and an entry says so.", "bold"),
        facts(rows),
        quiet(document["next"]),
    )


def database_key_made(document: Document) -> RenderableType:
    """Where the first key of a database is."""
    return Group(
        text(
            f"The key of the database is in {document['out']}; keep it from others, and in two places.",
            "bold",
        ),
        quiet("Bring the tables of the database up to date now."),
    )


def reencrypted(document: Document) -> RenderableType:
    """Under which key a database rests now."""
    return Group(
        text(f"{document['rows']:,} rows rest under version {document['new']} of the key.", "bold"),
        quiet(f"Version {document['old']} opens backups alone; start worker and pages."),
    )


def key_shown(document: Document) -> RenderableType:
    """What a key file holds but for its private key."""
    place = f"token, label {document['label']}" if document["label"] else document["in"]
    parts: list[RenderableType] = [
        facts([("name", document["name"]), ("kind", document["kind"]), ("private key in", place)]),
        quiet(f"public: {document.get('id') or document['key']}"),
    ]
    return Group(*parts, *(text(one, "bold") for one in document["faults"]))


def registered(document: Document) -> RenderableType:
    """What was entered into a register, a line each."""
    told = {
        name: ", ".join(value) if isinstance(value, list) else str(value) for name, value in document.items()
    }
    return Group(*(text(f"{name.replace('_', ' ')}: {value}") for name, value in told.items() if value))
