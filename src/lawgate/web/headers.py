"""What every answer tells the browser: run our own files and nothing else, keep nothing, tell nobody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

from lawgate.web.visitor import NOBODY

BODY_BYTES_MAX: Final = 9 * 1024 * 1024
"""Two files with their form. A longer body is refused before any of it is read: who sends it need not be signed in."""
TLS_SECONDS: Final = 31_536_000

Answer = Callable[[HttpRequest], HttpResponseBase]

POLICY: Final = "; ".join(
    f"{name} {value}".rstrip()
    for name, value in {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }.items()
)

HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
}


class Headers:
    """Adds the headers to every answer; what is not marked as kept is not kept, by no browser and no cache."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        tls = {"Strict-Transport-Security": f"max-age={TLS_SECONDS}; includeSubDomains"}
        self._headers = HEADERS | ({} if settings.LAWGATE_DEMONSTRATION else tls)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.visitor = NOBODY  # until it is known who it is: a fault before that has its page, too
        answer = self._answer(request)
        for name, value in self._headers.items():
            answer[name] = value
        answer.headers.setdefault("Cache-Control", "no-store")
        return answer


class Addressed:
    """Lets in what is addressed to this deployment by one of its names, and is not too large to be looked at."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        try:
            request.get_host()
        except SuspiciousOperation:
            return render(request, "lawgate/unreadable.html", {"lines": []}, status=400)
        if int(request.META.get("CONTENT_LENGTH") or 0) > BODY_BYTES_MAX:
            return render(request, "lawgate/unreadable.html", {"lines": []}, status=413)
        return self._answer(request)
