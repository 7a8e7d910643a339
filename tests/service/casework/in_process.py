"""What a long test says that runs in a process of its own, since it dies or is cut off there."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests import databases


def told_by(name: str, *words: str | Path) -> dict:
    """The line of JSON of `tests.service.casework.NAME`; that it fails is the caller's failure."""
    command = [sys.executable, "-m", f"tests.service.casework.{name}", *map(str, words)]
    run = subprocess.run(command, cwd=databases.ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-2000:]
    return json.loads(run.stdout)


def told_under_strace(name: str, founded, world: Path, runs: int, *more: str) -> dict:
    """The same of one that walks a release of a scene under strace, which is installed where it is missing."""
    subprocess.run([str(databases.ROOT / "requirements" / "strace")], check=True, capture_output=True)
    scene, _ = founded("sqlite", scene=True)
    return told_by(name, scene, world, "--runs", str(runs), *more)
