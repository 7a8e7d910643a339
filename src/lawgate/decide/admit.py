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
from lawgate.decide.restrain import Standing, standing_against
from lawgate.decide.stated import Known, periods_asked, stated_facts
from lawgate.decide.turns import Turn, turns
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
    tried: tuple[Pathway, ...]
    facts: Known


@dataclass(frozen=True, slots=True)
class Admitted:
    """A subject for whom records may be looked at, and the pathways that the request's words leave open.

    `tried` are all pathways that were held against the request's words; `standing` the orders in force.
    """

    request: Request
    subject: Subject
    tried: tuple[Pathway, ...]
    pathways: tuple[Pathway, ...]
    standing: Standing
    facts: Known
    periods: tuple[Period, ...]
    day: date
    key: InitVar[object]

    def __post_init__(self, key: object) -> None:
        if key is not _KEY:
            raise TypeError("only admit() makes an Admitted")


def admit(
    asked: Request,
    one: Subject,
    corpus: Corpus,
    *,
    day: date,
    subjects_each: Mapping[str, int],
    subjects: int = 1,
) -> Admitted | Returned:
    """Hold the request's own words for one subject against the pathway named, or against every one.

    `subjects` is how many the request names in all, `subjects_each` how many for each recipient.
    """
    pathways = corpus.pathways_at(asked.provision) if asked.provision else corpus.pathways
    known = stated_facts(asked, one, subjects_each=subjects_each, day=day)
    defects = {pathway: defects_of(pathway, known) for pathway in pathways}
    opened = tuple(pathway for pathway in pathways if not defects[pathway])
    if not opened:
        return Returned(one, _of_the_nearest(list(defects.values())), pathways, known)
    standing = standing_against(asked, one, corpus.orders, subjects=subjects)
    return Admitted(asked, one, pathways, opened, standing, known, periods_asked(asked, one), day, _KEY)


def _of_the_nearest(defects: Sequence[tuple[Defect, ...]]) -> tuple[Defect, ...]:
    """What is lacking for the pathways that come nearest; what would open another is not told unasked."""
    fewest = min(len(lacks) for lacks in defects)
    return tuple(dict.fromkeys(d for lacks in defects if len(lacks) == fewest for d in lacks))


def turns_of_admission(gate: Admitted | Returned) -> tuple[Turn, ...]:
    """The contested questions on which it turns whether the request is admitted for this subject."""
    return turns(gate.tried, gate.facts, lambda pathways: _admission(pathways, gate.facts))


def _admission(pathways: Sequence[Pathway], known: Known) -> str:
    return "admitted" if any(not defects_of(pathway, known) for pathway in pathways) else "returned"


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
