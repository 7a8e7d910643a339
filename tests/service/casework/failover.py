"""A PostgreSQL with a standby, killed while officials work: `python -m tests.service.casework.failover WORLD`.

Each run kills the server that is written to, with all its processes and at a random moment, half the time after the
standby has fallen behind; the standby takes its place, what was answered is held against what it has, and everybody
goes on there. Until another standby follows, nothing may be answered. With --unguarded no standby is waited for, which
the check has to find. The result is one line of JSON.
"""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from tests.clusters import SMALL, Server
from tests.service.casework.crash import MORE_SECONDS, NAME, WRITERS, Asked, figures, run
from tests.service.casework.load import Load, compare, gone_on
from tests.service.casework.office import office_in

from lawgate.stores import database

FOLLOWER = "follower"
WAITING = {"synchronous_standby_names": FOLLOWER}
ALONE_SECONDS = 0.3
BEHIND_SECONDS = 0.2
FOLLOWS_SECONDS_MAX = 120
ANSWERS_LOST = 3
"""So many answers are given, where no standby is waited for, of which it has nothing."""


def main() -> None:
    run(__doc__, failed_over, runs=100)


def failed_over(folder: Path, world: Path, asked: Asked) -> dict:
    """So many times the standby takes the place of the server, and what was wrong after each."""
    pair, settings = Pair(folder), WAITING if asked.guarded else {}
    chance = asked.chance
    pair.start(settings)
    try:
        pair.primary.query(f"CREATE DATABASE {NAME}")
        office = office_in(folder / "office", world, pair.address(NAME))
        load, faults, since, behind, at = Load(office, WRITERS), list[str](), 0, 0, 0
        for at in range(asked.runs):
            lag = not asked.guarded or chance.random() < 0.5
            load.work_for(asked.answers_before(), 0 if lag else chance.uniform(0, MORE_SECONDS))
            if lag:
                pair.fall_behind(chance.uniform(0, BEHIND_SECONDS))
            if not asked.guarded:
                load.work_for(ANSWERS_LOST, 0)
            pair.primary.kill()
            load.meet()
            load.pause()
            pair.fail_over()
            database.close()
            faults += [f"run {at}: {fault}" for fault in compare(office, load.told[since:])]
            behind += lag
            if faults and not asked.guarded:
                break
            since = before = len(load.told)
            load.go()
            time.sleep(ALONE_SECONDS)
            if asked.guarded and len(load.told) > before:
                faults.append(f"run {at}: acknowledged while no standby followed")
            pair.follow_again(settings)
            load.say(f"{at + 1} runs", faults)
        if asked.guarded:
            load.work_for(1, 0)
            load.pause()
            faults += [f"at the end: {fault}" for fault in (*compare(office, load.told), *gone_on(office))]
        load.end()
        return {**figures(load), "runs": at + 1, "behind": behind, "faults": load.faults + faults}
    finally:
        database.close()
        pair.stop()


class Pair:
    """A server and the one that follows it; they take turns."""

    def __init__(self, folder: Path) -> None:
        self.primary, self.standby = Server(folder / "one"), Server(folder / "two")

    def address(self, name: str) -> str:
        """The address of a database on whichever of them is written to."""
        return f"postgresql://postgres@/{name}?host={self.primary.folder},{self.standby.folder}"

    def start(self, settings: dict[str, str]) -> None:
        """An empty server, and its standby."""
        self.primary.make(SMALL)
        self.primary.start(settings)
        self.follow_again(settings)

    def follow_again(self, settings: dict[str, str]) -> None:
        """A new standby, in the place of the one that was lost; it follows when this returns."""
        self.standby.follow(self.primary)
        follows = f"host={self.primary.folder} user=postgres application_name={FOLLOWER}"
        self.standby.start({**settings, "primary_conninfo": follows})
        self._until("streaming")

    def lose_standby(self) -> None:
        """The standby dies, and the server knows."""
        self.standby.kill()
        self._until("")

    def _until(self, state: str) -> None:
        """Wait until the server says so of the one that follows it: that answers before it follows, and dies unseen."""
        until = time.monotonic() + FOLLOWS_SECONDS_MAX
        while self.primary.query("SELECT state FROM pg_stat_replication") != state:
            assert time.monotonic() < until, f"the standby is not {state or 'gone'}"
            time.sleep(0.02)

    def fail_over(self) -> None:
        """The standby becomes the server that is written to."""
        self.standby.promote()
        self.primary, self.standby = self.standby, self.primary

    def fall_behind(self, seconds: float) -> None:
        """For so long nothing of what is written reaches the standby."""
        for sender in self.primary.senders():
            os.kill(sender, signal.SIGSTOP)
        time.sleep(seconds)

    def stop(self) -> None:
        """End both."""
        for server in (self.primary, self.standby):
            if (server.data / "postmaster.pid").exists():
                server.stop()


if __name__ == "__main__":
    main()
