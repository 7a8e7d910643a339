"""A large request killed at ten random points and taken up each time: does it end in the same bytes?

    python -m bench.batch.resume [SUBJECTS] [KILLS] [SEED]

The batch runs in processes of their own that end themselves without a word (SIGKILL) at a step, where each file
opened, moved or removed in its folder is a step. The points are drawn anew for each run from all steps that an
undisturbed run takes, so early and late ones come. A control runs first: two undisturbed runs are the same bytes, and
a run over other findings is not.
"""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from lawgate.stores.sample import write_sample

DAY = "2026-03-10"
SUBJECTS, KILLS, SEED = 1_000, 10, 6103
PARTS = 40
NEVER = 0


def main(subjects: int, kills: int, seed: int) -> None:
    """Kill, take up, compare; AssertionError where a byte differs."""
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        sample, size = at / "sample", max(1, subjects // PARTS)
        write_sample(sample, taxpayers=4 * subjects, subjects=subjects, seed=seed)
        steps = run(sample, at / "whole", size)
        expected = files_in(at / "whole")
        assert run(sample, at / "again", size) == steps
        assert files_in(at / "again") == expected, "two undisturbed runs differ"
        (sample / "findings.json").rename(at / "findings.json")
        (sample / "findings.json").write_text('{"findings": []}', encoding="utf-8")
        run(sample, at / "control", size)
        assert files_in(at / "control") != expected, (
            "other findings give the same bytes: the comparison is blind"
        )
        shutil.copy(at / "findings.json", sample / "findings.json")
        print(f"{subjects:,} subjects in {PARTS} parts, {steps} steps in an undisturbed run, seed {seed}")
        for out, points in drawn(at, steps, kills, seed):
            start = time.perf_counter()
            for point in points:
                code = run_apart(sample, out, point, size)
                assert code in {-signal.SIGKILL, 0}, f"ended with {code}"
                assert code or out.is_dir()
            assert run_apart(sample, out, NEVER, size) == 0
            assert files_in(out) == expected, f"killed at {points}: other bytes"
            print(f"killed at {points}: the same bytes ({time.perf_counter() - start:.1f} s)")


def drawn(at: Path, steps: int, kills: int, seed: int) -> list[tuple[Path, list[int]]]:
    """Each point alone in a fresh folder, and then all of them, one after the other, in one."""
    chance = random.Random(seed)
    points = sorted(chance.sample(range(1, steps + 1), kills))
    alone = [(at / f"killed-{point}", [point]) for point in points]
    return [*alone, (at / "killed-often", points)]


def run(sample: Path, out: Path, size: int) -> int:
    """Undisturbed; how many steps it took."""
    told = subprocess.run(command(sample, out, NEVER, size), check=True, capture_output=True, text=True)
    return int(told.stdout)


def run_apart(sample: Path, out: Path, killed_at: int, size: int) -> int:
    """To the point at which it ends itself; its return code."""
    return subprocess.run(
        command(sample, out, killed_at, size), check=False, stdout=subprocess.DEVNULL
    ).returncode


def command(sample: Path, out: Path, killed_at: int, size: int) -> list[str]:
    """The process that runs the batch."""
    told = (str(sample), DAY, str(out), str(killed_at), str(size))
    return [sys.executable, "-m", "tests.service.small_parts", *told]


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file of a run, by name."""
    return {one.name: one.read_bytes() for one in sorted(folder.iterdir())}


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*[*given, *(SUBJECTS, KILLS, SEED)[len(given) :]])
