"""Admission: a request that fails on its own words is returned before any record is looked at.

Only `admit` makes an Admitted, and a custodian accepts nothing else: no key, no look.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import InitVar, dataclass
from datetime import date

from lawgate.cite import Cite
from lawgate.dates import Period
from lawgate.decide.request import Request, Subject
from lawgate.decide.stated import Known, periods_asked, stated_facts
from lawgate.kernel.truth import Truth
from lawgate.law.corpus import Corpus
from lawgate.law.pathway import Pathway

_KEY = object()


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing that the paragraph demands of the request and the request does not say, with its mend."""

    cite: Cite
    fix: str


@dataclass(frozen=True, slots=True)
class Returned:
    """A subject for whom the request fails on its own words, with all its defects at once."""

    subject: Subject
    defects: tuple[Defect, ...]


@dataclass(frozen=True, slots=True)
class Admitted:
    """A subject for whom records may be looked at, and the pathways that the request's words leave open."""

    request: Request
    subject: Subject
    pathways: tuple[Pathway, ...]
    facts: Known
    periods: tuple[Period, ...]
    day: date
    key: InitVar[object]

    def __post_init__(self, key: object) -> None:
        if key is not _KEY:
            raise TypeError("only admit() makes an Admitted")


def admit(
    asked: Request, one: Subject, corpus: Corpus, *, day: date, subjects_each: Mapping[str, int]
) -> Admitted | Returned:
    """Hold the request's own words for one subject against the pathway named, or against every one."""
    pathways = (corpus.pathway(asked.provision),) if asked.provision else corpus.pathways
    known = stated_facts(asked, one, subjects_each=subjects_each, day=day)
    defects = {pathway: defects_of(pathway, known) for pathway in pathways}
    opened = tuple(pathway for pathway in pathways if not defects[pathway])
    if not opened:
        return Returned(one, tuple(dict.fromkeys(defect for lacks in defects.values() for defect in lacks)))
    return Admitted(asked, one, opened, known, periods_asked(asked, one), day, _KEY)


def defects_of(pathway: Pathway, known: Known) -> tuple[Defect, ...]:
    """What the request lacks for this pathway by its own words; judgement of them comes later."""
    return tuple(
        Defect(element.cite, element.mend)
        for element, truth in pathway.request_truths
        if truth(known) is Truth.NO
    )


def count_subjects(asked: Request, subjects: Sequence[Subject]) -> dict[str, int]:
    """For each recipient, the subjects of this request for whom he is named."""
    counts = dict.fromkeys((recipient.id for recipient in asked.recipients), 0)
    for one in subjects:
        for recipient in asked.recipients_of(one):
            counts[recipient.id] += 1
    return counts
