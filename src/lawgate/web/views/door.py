"""The way in and out: the first page, the language, and what is said where nothing can be shown."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from lawgate.web.visitor import end, end_everywhere


def home(request: HttpRequest) -> HttpResponse:
    """What this is, and where to go from here."""
    return render(request, "lawgate/home.html")


def health(_request: HttpRequest) -> HttpResponse:
    """That the process answers; it says nothing else."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session, or every session of this person."""
    if request.POST.get("where") == "everywhere":
        end_everywhere(request)
    else:
        end(request)
    return HttpResponseRedirect(reverse("home"))


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that is none."""
    return render(request, "lawgate/unreadable.html", {"lines": []}, status=400)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Not for this visitor."""
    return render(request, "lawgate/refused.html", status=403)


def not_ours(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that did not come from a page of ours."""
    return render(request, "lawgate/refused.html", status=403)


def not_here(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No such page."""
    return render(request, "lawgate/not_here.html", status=404)


def fault(request: HttpRequest) -> HttpResponse:
    """A fault of the program: nothing was released, and nothing of it is told."""
    return render(request, "lawgate/fault.html", {"kind": ""}, status=500)
