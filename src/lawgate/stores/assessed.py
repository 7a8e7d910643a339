"""Many addresses judged on their face, by every core where they are many: each text for itself, in its order."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Final

from lawgate.linkage.address import assess

apart_texts_min: Final = 100_000
"""From so many texts on it is worth the second that other processes take to begin."""
_SLICE_TEXTS: Final = 20_000

Judged = tuple[str, str]
"""Form and kind, as lawgate.linkage.address gives them."""


def assess_many(texts: Sequence[str], *, apart_min: int = apart_texts_min) -> list[Judged]:
    """The form and the kind of each text."""
    workers = os.cpu_count() or 1
    if len(texts) < apart_min or workers == 1:
        return _assess_slice(texts)
    slices = [texts[begin : begin + _SLICE_TEXTS] for begin in range(0, len(texts), _SLICE_TEXTS)]
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        return [judged for part in pool.map(_assess_slice, slices) for judged in part]


def _assess_slice(texts: Sequence[str]) -> list[Judged]:
    return [(found.outcome.value, found.kind) for found in map(assess, texts)]
