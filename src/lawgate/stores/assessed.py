"""Many addresses judged on their face, by every core where they are many: each text for itself, in its order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import Final

from lawgate.linkage.address import assess
from lawgate.stores.apart import apart, cores, in_order

apart_texts_min: Final = 100_000
"""From so many texts on it is worth the second that other processes take to begin."""
meanwhile_texts_min: Final = 10_000
"""The same where this process has other work until they are judged."""
_SLICE_TEXTS: Final = 20_000

Judged = tuple[str, str]
"""Form and kind, as lawgate.linkage.address gives them."""


def assess_many(texts: Sequence[str], *, apart_min: int = apart_texts_min) -> list[Judged]:
    """The form and the kind of each text."""
    if len(texts) < apart_min or cores() == 1:
        return _assess_slice(texts)
    slices = (texts[begin : begin + _SLICE_TEXTS] for begin in range(0, len(texts), _SLICE_TEXTS))
    with apart(_nothing) as pool:
        return [judged for part in in_order(pool, _assess_slice, slices) for judged in part]


def assess_meanwhile(
    texts: Sequence[str], *, during: ExitStack, apart_min: int = meanwhile_texts_min
) -> Callable[[], list[Judged]]:
    """The same; many are judged in a process of their own from now on, and waited for when they are asked for."""
    if len(texts) < apart_min or cores() == 1:
        return lambda: _assess_slice(texts)
    begun = during.enter_context(apart(_nothing, workers=1)).submit(_assess_slice, texts)
    return begun.result


def _nothing() -> None:
    """Nothing has to be read before the first text is judged."""


def _assess_slice(texts: Sequence[str]) -> list[Judged]:
    return [(found.outcome.value, found.kind) for found in map(assess, texts)]
