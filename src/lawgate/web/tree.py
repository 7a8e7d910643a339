"""Lines with depths as lists within lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

_CITE: Final = re.compile(r"(?P<cite>(?:\(\w+\))+) (?P<words>.*)", re.DOTALL)


def nested(lines: Sequence[Sequence[Any]]) -> list[dict[str, Any]]:
    """The lines `[depth, words]` as nodes, each with its cite, if it begins with one, and the nodes below it."""
    top: list[dict[str, Any]] = []
    open_at: list[list[dict[str, Any]]] = [top]
    for depth, words in lines:
        found = _CITE.fullmatch(words)
        cite, rest = found.groups() if found else ("", words)
        node: dict[str, Any] = {"cite": cite, "words": rest, "below": []}
        del open_at[depth + 1 :]
        open_at[-1].append(node)
        open_at.append(node["below"])
    return top
