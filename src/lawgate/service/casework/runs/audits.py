"""The runs of audits, as the inspector general sees them: figures, the rows behind each, and why of each row.

Figures name nobody and may be looked at without more. Whatever shows a person is a look, and is entered as one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from lawgate.casework.words import Role
from lawgate.errors import InputError
from lawgate.present.spreadsheet import inert_csv
from lawgate.service.audit.rows import page_of_count, release_at
from lawgate.service.casework.desk import Desk, Refused
from lawgate.service.casework.runs.looks import AUDIT_PREFIX, look
from lawgate.service.differences import differences
from lawgate.stores.runs.audit_folder import AuditFolder
from lawgate.stores.runs.run_folders import names_in, run_at

Document = dict[str, Any]

READERS: Final = frozenset({Role.AUDITOR})
PAGE_ROWS: Final = 50
REPORT: Final = "report"
FILES: Final = {
    REPORT: ("report.html", "text/html"),
    "notices": ("notices.csv", "text/csv"),
    "sampling": ("sampling.csv", "text/csv"),
}
"""What may be taken away of a run: by name, the file and its type."""


def audits_document(desk: Desk) -> Document:
    """Every run in the folder of audits, with its verdicts."""
    found = []
    for name in names_in(desk.audits):
        path = run_at(desk.audits, name)
        if AuditFolder.holds(path):
            found.append({"name": name, **_heading(AuditFolder(path).summary())})
    return {"audits": found}


def audit_document(desk: Desk, name: str) -> Document:
    """The figures of one run, and with which others of the same request it can be compared."""
    path = _audit(desk, name)
    summary = AuditFolder(path).summary()
    others = [
        one["name"]
        for one in audits_document(desk)["audits"]
        if one["request"] == summary["request"] and one["name"] != name
    ]
    return {
        **summary,
        "name": name,
        "crossed": _crossed(summary),
        "others": others,
        "files": [key for key, (file, _) in FILES.items() if (path / file).is_file()],
    }


def audit_rows_document(desk: Desk, name: str, key: str, *, page: int, by: str) -> Document | Refused:
    """A page of the releases that a count stands for; InputError for a key that no count has."""
    path = _audit(desk, name)
    found = page_of_count(path, key, first=(page - 1) * PAGE_ROWS, count=PAGE_ROWS)
    purpose = f"to see the releases behind {key}, page {page}"
    refused = _look(desk, name, by=by, purpose=purpose, subjects=len(found["found"]))
    if refused:
        return refused
    pages = max(1, -(-found["releases"] // PAGE_ROWS))
    return {**found, "name": name, "page": page, "pages": pages, "first": (page - 1) * PAGE_ROWS + 1}


def audit_release_document(desk: Desk, name: str, place: int, *, by: str) -> Document | Refused:
    """One release, by its place in the table, with the judgement of each item."""
    found = release_at(_audit(desk, name), place)
    refused = _look(desk, name, by=by, purpose=f"to see why, release {place}", subjects=1)
    return refused or {**found, "name": name, "place": place}


def audit_differences_document(desk: Desk, name: str, other: str, *, by: str) -> Document | Refused:
    """Who gained and who lost between two runs of one request, and by which demand of the law."""
    found = differences(_audit(desk, name), _audit(desk, other))
    shown = len({*found["gained"]["first"], *found["lost"]["first"]})
    refused = _look(desk, name, by=by, purpose=f"to compare with {other}", subjects=shown)
    return refused or {**found, "name": name, "other": other}


def audit_file(desk: Desk, name: str, which: str, *, by: str) -> tuple[str, str, bytes] | Refused:
    """A file of a run, its name and its type, to be taken away; taking it is a look at all who stand in it."""
    path = _audit(desk, name)
    file, kind = FILES.get(which, ("", ""))
    if not file or not (path / file).is_file():
        raise InputError("no such file", where="file", mend="take one of those that the page offers")
    taxpayers = AuditFolder(path).summary()["taxpayers"]
    refused = _look(desk, name, by=by, purpose=f"to take {file} away", subjects=taxpayers)
    if refused:
        return refused
    data = (path / file).read_bytes()
    return f"{name}-{file}", kind, inert_csv(data.decode()) if kind == "text/csv" else data


def _audit(desk: Desk, name: str) -> Path:
    return AuditFolder.open(run_at(desk.audits, name)).path


def _crossed(summary: Document) -> list[Document]:
    """What was compared beside what agrees, a cell each, with the key that opens it."""
    states = [one["state"] for one in summary["address"]["held"]]
    return [
        {
            "compared": row["compared"],
            "cells": [
                {"state": state, "releases": row[state], "rows": f"{row['rows']}{state}"} for state in states
            ],
        }
        for row in summary["address"]["crossed"]
    ]


def _look(desk: Desk, name: str, *, by: str, purpose: str, subjects: int) -> Refused | None:
    place = f"{AUDIT_PREFIX}{name}"
    return look(desk, place, by=by, roles=READERS, purpose=purpose, subjects=subjects)


def _heading(summary: Document) -> Document:
    names = ("request", "released_on", "known_on", "releases", "hypothetical", "synthetic")
    verdicts = {one["state"]: one["releases"] for one in summary["verdict"]}
    return {**{name: summary[name] for name in names}, "verdicts": verdicts}
