"""What can be judged without a look at any record: an address on its face, and a request on its own words."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lawgate.errors import InputError
from lawgate.service.check import check_address, check_request, request_choices
from lawgate.web.forms import request_bytes
from lawgate.web.parse import upload


def address(request: HttpRequest) -> HttpResponse:
    """One text from an address field: adequate, not adequate, or for a person to look at, and why."""
    text = request.POST.get("address", "").strip() if request.method == "POST" else ""
    found = check_address(text) if text else None
    missing = request.method == "POST" and not text
    return render(request, "lawgate/check/address.html", {"text": text, "found": found, "missing": missing})


def request(request: HttpRequest) -> HttpResponse:
    """A request from a file or the form: every defect at once, each with its mend; nothing is kept."""
    if request.method != "POST":
        return render(request, "lawgate/check/request.html", {"choices": request_choices(), "form": {}})
    form = {name: value.strip() for name, value in request.POST.items() if isinstance(value, str)}
    shown = {"choices": request_choices(), "form": form}
    try:
        data = upload(request, "file") or request_bytes(request.POST)
        found = check_request(data)
    except InputError as error:
        return render(request, "lawgate/check/request.html", {**shown, "lines": error.lines()}, status=400)
    return render(request, "lawgate/check/request.html", {**shown, "found": found})
