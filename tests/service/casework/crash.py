"""A PostgreSQL that dies while officials work: `python -m tests.service.casework.crash WORLD`.

Each cycle kills all its processes at a random moment, starts it again, and holds what was answered against what is
there; then everybody goes on. With --unguarded commits are not waited for (synchronous_commit=off), which the check
has to find. The result is one line of JSON.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import connections
from tests.clusters import SMALL, Server
from tests.service.casework.kill import IN_MEMORY
from tests.service.casework.load import Load, compare, gone_on
from tests.service.casework.office import office_in

from lawgate.stores import database

WRITERS = 4
ANSWERS_MIN, MORE_SECONDS = 2, 0.05
"""At least so many answers are given before a server dies, and it does so up to so long after the last."""
NAME = "officials"


@dataclass(frozen=True, slots=True)
class Asked:
    """How often servers die, after up to how many answers, at whose random moments, and whether anybody waits."""

    runs: int
    answers: int
    chance: random.Random
    guarded: bool

    def answers_before(self) -> int:
        """So many answers until the next one dies."""
        return self.chance.randint(ANSWERS_MIN, self.answers)


def main() -> None:
    run(__doc__, crashed, runs=500)


def run(doc: str | None, check: Callable[[Path, Path, Asked], dict], *, runs: int) -> None:
    """Read what is asked, run the check in a folder of its own, and print what it found."""
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("world", type=Path)
    parser.add_argument("--runs", type=int, default=runs)
    parser.add_argument("--answers", type=int, default=20, help="up to so many before each death")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--unguarded", action="store_true")
    told = parser.parse_args()
    asked = Asked(told.runs, told.answers, random.Random(told.seed), not told.unguarded)
    with tempfile.TemporaryDirectory(prefix="lawgate-dies-", dir=IN_MEMORY) as place:
        Path(place).chmod(0o755)
        found = check(Path(place), told.world, asked)
    sys.stdout.write(json.dumps(found) + "\n")


def crashed(folder: Path, world: Path, asked: Asked) -> dict:
    """So many crashes of one server, and what was wrong after each."""
    server, settings = Server(folder / "server"), {} if asked.guarded else UNGUARDED
    server.make(SMALL)
    server.start(settings)
    try:
        server.query(f"CREATE DATABASE {NAME}")
        office = office_in(folder / "office", world, f"postgresql://postgres@/{NAME}?host={server.folder}")
        kept = database.unkept() or "nothing is lost by its settings"
        if not asked.guarded:
            without_waiting()
        load, faults, since, cycle = Load(office, WRITERS), list[str](), 0, 0
        for cycle in range(asked.runs):
            load.work_for(asked.answers_before(), asked.chance.uniform(0, MORE_SECONDS))
            server.kill()
            load.meet()
            load.pause()
            database.close()
            server.start(settings)
            faults += [f"cycle {cycle}: {fault}" for fault in compare(office, load.told[since:])]
            faults += [f"cycle {cycle}, going on: {fault}" for fault in gone_on(office)]
            since = len(load.told) - len(load.told[-1000:])
            load.say(f"{cycle + 1} cycles", faults)
            if faults and not asked.guarded:
                break  # the ledger stands ahead of such a database, so nobody goes on
        load.end()
        if asked.guarded:
            faults += [f"at the end: {fault}" for fault in (*compare(office, load.told), *gone_on(office))]
        return {**figures(load), "cycles": cycle + 1, "settings": kept, "faults": load.faults + faults}
    finally:
        database.close()
        server.stop()


def figures(load: Load) -> dict:
    """What was answered and what was raised."""
    return {
        "acknowledged": len(load.told),
        "released": len({one.case for one in load.told if one.state == "released"}),
        "packages": sum(one.package for one in load.told),
        "raised": dict(load.raised),
    }


UNGUARDED = {"wal_writer_delay": "10s", "wal_writer_flush_after": "1GB", "wal_buffers": "64MB"}
"""What is not waited for stays in memory long enough to be lost."""


def without_waiting() -> None:
    """The control: nobody waits for a commit, and nobody asks whether one is waited for."""
    connections.settings["default"]["OPTIONS"]["options"] = "-c synchronous_commit=off"
    connections.close_all()
    del connections["default"]
    database.unkept = str


if __name__ == "__main__":
    main()
