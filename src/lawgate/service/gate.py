"""The gate: admit, look only where a look could matter, determine. One road for one subject or a million."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from lawgate.decide.admit import Admitted, Returned, admit
from lawgate.decide.determination import Admission, SubjectDetermination
from lawgate.decide.determine import determine, look_could_matter, may_fetch
from lawgate.decide.findings import Findings
from lawgate.decide.request import Request, Subject
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


def decide_subjects(
    subjects: Sequence[Subject], terms: Terms, custodian: Custodian | None
) -> Iterator[SubjectDetermination]:
    """One determination for each subject, in the order given; without a custodian admission alone."""
    gates = [
        admit(terms.asked, one, terms.corpus, day=terms.day, subjects_each=terms.subjects_each)
        for one in subjects
    ]
    looked, held = _look(gates, terms.findings, custodian)
    for gate in gates:
        if isinstance(gate, Returned):
            yield SubjectDetermination(gate.subject.ref, Admission.RETURNED, gate.defects)
            continue
        resolution = looked.get(gate.subject.ref)
        rows = held.get(gate.subject.ref, ())
        yield SubjectDetermination(
            gate.subject.ref,
            Admission.ADMITTED,
            resolution=resolution,
            decisions=determine(gate, resolution, rows, terms.findings) if custodian else (),
        )


def _look(
    gates: Sequence[Admitted | Returned], findings: Findings, custodian: Custodian | None
) -> tuple[Mapping[str, Resolution], Mapping[str, Sequence[Item]]]:
    """Resolve and fetch for those whom it could help, together; both by ref."""
    if custodian is None:
        return {}, {}
    worth = [gate for gate in gates if isinstance(gate, Admitted) and look_could_matter(gate, findings)]
    if not worth:
        return {}, {}
    found = list(zip(worth, custodian.resolve(worth), strict=True))
    fetched = [(gate, resolution) for gate, resolution in found if may_fetch(gate, resolution, findings)]
    held = custodian.items(fetched) if fetched else {}
    looked = {gate.subject.ref: resolution for gate, resolution in found}
    return looked, {
        gate.subject.ref: held.get(resolution.taxpayer_id or "", ()) for gate, resolution in fetched
    }
