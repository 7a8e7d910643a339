"""PostgreSQL servers of a test's own, which it can kill with all their processes, start again, and have followed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
USER: Final = "postgres"
IN_ITS_FOLDER: Final = "-c dynamic_shared_memory_type=mmap"
"""What its processes share lies in its folder and goes with it, also where it was killed."""
SMALL: Final = "--wal-segsize=1"
"""The log of writes in files of 1 MiB, so that copies are small."""
GONE_SECONDS_MAX: Final = 30
SHARED: Final = 6
"""The line of `postmaster.pid` with the key and the number of the memory by which a server knows that another runs."""


@dataclass(frozen=True, slots=True)
class Server:
    """One server: its data, its log and its socket in one folder, which belongs to it."""

    folder: Path

    @property
    def data(self) -> Path:
        """The folder of its tables and its log of writes."""
        return self.folder / "data"

    def make(self, *options: str) -> None:
        """An empty cluster."""
        self.own()
        self._run("initdb", "-A", "trust", "-U", USER, "--no-sync", *options)

    def own(self) -> None:
        """Give the folder to whom the server runs as."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0:
            shutil.chown(self.folder, USER)

    def start(self, settings: Mapping[str, str | int] | None = None) -> None:
        """Start it with these settings, and wait until it answers."""
        lines = [f"{name} = '{value}'\n" for name, value in (settings or {}).items()]
        (self.data / "postgresql.auto.conf").write_text("".join(lines), encoding="utf-8")
        options = f"-k {self.folder} -c listen_addresses='' -c max_connections=120 {IN_ITS_FOLDER}"
        self._run("pg_ctl", "-l", str(self.folder / "log"), "-o", options, "-t", "120", "-w", "start")

    def stop(self) -> None:
        """End it at once, as a crash of its own would."""
        self._run("pg_ctl", "-m", "immediate", "-w", "stop")

    def kill(self) -> None:
        """SIGKILL to the server and each of its processes; it is over when none of them runs any more."""
        family = self.processes()
        os.kill(family[0], signal.SIGSTOP)  # so that it starts no other meanwhile
        for process in self.processes():
            _signal(process, signal.SIGKILL)
        until = time.monotonic() + GONE_SECONDS_MAX
        while any(_runs(process) for process in family):
            assert time.monotonic() < until, "a process of the server does not end"
            time.sleep(0.01)
        told = (self.data / "postmaster.pid").read_text(encoding="ascii").split("\n")
        if shared := told[SHARED].split()[1:]:
            subprocess.run(["ipcrm", "-m", *shared], check=False, capture_output=True)
        # Where nobody collects ended processes their numbers look alive to the next server.
        for left in (self.data / "postmaster.pid", *self.folder.glob(".s.PGSQL.*.lock")):
            left.unlink(missing_ok=True)

    def processes(self) -> list[int]:
        """The server's own process, then those that it started."""
        first = int((self.data / "postmaster.pid").read_text(encoding="ascii").split("\n")[0])
        found = (int(one.name) for one in Path("/proc").iterdir() if one.name.isdigit())
        return [first, *(one for one in found if _parent(one) == first)]

    def senders(self) -> list[int]:
        """The processes that send the log of writes to a standby."""
        return [one for one in self.processes() if b"walsender" in _words(one)]

    def follow(self, primary: Server) -> None:
        """Become the standby of another one: a copy of it, not started yet."""
        shutil.rmtree(self.data, ignore_errors=True)
        self.own()
        self._run(
            *("pg_basebackup", "-h", str(primary.folder), "-U", USER, "-X", "stream"),
            *("--checkpoint=fast", "--no-sync"),
        )
        (self.data / "standby.signal").touch()

    def promote(self) -> None:
        """Make the standby the one that is written to, and wait until it is."""
        self._run("pg_ctl", "-t", "120", "-w", "promote")

    def query(self, statement: str, database: str = "postgres") -> str:
        """What the server's superuser is answered, as text."""
        words = [
            *(str(programs() / "psql"), "-q", "-A", "-t", "-h", str(self.folder), "-U", USER),
            *("-d", database, "-c", statement),
        ]
        return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()

    def _run(self, program: str, *arguments: str) -> None:
        as_user = ["runuser", "-u", USER, "--"] if os.geteuid() == 0 else []
        words = [*as_user, str(programs() / program), "-D", str(self.data), *arguments]
        with (self.folder / "said").open("ab") as said:
            # A file and no pipe: the server that is started keeps it open.
            subprocess.run(words, check=True, stdout=said, stderr=said, cwd=self.folder)


@cache
def programs() -> Path:
    """The folder of PostgreSQL's programs, installed where there are none."""
    words = [str(ROOT / "requirements" / "postgresql")]
    return Path(subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip())


def _signal(process: int, which: signal.Signals) -> None:
    try:
        os.kill(process, which)
    except ProcessLookupError:
        return


def _runs(process: int) -> bool:
    return _stat(process)[:1] not in ([], ["Z"])


def _parent(process: int) -> int:
    stat = _stat(process)
    return int(stat[1]) if stat else 0


def _stat(process: int) -> list[str]:
    """Its state, its parent and so on, as the system tells them after its name; empty where it is gone."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return []


def _words(process: int) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""
