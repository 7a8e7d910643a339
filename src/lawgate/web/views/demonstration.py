"""Sign-in by choosing whom to be. It exists in a demonstration alone: elsewhere this module cannot be loaded."""

from __future__ import annotations

import time

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from lawgate.service.people import person_of
from lawgate.web.visitor import begin, confirmed_at, safe_next

if not settings.LAWGATE_DEMONSTRATION:
    raise ImproperlyConfigured("sign-in without a proof of identity exists in a demonstration alone")


@require_POST
def sign_in_as(request: HttpRequest) -> HttpResponse:
    """Begin a session as somebody."""
    person = person_of(request.POST.get("person", ""))
    if person is None or not person["active"]:
        raise Http404
    begin(request, person["id"])
    return HttpResponseRedirect(safe_next(request))


@require_POST
def confirm_as(request: HttpRequest) -> HttpResponse:
    """Say again who you are."""
    confirmed_at(request, time.time())
    return HttpResponseRedirect(safe_next(request))
