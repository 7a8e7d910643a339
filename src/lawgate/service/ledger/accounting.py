"""Accounting reports from a ledger's folder and its account: as CSV, as PDF, or told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lawgate.errors import InputError
from lawgate.handover.exact import read_object
from lawgate.handover.reports import NO_CODES, Codes, Report, form_5466_b, own_account, yearly_counts
from lawgate.law.privacy_act import hidden_from_subject
from lawgate.law.usc26.s6103.p.p3 import accounting_due
from lawgate.ledger.checkpoint import Checkpoint
from lawgate.present.letters.pages import Language, strings
from lawgate.present.letters.table import Facts, Imprint, own_words, report_pdf
from lawgate.present.spreadsheet import inert
from lawgate.service.files import day_of, read_bytes
from lawgate.service.ledger.paper import PLAIN, Paper
from lawgate.service.ledger.told import Books, Opened, read_told
from lawgate.stores.csv_rows import write_csv_file
from lawgate.stores.replacing import write_whole

Document = dict[str, Any]

KINDS = ("form-5466-b", "yearly", "own")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which report is wanted, and what it has to be told.

    `form-5466-b` is of the days from `first` to `last`, its agencies, purposes and sources under `codes`; `yearly` of
    a `year`, where counts below `smallest` are told as fewer than that; `own` of a person by the account's id.
    """

    kind: str
    year: int | None = None
    first: str | None = None
    last: str | None = None
    subject: str | None = None
    codes: Path | None = None
    smallest: int = 0


def report(books: Books, wanted: Wanted, *, out: Path | None = None, paper: Paper = PLAIN) -> Document:
    """Make a report; `out` ends in .csv or .pdf. InputError where ledger and account do not bear each other out.

    The language of the paper is that of a person's own accounting; the other reports are in English.
    """
    if out and out.suffix not in {".csv", ".pdf"}:
        raise InputError("a report's name ends in .csv or .pdf", where=str(out), mend="name it so")
    language = paper.spoken
    opened = read_told(books)
    made = _report(opened, wanted, language)
    head = opened.signed.checkpoint
    if out and out.suffix == ".csv":
        write_csv_file([made.heads, *(tuple(map(inert, row)) for row in made.rows)], out)
    elif out:
        imprint = paper.imprint(head.origin)
        data = report_pdf(made, _facts(head, imprint), imprint)
        write_whole(out, lambda place: place.write_bytes(data))
    return {
        "title": made.title,
        "origin": head.origin,
        "size": head.size,
        "heads": list(made.heads),
        "rows": [list(row) for row in made.rows],
        "notes": list(made.notes),
        "out": str(out) if out else None,
    }


def _report(opened: Opened, wanted: Wanted, language: Language) -> Report:
    match wanted.kind:
        case "form-5466-b":
            first = day_of(wanted.first, where="--from") if wanted.first is not None else date.min
            last = day_of(wanted.last, where="--to")
            return form_5466_b(opened.told, first=first, last=last, codes=_codes(wanted.codes))
        case "yearly" if wanted.year:
            return yearly_counts(
                opened.told, year=wanted.year, accounted=accounting_due, smallest=wanted.smallest
            )
        case "own" if wanted.subject:
            return own_account(
                opened.told, wanted.subject, hidden=hidden_from_subject, words=own_words(language)
            )
        case "yearly" | "own" as kind:
            lacks = "--year YEAR" if kind == "yearly" else "--subject ID"
            raise InputError(f"the report {kind} needs more", where="--as", mend=f"give {lacks}")
        case kind:
            raise InputError("no such report", where=kind[:40], mend=f"use one of {', '.join(KINDS)}")


def _facts(head: Checkpoint, imprint: Imprint) -> Facts:
    """What the report was made of, and when."""
    words = strings(imprint.language)["own"]
    return [
        (words["ledger"], head.origin),
        (words["entries"], f"{head.size:,}"),
        (words["made"], imprint.day.isoformat()),
    ]


def _codes(path: Path | None) -> Codes:
    if path is None:
        return NO_CODES
    read = read_object(read_bytes(path), where=path.name)
    parts = [read.get(name, {}) for name in ("agency", "purpose", "source")]
    if not all(isinstance(part, dict) for part in parts) or read.keys() - {"agency", "purpose", "source"}:
        raise InputError(
            "not a file of codes", where=path.name, mend="it has agency, purpose and source, each an object"
        )
    return Codes(*({str(key): str(value) for key, value in part.items()} for part in parts))
