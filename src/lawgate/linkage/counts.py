"""How often names occur in a file: which are in use, and how many doubles chance must make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class NameCounts:
    """The file's own counts of folded, joined names; an absent one occurs at most `unlisted_max` times."""

    records: int = 0
    given: Mapping[str, int] = field(default_factory=dict)
    surname: Mapping[str, int] = field(default_factory=dict)
    unlisted_max: int = 1

    def given_count(self, joined: str) -> int:
        return self.given.get(joined, self.unlisted_max)

    def surname_count(self, joined: str) -> int:
        return self.surname.get(joined, self.unlisted_max)

    def given_share(self, joined: str) -> float:
        """The share of people with this given name, never below one person in the file."""
        return self.given_count(joined) / max(self.records, 1)

    def surname_share(self, joined: str) -> float:
        return self.surname_count(joined) / max(self.records, 1)
