"""Sessions of browsers that are over."""

from __future__ import annotations

from django.contrib.sessions.models import Session
from django.utils import timezone


def clear() -> int:
    """Remove the sessions that are over; how many."""
    return int(Session.objects.filter(expire_date__lt=timezone.now()).delete()[0])
