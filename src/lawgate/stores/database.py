"""The database of cases: made ready for use, brought up to date, or another one taken in its place."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import django
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection, connections, transaction

from lawgate.errors import InputError, ReleasesStoppedError, UnconfirmedError
from lawgate.stores.postgresql import UnconfirmedWriteError


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
    _UNCONFIRMED.clear()
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
    met the fault (`fault_met`). UnconfirmedError where it, or its standby, did not say in time that it has kept what
    was written: that may stand or not, and what is written later is taken again once a standby is there.
    """
    outermost = not connection.in_atomic_block
    if outermost:
        _set_confirmed()
    try:
        if outermost and _UNCONFIRMED:
            _demand_standby()
        with transaction.atomic():
            yield
            if outermost and _UNCONFIRMED:
                _write_nothing()  # so that it has to be confirmed, also where nothing else was written
        if outermost:
            _UNCONFIRMED.clear()
    except DatabaseError as error:
        # Django connects again at once, and where it cannot, tells that alone.
        if isinstance(error, UnconfirmedWriteError) or getattr(connections["default"], "unconfirmed", False):
            _UNCONFIRMED[:] = [_NOT_CONFIRMED]
            raise UnconfirmedError(_NOT_CONFIRMED, mend=_LOOK_AGAIN) from error
        if not _is_fault_of_the_disk(error):
            raise
        raise _stopped("the database could not keep a write", mend="see to the disk, then restart") from error
    except MemoryError as error:
        # It is no DatabaseError, so Django does not know in which state it left the connection.
        connections["default"].close()
        raise _stopped("there was no memory for a write", mend="give it more memory, then restart") from error


def fault_met() -> str:
    """What this process met in any transaction that the database could not keep; empty where it met nothing.

    That a write was not confirmed is forgotten with the next one that is: nothing can be confirmed unless all that was
    written before it is. Anything else stays until somebody restarts.
    """
    return next(iter((*_FAULTS, *_UNCONFIRMED)), "")


def unkept() -> str:
    """Which setting of the database lets it lose what it has acknowledged, with its value; empty where none does.

    SQLite is told how to keep its word by each connection (`settings.database_of`).
    """
    if connection.vendor != "postgresql":
        return ""
    demanded = {**_KEEPS, **(_FOLLOWED if connection.settings_dict.get("STANDBY") else {})}
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, current_setting(name) FROM unnest(%s::text[]) AS name", [list(demanded)])
        told = dict(cursor.fetchall())
    bad = [f"{name} is {told[name] or 'empty'}" for name, holds in demanded.items() if not holds(told[name])]
    return bad[0] if bad else ""


def demand_confirmed() -> None:
    """UnconfirmedError unless the standby, where one is waited for, has all that was written before this.

    A server that crashed and runs again shows what its standby never got, and what is lost with it. A write that is
    confirmed confirms all before it.
    """
    if connection.vendor == "postgresql":
        with one_transaction():
            _write_nothing()


def demand_kept() -> None:
    """InputError where the database could lose what it acknowledges."""
    ready()
    lacking = unkept()
    close()  # the processes that begin now have connections of their own
    if lacking:
        raise InputError(
            f"the database could lose what it acknowledges: {lacking}",
            where="LAWGATE_DATABASE_URL",
            mend="set it as docs/postgresql.md says, and start again",
        )


_FAULTS: list[str] = []
_UNCONFIRMED: list[str] = []
_NOT_CONFIRMED: Final = "the database or its standby did not confirm a write in time"
_LOOK_AGAIN: Final = "nothing has left; once a standby runs, look whether it stands, and repeat it if not"
_KEEPS: Final[dict[str, Callable[[str], bool]]] = {
    "fsync": "on".__eq__,
    "full_page_writes": "on".__eq__,
    "synchronous_commit": ("on", "remote_apply").__contains__,
}
"""Each setting of PostgreSQL that an acknowledgement rests on, with when it holds."""
_FOLLOWED: Final[dict[str, Callable[[str], bool]]] = {"synchronous_standby_names": bool}
"""The same where the settings demand a standby."""


def _waits() -> bool:
    """Whether the database takes nothing for kept that its standby does not have."""
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('synchronous_standby_names') <> ''")
        return bool(cursor.fetchone()[0])


def _demand_standby() -> None:
    """UnconfirmedError where it is plain that nobody would confirm: each write would hold its connection, unanswered.

    Whoever may not see how standbys stand is shown that they are there.
    """
    if _waits():
        with connection.cursor() as cursor:
            cursor.execute("SELECT EXISTS (SELECT FROM pg_stat_replication)")
            followed = bool(cursor.fetchone()[0])
        if not followed:
            raise UnconfirmedError(
                "no standby follows the database, so nothing is written", mend="see to the standby"
            )


def _write_nothing() -> None:
    """A write to PostgreSQL's log that means nothing, where a standby is waited for: its commit has to be confirmed."""
    if _waits():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_logical_emit_message(true, 'lawgate', '')")


def _set_confirmed() -> None:
    if hasattr(connections["default"], "unconfirmed"):
        connections["default"].unconfirmed = False


def note_fault(what: str) -> None:
    """From now on this process releases nothing, because of this."""
    if what not in _FAULTS:
        _FAULTS.append(what)


def _stopped(what: str, *, mend: str) -> ReleasesStoppedError:
    note_fault(what)
    return ReleasesStoppedError(what, mend=mend)


# SQLite says so in words alone; PostgreSQL by the classes 53 (no resources) and 58 (system error).
_SAID_BY_SQLITE = ("disk i/o error", "database or disk is full", "malformed", "unable to open database")


def _is_fault_of_the_disk(error: DatabaseError) -> bool:
    state = str(getattr(error.__cause__, "sqlstate", None) or "")
    return state[:2] in {"53", "58"} or any(said in str(error).lower() for said in _SAID_BY_SQLITE)
