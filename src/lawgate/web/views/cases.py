"""The pages of a case, for officials."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from lawgate.service.casework.acts.findings import answering_offices, questions_of
from lawgate.service.casework.acts.release import draw_key
from lawgate.service.casework.deployment.deployed import desk
from lawgate.service.casework.desk import Refused
from lawgate.service.casework.seen.letters import letter_preview
from lawgate.service.casework.seen.match_pairs import pairs_document
from lawgate.service.casework.seen.shown import case_document
from lawgate.service.casework.seen.signing import leaving_document
from lawgate.web.views.agency import pdf
from lawgate.web.visitor import is_confirmed


def case(request: HttpRequest, number: str) -> HttpResponse:
    """A case at a glance: where it stands, what to do next, what would leave and what not."""
    return _case_page(request, number, "lawgate/cases/case.html", here="case")


def elements(request: HttpRequest, number: str) -> HttpResponse:
    """What the law asks and how each is answered; findings are made here."""
    more = {"questions": questions_of(desk(), number), "offices": answering_offices()}
    return _case_page(request, number, "lawgate/cases/elements.html", here="elements", **more)


def history(request: HttpRequest, number: str) -> HttpResponse:
    """Everything that happened."""
    return _case_page(request, number, "lawgate/cases/history.html", here="history")


def why(request: HttpRequest, number: str, position: int) -> HttpResponse:
    """Why one decision came out as it did."""
    found = case_document(desk(), number, by=request.visitor.id, purpose="to see why")
    if isinstance(found, Refused):
        return _refused(request, found)
    rows = found["proposal"]["rows"] if found["proposal"] else []
    if not 1 <= position <= len(rows):
        return render(request, "lawgate/not_here.html", status=404)
    shown = {"case": found, "row": rows[position - 1], "position": position, "of": len(rows), "here": "case"}
    return render(request, "lawgate/cases/why.html", shown)


def people(request: HttpRequest, number: str) -> HttpResponse:
    """Who is named: the request beside each record in question."""
    found = pairs_document(desk(), number, by=request.visitor.id)
    if isinstance(found, Refused):
        return _refused(request, found)
    return render(request, "lawgate/cases/people.html", {"match": found, "case": found, "here": "people"})


def leaving(request: HttpRequest, number: str) -> HttpResponse:
    """Exactly what would leave and what is held back: here reviewers sign and the releaser releases."""
    values = leaving_document(desk(), number, by=request.visitor.id, purpose="to see what would leave")
    if isinstance(values, Refused):
        return _refused(request, values)
    found = values["case"]
    shown = {
        "case": found,
        "leaving": values,
        "acts": {one["act"]: one for one in found["acts"]},
        "key": draw_key(),
        "confirmed": is_confirmed(request),
        "here": "leaving",
    }
    return render(request, "lawgate/cases/leaving.html", shown)


def letter(request: HttpRequest, number: str) -> HttpResponse:
    """The letter that would be sent as the case stands."""
    found = letter_preview(desk(), number, by=request.visitor.id, language=get_language() or "en")
    return _refused(request, found) if isinstance(found, Refused) else pdf(found, number)


def _case_page(request: HttpRequest, number: str, template: str, *, here: str, **more: Any) -> HttpResponse:
    found = case_document(desk(), number, by=request.visitor.id, purpose=f"to work on it ({here})")
    if isinstance(found, Refused):
        return _refused(request, found)
    shown = {
        "case": found,
        "acts": {one["act"]: one for one in found["acts"]},
        "confirmed": is_confirmed(request),
        "here": here,
        **more,
    }
    return render(request, template, shown)


def _refused(request: HttpRequest, found: Refused) -> HttpResponse:
    """A case that one may not see looks like one that is not there."""
    if found.names & {"no_such_case", "other_agency"}:
        return render(request, "lawgate/not_here.html", status=404)
    return render(request, "lawgate/refused.html", status=403)
