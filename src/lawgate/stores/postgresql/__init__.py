"""PostgreSQL as Django is to use it: a write is kept once the database has said so in time, and not otherwise."""

from __future__ import annotations

from django.db.utils import OperationalError

from lawgate.errors import UnconfirmedError


class UnconfirmedWriteError(OperationalError, UnconfirmedError):
    """The database did not say that it keeps a write, or not that its standby does: Django's error and ours."""
