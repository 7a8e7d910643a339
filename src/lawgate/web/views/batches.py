"""Large requests: taken in, their shape before any record is looked at, progress, and what became of them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lawgate.errors import InputError
from lawgate.service.casework.deployment.deployed import desk
from lawgate.service.casework.desk import Refused
from lawgate.service.casework.runs import batches as service
from lawgate.web.outcome import done, not_done
from lawgate.web.parse import upload


def batches(request: HttpRequest) -> HttpResponse:
    """Every large request, and the form that takes one in."""
    return render(request, "lawgate/batches/batches.html", _listed(request))


@require_POST
def new(request: HttpRequest) -> HttpResponse:
    """Take one in from its files; what cannot be read is told, and nothing is kept."""
    try:
        body = upload(request, "request")
        if body is None:
            raise InputError("no file was sent", where="request", mend="choose the request")
        found = service.take_in_batch(desk(), body, upload(request, "table"), by=request.visitor.id)
    except InputError as error:
        shown = {**_listed(request), "lines": error.lines()}
        return render(request, "lawgate/batches/batches.html", shown, status=400)
    if isinstance(found, Refused):
        return not_done(request, found, reverse("batches"))
    return HttpResponseRedirect(reverse("batch", args=[found]))


def shape(request: HttpRequest, name: str) -> HttpResponse:
    """The figures of its own words; no record is looked at for them."""
    found = service.shape_document(desk(), name, by=request.visitor.id)
    return render(request, "lawgate/batches/shape.html", {"batch": found, "tab": "batch"})


def progress(request: HttpRequest, name: str) -> HttpResponse:
    """How far deciding has come; a browser with scripts asks for the inner part alone, again and again."""
    shown = {"batch": service.progress_document(desk(), name), "tab": "batch-progress"}
    inner = request.headers.get("HX-Request")
    return render(request, f"lawgate/batches/{'bar' if inner else 'progress'}.html", shown)


def result(request: HttpRequest, name: str) -> HttpResponse:
    """Decisions by outcome, demands, defects; nothing leaves by it."""
    found = service.batch_result_document(desk(), name)
    return render(request, "lawgate/batches/result.html", {"batch": found, "tab": "batch-result"})


def defects(request: HttpRequest, name: str) -> HttpResponse:
    """The defects as CSV, as they are told to the agency."""
    found = service.batch_defects_csv(desk(), name, by=request.visitor.id)
    if isinstance(found, Refused):
        return not_done(request, found, reverse("batches"))
    answer = HttpResponse(found, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}-defects.csv"'
    return answer


@require_POST
def decide(request: HttpRequest, name: str) -> HttpResponse:
    """Have it decided in the background."""
    refused = service.decide_batch(desk(), name, by=request.visitor.id)
    if refused:
        return not_done(request, refused, reverse("batches"))
    back = reverse("batch-progress", args=[name])
    return done(request, back, _("It is being decided. The look at the records is entered."))


def _listed(request: HttpRequest) -> dict[str, object]:
    return service.batches_document(desk(), by=request.visitor.id)
