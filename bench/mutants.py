"""A mutation run over the kernel and the decisions: the share of mutants that the tests kill, and who survives.

    python -m bench.mutants [MUTANT...]

MUTANT is mutmut's own name of mutants, such as 'lawgate.kernel.settle*'. Works on a copy of the checkout; prints a line
for each module, and the survivors by name. Exit 1 below 90 %. CHILDREN in the environment is how many run at once.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DEAD = {"killed", "timeout", "segfault", "caught by type check"}
KILLED_SHARE_MIN = 0.9
MEMORY_BYTES_MAX = 8_000_000 * 1024
"""A mutant that never ends its list dies alone."""
# A dead mutant's failing example need not be small.
ENVIRONMENT = {"PYTHONPATH": ".", "POLARS_MAX_THREADS": "1", "MUTATION_RUN": "1"}


def main(names: list[str]) -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES_MAX, MEMORY_BYTES_MAX))
    with tempfile.TemporaryDirectory() as place:
        tried = outcomes(Path(place), names)
    told(tried)
    share = sum(outcome in DEAD for outcome in tried.values()) / len(tried)
    print(f"{len(tried)} mutants, {share:.1%} killed")
    return int(share < KILLED_SHARE_MIN)


def outcomes(place: Path, names: list[str]) -> dict[str, str]:
    """What became of each mutant, by mutmut's name of it, in a copy of the checkout."""
    for folder in ("src", "tests", "bench"):
        shutil.copytree(ROOT / folder, place / folder)
    shutil.copy(ROOT / "pyproject.toml", place)
    ran = _mutmut(place, "run", "--max-children", os.environ.get("CHILDREN", "2"), *names)
    print(ran.splitlines()[-1])
    lines = [line.strip().split(": ") for line in _mutmut(place, "results", "--all", "true").splitlines()]
    found = {line[0]: line[1] for line in lines if len(line) == 2}
    return {name: outcome for name, outcome in found.items() if outcome != "not checked"}


def told(tried: dict[str, str]) -> None:
    """Prints a line for each module, and a line for each mutant that lives."""
    for module in sorted({_module(name) for name in tried}):
        counts = Counter(outcome for name, outcome in tried.items() if _module(name) == module)
        killed = sum(counts[outcome] for outcome in DEAD)
        print(f"{module:<36}{killed:>5} of {counts.total():>5} killed{killed / counts.total():>9.1%}")
    for name, outcome in tried.items():
        if outcome not in DEAD:
            print(f"  {outcome}: {name}")


def _mutmut(place: Path, *words: str) -> str:
    command = [sys.executable, "-m", "mutmut", *words]
    environment = {**os.environ, **ENVIRONMENT}
    done = subprocess.run(command, cwd=place, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def _module(name: str) -> str:
    return name.partition(".x")[0]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
