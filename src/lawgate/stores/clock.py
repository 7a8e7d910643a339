"""The server's clock: the only place that asks what time it is."""

from __future__ import annotations

from datetime import UTC, date, datetime


def today() -> date:
    """The day it is, in UTC."""
    return datetime.now(tz=UTC).date()


def now() -> datetime:
    """The moment it is, in UTC."""
    return datetime.now(tz=UTC)
