"""Databases for tests: SQLite in a file, and a PostgreSQL server of the test run's own."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
KINDS = ("sqlite", "postgresql")


def address(kind: str, folder: Path, name: str) -> str:
    """The address of an empty database of a kind."""
    if kind == "sqlite":
        return f"sqlite:///{folder / name}.sqlite3"
    run_on_server("postgres", f"CREATE DATABASE {name}")
    return f"postgresql://postgres@/{name}?host={server()}"


def run_on_server(database: str, statement: str) -> None:
    """Run one statement as the server's superuser."""
    words = ["psql", "-q", "-h", str(server()), "-U", "postgres", "-d", database, "-c", statement]
    subprocess.run([str(_programs() / words[0]), *words[1:]], check=True, capture_output=True)


@cache
def server() -> Path:
    """The folder of the socket of a server that this process started; it ends with the process."""
    folder = Path(tempfile.mkdtemp(prefix="lawgate-postgresql-"))
    as_postgres = []
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
        as_postgres = ["runuser", "-u", "postgres", "--"]

    def run(program: str, *arguments: str) -> None:
        words = [*as_postgres, str(_programs() / program), "-D", str(folder / "data"), *arguments]
        subprocess.run(words, check=True, capture_output=True, cwd=folder)

    def stop() -> None:
        run("pg_ctl", "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)

    run("initdb", "-A", "trust", "-U", "postgres", "--no-sync")
    options = f"-k {folder} -c listen_addresses='' -c max_connections=120"
    run("pg_ctl", "-l", str(folder / "log"), "-o", options, "-w", "start")
    atexit.register(stop)
    return folder


@cache
def _programs() -> Path:
    found = subprocess.run(
        [str(ROOT / "requirements" / "postgresql")], check=True, capture_output=True, text=True
    )
    return Path(found.stdout.strip())
