"""Synthetic people and requests: what `lawgate sample` does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from lawgate.stores.sample import write_sample


def make_sample(
    out: Path, *, taxpayers: int, subjects: int, seed: int, progress: Callable[[int, int], None] | None = None
) -> dict[str, Any]:
    """Write the folder and tell what it holds."""
    made = write_sample(out, taxpayers=taxpayers, subjects=subjects, seed=seed, progress=progress)
    return {
        "out": str(made.out),
        "records": str(made.records),
        "batch": str(made.batch),
        "findings": str(made.findings),
        "taxpayers": made.taxpayers,
        "addresses": made.addresses,
        "items": made.items,
        "requests": made.requests,
        "subjects": made.subjects,
    }
