"""What somebody is told because of his roles."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lawgate.service.casework.deployment.deployed import desk
from lawgate.service.casework.seen.notices import notices_document


def notices(request: HttpRequest) -> HttpResponse:
    """The latest notices."""
    return render(request, "lawgate/notices.html", notices_document(desk(), by=request.visitor.id))
