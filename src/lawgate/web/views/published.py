"""What the public and the person concerned are told."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from lawgate.errors import InputError
from lawgate.service.casework.deployment.deployed import desk
from lawgate.service.casework.seen.accounting import as_pdf, own_report, table_document
from lawgate.service.casework.seen.published import transparency_document
from lawgate.web.views.agency import pdf


def transparency(request: HttpRequest) -> HttpResponse:
    """The counts of a year by agency."""
    today = desk().now().date()
    text = request.GET.get("year", str(today.year))
    if not (text.isascii() and text.isdigit() and len(text) == 4 and int(text)):
        raise InputError("not a year", where="year", mend="write four digits")
    return render(request, "lawgate/transparency.html", transparency_document(int(text), today=today))


def account(request: HttpRequest) -> HttpResponse:
    """The account of disclosures about oneself."""
    return render(request, "lawgate/account.html", table_document(_own(request)))


def account_paper(request: HttpRequest) -> HttpResponse:
    """The same as PDF."""
    return pdf(as_pdf(desk(), _own(request), language=get_language() or "en"), "disclosures")


def _own(request: HttpRequest) -> Any:
    return own_report(desk(), request.visitor.id, language=get_language() or "en")
