"""No page without a line in the map of access: who is not named there is sent to sign in, or away."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import URLPattern, path, reverse

from lawgate.errors import InputError, UnknownCaseError
from lawgate.service.faults import note_fault
from lawgate.web.access import ACCESS, Access
from lawgate.web.parse import demand_written

View = Callable[..., HttpResponseBase]


def page(route: str, view: View, name: str) -> URLPattern:
    """An address with its guard. KeyError, so that nothing is served at all, for one without a line in the map."""
    return path(route, _guarded(view, ACCESS[name]), name=name)


def _guarded(view: View, access: Access) -> View:
    @wraps(view)
    def guard(request: HttpRequest, *args: object, **named: object) -> HttpResponseBase:
        refused = _refused(request, access)
        if refused is not None:
            return refused
        try:
            demand_written(request)
            return view(request, *args, **named)
        except (Http404, PermissionDenied, SuspiciousOperation):
            raise
        except Exception as error:  # noqa: BLE001 - whatever went wrong, nothing of it is told but its kind
            return _told(request, error)

    return guard


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
    return render(request, "lawgate/fault.html", status=500)
