"""A request that was returned, mended in the form in which it is asked: what stands there now, and what it lacks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from lawgate.errors import InputError
from lawgate.service.casework.deployment.deployed import desk
from lawgate.service.casework.desk import Refused
from lawgate.service.casework.seen import door
from lawgate.service.check import request_choices
from lawgate.web.form_shown import (
    beside,
    form_of,
    form_sent,
    further_questions,
    standing,
    unreadable_at,
)
from lawgate.web.forms import mended_bytes
from lawgate.web.outcome import done, not_done
from lawgate.web.views.check import checked

Shown = dict[str, Any]


def mend(request: HttpRequest, number: str) -> HttpResponse:
    """The form as the request was sent, each defect beside its field; sent once nothing is missing on its words."""
    found = door.mending_document(desk(), number, by=request.visitor.id)
    if isinstance(found, Refused):
        return _refused(request, number, found)
    if request.method == "POST":
        return _sent(request, number, found)
    form = form_of(found["sent"], ref=found["ref"])
    fields, defects = beside(found["defects"])
    shown = {"defects": defects, "beside": fields, "further": further_questions(form, defects)}
    return _page(request, found, form, shown)


def _sent(request: HttpRequest, number: str, found: Shown) -> HttpResponse:
    form, sent = form_sent(request.POST), found["sent"]
    form |= {"id": sent["id"], "agency": sent["requester"]["agency"]}
    try:
        body = mended_bytes(request.POST, sent, ref=found["ref"])
        judged = checked(body, form, ref=found["ref"])
        if judged["defects"] or request.POST.get("do") != "send":
            return _page(request, found, form, {**judged, "is_judged": True})
        outcome = door.mend(desk(), number, by=request.visitor.id, body=body)
    except InputError as error:
        problem = {"field": unreadable_at(error), "line": error.line()}
        return _page(request, found, form, {"problem": problem}, status=400)
    if isinstance(outcome, Refused) and "asked_too_often" in outcome.names:
        return _page(request, found, form, {"refused": outcome.reasons}, status=409)
    if isinstance(outcome, Refused):
        return _refused(request, number, outcome)
    return done(
        request,
        reverse("agency-case", args=[number]),
        _("Sent. The clock of the answer runs again, and you are told here what becomes of it."),
    )


def _page(
    request: HttpRequest, found: Shown, form: Shown, shown: Mapping[str, Any], status: int = 200
) -> HttpResponse:
    """The form; beside each defect what stands in its fields."""
    defects = [
        {**one, "now": list(filter(None, (standing(form, field) for field in one["fields"])))}
        for one in shown.get("defects", ())
    ]
    more = {
        "number": found["number"],
        "form": form,
        "choices": request_choices(form["provision"]),
        "fixed": True,
    }
    return render(request, "lawgate/agency/mend.html", {**shown, **more, "defects": defects}, status=status)


def _refused(request: HttpRequest, number: str, refused: Refused) -> HttpResponse:
    """A case that is not the agency's is as if it were not there."""
    if refused.names & {"other_agency", "no_such_case", "no_role"}:
        return render(request, "lawgate/not_here.html", status=404)
    return not_done(request, refused, reverse("agency-case", args=[number]), says=_("Back to the case"))
