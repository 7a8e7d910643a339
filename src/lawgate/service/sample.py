"""Synthetic people and requests: what `lawgate sample` does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lawgate.errors import InputError
from lawgate.stores.progress import Progress
from lawgate.stores.sample import SUBJECTS_DEFAULT, TAXPAYERS_DEFAULT, write_sample
from lawgate.stores.sample.transfer import PRESET, write_transfer


def make_folder(
    out: Path,
    *,
    preset: str | None,
    scale: float | None,
    taxpayers: int | None,
    subjects: int | None,
    seed: int,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """A sample by its sizes or a preset at a scale; InputError where both are asked or the preset is unknown."""
    if preset is None:
        if scale is not None:
            raise InputError("a scale is of a preset", where="--scale", mend=f"name one: --preset {PRESET}")
        sizes = (taxpayers or TAXPAYERS_DEFAULT, subjects or SUBJECTS_DEFAULT)
        return make_sample(out, taxpayers=sizes[0], subjects=sizes[1], seed=seed, progress=progress)
    if preset != PRESET:
        raise InputError(f"no preset {preset[:40]!r}", where="--preset", mend=f"use {PRESET}")
    if taxpayers is not None or subjects is not None:
        raise InputError("a preset has its own sizes", where="--preset", mend="give --scale instead of sizes")
    return write_transfer(out, scale=1.0 if scale is None else scale, seed=seed, progress=progress)


def make_sample(
    out: Path, *, taxpayers: int, subjects: int, seed: int, progress: Progress | None = None
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
