"""The list of cases, the searches that somebody keeps of it, and what is done to several cases at once."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lawgate.errors import InputError, UnknownCaseError
from lawgate.service.casework.acts.together import acts_together, do_together
from lawgate.service.casework.deployment.deployed import desk
from lawgate.service.casework.seen.inbox import colleagues, inbox_csv, inbox_document
from lawgate.service.casework.seen.searches import (
    change_search,
    keep_search,
    kept_search,
    remove_search,
    searches_document,
)
from lawgate.service.casework.seen.sought import Sought
from lawgate.web.parse import page_asked

STATED = ("view", "words", "agency", "provision", "due", "given", "order")


def inbox(request: HttpRequest) -> HttpResponse:
    """The list of cases, as it is sought, or as the search has it with which this person begins."""
    by, kept = request.visitor.id, None
    if request.GET.get("search") or not any(name in request.GET for name in STATED):
        kept = kept_search(by=by, which=request.GET.get("search", ""))
    sought = _sought(request, kept)
    lines: tuple[str, ...] = ()
    try:
        found = inbox_document(desk(), by=by, sought=sought, page=page_asked(request))
    except InputError as error:
        lines, found = error.lines(), inbox_document(desk(), by=by, sought=Sought())
    name = "lawgate/cases/rows.html" if request.headers.get("HX-Request") else "lawgate/cases/inbox.html"
    shown = {**found, "sought": sought, "lines": lines, **_about(request, sought, kept)}
    return render(request, name, shown, status=400 if lines else 200)


def inbox_file(request: HttpRequest) -> HttpResponse:
    """The same list as CSV."""
    told = inbox_csv(desk(), by=request.visitor.id, sought=Sought.of(request.GET.dict()))
    answer = HttpResponse(told, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="cases.csv"'
    return answer


@require_POST
def together(request: HttpRequest) -> HttpResponse:
    """Do something to the cases that were ticked; each has its own result."""
    form = request.POST
    found = do_together(
        desk(),
        form.getlist("number"),
        what=form.get("what", ""),
        by=request.visitor.id,
        to=form.get("to", ""),
    )
    return render(request, "lawgate/cases/together.html", {**found, "query": form.get("query", "")[:800]})


def searches(request: HttpRequest) -> HttpResponse:
    """The searches that somebody keeps."""
    return render(request, "lawgate/cases/searches.html", {"rows": searches_document(by=request.visitor.id)})


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep the search that is shown under a name."""
    sought = Sought.of(request.POST.dict())
    keep_search(
        desk(),
        sought,
        by=request.visitor.id,
        name=request.POST.get("name", ""),
        is_default=bool(request.POST.get("is_default")),
    )
    request.session["said"] = _("Kept. You find it among your searches.")
    return HttpResponseRedirect(f"{reverse('inbox')}?{_query(sought)}")


@require_POST
def change(request: HttpRequest, search: int) -> HttpResponse:
    """Give a search another name, or begin with it."""
    change_search(
        by=request.visitor.id,
        which=_small(search),
        name=request.POST.get("name", ""),
        is_default=bool(request.POST.get("is_default")),
    )
    request.session["said"] = _("Changed.")
    return HttpResponseRedirect(reverse("searches"))


@require_POST
def remove(request: HttpRequest, search: int) -> HttpResponse:
    """Forget a search."""
    remove_search(by=request.visitor.id, which=_small(search))
    request.session["said"] = _("Deleted.")
    return HttpResponseRedirect(reverse("searches"))


def _sought(request: HttpRequest, kept: dict[str, Any] | None) -> Sought:
    """What the address states; where it states nothing, what the kept search does."""
    if any(name in request.GET for name in STATED):
        return Sought.of(request.GET.dict())
    return kept["sought"] if kept else Sought()


def _about(request: HttpRequest, sought: Sought, kept: dict[str, Any] | None) -> dict[str, Any]:
    """What the page needs beside the cases."""
    stated = sought.stated()
    return {
        "colleagues": colleagues(desk()),
        "searches": searches_document(by=request.visitor.id),
        "kept": kept,
        "query": _query(sought),
        "unordered": urlencode({"view": sought.view, **{k: v for k, v in stated.items() if k != "order"}}),
        "by_state": urlencode({k: v for k, v in stated.items() if k != "view"}),
        "more": bool(stated.keys() - {"view", "words"}),
        "all_chosen": request.GET.get("chosen") == "all",
        "together": acts_together(desk(), by=request.visitor.id),
    }


def _query(sought: Sought) -> str:
    return urlencode({"view": sought.view, **sought.stated()})


def _small(which: int) -> int:
    """A number that a row can have."""
    if which >= 2**31:
        raise UnknownCaseError("no such search", mend="take one of those that the page shows")
    return which
