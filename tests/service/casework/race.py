"""Many who release one case at once: `python -m tests.service.casework.race SCENE WORLD --attempts 10000`.

Threads, each with a connection of its own, on SQLite or PostgreSQL (`--url`). Half send one idempotency key, half
keys of their own. The result is one line of JSON: attempts, releases, entries, and what else was wrong.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from tests import databases
from tests.service.casework.office import DATABASE_KEYS, Office, sign_without_end

from lawgate.casework.case import Case
from lawgate.service.casework.acts import release
from lawgate.stores import at_rest, database


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scene", type=Path)
    parser.add_argument("world", type=Path)
    parser.add_argument("--kind", choices=databases.KINDS, default="sqlite")
    parser.add_argument("--attempts", type=int, default=10_000)
    parser.add_argument("--clients", type=int, default=16)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lawgate-race-") as folder:
        shutil.copytree(told.scene, Path(folder) / "office")
        found = raced(Path(folder) / "office", told.world, told.kind, told.attempts, told.clients)
    sys.stdout.write(json.dumps(found) + "\n")


def raced(folder: Path, world: Path, kind: str, attempts: int, clients: int) -> dict:
    """Approve a case for each round of attempts and let all clients release it at once."""
    if kind == "sqlite":
        database.use(f"sqlite:///{folder / 'office_with_scene'}.sqlite3")
        office = Office(folder, world)
    else:
        database.use(databases.address(kind, folder, "race"))
        at_rest.use(DATABASE_KEYS)
        database.migrate()
        shutil.rmtree(folder)
        office = Office(folder, world).found()
    sign_without_end(office)
    return race(office, attempts, clients)


def race(office: Office, attempts: int, clients: int) -> dict:
    """So many attempts, `clients` at once on one case after another."""
    from lawgate.stores.casework import models  # noqa: PLC0415 - Django is ready by now

    outcomes: Counter[str] = Counter()
    faults, cases = [], []
    with ThreadPoolExecutor(clients) as pool:
        for number in range(-(-attempts // clients)):
            case = office.approved(f"RACE-{number}")
            cases.append(case)
            office.enter()
            start = Barrier(clients)
            outcomes.update(
                pool.map(lambda at, one=case, go=start: _attempt(office, one, at, go), range(clients))
            )
    for case in cases:
        made = models.Release.objects.filter(case=case).count()
        entered = models.Entry.objects.filter(case_number=case, kind="released").count()
        if (made, entered) != (1, 1):
            faults.append(f"{case}: {made} releases, {entered} entries")
    return {
        "attempts": len(cases) * clients,
        "cases": len(cases),
        "outcomes": dict(outcomes),
        "faults": faults,
    }


def _attempt(office: Office, case: str, client: int, start: Barrier) -> str:
    key = f"shared-{case}" if client % 2 else release.draw_key()
    start.wait()
    try:
        outcome = release.release(office.desk, case, by="releaser", key=key)
    finally:
        database.close()
    return outcome.state.value if isinstance(outcome, Case) else " ".join(sorted(outcome.names))


if __name__ == "__main__":
    main()
