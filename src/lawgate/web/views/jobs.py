"""The jobs of the background, for the system administrator: no case, no person, no value stands here."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lawgate.service.casework.background.jobs_watched import jobs_document, retry_job
from lawgate.service.casework.deployment.deployed import desk
from lawgate.web.outcome import enters


def jobs(request: HttpRequest) -> HttpResponse:
    """What waits, what was given up, and why."""
    return render(request, "lawgate/jobs.html", jobs_document(desk(), by=request.visitor.id))


again = enters(retry_job, "jobs", words=("job",))
"""Try one again that was given up."""
