"""What would leave, and all that it rests on, under one digest: the thing that officials sign."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import rfc8785

from lawgate.casework.words import Demand
from lawgate.cite import Cite
from lawgate.decide.determination import Decision, Disposition, SubjectDetermination
from lawgate.law.emergency import is_imminent

FORMAT: Final = "lawgate-proposal/1"


@dataclass(frozen=True, slots=True)
class Line:
    """One decision as it is proposed: the item, its period, what becomes of it, and by which pathway."""

    item: str
    period: str | None
    disposition: Disposition
    pathway: Cite | None

    @property
    def leaves(self) -> bool:
        """Whether it would leave: nothing else than DISCLOSE, and only by a pathway."""
        return self.disposition is Disposition.DISCLOSE and self.pathway is not None


@dataclass(frozen=True)
class Proposal:
    """Digests (SHA-256, hexadecimal) of the request and the determination, the corpus, the root over the values.

    `number` counts the proposals of a case from 1, so that what was sent back and comes again is signed again.
    `hypothetical` was computed under another day or a reading not adopted: it can never become a release.
    """

    case: str
    number: int
    request: str
    determination: str
    corpus: str
    record_root: str
    prepared_by: str
    lines: tuple[Line, ...]
    hypothetical: bool = False

    @cached_property
    def digest(self) -> str:
        """What an approval signs: a change of request, facts, law, order, match or preparer gives another one."""
        return digest_of(
            {
                "format": FORMAT,
                "case": self.case,
                "number": self.number,
                "request": self.request,
                "determination": self.determination,
                "corpus": self.corpus,
                "record_root": self.record_root,
                "prepared_by": self.prepared_by,
                "hypothetical": self.hypothetical,
                "lines": [
                    [one.item, one.period, one.disposition.value, str(one.pathway) if one.pathway else None]
                    for one in self.lines
                ],
            }
        )

    @property
    def leaving(self) -> tuple[Line, ...]:
        """The lines that would leave."""
        return tuple(one for one in self.lines if one.leaves)

    @property
    def pathways(self) -> tuple[Cite, ...]:
        """The pathways by which anything would leave, each once."""
        return tuple(dict.fromkeys(one.pathway for one in self.leaving if one.pathway))

    @property
    def demand(self) -> Demand:
        """Whose approvals are demanded: one is enough only where everything leaves because of an emergency."""
        imminent = bool(self.pathways) and all(map(is_imminent, self.pathways))
        return Demand.ONE_THEN_REVIEW if imminent else Demand.TWO


def lines_of(one: SubjectDetermination) -> tuple[Line, ...]:
    """The decisions on a subject as lines, in their order; one that failed is withheld whatever it says."""
    return tuple(map(_line, one.decisions))


def _line(decision: Decision) -> Line:
    disposition = Disposition.WITHHOLD if decision.fault or decision.orders else decision.disposition
    return Line(
        decision.item,
        decision.period,
        disposition,
        decision.pathway.cite if decision.pathway else None,
    )


def digest_of(document: Any) -> str:
    """SHA-256, in hexadecimal, of a document's canonical bytes (RFC 8785)."""
    return hashlib.sha256(rfc8785.dumps(document)).hexdigest()
