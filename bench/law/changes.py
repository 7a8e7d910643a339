"""What the changes under src/lawgate/law since a commit change in outcomes, each way with a request.

    python -m bench.law.changes [COMMIT]

Without a commit: since the commit before this one, with what is not committed yet. Continuous integration prints it
for every change of the law; it decides nothing.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LAW = "src/lawgate/law"


def main(base: str = "HEAD~1") -> None:
    if not _git("rev-parse", "--quiet", "--verify", f"{base}^{{commit}}", fails=True):
        print(f"no commit {base} is at hand: nothing to compare the law with")
    elif not _git("diff", "--stat", base, "--", LAW) and not _git("status", "--porcelain", "--", LAW):
        print(f"nothing under {LAW} changed since {base}")
    else:
        print(_git("diff", "--stat", base, "--", LAW).decode(), end="", flush=True)
        sys.exit(compare(base))


def compare(base: str) -> int:
    """The exit code of `lawgate law diff` against the source as it stood at a commit."""
    with tempfile.TemporaryDirectory() as earlier:
        with tarfile.open(fileobj=io.BytesIO(_git("archive", base, "src"))) as kept:
            kept.extractall(earlier, filter="data")
        command = [sys.executable, "-m", "lawgate", "law", "diff", "--tree", earlier]
        return subprocess.run(command, check=False).returncode


def _git(*words: str, fails: bool = False) -> bytes:
    return subprocess.run(["git", *words], cwd=ROOT, check=not fails, stdout=subprocess.PIPE).stdout  # noqa: S607


if __name__ == "__main__":
    main(*sys.argv[1:])
