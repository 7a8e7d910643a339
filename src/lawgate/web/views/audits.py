"""Oversight's audits: runs, the figures of one with charts, the rows behind each figure, and why of each row."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lawgate.service.casework.deployment.deployed import desk
from lawgate.service.casework.desk import Refused
from lawgate.service.casework.runs import audits as service
from lawgate.web.parse import page_asked


def audits(request: HttpRequest) -> HttpResponse:
    """Every run that lies in the folder of audits."""
    found = service.audits_document(desk())
    return render(request, "lawgate/audits/audits.html", {**found, "here": "audits"})


def audit(request: HttpRequest, name: str) -> HttpResponse:
    """The figures of one run; no person is shown."""
    shown = {"audit": service.audit_document(desk(), name), "here": "audits"}
    return render(request, "lawgate/audits/audit.html", shown)


def rows(request: HttpRequest, name: str) -> HttpResponse:
    """The releases behind a figure, a page of them at a time."""
    key = request.GET.get("of", "")[:200]
    found = service.audit_rows_document(desk(), name, key, page=page_asked(request), by=request.visitor.id)
    kept = request.GET.copy()
    kept.pop("page", None)
    return _shown(request, found, "lawgate/audits/rows.html", query=kept.urlencode())


def release(request: HttpRequest, name: str, place: int) -> HttpResponse:
    """Why one release came out as it did."""
    found = service.audit_release_document(desk(), name, place, by=request.visitor.id)
    return _shown(request, found, "lawgate/audits/release.html")


def differences(request: HttpRequest, name: str) -> HttpResponse:
    """Who gained and who lost between this run and another one of the same request."""
    other = request.GET.get("other", "")[:60]
    found = service.audit_differences_document(desk(), name, other, by=request.visitor.id)
    return _shown(request, found, "lawgate/audits/differences.html")


def file(request: HttpRequest, name: str, which: str) -> HttpResponse:
    """The report, or a list, to be taken away."""
    found = service.audit_file(desk(), name, which, by=request.visitor.id)
    if isinstance(found, Refused):
        return render(request, "lawgate/refused.html", status=403)
    called, kind, data = found
    answer = HttpResponse(data, content_type=f"{kind}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{called}"'
    return answer


def _shown(request: HttpRequest, found: Any, template: str, **more: Any) -> HttpResponse:
    if isinstance(found, Refused):
        return render(request, "lawgate/refused.html", status=403)
    return render(request, template, {"found": found, "here": "audits", **more})
