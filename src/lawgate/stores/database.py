"""The database of cases: made ready for use, brought up to date, or another one taken in its place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import django
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connections, transaction

from lawgate.errors import ReleasesStoppedError


def ready() -> None:
    """Set Django up, once; a web server that did so already is let be."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lawgate.settings")
    if not apps.ready and not getattr(apps, "loading", False):
        django.setup()


def use(url: str) -> None:
    """Take another database from here on, as a command or a test names it."""
    from lawgate.settings import database_of  # noqa: PLC0415 - settings are read once somebody needs them

    ready()
    _FAULTS.clear()
    connections.close_all()
    connections.settings["default"] = {**connections.settings["default"], **database_of(url)}
    if hasattr(connections["default"], "close"):
        del connections["default"]


def migrate() -> None:
    """Bring the tables and their guards up to date, from nothing where there are none."""
    ready()
    call_command("migrate", verbosity=0, interactive=False)


def close() -> None:
    """Close this thread's connection."""
    connections.close_all()


@contextmanager
def one_transaction() -> Iterator[None]:
    """Everything within is written together or not at all.

    ReleasesStoppedError where the database cannot keep its word: from then on nothing may be acknowledged, whoever
    met the fault (`fault_met`).
    """
    try:
        with transaction.atomic():
            yield
    except DatabaseError as error:
        if not _is_fault_of_the_disk(error):
            raise
        raise _stopped("the database could not keep a write", mend="see to the disk, then restart") from error
    except MemoryError as error:
        # It is no DatabaseError, so Django does not know in which state it left the connection.
        connections["default"].close()
        raise _stopped("there was no memory for a write", mend="give it more memory, then restart") from error


def fault_met() -> str:
    """What this process met in any transaction that the database could not keep; empty where it met nothing."""
    return _FAULTS[0] if _FAULTS else ""


_FAULTS: list[str] = []


def _stopped(what: str, *, mend: str) -> ReleasesStoppedError:
    _FAULTS.append(what)
    return ReleasesStoppedError(what, mend=mend)


# SQLite says so in words alone; PostgreSQL by the classes 53 (no resources) and 58 (system error).
_SAID_BY_SQLITE = ("disk i/o error", "database or disk is full", "malformed", "unable to open database")


def _is_fault_of_the_disk(error: DatabaseError) -> bool:
    state = str(getattr(error.__cause__, "sqlstate", None) or "")
    return state[:2] in {"53", "58"} or any(said in str(error).lower() for said in _SAID_BY_SQLITE)
