"""What a determination says: values with their citations, never an exception."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lawgate.cite import Cite
from lawgate.decide.admit import Defect
from lawgate.decide.turns import Turn
from lawgate.kernel.explain import ElementProof, Explanation
from lawgate.kernel.settle import Answers
from lawgate.law.corpus import Corpus
from lawgate.law.order import Order
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

    `fault` is set when the decision could not be made; its disposition is then WITHHOLD. `orders` are
    those in force that forbid the item; `turns` the contested questions on which the outcome turns.
    """

    item: str
    period: str | None
    disposition: Disposition
    pathway: Pathway | None
    explanation: Explanation | None
    held_period: str | None = None
    provenance: Provenance | None = None
    fault: str | None = None
    orders: tuple[Order, ...] = ()
    turns: tuple[Turn, ...] = ()

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
class Opening:
    """A pathway that opens some rows, by their places in the determination of the subject."""

    pathway: Pathway
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """A pathway that opens nothing yet, for the item for which it comes nearest.

    `missing` are its elements that are NO or OPEN, in order; `answers` the smallest sets of answers that make all
    of them out, where those that fail are answered anew. `orders` forbid it whatever is answered; `kept_apart` is
    set where it is closed because the request asks for an extract.
    """

    pathway: Pathway
    item: str
    period: str | None
    missing: tuple[ElementProof, ...]
    answers: tuple[Answers, ...]
    orders: tuple[Order, ...] = ()
    kept_apart: bool = False


@dataclass(frozen=True, slots=True)
class Ways:
    """What a request that names no paragraph comes to for one subject; `open` stands narrowest first.

    `narrowest` opens every row that any pathway opens, and `because` tells in what it is narrower than the next
    that does; None where no pathway alone suffices. `fault` is set where it could not be made out; nothing else
    of the determination rests on it.
    """

    tried: int
    open: tuple[Opening, ...] = ()
    narrowest: Pathway | None = None
    because: str | None = None
    near: tuple[Near, ...] = ()
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class SubjectDetermination:
    """Everything decided about one subject; `orders` are those in force that forbid some item asked.

    `ways` is set where the request names no paragraph and is decided alone: a batch leaves it out.
    """

    ref: str
    admission: Admission
    defects: tuple[Defect, ...] = ()
    resolution: Resolution | None = None
    decisions: tuple[Decision, ...] = ()
    turns: tuple[Turn, ...] = ()
    orders: tuple[Order, ...] = ()
    ways: Ways | None = None


@dataclass(frozen=True, slots=True)
class Determination:
    """The answer to a request, as of a day, under a corpus; `provision` is the one that the request names."""

    request: str
    provision: Cite | None
    as_of: date
    known_on: date
    law: Corpus
    hypothetical: bool
    subjects: tuple[SubjectDetermination, ...]
