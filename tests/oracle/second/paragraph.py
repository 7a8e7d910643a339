"""One paragraph read a second time: its rules, its cases, and which of our elements say the same."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import Any

from tests.oracle.gate import Said, gate_on, paragraph_alone, without
from tests.oracle.near_misses import NearMiss, Parts, changed_parts
from tests.oracle.second.facts import of_each_officer
from tests.oracle.second.rules import Facts, Rules, together, truths

from lawgate.law.addresses import S6103
from lawgate.law.corpus import Corpus


class Same:
    """Elements of the second reading, and the labels of those of ours that together say the same."""

    def __init__(self, names: str, *labels: str) -> None:
        self.names, self.labels = tuple(names.split()), labels

    @property
    def name(self) -> str:
        """What the pair is called in a report."""
        return " ".join(self.names) or self.labels[0]


@dataclass(frozen=True)
class SecondReading(ABC):
    """The paragraph at a cite, its rules, and how they pair with ours.

    `awaiting` holds the differences that are settled against our encoding and not yet mended there.
    """

    cite: str
    rules: Rules
    same: tuple[Same, ...]
    awaiting: frozenset[str]

    @property
    def law(self) -> Corpus:
        """The law that the reading is held against."""
        return paragraph_alone()

    @abstractmethod
    def cases(self, count: int, *, seed: int) -> Sequence[Any]:
        """So many near misses, the same for the same seed."""

    @abstractmethod
    def facts_of(self, case: Any) -> Sequence[Facts]:
        """What the rules are asked of, once for each officer."""

    @abstractmethod
    def said(self, case: Any, corpus: Corpus) -> Said:
        """What our encoding makes of the case."""

    @abstractmethod
    def opens_without(self, case: Any, labels: Sequence[str], corpus: Corpus) -> bool:
        """Whether our encoding would disclose if its elements of these labels were left out."""

    def judge(self, cases: Sequence[Any]) -> list[dict[str, str]]:
        """The truth of each pair of the table, one dict a case."""
        judged = truths(self.rules, map(self.facts_of, cases))
        return [
            {pair.name: together(found[name] for name in pair.names) for pair in self.same}
            for found in judged
        ]


@dataclass(frozen=True)
class OfRequests(SecondReading):
    """A reading whose cases are requests, read and decided by the gate as they would come.

    `found` and `recited` say at which cite a finding or a recital answers a fact.
    """

    found: Mapping[str, str]
    recited: Mapping[str, str]
    complete: Callable[[Random], Parts]
    changes: Mapping[str, list[Any]]
    finished: Callable[[Parts], NearMiss]

    def cases(self, count: int, *, seed: int) -> list[NearMiss]:
        """Requests whose row held is of a period asked for: of no other anything is decided."""
        made = map(self.finished, changed_parts(seed, self.complete, self.changes))
        asked = (one for one in made if one.held["period"] in (None, *one.request["tax_periods"]))
        return list(islice(asked, count))

    def facts_of(self, case: NearMiss) -> list[Facts]:
        """The facts that the request, the row and the answers state."""
        return of_each_officer(case, self.found, self.recited)

    def said(self, case: NearMiss, corpus: Corpus) -> Said:
        """The gate's own decision."""
        return gate_on(case, corpus)

    def opens_without(self, case: NearMiss, labels: Sequence[str], corpus: Corpus) -> bool:
        """The gate's decision under the poorer law."""
        return gate_on(case, without(corpus, S6103 / self.cite, labels)).allow
