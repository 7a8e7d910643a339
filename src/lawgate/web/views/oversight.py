"""Oversight: who looked at what, who signs how fast, the account of disclosures, the ledger with its proofs."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lawgate.service.casework.deployment.deployed import desk
from lawgate.service.casework.seen import oversight
from lawgate.service.casework.seen.accounting import (
    as_csv,
    as_pdf,
    form_report,
    table_document,
    yearly_report,
)
from lawgate.service.casework.seen.counsel import registers_document
from lawgate.web.parse import page_asked
from lawgate.web.views.agency import pdf


def looks(request: HttpRequest) -> HttpResponse:
    """Who looked at what, and why."""
    actor = request.GET.get("by", "")[:80] or None
    found = oversight.looks_document(actor=actor, page=page_asked(request))
    return render(request, "lawgate/oversight/looks.html", {**found, "here": "looks"})


def signatures(request: HttpRequest) -> HttpResponse:
    """Rubber stamps."""
    found = oversight.signatures_document()
    return render(request, "lawgate/oversight/signatures.html", {**found, "here": "signatures"})


def registers(request: HttpRequest) -> HttpResponse:
    """Every step of every register: readings adopted, orders entered, broken glass, officials, keys."""
    return render(request, "lawgate/oversight/registers.html", {**registers_document(), "here": "registers"})


def accounting(request: HttpRequest) -> HttpResponse:
    """The account of disclosures."""
    found = oversight.accounting_document()
    return render(request, "lawgate/oversight/accounting.html", {**found, "here": "accounting"})


def accounting_file(request: HttpRequest) -> HttpResponse:
    """The disclosures of some days in the columns of Form 5466-B, as CSV."""
    return csv_file(as_csv(_form(request)), "form-5466-b.csv")


def accounting_paper(request: HttpRequest) -> HttpResponse:
    """The same as PDF."""
    return pdf(as_pdf(desk(), _form(request)), "form-5466-b")


def yearly(request: HttpRequest) -> HttpResponse:
    """The counts of a year by agency."""
    year = request.GET.get("year", "").strip() or str(desk().now().year)
    found = {**table_document(yearly_report(desk(), year=year)), "year": year, "here": "yearly"}
    return render(request, "lawgate/oversight/yearly.html", found)


def yearly_file(request: HttpRequest) -> HttpResponse:
    """The same as CSV."""
    return csv_file(as_csv(_counts(request)), "yearly-counts.csv")


def yearly_paper(request: HttpRequest) -> HttpResponse:
    """The same as PDF."""
    return pdf(as_pdf(desk(), _counts(request)), "yearly-counts")


def csv_file(text: str, name: str) -> HttpResponse:
    """A table to be taken away."""
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def ledger(request: HttpRequest) -> HttpResponse:
    """The ledger as it stands."""
    found = oversight.ledger_document(desk())
    return render(request, "lawgate/oversight/ledger.html", {**found, "here": "ledger"})


def proof(request: HttpRequest, index: int) -> HttpResponse:
    """The proof of one entry, opened for the inspector."""
    return _file(oversight.proof_for_inspector(desk(), index), f"entry-{index}.tlog-proof")


def keys(request: HttpRequest) -> HttpResponse:
    """The keys that proofs are checked with, as this agency states them."""
    return _file(oversight.keys_text(desk()).encode(), "keys.txt")


def _form(request: HttpRequest) -> Any:
    days = {name: request.GET.get(at, "").strip() for name, at in (("first", "from"), ("last", "to"))}
    return form_report(desk(), **days)


def _counts(request: HttpRequest) -> Any:
    return yearly_report(desk(), year=request.GET.get("year", "").strip())


def _file(data: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
