"""A folder of cases that are made from the trees: what is made stands there, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from lawgate.cite import Cite


def write_anew(root: Path, files: Mapping[Path, str]) -> None:
    """Write the files, and take away every other case below the root."""
    for path in root.rglob("*.yaml"):
        if path not in files:
            path.unlink()
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def by_address(root: Path, told: Iterable[tuple[Cite, dict[str, Any]]]) -> dict[Path, list[dict[str, Any]]]:
    """What is told of each way, by the path of its file below a folder: the address that it stands at."""
    found: dict[Path, list[dict[str, Any]]] = {}
    for cite, one in told:
        place = root.joinpath(f"usc{cite.title}", f"s{cite.section}", *cite.steps).with_suffix(".yaml")
        found.setdefault(place, []).append(one)
    return found
