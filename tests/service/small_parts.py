"""A batch in small parts that kills itself at a step, as a power cut or an impatient operator would.

Usage: python -m tests.service.small_parts SAMPLE DAY OUT STEP [SUBJECTS IN A PART] [--side-by-side]
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

from lawgate.service.batch import stream as batch

STEPS = frozenset({"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree"})
SUBJECTS_IN_PART = 7


def kill_at(step: int, out: Path) -> list[int]:
    """Let this process end without a word at so many steps in a folder or beside it; counts the steps taken."""
    taken, growing = [0], f"{out.parent}/.{out.name}."

    def watch(event: str, told: tuple[Any, ...]) -> None:
        if event in STEPS and f"{told[0]}/".startswith((f"{out}/", growing)):
            taken[0] += 1
            if taken[0] == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    return taken


def main(sample: Path, day: str, out: Path, step: int, size: int = SUBJECTS_IN_PART) -> None:
    """Run the batch of a sample; prints how many steps it took."""
    batch.subjects_in_part_max = size
    taken = kill_at(step, out)
    options = batch.BatchOptions(
        records=sample / "records", out=out, findings=sample / "findings.json", as_of_day=day
    )
    batch.run_batch(sample / "requests" / "batch.json", options)
    sys.stdout.write(f"{taken[0]}\n")


if __name__ == "__main__":
    if sys.argv[-1] == "--side-by-side":
        batch.apart_subjects_min = 1
        sys.argv.pop()
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), *map(int, sys.argv[4:]))
