"""An audit read back: the rows behind a count, and the explanation of a release."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl

from lawgate.errors import InputError, UnknownCaseError
from lawgate.service.audit.counts import BY_ELEMENT, rows_behind
from lawgate.stores.runs.audit_folder import AuditFolder

Document = dict[str, Any]

_TOLD = (
    "place",
    "release_id",
    "released_on",
    "ref",
    "basis",
    "verdict",
    "turns_on",
    "address_held",
    "compared_address",
)


def is_audit(out: Path) -> bool:
    """Whether an audit was written here."""
    return AuditFolder.holds(out)


def demand_ref(ref: str | None) -> str:
    """The ref that was given; InputError where none was."""
    if ref is None:
        raise InputError("no ref", where="explain", mend="name a subject's ref, or --rows of an audit")
    return ref


def explain_audit(out: Path, ref: str | None, key: str | None, html: Path | None) -> tuple[Document, str]:
    """The rows behind a count, or one subject's releases, with the name of the view that shows it."""
    if html is not None:
        raise InputError("an audit has its report", where="--html", mend="open report.html in its folder")
    if key is not None:
        return rows_of_count(out, key), "audit_rows"
    return explain_release(out, demand_ref(ref)), "audit_release"


def rows_of_count(out: Path, key: str) -> Document:
    """The releases that a count stands for, in their order, each with its place in the table, from 1."""
    return page_of_count(out, key, first=0, count=None)


def page_of_count(out: Path, key: str, *, first: int, count: int | None) -> Document:
    """The same from the one at `first`, counted from 0, and at most so many; `label` says what a count is of."""
    folder = AuditFolder.open(out)
    summary, kept = folder.summary(), folder.judgements()
    placed = folder.judged().with_row_index("place", offset=1)
    found = placed.filter(rows_behind(key, summary, kept)).select(_TOLD).collect()
    shown = found.slice(first, count).with_columns(pl.col("released_on").cast(pl.Utf8))
    return {
        "request": summary["request"],
        "synthetic": summary["synthetic"],
        "rows": key,
        "label": _label(key, summary),
        "releases": found.height,
        "of": summary["releases"],
        "found": shown.to_dicts(),
    }


def _label(key: str, summary: Document) -> str | None:
    """The demand of the law for which a key chooses releases; None where it chooses by something else."""
    name, _, value = key.partition("=")
    return str(summary["elements"][int(value)]["label"]) if name in BY_ELEMENT else None


def explain_release(out: Path, ref: str) -> Document:
    """Every release about one subject, with the judgement of each item: its elements, questions and orders."""
    folder = AuditFolder.open(out)
    found = folder.judged().filter((pl.col("ref") == ref) | (pl.col("release_id") == ref)).collect()
    if not found.height:
        raise InputError(
            f"no release about {ref[:40]!r} in this audit",
            where=str(out),
            mend="use a ref or a release_id of it",
        )
    return _explained(folder, found)


def release_at(out: Path, place: int) -> Document:
    """The same of the one release at a place in the table, from 1."""
    folder = AuditFolder.open(out)
    of = int(folder.summary()["releases"])
    found = folder.judged().slice(place - 1, 1).collect() if 0 < place <= of else None
    if found is None or not found.height:
        raise UnknownCaseError("no release stands there", where="place", mend="take one that is listed")
    return {**_explained(folder, found), "of": of}


def _explained(folder: AuditFolder, found: pl.DataFrame) -> Document:
    summary, kept = folder.summary(), folder.judgements()
    heading = {key: summary[key] for key in ("request", "known_on", "law", "hypothetical", "synthetic")}
    return {
        **heading,
        "ref": found.item(0, "ref"),
        "releases": [
            {
                **{
                    name: row[name]
                    for name in row
                    if name not in ("judgement", "judgements", "yes_mask", "no_mask")
                },
                "released_on": row["released_on"].isoformat(),
                "corpus": summary["corpus"][row["released_on"].isoformat()],
                "judged": [kept[number] for number in row["judgements"]],
            }
            for row in found.iter_rows(named=True)
        ],
    }
