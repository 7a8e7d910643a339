"""Accounting reports from a ledger's folder and its account: as CSV, as PDF, or told."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from lawgate.errors import InputError
from lawgate.handover.recipient import read_object
from lawgate.handover.reports import NO_CODES, Codes, Report, form_5466_b, own_account, yearly_counts
from lawgate.law.privacy_act import hidden_from_subject
from lawgate.law.usc26.s6103.p.p3 import accounting_due
from lawgate.present.letters.pages import Language, strings
from lawgate.present.letters.table import own_words, report_pdf
from lawgate.service.files import day_of, one_of, read_bytes
from lawgate.service.ledger.told import Opened, read_told
from lawgate.stores.clock import today
from lawgate.stores.csv_rows import write_csv_file
from lawgate.stores.replacing import write_whole

Document = dict[str, Any]

KINDS = ("form-5466-b", "yearly", "own")


def report(
    ledger: Path, *, account: Path, kind: str, year: int | None = None, first: str | None = None,
    last: str | None = None, subject: str | None = None, codes: Path | None = None, out: Path | None = None,
    witness: Path | None = None, agency: str = "", synthetic: bool = False, smallest: int = 0,
    language: str = "en", day: date | None = None,
) -> Document:  # fmt: skip
    """Make a report; `out` ends in .csv or .pdf. InputError where ledger and account do not bear each other out.

    `language` is that of a person's own accounting; the other reports are in English.
    """
    if out and out.suffix not in {".csv", ".pdf"}:
        raise InputError("a report's name ends in .csv or .pdf", where=str(out), mend="name it so")
    spoken = one_of(Language, language, where="--language")
    opened = read_told(ledger, account, witness=witness)
    made = _report(
        opened,
        kind,
        year=year,
        days=(first, last),
        subject=subject,
        codes=codes,
        smallest=smallest,
        language=spoken,
    )
    head = opened.signed.checkpoint
    day, words = day or today(), strings(spoken)["own"]
    facts = [
        (words["ledger"], head.origin),
        (words["entries"], f"{head.size:,}"),
        (words["made"], day.isoformat()),
    ]
    if out and out.suffix == ".csv":
        write_csv_file([made.heads, *(tuple(map(_cell, row)) for row in made.rows)], out)
    elif out:
        data = report_pdf(
            made, facts, agency=agency or head.origin, day=day, language=spoken, synthetic=synthetic
        )
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


def _report(
    opened: Opened, kind: str, *, year: int | None, days: tuple[str | None, str | None],
    subject: str | None, codes: Path | None, smallest: int, language: Language,
) -> Report:  # fmt: skip
    match kind:
        case "form-5466-b":
            first = day_of(days[0], where="--from") if days[0] else date.min
            return form_5466_b(
                opened.told, first=first, last=day_of(days[1], where="--to"), codes=_codes(codes)
            )
        case "yearly" if year:
            return yearly_counts(opened.told, year=year, accounted=accounting_due, smallest=smallest)
        case "own" if subject:
            return own_account(opened.told, subject, hidden=hidden_from_subject, words=own_words(language))
        case "yearly" | "own":
            wanted = "--year YEAR" if kind == "yearly" else "--subject ID"
            raise InputError(f"the report {kind} needs more", where="--as", mend=f"give {wanted}")
        case _:
            raise InputError("no such report", where=kind[:40], mend=f"use one of {', '.join(KINDS)}")


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


def _cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
