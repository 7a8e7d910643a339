"""What the public and the person concerned are told."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lawgate.errors import InputError
from lawgate.service.casework.deployed import desk
from lawgate.service.casework.published import own_account, transparency_document


def transparency(request: HttpRequest) -> HttpResponse:
    """The counts of a year by agency."""
    today = desk().now().date()
    text = request.GET.get("year", str(today.year))
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise InputError("not a year", where="year", mend="write four digits")
    found = transparency_document(int(text))
    return render(request, "lawgate/transparency.html", {**found, "is_over": int(text) < today.year})


def account(request: HttpRequest) -> HttpResponse:
    """The account of disclosures about oneself."""
    return render(request, "lawgate/account.html", own_account(request.visitor.id))
