"""The files that pages are made of."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase

from lawgate.web.assets import asset, digest

YEAR_SECONDS = 31_536_000


def serve(request: HttpRequest, tree: str, path: str) -> HttpResponseBase:
    """One file; under the digest that is current it never changes, under another it is not there."""
    found = asset(path) if tree == digest() else None
    if found is None:
        raise Http404
    small = found.compressed is not None and "gzip" in request.headers.get("Accept-Encoding", "")
    answer = HttpResponse(found.compressed if small else found.data, content_type=found.kind)
    answer["Cache-Control"] = f"public, max-age={YEAR_SECONDS}, immutable"
    answer["Vary"] = "Accept-Encoding"
    if small:
        answer["Content-Encoding"] = "gzip"
    return answer
