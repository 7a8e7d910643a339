"""The long forms of what is shown of casework: `python -m bench.casework machine|kill|race|speed`.

    python -m bench.casework machine                      # 2,000 sequences of 50 acts
    python -m bench.casework kill                         # 2,000 deaths at every write and sync; needs strace
    python -m bench.casework kill --unguarded --runs 100  # the control, which has to find faults
    python -m bench.casework race --kind postgresql       # 10,000 attempts; also --kind sqlite
    python -m bench.casework speed                        # what a release costs, on either database

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
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from tests import databases
from tests.service.casework.attacks import scene_of
from tests.service.casework.machine import CaseMachine, changed_world
from tests.service.casework.office import done, office_in

from lawgate.service.casework import release
from lawgate.stores import database
from lawgate.stores.sample import write_sample

RUNS = {"machine": 2_000, "kill": 2_000, "race": 10_000, "speed": 300}
STEPS = 50


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=RUNS)
    parser.add_argument("--runs", type=int)
    parser.add_argument("--kind", choices=databases.KINDS, default="sqlite")
    parser.add_argument("--unguarded", action="store_true")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="lawgate-bench-") as place:
        folder, world, runs = Path(place), Path(place) / "world", told.runs or RUNS[told.what]
        write_sample(world, taxpayers=60, subjects=5, seed=7)
        match told.what:
            case "machine":
                found = machine(folder, world, runs)
            case "kill":
                found = elsewhere(
                    "kill", folder, world, "--runs", str(runs), *["--unguarded"] * told.unguarded
                )
            case "race":
                found = elsewhere("race", folder, world, "--attempts", str(runs), "--kind", told.kind)
            case "speed":
                found = speed(folder, world, told.kind, runs)
    print(json.dumps(found, indent=1))
    sys.exit(bool(found.get("faults")) and not told.unguarded)


def machine(folder: Path, world: Path, sequences: int) -> dict:
    """Sequences of acts; it ends with the first that releases what it may not."""
    office_in(folder / "office", world, databases.address("sqlite", _made(folder / "office"), "office_empty"))

    class Machine(CaseMachine):
        template = folder / "office"
        other_records = changed_world(world, folder / "other")

    Machine.world = world
    begun = time.monotonic()
    chosen = settings(
        max_examples=sequences, stateful_step_count=STEPS, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    run_state_machine_as_test(Machine, settings=chosen)
    return {"sequences": sequences, "steps": STEPS, "seconds": round(time.monotonic() - begun), "faults": []}


def elsewhere(module: str, folder: Path, world: Path, *more: str) -> dict:
    """A check that runs in a process of its own, on an office with a scene."""
    scene = _made(folder / "scene")
    made = scene_of(office_in(scene, world, databases.address("sqlite", scene, "office_with_scene")))
    (scene / "scene").write_text(f"{made.open} {made.approved} {made.released}", encoding="ascii")
    database.close()
    words = [sys.executable, "-m", f"tests.service.casework.{module}", str(scene), str(world), *more]
    run = subprocess.run(words, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return json.loads(run.stdout)


def speed(folder: Path, world: Path, kind: str, releases: int) -> dict:
    """Milliseconds of a single release, everything checked again, durable when it returns."""
    office = office_in(_made(folder / "office"), world, databases.address(kind, folder, "speed"))
    taken = []
    for number in range(releases):
        case = office.approved(f"SPEED-{number}")
        office.enter()
        begun = time.perf_counter()
        done(release.release(office.desk, case, by="releaser", key=f"key-{number}"))
        taken.append((time.perf_counter() - begun) * 1000)
    cuts = statistics.quantiles(taken, n=100)
    return {"kind": kind, "releases": releases, "ms_p50": round(cuts[49], 1), "ms_p99": round(cuts[98], 1)}


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


if __name__ == "__main__":
    main()
