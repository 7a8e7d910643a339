"""One paragraph read a second time: its rules, its cases, and which of our elements say the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import Any

from tests.oracle.near_misses import NearMiss, Parts, changed_parts
from tests.oracle.second.facts import of_each_officer
from tests.oracle.second.rules import Rules, together, truths


class Same:
    """Elements of the second reading, and the labels of those of ours that together say the same."""

    def __init__(self, names: str, *labels: str) -> None:
        self.names, self.labels = tuple(names.split()), labels

    @property
    def name(self) -> str:
        """What the pair is called in a report."""
        return " ".join(self.names) or self.labels[0]


@dataclass(frozen=True)
class Paragraph:
    """A second reading. `found` and `recited` say at which cite a finding or a recital answers a fact.

    `awaiting` holds the differences that are settled against our encoding and not yet mended there.
    """

    cite: str
    rules: Rules
    same: tuple[Same, ...]
    found: Mapping[str, str]
    recited: Mapping[str, str]
    complete: Callable[[Random], Parts]
    changes: Mapping[str, list[Any]]
    finished: Callable[[Parts], NearMiss]
    awaiting: frozenset[str] = frozenset()

    def cases(self, count: int, *, seed: int) -> list[NearMiss]:
        """So many near misses, the same for the same seed."""
        return [
            self.finished(parts) for parts in islice(changed_parts(seed, self.complete, self.changes), count)
        ]

    def judge(self, cases: list[NearMiss]) -> list[dict[str, str]]:
        """The truth of each pair of the table, one dict a case."""
        judged = truths(self.rules, [of_each_officer(one, self.found, self.recited) for one in cases])
        return [
            {pair.name: together(found[name] for name in pair.names) for pair in self.same}
            for found in judged
        ]
