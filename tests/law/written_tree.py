"""A folder of cases that are made from the trees: what is made stands there, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write_anew(root: Path, files: Mapping[Path, str]) -> None:
    """Write the files, and take away every other case below the root."""
    for path in root.rglob("*.yaml"):
        if path not in files:
            path.unlink()
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
