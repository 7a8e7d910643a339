"""Databases for tests: SQLite in a file, and a PostgreSQL server of the test run's own."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from tests import clusters
from tests.clusters import Server

ROOT = clusters.ROOT
KINDS = ("sqlite", "postgresql")


def address(kind: str, folder: Path, name: str) -> str:
    """The address of an empty database of a kind."""
    if kind == "sqlite":
        return f"sqlite:///{folder / name}.sqlite3"
    run_on_server("postgres", f"CREATE DATABASE {name}")
    return f"postgresql://postgres@/{name}?host={server()}"


def run_on_server(database: str, statement: str) -> None:
    """Run one statement as the server's superuser."""
    Server(server()).query(statement, database)


@cache
def server() -> Path:
    """The folder of the socket of a server that this process started; it ends with the process."""
    made = Server(Path(tempfile.mkdtemp(prefix="lawgate-postgresql-")))

    def stop() -> None:
        made.stop()
        shutil.rmtree(made.folder, ignore_errors=True)

    made.make()
    made.start()
    atexit.register(stop)
    return made.folder
