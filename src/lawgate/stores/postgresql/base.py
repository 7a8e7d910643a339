"""Django's PostgreSQL with writes that are waited for only so long, and believed only where the standby has them too.

Where a standby is to have a write before it counts, PostgreSQL waits for it without end; `statement_timeout` does not
reach that wait (it ends before the commit is made). Whoever cancels the wait, an administrator or a pooler, makes the
server answer as if all were well, with a warning beside it that the standby may lack what was committed; psycopg and
Django hand the warning on to nobody. So here the warning is an error, and so is an answer that does not come.

A wait that is too long is ended by shutting our end of the connection, never by cancelling: what was committed
then stays unseen by everybody until a standby has it.
"""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from typing import Any, Final

from django.db.backends.postgresql import base
from django.db.utils import OperationalError
from psycopg import Connection
from psycopg.errors import Diagnostic

from lawgate.stores.postgresql import UnconfirmedWriteError

COMMIT_SECONDS_MAX: Final = 20
"""So long a write waits to be kept, in seconds, where Django's settings of the database say nothing else."""
WAITS_FOR_STANDBY: Final = "SyncRepWaitForLSN"
"""The function of the server that waits; its name stands in the warning in whatever language that is."""
_READS: Final = re.compile(r"\s*(SELECT|SHOW|SET|BEGIN)\b", re.IGNORECASE)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection whose writes are confirmed or raise `UnconfirmedWriteError`."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._warned = False
        self.unconfirmed = False
        """Whether a write was not confirmed since somebody set this back."""
        self.execute_wrappers.append(self._execute_confirmed)

    def get_new_connection(self, conn_params: dict[str, Any]) -> Connection:
        made: Connection = super().get_new_connection(conn_params)
        made.add_notice_handler(self._notice)
        return made

    def _notice(self, said: Diagnostic) -> None:
        self._warned = self._warned or said.source_function == WAITS_FOR_STANDBY

    def _commit(self) -> None:
        if self.connection is not None:
            with self._confirmed(self.connection):
                super()._commit()

    def _execute_confirmed(self, execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        """A statement outside any transaction is its own commit."""
        if self.connection is None or not self.autocommit or _READS.match(str(sql)):
            return execute(sql, params, many, context)
        with self._confirmed(self.connection):
            return execute(sql, params, many, context)

    @contextmanager
    def _confirmed(self, connection: Connection) -> Iterator[None]:
        seconds = self.settings_dict.get("COMMIT_SECONDS_MAX", COMMIT_SECONDS_MAX)
        self._warned = False
        try:
            with self.wrap_database_errors, _answered_within(seconds, connection):
                yield
        except OperationalError as error:
            if not connection.closed:
                raise
            self.unconfirmed = True
            raise UnconfirmedWriteError("the connection ended before the database answered") from error
        if self._warned:
            self.unconfirmed = True
            raise UnconfirmedWriteError("the wait for the standby was cancelled")


@contextmanager
def _answered_within(seconds: float, connection: Connection) -> Iterator[None]:
    """Shut our end of the connection where what is done within takes longer."""
    watch = Timer(seconds, _shut, (connection.fileno(),))
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()
        watch.join()  # so that it never shuts what has this number next


def _shut(descriptor: int) -> None:
    with socket.socket(fileno=os.dup(descriptor)) as ours:
        try:
            ours.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # the other end was faster
