"""The accounting reports of a deployment, from what stands in its ledger: as a table, as CSV, as PDF."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from lawgate.errors import InputError
from lawgate.handover.reports import Report, form_5466_b, own_account, yearly_counts
from lawgate.law.privacy_act import hidden_from_subject
from lawgate.law.usc26.s6103.p.p3 import accounting_due
from lawgate.ledger.entry import Kind
from lawgate.present import spreadsheet
from lawgate.present.letters.pages import Language, strings
from lawgate.present.letters.table import Imprint, own_words, report_pdf
from lawgate.service.casework.deployment.deployed import office_of
from lawgate.service.casework.desk import Desk
from lawgate.service.files import day_of
from lawgate.stores.casework import account

Document = dict[str, Any]

RELEASED: Final = (Kind.RELEASED,)
COUNTED: Final = (Kind.REQUEST_RECEIVED, Kind.RELEASED)


def form_report(desk: Desk, *, first: str, last: str) -> Report:
    """Each disclosure of some days in the columns of Form 5466-B; InputError for what is no day.

    A day that is empty sets no bound. Sealed matters are in none of these reports.
    """
    begin = day_of(first, where="from") if first else date.min
    end = day_of(last, where="to") if last else desk.now().date()
    if end < begin:
        raise InputError("the last day is before the first", where="to", mend="give a later one")
    return form_5466_b(account.told_entries(desk.secret, RELEASED), first=begin, last=end)


def yearly_report(desk: Desk, *, year: str) -> Report:
    """The counts of a year that 26 U.S.C. 6103(p)(3)(C) asks for; this year's where none is named."""
    wanted = year or str(desk.now().year)
    if not (wanted.isascii() and wanted.isdigit() and len(wanted) == 4 and int(wanted) > 0):
        raise InputError("not a year", where="year", mend="write four digits")
    told = account.told_entries(desk.secret, COUNTED)
    return yearly_counts(told, year=int(wanted), accounted=accounting_due)


def own_report(desk: Desk, taxpayer: str, *, language: str) -> Report:
    """A person's own accounting: nothing in it is numbered, so that what is hidden leaves no gap."""
    told = account.told_entries(desk.secret, RELEASED, subject=taxpayer)
    return own_account(told, taxpayer, hidden=hidden_from_subject, words=own_words(_spoken(language)))


def table_document(report: Report) -> Document:
    """A report as a page shows it, with the disclosures that are not in the ledger yet."""
    return {
        "title": report.title,
        "heads": list(report.heads),
        "rows": [list(row) for row in report.rows],
        "notes": list(report.notes),
        "waiting": account.count_waiting(Kind.RELEASED),
    }


def as_csv(report: Report) -> str:
    """A report as CSV; a text that a spreadsheet would run is marked as text."""
    return spreadsheet.as_csv([report.heads, *report.rows])


def as_pdf(desk: Desk, report: Report, *, language: str = "en") -> bytes:
    """A report as a tagged PDF/A, with the day on which it was made."""
    spoken, day = _spoken(language), desk.now().date()
    facts = [(strings(spoken)["own"]["made"], day.isoformat())]
    return report_pdf(report, facts, Imprint(office_of(desk), day, spoken, synthetic=True))


def _spoken(language: str) -> Language:
    return Language.SPANISH if language == "es" else Language.ENGLISH
