"""What an outcome is under every reading: held to the law read anew under each combination of readings."""

from __future__ import annotations

import random
from itertools import product

import pytest
from tests.law.near_misses import near_misses

from lawgate.audit.readings import EveryReading, Range
from lawgate.dates import parse_day
from lawgate.kernel.fact import Facts
from lawgate.kernel.truth import Truth
from lawgate.law.addresses import S6103
from lawgate.law.contested import Question
from lawgate.law.corpus import as_of
from lawgate.law.pathway import Pathway

LAW = as_of(parse_day("2025-08-07"))
RANK = (Truth.NO, Truth.OPEN, Truth.YES)
PATHWAYS = [pathway for pathway in LAW.pathways if 0 < len(pathway.provision.questions) <= 6]
CRIMINAL_USE = LAW.pathway(S6103 / "i/2")


def some(pathway: Pathway, times: int, seed: int) -> list[Facts]:
    """A seeded choice of the near misses of a pathway."""
    return random.Random(seed).sample(near_misses(pathway), times)


def under(pathway: Pathway, readings: dict[str, str]) -> Pathway:
    for question in pathway.provision.questions:
        pathway = pathway.under(question, readings[question.id])
    return pathway


def by_hand(pathway: Pathway, facts: Facts, fixed: dict[str, str]) -> Range:
    """Every combination of adoptable readings, with some fixed, each by the pathway read anew."""

    def may(question: Question) -> list[str]:
        if question.id in fixed:
            return [fixed[question.id]]
        own = pathway.readings[question.id]
        return [name for name in question.names if question.reading(name).adoptable or name == own]

    questions = pathway.provision.questions
    truths = [
        under(pathway, dict(zip((q.id for q in questions), names, strict=True))).truth(facts)
        for names in product(*map(may, questions))
    ]
    followed = under(pathway, {**pathway.readings, **fixed}).truth(facts)
    return Range(followed, min(truths, key=RANK.index), max(truths, key=RANK.index))


@pytest.mark.parametrize("pathway", PATHWAYS, ids=lambda one: one.cite.short)
def test_the_range_is_that_of_the_law_read_anew_under_every_combination(pathway: Pathway) -> None:
    every = EveryReading(pathway)
    for facts in some(pathway, 12, 1):
        found = every.find(facts)
        assert found.whole == by_hand(pathway, facts, {})
        for (question, name), told in found.under.items():
            assert told == by_hand(pathway, facts, {question: name})


def test_of_i2_with_its_eleven_questions_every_reading_alone_is_that_of_the_law_read_anew() -> None:
    every, pathway = EveryReading(CRIMINAL_USE), CRIMINAL_USE
    kinds = set()
    for facts in some(pathway, 300, 2):
        found = every.find(facts)
        kinds.add((found.whole.worst, found.whole.best))
        for (question, name), told in found.under.items():
            assert told.followed is under(pathway, {**pathway.readings, question: name}).truth(facts)
        assert (
            RANK.index(found.whole.worst) <= RANK.index(found.whole.followed) <= RANK.index(found.whole.best)
        )
        assert bool(found.turns_on) is (found.whole.worst is not found.whole.best)
    assert len(kinds) > 2


def test_what_it_turns_on_changes_the_outcome_and_what_it_does_not_turn_on_changes_nothing() -> None:
    every, pathway = EveryReading(CRIMINAL_USE), CRIMINAL_USE
    checked = 0
    for facts in some(pathway, 60, 3):
        found = every.find(facts)
        if not found.turns_on:
            continue
        others = [q for q in pathway.provision.questions if q.id not in found.turns_on]
        turning = [q for q in pathway.provision.questions if q.id in found.turns_on]
        best = max(
            (
                {**pathway.readings, **dict(zip((q.id for q in turning), names, strict=True))}
                for names in product(*([r.id for r in q.readings if r.adoptable] for q in turning))
            ),
            key=lambda readings: RANK.index(under(pathway, readings).truth(facts)),
        )
        for question in others:
            for reading in question.readings:
                if reading.adoptable and under(pathway, best).truth(facts) is found.whole.best:
                    assert under(pathway, {**best, question.id: reading.id}).truth(facts) is found.whole.best
        checked += 1
    assert checked > 10
