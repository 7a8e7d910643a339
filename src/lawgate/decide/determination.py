"""What a determination says: values with their citations, never an exception."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lawgate.cite import Cite
from lawgate.decide.admit import Defect
from lawgate.kernel.explain import Explanation
from lawgate.law.pathway import Pathway
from lawgate.linkage.person import Resolution
from lawgate.records.provenance import Provenance


class Disposition(StrEnum):
    """What becomes of one item."""

    DISCLOSE = "disclose"
    WITHHOLD = "withhold"
    NEEDS_MORE = "needs_more"
    NEEDS_FINDING = "needs_finding"


class Admission(StrEnum):
    """What becomes of the request for one subject, before any look."""

    ADMITTED = "admitted"
    RETURNED = "returned"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Decision:
    """One row: an item and a period, with its disposition and all that it rests on.

    `fault` is set when the decision could not be made; its disposition is then WITHHOLD.
    """

    item: str
    period: str | None
    disposition: Disposition
    pathway: Pathway | None
    explanation: Explanation | None
    held_period: str | None = None
    provenance: Provenance | None = None
    fault: str | None = None

    @property
    def cites(self) -> tuple[Cite, ...]:
        """The provisions on which the outcome rests, each once."""
        if self.explanation is None:
            return ()
        proofs = self.explanation.elements
        return tuple(
            dict.fromkeys(cite for proof in proofs for cite in (proof.element.cite, *proof.element.also))
        )


@dataclass(frozen=True, slots=True)
class SubjectDetermination:
    """Everything decided about one subject."""

    ref: str
    admission: Admission
    defects: tuple[Defect, ...] = ()
    resolution: Resolution | None = None
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Determination:
    """The answer to a request, as of a day, under a corpus."""

    request: str
    as_of: date
    known_on: date
    corpus: str
    hypothetical: bool
    subjects: tuple[SubjectDetermination, ...]
