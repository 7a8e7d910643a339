"""Counsel's pages: readings, orders, agreements, safeguards and caps, with what may be entered and by whom."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lawgate.errors import InputError
from lawgate.service.casework import agreements, capping, counsel, orders, readings, safeguards
from lawgate.service.casework.deployed import desk
from lawgate.service.casework.desk import Refused
from lawgate.web.visitor import is_confirmed, spend_confirmation

ORDER_FIELDS = (
    "court", "docket", "judge", "says", "binds", "source", "begins", "pathways", "agencies", "subjects_min", "holds",
)  # fmt: skip


def overview(request: HttpRequest) -> HttpResponse:
    """What waits for whom and what lapses soon."""
    return _page(request, "overview", counsel.counsel_document(desk(), by=request.visitor.id))


def readings_page(request: HttpRequest) -> HttpResponse:
    """What is followed, and each proposal as it stands."""
    return _page(request, "readings", readings.readings_document(desk(), by=request.visitor.id))


@require_POST
def propose_reading(request: HttpRequest) -> HttpResponse:
    """Counsel proposes a reading, or what became of an order."""
    question, _mark, reading = _text(request, "reading").partition("=")
    outcome = readings.propose(
        desk(),
        by=request.visitor.id,
        question=question,
        reading=reading,
        **{name: _text(request, name) for name in ("order", "status", "reason", "not_before")},
    )
    return _after(request, outcome, "counsel-readings")


@require_POST
def adopt_reading(request: HttpRequest) -> HttpResponse:
    """The privacy officer adopts it."""
    proposed = _number(request, "proposed")
    if not spend_confirmation(request):
        return _unconfirmed(request, "counsel-readings")
    outcome = readings.adopt(desk(), by=request.visitor.id, proposed=proposed)
    return _after(request, outcome, "counsel-readings")


@require_POST
def withdraw_reading(request: HttpRequest) -> HttpResponse:
    """Counsel withdraws it."""
    outcome = readings.withdraw(
        desk(), by=request.visitor.id, proposed=_number(request, "proposed"), reason=_text(request, "reason")
    )
    return _after(request, outcome, "counsel-readings")


def orders_page(request: HttpRequest) -> HttpResponse:
    """Every order that is known here, and the dockets."""
    return _page(request, "orders", orders.orders_document(desk(), by=request.visitor.id))


def preview_order(request: HttpRequest) -> HttpResponse:
    """What an order would hold back; nothing is entered."""
    given = request.GET
    wanted = orders.read_order(
        {name: given.get(name, "") for name in ORDER_FIELDS},
        acts=given.getlist("acts"),
        identity_fields=given.getlist("identity_fields"),
    )
    shown = orders.preview(desk(), by=request.visitor.id, wanted=wanted)
    if isinstance(shown, Refused):
        return _after(request, shown, "counsel-orders")
    fields = [(name, value) for name, values in given.lists() for value in values]
    return _page(request, "order_preview", {**shown, "fields": fields}, here="orders")


@require_POST
def enter_order(request: HttpRequest) -> HttpResponse:
    """Enter it: it is in force at once."""
    given = request.POST
    wanted = orders.read_order(
        {name: given.get(name, "") for name in ORDER_FIELDS},
        acts=given.getlist("acts"),
        identity_fields=given.getlist("identity_fields"),
    )
    if not spend_confirmation(request):
        return _unconfirmed(request, "counsel-orders")
    return _after(request, orders.enter_order(desk(), by=request.visitor.id, wanted=wanted), "counsel-orders")


def agreements_page(request: HttpRequest) -> HttpResponse:
    """The agreements of the register."""
    return _page(request, "agreements", agreements.agreements_document(desk(), by=request.visitor.id))


@require_POST
def propose_agreement(request: HttpRequest) -> HttpResponse:
    """Counsel proposes to enter one."""
    names = ("title", "party", "provision", "signed_on", "last_day", "encoded")
    form = {name: _text(request, name) for name in names}
    return _after(
        request, agreements.propose_agreement(desk(), by=request.visitor.id, **form), "counsel-agreements"
    )


@require_POST
def end_agreement(request: HttpRequest) -> HttpResponse:
    """Counsel proposes that one ends."""
    outcome = agreements.propose_end(
        desk(), by=request.visitor.id, number=_number(request, "number"), reason=_text(request, "reason")
    )
    return _after(request, outcome, "counsel-agreements")


@require_POST
def confirm_agreement(request: HttpRequest) -> HttpResponse:
    """The privacy officer confirms."""
    proposed = _number(request, "proposed")
    if not spend_confirmation(request):
        return _unconfirmed(request, "counsel-agreements")
    outcome = agreements.confirm_agreement(desk(), by=request.visitor.id, proposed=proposed)
    return _after(request, outcome, "counsel-agreements")


def agencies_page(request: HttpRequest) -> HttpResponse:
    """Every agency with how its safeguards stand."""
    return _page(request, "agencies", safeguards.agencies_document(desk(), by=request.visitor.id))


def agency_page(request: HttpRequest, agency: str) -> HttpResponse:
    """One agency with everything that was ever entered of it."""
    found = safeguards.agency_document(desk(), agency, by=request.visitor.id)
    return _page(request, "agency", found, here="agencies")


@require_POST
def propose_safeguards(request: HttpRequest) -> HttpResponse:
    """Counsel states that they satisfy."""
    form = {name: _text(request, name) for name in ("agency", "reviewed_on", "valid_until", "basis")}
    return _after(
        request, safeguards.propose_safeguards(desk(), by=request.visitor.id, **form), "counsel-agencies"
    )


@require_POST
def confirm_safeguards(request: HttpRequest) -> HttpResponse:
    """The privacy officer confirms."""
    proposed = _number(request, "proposed")
    if not spend_confirmation(request):
        return _unconfirmed(request, "counsel-agencies")
    outcome = safeguards.confirm_safeguards(desk(), by=request.visitor.id, proposed=proposed)
    return _after(request, outcome, "counsel-agencies")


@require_POST
def end_safeguards(request: HttpRequest) -> HttpResponse:
    """Either states that they do not."""
    outcome = safeguards.end_safeguards(
        desk(), by=request.visitor.id, agency=_text(request, "agency"), reason=_text(request, "reason")
    )
    return _after(request, outcome, "counsel-agencies")


def caps_page(request: HttpRequest) -> HttpResponse:
    """The caps in force."""
    return _page(request, "caps", capping.caps_document(desk(), by=request.visitor.id))


@require_POST
def set_caps(request: HttpRequest) -> HttpResponse:
    """Counsel sets both."""
    form = {name: _text(request, name) for name in ("subjects_an_officer", "signatures_a_day")}
    return _after(request, capping.set_caps(desk(), by=request.visitor.id, **form), "counsel-caps")


def _page(request: HttpRequest, name: str, shown: dict[str, Any], here: str = "") -> HttpResponse:
    more = {"here": here or name, "confirmed": is_confirmed(request)}
    return render(request, f"lawgate/counsel/{name}.html", {**shown, **more})


def _after(request: HttpRequest, outcome: Any, back: str) -> HttpResponse:
    """Back with what was entered, or every reason why nothing was."""
    if isinstance(outcome, Refused):
        forbidden = outcome.names & {"no_role", "not_active"}
        shown = {"reasons": [one.says for one in outcome.reasons], "back": reverse(back)}
        return render(request, "lawgate/counsel/not_done.html", shown, status=403 if forbidden else 409)
    request.session["said"] = _("Done, and entered in the ledger.")
    return HttpResponseRedirect(reverse(back))


def _unconfirmed(request: HttpRequest, back: str) -> HttpResponse:
    return render(request, "lawgate/counsel/unconfirmed.html", {"back": reverse(back)}, status=403)


def _text(request: HttpRequest, name: str) -> str:
    return str(request.POST.get(name, "")).strip()


def _number(request: HttpRequest, name: str) -> int:
    text = _text(request, name)
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise InputError("not a number", where=name, mend="take one of those that the page shows")
    return int(text)
