"""The long forms of what is shown of casework: `python -m bench.casework machine|kill|crash|failover|race|speed`.

    python -m bench.casework machine                      # 2,000 sequences of 50 acts
    python -m bench.casework kill                         # 2,000 deaths at every write and sync; needs strace
    python -m bench.casework kill --unguarded --runs 100  # the control, which has to find faults
    python -m bench.casework kill --error ENOSPC          # a disk full from each of them on; also EIO
    python -m bench.casework power                        # 10,000 states that a loss of power may leave
    python -m bench.casework power --unguarded --runs 100 # the control: a database that does not sync
    python -m bench.casework crash                        # PostgreSQL dies 500 times under officials at work
    python -m bench.casework crash --unguarded --runs 5   # the control: a server that does not wait for its log
    python -m bench.casework failover                     # 100 times its standby takes the place of one that died
    python -m bench.casework failover --unguarded --runs 5   # the control: a standby that nobody waits for
    python -m bench.casework faults                       # every call raises in turn; also --kind postgresql
    python -m bench.casework race --kind postgresql       # 10,000 attempts; also --kind sqlite
    python -m bench.casework speed                        # what a release costs, on either database
    python -m bench.casework speed --beside TRANSFER      # the same while a large batch is decided beside it

TRANSFER is made by `lawgate sample --preset transfer-2025 --scale 1 --out TRANSFER`: 1.28 million subjects.

Run it from the checkout; it makes its own sample in a temporary folder. `--runs` shortens each. Exit 1 where what
is claimed does not hold.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from tests import databases
from tests.service.casework.attacks import scene_of
from tests.service.casework.faults import ROADS, tried
from tests.service.casework.machine import CaseMachine, changed_world
from tests.service.casework.office import done, office_in, seal_in_earnest, sign_without_end

from bench.batch.transfer import DECIDED_ON, KNOWN_ON
from lawgate.service.casework.acts import release
from lawgate.stores import database
from lawgate.stores.casework import models
from lawgate.stores.sample import write_sample

RUNS = {
    "machine": 2_000, "kill": 2_000, "power": 10_000, "crash": 500, "failover": 100, "faults": 5, "race": 10_000,
    "speed": 300,
}  # fmt: skip
STEPS = 50


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=RUNS)
    parser.add_argument("--runs", type=int)
    parser.add_argument("--kind", choices=databases.KINDS, default="sqlite")
    parser.add_argument("--unguarded", action="store_true")
    parser.add_argument("--error", choices=("ENOSPC", "EIO"), help="fail instead of dying")
    parser.add_argument(
        "--answers", type=int, default=20, help="up to so many before each death of PostgreSQL"
    )
    parser.add_argument("--clients", type=int, default=64, help="how many release one case at once")
    parser.add_argument("--beside", type=Path, help="a transfer that is decided meanwhile")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lawgate-bench-") as place:
        folder, world, runs = Path(place), Path(place) / "world", told.runs or RUNS[told.what]
        write_sample(world, taxpayers=60, subjects=5, seed=7)
        match told.what:
            case "machine":
                found = machine(folder, world, runs)
            case "kill":
                found = elsewhere(
                    "kill", folder, world, "--runs", str(runs), *["--unguarded"] * told.unguarded,
                    *(("--error", told.error) if told.error else ()),
                )  # fmt: skip
            case "power":
                found = elsewhere(
                    "power", folder, world, "--runs", str(runs), *["--unsynced"] * told.unguarded
                )
            case "crash" | "failover":
                found = apart(
                    told.what, world, "--runs", str(runs), "--answers", str(told.answers),
                    *["--unguarded"] * told.unguarded,
                )  # fmt: skip
            case "faults":
                found = faults(folder, world, told.kind, runs)
            case "race":
                found = elsewhere(
                    "race", folder, world, "--attempts", str(runs), "--kind", told.kind,
                    "--clients", str(told.clients),
                )  # fmt: skip
            case "speed":
                found = speed(folder, world, told.kind, runs, told.beside)
            case other:
                raise ValueError(f"{other} is not measured")
    print(json.dumps(found, indent=1))
    sys.exit(bool(found.get("faults")) and not told.unguarded)


def machine(folder: Path, world: Path, sequences: int) -> dict:
    """Sequences of acts; it ends with the first that releases what it may not. Progress goes to stderr."""
    office_in(folder / "office", world, databases.address("sqlite", _made(folder / "office"), "office_empty"))
    seen: Counter[str] = Counter()

    class Machine(CaseMachine):
        template = folder / "office"
        other_records = changed_world(world, folder / "other")

        def teardown(self) -> None:
            if hasattr(self, "folder"):
                seen.update(
                    sequences=1, entries=models.Entry.objects.count(), releases=models.Release.objects.count()
                )
            if seen["sequences"] % 100 == 0:
                print(*(f"{count:,} {name}" for name, count in seen.items()), sep=", ", file=sys.stderr)
            super().teardown()

    Machine.world = world
    begun = time.monotonic()
    chosen = settings(
        max_examples=sequences, stateful_step_count=STEPS, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    run_state_machine_as_test(Machine, settings=chosen)
    return {**seen, "steps": STEPS, "seconds": round(time.monotonic() - begun), "faults": []}


def faults(folder: Path, world: Path, kind: str, kinds: int) -> dict:
    """Of each road every call with this many kinds of fault; `faults` are all that were wrong after one."""
    office = office_in(_made(folder / "office"), world, databases.address(kind, folder, "faults"))
    seal_in_earnest(office)
    found = {name: tried(office, road, name.upper(), faults=kinds) for name, road in ROADS.items()}
    return {**found, "faults": [one for road in found.values() for one in road.pop("wrong")]}


def elsewhere(module: str, folder: Path, world: Path, *more: str) -> dict:
    """A check that runs in a process of its own, on an office with a scene."""
    scene = _made(folder / "scene")
    made = scene_of(office_in(scene, world, databases.address("sqlite", scene, "office_with_scene")))
    (scene / "scene").write_text(f"{made.open} {made.approved} {made.released}", encoding="ascii")
    database.close()
    return apart(module, scene, world, *more)


def apart(module: str, *given: Path | str) -> dict:
    """A check that runs in a process of its own."""
    words = [sys.executable, "-m", f"tests.service.casework.{module}", *map(str, given)]
    run = subprocess.run(words, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return json.loads(run.stdout)


def speed(folder: Path, world: Path, kind: str, releases: int, beside: Path | None) -> dict:
    """Milliseconds of a single release: everything checked again, letter and seal made, durable when it returns.

    `used` are those of the processor, which others on the machine change less. With `beside` a batch is decided
    meanwhile; `beside` says how many of the releases were made before it had ended.
    """
    office = office_in(_made(folder / "office"), world, databases.address(kind, folder, "speed"))
    seal_in_earnest(office)
    sign_without_end(office)
    taken, used, before_its_end = [], [], 0
    with batch_of(beside, folder / "batch") as batch:
        for number in range(releases):
            case = office.approved(f"SPEED-{number}")
            office.enter()
            begun, busy = time.perf_counter(), time.process_time()
            done(release.release(office.desk, case, by="releaser", key=f"key-{number}"))
            taken.append((time.perf_counter() - begun) * 1000)
            used.append((time.process_time() - busy) * 1000)
            before_its_end += batch is not None and batch.poll() is None
    cuts = statistics.quantiles(taken, n=100)
    return {
        "kind": kind,
        "releases": releases,
        "beside": before_its_end,
        "ms_p50": round(cuts[49], 1),
        "ms_p99": round(cuts[98], 1),
        "used_ms_p50": round(statistics.median(used), 1),
    }


@contextmanager
def batch_of(transfer: Path | None, out: Path) -> Iterator[subprocess.Popen | None]:
    """`lawgate batch` over a transfer in a process of its own, ended with this check; nothing where none is named."""
    if transfer is None:
        yield None
        return
    words = [
        *(sys.executable, "-m", "lawgate", "batch", str(transfer / "requests" / "transfer.json")),
        *("--records", str(transfer / "records"), "--as-of", DECIDED_ON, "--known-on", KNOWN_ON),
        *("--out", str(out)),
    ]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as batch:
        try:
            yield batch
        finally:
            batch.terminate()


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


if __name__ == "__main__":
    main()
