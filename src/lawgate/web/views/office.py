"""The office: what is due, the dockets, agencies and their safeguards, and the glass that two holders can break."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from lawgate.service.casework.acts.break_glass import grant
from lawgate.service.casework.deployment.deployed import desk
from lawgate.service.casework.registers.parties import record_docket_check
from lawgate.service.casework.seen.office import ask_glass, office_document
from lawgate.web.outcome import ended, enters


def office(request: HttpRequest) -> HttpResponse:
    """What is due and what releases rest on."""
    return render(request, "lawgate/office.html", office_document(desk(), by=request.visitor.id))


@require_POST
def check_dockets(request: HttpRequest) -> HttpResponse:
    """Counsel looked at the dockets."""
    back = "counsel-orders" if request.POST.get("back") == "counsel-orders" else "office"
    return ended(request, record_docket_check(desk(), by=request.visitor.id), reverse(back))


ask = enters(ask_glass, "office", words=("official", "provision", "reason", "days"))
"""A holder asks that another official may sign."""
let = enters(grant, "office", number="asked")
"""Another holder grants it."""
