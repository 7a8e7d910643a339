"""Admission: a request that fails on its own words is returned before any record is looked at.

Only `admit` makes an Admitted, and a custodian accepts nothing else: no key, no look.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import InitVar, dataclass
from datetime import date

from lawgate.cite import Cite
from lawgate.dates import Period
from lawgate.decide.receiving import Receiving, receiving_of
from lawgate.decide.request import Known, Request, Subject
from lawgate.decide.restrain import Standing, standing_against
from lawgate.decide.stated import Words, periods_asked, stated_facts, words_of
from lawgate.decide.turns import Turn, turns
from lawgate.kernel.truth import Truth
from lawgate.law.corpus import Corpus
from lawgate.law.pathway import Pathway
from lawgate.law.together import Together, set_apart
from lawgate.law.usc26.s6103.a import GENERAL_RULE

_KEY = object()


@dataclass(frozen=True, slots=True)
class Defect:
    """One thing that the paragraph demands of the request and the request does not say, with its mend."""

    cite: Cite
    fix: str


NO_PARAGRAPH = Defect(
    GENERAL_RULE.cite,
    "Name in `provision` the paragraph under which you ask: as it stands, the request is open under none.",
)
"""Told of a request that names no paragraph and that every one refuses: which come near is not told outside."""


@dataclass(frozen=True, slots=True)
class Returned:
    """A subject for whom the request fails on its own words, with all its defects at once."""

    subject: Subject
    defects: tuple[Defect, ...]
    tried: Together
    facts: Known


@dataclass(frozen=True, slots=True)
class Admitted:
    """A subject for whom records may be looked at, and the pathways that the request's words leave open.

    `tried` are all pathways that were held against the request's words; `standing` the orders in force.
    """

    request: Request
    subject: Subject
    tried: Together
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
    words = words_of(asked, one, receiving_of(asked, one, subjects_each=subjects_each))
    return _admit_by(words, asked, one, corpus, day=day, subjects=subjects)


def _admit_by(
    words: Words, asked: Request, one: Subject, corpus: Corpus, *, day: date, subjects: int
) -> Admitted | Returned:
    """Of the subject nothing but the words is looked at; he is only named in what comes of it."""
    known = stated_facts(asked, words, day=day, ref=one.ref)
    together = corpus.together(asked.provision)
    lacking = together.lacking_in_words(known)
    opened = set_apart([pathway for pathway, lacks in lacking.items() if not lacks])
    if not opened:
        defects = _of_the_nearest(lacking, known) if asked.provision else (NO_PARAGRAPH,)
        return Returned(one, defects, together, known)
    standing = standing_against(asked, words.receiving, corpus.orders, subjects=subjects)
    return Admitted(asked, one, together, opened, standing, known, periods_asked(words), day, _KEY)


def with_subject(case: Admitted, one: Subject) -> Admitted:
    """The admission of a subject whose case is the same: his own name on it, all else alike."""
    return Admitted(
        case.request, one, case.tried, case.pathways, case.standing, case.facts, case.periods, case.day, _KEY
    )


class Admissions:
    """admit() for the many subjects of one request, remembering what it has said.

    Each subject gets the number of his case: those of one number differ in nothing but who is named.
    """

    def __init__(
        self,
        asked: Request,
        corpus: Corpus,
        *,
        day: date,
        subjects_each: Mapping[str, int],
        subjects: int,
    ) -> None:
        self.cases: list[Admitted | Returned] = []
        self._asked, self._corpus, self._day = asked, corpus, day
        self._subjects_each, self._subjects = subjects_each, subjects
        self._receiving: dict[tuple[str, ...] | None, Receiving] = {}
        self._by_words: dict[Words, int] = {}
        self._by_facts: dict[object, int] = {}

    def case_of(self, one: Subject, form: str | None = None) -> int:
        """The number of the subject's case; `form` is that of his address where it is known already."""
        receiving = self._receiving.get(one.recipients)
        if receiving is None:
            receiving = receiving_of(self._asked, one, subjects_each=self._subjects_each)
            self._receiving[one.recipients] = receiving
        words = words_of(self._asked, one, receiving, form=form)
        number = self._by_words.get(words)
        if number is None:
            number = self._by_words[words] = self._admitted(words, one)
        return number

    def _admitted(self, words: Words, one: Subject) -> int:
        """Different words may come to the same facts: a day of removal long past is like any other."""
        case = _admit_by(words, self._asked, one, self._corpus, day=self._day, subjects=self._subjects)
        facts = tuple((name, type(value).__name__, value) for name, value in case.facts.items())
        apart = (
            (words.court_order, case.periods, case.standing.agencies) if isinstance(case, Admitted) else ()
        )
        number = self._by_facts.setdefault((facts, apart), len(self.cases))
        if number == len(self.cases):
            self.cases.append(case)
        return number


def _of_the_nearest(lacking: Mapping[Pathway, int], known: Known) -> tuple[Defect, ...]:
    """What is lacking for the pathways asked for that come nearest; what would open another is not told unasked."""
    fewest = min(lacking.values())
    nearest = (pathway for pathway, lacks in lacking.items() if lacks == fewest)
    return tuple(dict.fromkeys(defect for pathway in nearest for defect in defects_of(pathway, known)))


def turns_of_admission(gate: Admitted | Returned) -> tuple[Turn, ...]:
    """The contested questions on which it turns whether the request is admitted for this subject."""
    return turns(gate.tried.pathways, gate.facts, lambda pathways: _admission(pathways, gate.facts))


def _admission(pathways: Sequence[Pathway], known: Known) -> str:
    return "admitted" if any(is_open_in_words(pathway, known) for pathway in pathways) else "returned"


def is_open_in_words(pathway: Pathway, known: Known) -> bool:
    """Whether the request lacks nothing for this pathway by its own words."""
    return all(truth(known) is not Truth.NO for _, truth in pathway.request_truths)


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
