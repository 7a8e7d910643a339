"""Review over many subjects: the records in question, and what recorded decisions make of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from lawgate.linkage.compare import read_named
from lawgate.linkage.contenders import Contender, contenders
from lawgate.linkage.keys import named_keys
from lawgate.linkage.policy import Policy
from lawgate.linkage.review import REVIEWABLE, Reviews, settle_reviews
from lawgate.stores.records.batch_match import SLICE_REQUESTS, Answer, CandidateSource, Subject


def contenders_of(
    subjects: Sequence[Subject], source: CandidateSource, *, policy: Policy, day: date
) -> list[tuple[Contender, ...]]:
    """The records in question for each subject, in the order given."""
    found = source.fetch_many([named_keys(read_named(person)) for _, person in subjects])
    return [
        contenders(person, candidates, counts=source.counts, policy=policy, day=day)
        for (_, person), candidates in zip(subjects, found, strict=True)
    ]


def settle_many(
    subjects: Iterable[Subject],
    answers: Iterable[Answer],
    source: CandidateSource,
    reviews: Reviews,
    *,
    policy: Policy,
    day: date,
) -> Iterator[Answer]:
    """The answers of `resolve_many` after review, in its order; `subjects` are those it was asked for."""
    if not reviews:
        yield from answers
        return
    pairs = zip(subjects, answers, strict=True)
    while part := list(islice(pairs, SLICE_REQUESTS)):
        asked = [subject for subject, (_, found) in part if found.status in REVIEWABLE]
        in_question = iter(contenders_of(asked, source, policy=policy, day=day))
        for (_, person), (ref, found) in part:
            if found.status in REVIEWABLE:
                yield ref, settle_reviews(found, person, next(in_question), reviews, day=day)
            else:
                yield ref, found
