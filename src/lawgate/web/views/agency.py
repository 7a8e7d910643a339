"""The agency's door: send, mend, withdraw, fetch once, confirm; it shows what the agency may know and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lawgate.errors import InputError
from lawgate.service.casework.deployment.deployed import desk
from lawgate.service.casework.desk import Refused
from lawgate.service.casework.seen import door
from lawgate.service.casework.seen.letters import letter_sent
from lawgate.web.outcome import done, not_done
from lawgate.web.parse import page_asked, upload
from lawgate.web.views.check import body_sent, checked, shown_form


def requests(request: HttpRequest) -> HttpResponse:
    """What the agency asked."""
    words = request.GET.get("words", "")[:100]
    found = door.requests_document(desk(), by=request.visitor.id, words=words, page=page_asked(request))
    return render(request, "lawgate/agency/requests.html", found)


def new(request: HttpRequest) -> HttpResponse:
    """A new request: checked first, then sent, from the form or a file, with a table of persons or without."""
    shown = _shown(request)
    if request.method != "POST":
        return render(request, "lawgate/agency/new.html", shown)
    try:
        body = body_sent(request)
        if request.POST.get("do") != "send":
            return render(request, "lawgate/agency/new.html", {**shown, **checked(body, shown["form"])})
        sent = door.send(desk(), body, by=request.visitor.id)
    except InputError as error:
        return render(request, "lawgate/agency/new.html", {**shown, "lines": error.lines()}, status=400)
    if isinstance(sent, Refused):
        return render(request, "lawgate/agency/new.html", {**shown, "refused": sent.reasons}, status=403)
    request.session["said"] = _("Sent. You are told here what becomes of it.")
    if len(sent["numbers"]) > 1:
        return HttpResponseRedirect(f"{reverse('agency')}?{urlencode({'words': sent['request']})}")
    return HttpResponseRedirect(reverse("agency-case", args=[sent["numbers"][0]]))


def case(request: HttpRequest, number: str) -> HttpResponse:
    """One of the agency's cases."""
    found = door.own_case_document(desk(), number, by=request.visitor.id)
    if isinstance(found, Refused):
        return render(request, "lawgate/not_here.html", status=404)
    return render(request, "lawgate/agency/case.html", {"case": found})


def letter(request: HttpRequest, number: str) -> HttpResponse:
    """The letter on one of the agency's cases."""
    found = letter_sent(desk(), number, by=request.visitor.id, language=get_language() or "en")
    if isinstance(found, Refused):
        return render(request, "lawgate/not_here.html", status=404)
    return pdf(found, number)


def pdf(data: bytes, number: str) -> HttpResponse:
    """A letter to be taken away."""
    answer = HttpResponse(data, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{number}.pdf"'
    return answer


def _shown(request: HttpRequest) -> dict[str, Any]:
    """The form as it was filled in; one that is new knows whose officer fills it in."""
    shown = shown_form(request)
    if request.method != "POST":
        shown["form"]["agency"] = request.visitor.agency or ""
    return shown


def _withdraw(request: HttpRequest, number: str) -> Any:
    return door.withdraw(desk(), number, by=request.visitor.id)


def _mend(request: HttpRequest, number: str) -> Any:
    return door.mend(desk(), number, by=request.visitor.id, body=_file(request))


def _fetch(request: HttpRequest, number: str) -> Any:
    return door.fetch(desk(), number, by=request.visitor.id)


def _confirm(request: HttpRequest, number: str) -> Any:
    return door.confirm(desk(), number, by=request.visitor.id, receipt=_file(request))


def _attest(request: HttpRequest, number: str) -> Any:
    return door.attest(desk(), number, by=request.visitor.id, **_statement(request))


def _destroy(request: HttpRequest, number: str) -> Any:
    return door.certify_destruction(desk(), number, by=request.visitor.id, **_statement(request))


def _report(request: HttpRequest, number: str) -> Any:
    return door.report(desk(), number, by=request.visitor.id, reason=request.POST.get("reason", ""))


ASKED: Final[Mapping[str, Callable[[HttpRequest, str], Any]]] = {
    "withdraw": _withdraw,
    "mend": _mend,
    "fetch": _fetch,
    "confirm": _confirm,
    "attest": _attest,
    "destroy": _destroy,
    "report_incident": _report,
}


@require_POST
def ask(request: HttpRequest, number: str, act: str) -> HttpResponse:
    """Ask for an act; what is refused is refused in one sentence."""
    do = ASKED.get(act)
    if do is None:
        raise Http404
    outcome = do(request, number)
    if isinstance(outcome, Refused):
        if outcome.names & {"other_agency", "no_such_case", "no_role"}:
            return render(request, "lawgate/not_here.html", status=404)
        return not_done(request, outcome, reverse("agency-case", args=[number]), says=_("Back to the case"))
    if isinstance(outcome, bytes):
        answer = HttpResponse(outcome, content_type="application/octet-stream")
        answer["Content-Disposition"] = f'attachment; filename="{number}.lawgate-package"'
        return answer
    return done(request, reverse("agency-case", args=[number]), _("Done."))


def _statement(request: HttpRequest) -> dict[str, Any]:
    """What was signed, as a file; in words where nothing was fetched."""
    return {"signed": upload(request, "file") or b"", "said": request.POST.get("statement", "").strip()}


def _file(request: HttpRequest) -> bytes:
    body = upload(request, "file")
    if body is None:
        raise InputError("no file was sent", where="file", mend="choose the file")
    return body
