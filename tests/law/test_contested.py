"""Contested questions stand as alternatives: a corpus follows one reading of each, and all are in its hash."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lawgate.errors import IllFormedError, InputError
from lawgate.kernel.expr import element
from lawgate.law.addresses import S6103
from lawgate.law.contested import Contested, contested, every_element, questions_in, read
from lawgate.law.corpus import as_of
from lawgate.law.readings import DEFAULTS, QUESTIONS
from lawgate.law.readings.q03 import Q3
from lawgate.law.readings.q14 import Q14
from lawgate.law.terms import item

DAY = date(2026, 1, 1)
ONE, TWO, THREE = (element(S6103 / "i/2", f"element {n}", item.held) for n in range(3))


def test_a_reading_chooses_its_element_and_none_demands_nothing() -> None:
    drafted = contested(Q3, R1=ONE, R2=TWO, R3=None)
    told = {name: read((drafted, THREE), {**DEFAULTS, "Q3": name}) for name in Q3.names}
    assert told == {"R1": (ONE, THREE), "R2": (TWO, THREE), "R3": (THREE,)}


def test_a_question_within_a_reading_is_read_too() -> None:
    inner = contested(Q14, R1=ONE, R2=TWO)
    drafted = contested(Q3, R1=inner, R2=THREE, R3=None)
    assert read((drafted,), {"Q3": "R1", "Q14": "R2"}) == (TWO,)
    assert questions_in((drafted,)) == (Q3, Q14)
    assert set(every_element((drafted,))) == {ONE, TWO, THREE}


def test_alternatives_that_are_not_the_readings_are_refused() -> None:
    with pytest.raises(IllFormedError):
        contested(Q3, R1=ONE, R2=TWO)
    with pytest.raises(IllFormedError):
        contested(Q14, R1=None, R2=None)
    with pytest.raises(IllFormedError):
        replace(Q14, default="R9")


def test_another_reading_is_another_corpus_with_another_hash() -> None:
    digests = {
        as_of(DAY, readings={**DEFAULTS, question.id: name}).digest
        for question in QUESTIONS.values()
        for name in question.names
    }
    others = sum(len(question.names) - 1 for question in QUESTIONS.values())
    assert len(digests) == others + 1


def test_a_question_that_stands_nowhere_says_why() -> None:
    asked = {question.id for pathway in as_of(DAY).pathways for question in pathway.provision.questions}
    silent = {question.id for question in QUESTIONS.values()} - asked
    assert silent == {"Q12", "Q13"}
    assert all("No element turns on it" in QUESTIONS[name].note for name in silent)


def test_a_reading_that_does_not_stand_is_refused_with_those_that_do() -> None:
    with pytest.raises(InputError) as refused:
        Q3.reading("R4")
    assert "R1, R2, R3" in refused.value.mend


def test_the_pathway_under_a_reading_is_made_once() -> None:
    pathway = as_of(DAY).pathway(S6103 / "i/2")
    assert pathway.under(Q3, "R2") is pathway.under(Q3, "R2")
    assert pathway.under(Q3, "R2").readings["Q3"] == "R2"
    assert any(isinstance(part, Contested) for part in pathway.provision.drafted)
