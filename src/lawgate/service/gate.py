"""The gate: admit, look only where a look could matter, determine. One road for one subject or a million."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from lawgate.decide.admit import Admitted, Returned, admit, turns_of_admission
from lawgate.decide.determination import Admission, Decision, SubjectDetermination, Ways
from lawgate.decide.determine import (
    determine,
    is_blocked,
    look_could_matter,
    may_fetch,
    orders_against,
    withhold_all,
)
from lawgate.decide.findings import Findings
from lawgate.decide.request import Request, Subject
from lawgate.decide.ways import ways_of_admitted, ways_of_returned
from lawgate.errors import LawgateError
from lawgate.law.corpus import Corpus
from lawgate.linkage.person import Resolution
from lawgate.records.items import Item


class Custodian(Protocol):
    """The one who holds the records: answers for an Admitted only."""

    def resolve(self, admitted: Sequence[Admitted]) -> Iterable[Resolution]:
        """Who each of them names, in the order given."""

    def items(self, found: Iterable[tuple[Admitted, Resolution]]) -> Mapping[str, Sequence[Item]]:
        """The rows held of the persons found, by taxpayer, of the items asked and no others."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What is the same for every subject of one run."""

    asked: Request
    corpus: Corpus
    findings: Findings
    day: date
    subjects_each: Mapping[str, int]
    subjects: int = 1


def decide_subjects(
    subjects: Sequence[Subject], terms: Terms, custodian: Custodian | None, *, which: bool = False
) -> Iterator[SubjectDetermination]:
    """One determination for each subject, in the order given; without a custodian admission alone.

    With `which` a request that names no paragraph is told which pathways open and which come near.
    """
    which = which and terms.asked.provision is None
    gates = gates_of(subjects, terms)
    looks = _look(gates, terms.findings, custodian)
    for gate in gates:
        turn = turns_of_admission(gate)
        if isinstance(gate, Returned):
            near = _ways(gate, _NO_LOOK, terms) if which else None
            yield SubjectDetermination(
                gate.subject.ref, Admission.RETURNED, gate.defects, turns=turn, ways=near
            )
            continue
        look = looks.get(gate.subject.ref, _NO_LOOK)
        rows = () if custodian is None else _decisions(gate, look, terms)
        admission = Admission.BLOCKED if is_blocked(gate) else Admission.ADMITTED
        yield SubjectDetermination(
            gate.subject.ref,
            admission,
            resolution=look.resolution,
            decisions=rows,
            turns=turn,
            orders=orders_against(gate),
            ways=_ways(gate, look, terms) if which else None,
        )


def gates_of(subjects: Sequence[Subject], terms: Terms) -> list[Admitted | Returned]:
    """Each subject admitted or returned on the request's own words."""
    return [
        admit(
            terms.asked,
            one,
            terms.corpus,
            day=terms.day,
            subjects_each=terms.subjects_each,
            subjects=terms.subjects,
        )
        for one in subjects
    ]


@dataclass(frozen=True, slots=True)
class _Look:
    """What a look at the records showed of one subject, or the fault that ended it."""

    resolution: Resolution | None = None
    held: Sequence[Item] = ()
    fault: str | None = None


_NO_LOOK = _Look()


def _decisions(gate: Admitted, look: _Look, terms: Terms) -> tuple[Decision, ...]:
    if look.fault:
        return withhold_all(gate, look.fault)
    return determine(gate, look.resolution, look.held, terms.findings)


def _ways(gate: Admitted | Returned, look: _Look, terms: Terms) -> Ways:
    """Which pathways open and come near; a fault of it is told and takes nothing else with it."""
    try:
        if isinstance(gate, Returned):
            return ways_of_returned(gate, terms.asked.items)
        return ways_of_admitted(gate, look.resolution, look.held, terms.findings)
    except Exception as fault:  # noqa: BLE001 - whatever went wrong, the decisions stand without it
        return Ways(len(gate.tried.pathways), fault=type(fault).__name__)


def _look(
    gates: Sequence[Admitted | Returned], findings: Findings, custodian: Custodian | None
) -> Mapping[str, _Look]:
    """Resolve and fetch for those whom it could help, together; by ref."""
    worth = worth_a_look(gates, findings)
    if custodian is None or not worth:
        return {}
    looks = guarded(
        worth,
        lambda some: _look_together(some, findings, custodian),
        lambda gate, fault: (gate.subject.ref, _Look(fault=fault)),
    )
    return dict(looks)


def worth_a_look(gates: Sequence[Admitted | Returned], findings: Findings) -> list[Admitted]:
    """Those admitted for whom a record could change some outcome."""
    return [gate for gate in gates if isinstance(gate, Admitted) and look_could_matter(gate, findings)]


def _look_together(
    worth: Sequence[Admitted], findings: Findings, custodian: Custodian
) -> list[tuple[str, _Look]]:
    found = list(zip(worth, custodian.resolve(worth), strict=True))
    fetched = [(gate, resolution) for gate, resolution in found if may_fetch(gate, resolution, findings)]
    held = custodian.items(fetched) if fetched else {}
    looks = {gate.subject.ref: _Look(resolution) for gate, resolution in found}
    for gate, resolution in fetched:
        looks[gate.subject.ref] = _Look(resolution, held.get(resolution.taxpayer_id or "", ()))
    return list(looks.items())


_Looked = TypeVar("_Looked")


def guarded(
    worth: Sequence[Admitted],
    look: Callable[[Sequence[Admitted]], list[_Looked]],
    failed: Callable[[Admitted, str], _Looked],
) -> list[_Looked]:
    """One look for all; where it fails, one for each half, until the fault stands with its own subject alone."""
    try:
        return look(worth)
    except LawgateError:
        raise
    except Exception as fault:  # noqa: BLE001 - whatever went wrong, the rows of that subject are withheld
        if len(worth) == 1:
            return [failed(worth[0], type(fault).__name__)]
        half = len(worth) // 2
        return guarded(worth[:half], look, failed) + guarded(worth[half:], look, failed)
