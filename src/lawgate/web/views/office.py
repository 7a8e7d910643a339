"""The office: what is due, the dockets, agencies and their safeguards, and the glass that two holders can break."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lawgate.errors import InputError
from lawgate.service.casework.break_glass import grant
from lawgate.service.casework.deployed import desk
from lawgate.service.casework.desk import Refused
from lawgate.service.casework.office import ask_glass, office_document
from lawgate.service.casework.registers import record_docket_check


def office(request: HttpRequest) -> HttpResponse:
    """What is due and what releases rest on."""
    return render(request, "lawgate/office.html", office_document(desk(), by=request.visitor.id))


@require_POST
def check_dockets(request: HttpRequest) -> HttpResponse:
    """Counsel looked at the dockets."""
    back = "counsel-orders" if request.POST.get("back") == "counsel-orders" else "office"
    return _after(request, record_docket_check(desk(), by=request.visitor.id), back)


@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """A holder asks that another official may sign."""
    names = ("official", "provision", "reason", "days")
    form = {name: request.POST.get(name, "").strip() for name in names}
    return _after(request, ask_glass(desk(), by=request.visitor.id, **form))


@require_POST
def let(request: HttpRequest) -> HttpResponse:
    """Another holder grants it."""
    number = request.POST.get("asked", "")
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        raise InputError("not a number", where="asked", mend="take one of those that the page shows")
    return _after(request, grant(desk(), by=request.visitor.id, asked=int(number)))


def _after(request: HttpRequest, outcome: Any, back: str = "office") -> HttpResponse:
    if isinstance(outcome, Refused):
        shown = {"reasons": [one.says for one in outcome.reasons], "back": reverse(back)}
        return render(request, "lawgate/cases/not_done.html", shown, status=409)
    request.session["said"] = _("Done, and entered in the ledger.")
    return HttpResponseRedirect(reverse(back))
