"""No page without a line in the map of access: who is not named there is sent to sign in, or away."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Final
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse

from lawgate.errors import InputError, UnconfirmedError, UnknownCaseError
from lawgate.service.casework.deployment.deployed import desk
from lawgate.service.faults import note_fault
from lawgate.service.paces import By, ask
from lawgate.web.access import ACCESS, Access
from lawgate.web.parse import demand_written

View = Callable[..., HttpResponseBase]

SIGNING_IN: Final = frozenset({"sign-in-as", "provider", "returned", "confirm-as"})
UNCOUNTED: Final = frozenset({"asset", "health", "language"})
"""What looks nothing up and keeps nothing."""


def page(route: str, view: View, name: str) -> URLPattern:
    """An address with its guard. KeyError, so that nothing is served at all, for one without a line in the map."""
    return path(route, _guarded(view, ACCESS[name], name), name=name)


def _guarded(view: View, access: Access, name: str) -> View:
    @wraps(view)
    def guard(request: HttpRequest, *args: object, **named: object) -> HttpResponseBase:
        try:
            refused = _too_often(request, name) or _refused(request, access)
            if refused is not None:
                return refused
            demand_written(request)
            return view(request, *args, **named)
        except (Http404, PermissionDenied, SuspiciousOperation):
            raise
        except Exception as error:  # noqa: BLE001 - whatever went wrong, nothing of it is told but its kind
            return _told(request, error)

    return guard


def _too_often(request: HttpRequest, name: str) -> HttpResponseBase | None:
    """The answer to somebody who asks too often, whatever he asks; None where he may ask, or it is not counted.

    Counted is what somebody who signed in sends; of everybody else sign-in, and what a form of a page asks.
    """
    if name in UNCOUNTED:
        return None
    visitor, sends = request.visitor, request.method not in {"GET", "HEAD"}
    if visitor.is_signed_in and name not in SIGNING_IN:
        if not sends:
            return None
        asked = ask(desk(), By.PERSON, visitor.id)
    elif sends or name in SIGNING_IN or request.META.get("QUERY_STRING"):
        asked = ask(desk(), By.ADDRESS, request.came_from)
    else:
        return None
    if asked.is_let:
        return None
    answer = render(request, "lawgate/too_often.html", {"seconds": asked.whole_seconds}, status=429)
    answer["Retry-After"] = str(asked.whole_seconds)
    return answer


def _refused(request: HttpRequest, access: Access) -> HttpResponseBase | None:
    """The answer to somebody who may not enter; None where he may."""
    visitor = request.visitor
    if access.lets(visitor.roles):
        return None
    if not visitor.is_signed_in and request.method == "GET":
        asked = urlencode({"next": request.get_full_path()})
        return HttpResponseRedirect(f"{reverse('sign-in')}?{asked}")
    return render(request, "lawgate/refused.html", status=403)


def _told(request: HttpRequest, error: Exception) -> HttpResponseBase:
    """What cannot be read is told with its mend; a fault of ours is told as one, without its words."""
    if isinstance(error, UnknownCaseError):
        return render(request, "lawgate/not_here.html", status=404)
    if isinstance(error, InputError):
        return render(request, "lawgate/unreadable.html", {"lines": error.lines()}, status=400)
    note_fault(type(error).__name__)
    if isinstance(error, UnconfirmedError):
        return render(request, "lawgate/not_confirmed.html", status=503)
    return render(request, "lawgate/fault.html", status=500)
