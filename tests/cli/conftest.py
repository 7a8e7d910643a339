"""The command as a user runs it: in its own process, with a sample made by it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

TAXPAYERS, SUBJECTS = 300, 40


@dataclass(frozen=True, slots=True)
class Ran:
    """What one run left."""

    code: int
    out: str
    err: str

    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class Shell:
    """A folder in which commands are run."""

    folder: Path

    def run(self, *words: str | Path) -> Ran:
        """One command; its output is no terminal."""
        return self._run(words, dict(os.environ))

    def python(self, script: str) -> Ran:
        """A script that lies in the folder."""
        done = subprocess.run(
            [sys.executable, script], cwd=self.folder, capture_output=True, encoding="utf-8", check=False
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def run_beside(self, modules: Path, *words: str) -> Ran:
        """One command with other modules on its path."""
        return self._run(words, {**os.environ, "PYTHONPATH": str(modules)})

    def _run(self, words: tuple[str | Path, ...], environment: dict[str, str]) -> Ran:
        command = [sys.executable, "-m", "lawgate.cli.main", *map(str, words)]
        done = subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        return Ran(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A folder with a sample in it."""
    shell = Shell(tmp_path_factory.mktemp("shell"))
    made = shell.run(
        "sample", "--out", "sample", "--taxpayers", str(TAXPAYERS), "--subjects", str(SUBJECTS), "--json"
    )
    assert (made.code, made.err) == (0, "")
    assert made.document()["taxpayers"] == TAXPAYERS
    return shell


@pytest.fixture(scope="session")
def batch(shell: Shell) -> Ran:
    """The batch of the sample, in the folder `out`."""
    return shell.run(
        "batch", "sample/requests/batch.json", "--records", "sample/records", "--findings", "sample/findings.json",
        "--out", "out", "--json",
    )  # fmt: skip
