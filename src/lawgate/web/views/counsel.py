"""Counsel's pages: readings, orders, agreements, safeguards and caps, with what may be entered and by whom."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from lawgate.service.casework.deployment.deployed import desk
from lawgate.service.casework.desk import Refused
from lawgate.service.casework.registers import agreements, capping, orders, readings, safeguards
from lawgate.service.casework.seen import counsel
from lawgate.web.outcome import ended, enters, text_of
from lawgate.web.visitor import is_confirmed

ORDER_FIELDS = (
    "court", "docket", "judge", "says", "binds", "source", "begins", "pathways", "agencies", "subjects_min", "holds",
)  # fmt: skip


def overview(request: HttpRequest) -> HttpResponse:
    """What waits for whom and what lapses soon."""
    return _page(request, "overview", counsel.counsel_document(desk(), by=request.visitor.id))


def readings_page(request: HttpRequest) -> HttpResponse:
    """What is followed, and each proposal as it stands."""
    return _page(request, "readings", readings.readings_document(desk(), by=request.visitor.id))


def _reading(form: QueryDict) -> dict[str, str]:
    """A reading of a question is chosen as one: the question, and how it is read."""
    question, _mark, reading = text_of(form, "reading").partition("=")
    return {"question": question, "reading": reading}


propose_reading = enters(
    readings.propose, "counsel-readings", words=("order", "status", "reason", "not_before"), reads=_reading
)
"""Counsel proposes a reading, or what became of an order."""
adopt_reading = enters(readings.adopt, "counsel-readings", number="proposed", signed=True)
"""The privacy officer adopts it."""
withdraw_reading = enters(readings.withdraw, "counsel-readings", number="proposed", words=("reason",))
"""Counsel withdraws it."""


def orders_page(request: HttpRequest) -> HttpResponse:
    """Every order that is known here, and the dockets."""
    return _page(request, "orders", orders.orders_document(desk(), by=request.visitor.id))


def _order(form: QueryDict) -> dict[str, Any]:
    """An order as it was stated."""
    stated = {name: form.get(name, "") for name in ORDER_FIELDS}
    fields = form.getlist("identity_fields")
    return {"wanted": orders.read_order(stated, acts=form.getlist("acts"), identity_fields=fields)}


def preview_order(request: HttpRequest) -> HttpResponse:
    """What an order would hold back; nothing is entered."""
    shown = orders.preview(desk(), by=request.visitor.id, **_order(request.GET))
    if isinstance(shown, Refused):
        return ended(request, shown, reverse("counsel-orders"))
    fields = [(name, value) for name, values in request.GET.lists() for value in values]
    return _page(request, "order_preview", {**shown, "fields": fields}, here="orders")


enter_order = enters(orders.enter_order, "counsel-orders", reads=_order, signed=True)
"""It is in force at once."""


def agreements_page(request: HttpRequest) -> HttpResponse:
    """The agreements of the register."""
    return _page(request, "agreements", agreements.agreements_document(desk(), by=request.visitor.id))


propose_agreement = enters(
    agreements.propose_agreement,
    "counsel-agreements",
    words=("title", "party", "provision", "signed_on", "last_day", "encoded"),
)
"""Counsel proposes to enter one."""
end_agreement = enters(agreements.propose_end, "counsel-agreements", number="number", words=("reason",))
"""Counsel proposes that one ends."""
confirm_agreement = enters(agreements.confirm_agreement, "counsel-agreements", number="proposed", signed=True)
"""The privacy officer confirms."""


def agencies_page(request: HttpRequest) -> HttpResponse:
    """Every agency with how its safeguards stand."""
    return _page(request, "agencies", safeguards.agencies_document(desk(), by=request.visitor.id))


def agency_page(request: HttpRequest, agency: str) -> HttpResponse:
    """One agency with everything that was ever entered of it."""
    found = safeguards.agency_document(desk(), agency, by=request.visitor.id)
    return _page(request, "agency", found, here="agencies")


propose_safeguards = enters(
    safeguards.propose_safeguards,
    "counsel-agencies",
    words=("agency", "reviewed_on", "valid_until", "basis"),
)
"""Counsel states that they satisfy."""
confirm_safeguards = enters(safeguards.confirm_safeguards, "counsel-agencies", number="proposed", signed=True)
"""The privacy officer confirms."""
end_safeguards = enters(safeguards.end_safeguards, "counsel-agencies", words=("agency", "reason"))
"""Either states that they do not."""


def caps_page(request: HttpRequest) -> HttpResponse:
    """The caps in force."""
    return _page(request, "caps", capping.caps_document(desk(), by=request.visitor.id))


set_caps = enters(capping.set_caps, "counsel-caps", words=("subjects_an_officer", "signatures_a_day"))
"""Counsel sets both."""


def _page(request: HttpRequest, name: str, shown: dict[str, Any], here: str = "") -> HttpResponse:
    more = {"here": here or name, "confirmed": is_confirmed(request)}
    return render(request, f"lawgate/counsel/{name}.html", {**shown, **more})
