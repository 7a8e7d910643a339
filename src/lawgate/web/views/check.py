"""What can be judged without a look at any record: an address on its face, and a request on its own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lawgate.errors import InputError
from lawgate.service.check import check_address, check_request, request_choices
from lawgate.service.table_sent import with_table
from lawgate.web.form_shown import beside, form_sent, further_questions
from lawgate.web.forms import request_bytes
from lawgate.web.parse import upload

CHECKED_BYTES_MAX = 200_000
"""So much is carried along by the page and can be sent as it was checked; a longer one is chosen again."""


def address(request: HttpRequest) -> HttpResponse:
    """One text from an address field: adequate, not adequate, or for a person to look at, and why."""
    text = request.POST.get("address", "").strip() if request.method == "POST" else ""
    found = check_address(text) if text else None
    missing = request.method == "POST" and not text
    return render(request, "lawgate/check/address.html", {"text": text, "found": found, "missing": missing})


def request(request: HttpRequest) -> HttpResponse:
    """A request from a file or the form: every defect at once, each with its mend; nothing is kept."""
    if request.method != "POST":
        return render(request, "lawgate/check/request.html", shown_form(request))
    shown = shown_form(request)
    try:
        found = checked(body_sent(request), shown["form"])
    except InputError as error:
        return render(request, "lawgate/check/request.html", {**shown, "lines": error.lines()}, status=400)
    return render(request, "lawgate/check/request.html", {**shown, **found})


def body_sent(request: HttpRequest) -> bytes:
    """The request that was sent: what was checked a moment ago, a file or the form, with the persons of a table."""
    checked_before = request.POST.get("checked", "")
    if checked_before:
        return checked_before.encode()
    body = upload(request, "file") or request_bytes(request.POST)
    return with_table(body, upload(request, "table"))


def shown_form(request: HttpRequest) -> dict[str, Any]:
    """The form with what was typed in it, and its closed lists."""
    return {"choices": request_choices(), "form": form_sent(request.POST)}


def checked(body: bytes, form: Mapping[str, Any], *, ref: str = "") -> dict[str, Any]:
    """What admission says of it, each mend beside its field where one person is asked about, and the words checked.

    `ref` asks about this one alone; `form` is what the questions of the law that have no field of their own are
    answered by.
    """
    found = check_request(body)
    if ref:
        found["subjects"] = [one for one in found["subjects"] if one["ref"] == ref]
        found["defects"] = [one for one in found["defects"] if ref in one["refs"]]
        found["admitted"] = sum(one["admission"] == "admitted" for one in found["subjects"])
    fields, defects = beside(found["defects"])
    of_one = len(found["subjects"]) == 1
    words = body.decode("utf-8", "replace")
    return {
        "found": found,
        "defects": defects,
        "beside": fields if of_one else {},
        "further": further_questions(form, defects if of_one else ()),
        "checked": words if len(body) <= CHECKED_BYTES_MAX and not {*words} & {"\n", "\r"} else "",
    }
