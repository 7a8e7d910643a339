"""The door before the pages: what is addressed to the API is answered here and goes no further.

So no session is opened for it, no cookie read or set, and no form of a page can reach it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.http.multipartparser import MultiPartParserError
from django.urls import get_resolver

from lawgate.api.problems import problem, with_pace
from lawgate.errors import UnconfirmedError
from lawgate.service.faults import note_fault

Answer = Callable[[HttpRequest], HttpResponseBase]

METHOD_NOT_ALLOWED: Final = 405
PATH: Final = "/api"
ADDRESSES: Final = "lawgate.api.urls"


class Door:
    """Answers what is addressed to the API, and hands everything else on."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info == PATH or request.path_info.startswith(f"{PATH}/"):
            answer, allowance = _answered(request), getattr(request, "allowance", None)
            return with_pace(answer, allowance) if allowance else answer
        return self._answer(request)


def _answered(request: HttpRequest) -> HttpResponseBase:
    """The answer, or a problem; nothing of a fault of ours is told but that it is one."""
    try:
        request.get_host()
        if int(request.META.get("CONTENT_LENGTH") or 0) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return problem("too-large")
        view, given, named = get_resolver(ADDRESSES).resolve(request.path_info)
        answer = view(request, *given, **named)
        return _methods(answer) if answer.status_code == METHOD_NOT_ALLOWED else answer
    except Http404:
        return problem("not-here")
    except RequestDataTooBig:
        return problem("too-large")
    except (SuspiciousOperation, MultiPartParserError):
        return problem("not-addressed")
    except Exception as error:  # noqa: BLE001 - whatever went wrong, nothing of it is told but its kind
        note_fault(type(error).__name__)
        return problem("unconfirmed" if isinstance(error, UnconfirmedError) else "fault")


def _methods(answer: HttpResponseBase) -> HttpResponse:
    """The same refusal of a method as a problem, with the methods that are taken."""
    told = problem("method")
    told["Allow"] = answer.headers.get("Allow", "")
    return told
