"""An audit read back: the rows behind a count, and the explanation of a release."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl

from lawgate.errors import InputError
from lawgate.service.audit_counts import rows_behind
from lawgate.stores.audit_folder import AuditFolder

Document = dict[str, Any]

_TOLD = (
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
    """The releases that a count stands for, in their order."""
    folder = AuditFolder.open(out)
    summary = folder.summary()
    chosen = rows_behind(key, summary, folder.judgements())
    found = folder.judged().filter(chosen).select(_TOLD).collect()
    rows = found.with_columns(pl.col("released_on").cast(pl.Utf8)).to_dicts()
    return {
        "request": summary["request"],
        "rows": key,
        "releases": found.height,
        "of": summary["releases"],
        "found": rows,
    }


def explain_release(out: Path, ref: str) -> Document:
    """Every release about one subject, with the judgement of each item: its elements, questions and orders."""
    folder = AuditFolder.open(out)
    summary, kept = folder.summary(), folder.judgements()
    found = folder.judged().filter((pl.col("ref") == ref) | (pl.col("release_id") == ref)).collect()
    if not found.height:
        raise InputError(
            f"no release about {ref[:40]!r} in this audit",
            where=str(out),
            mend="use a ref or a release_id of it",
        )
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
