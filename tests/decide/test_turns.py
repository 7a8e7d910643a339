"""An outcome names the contested questions on which it turns, and no others."""

from __future__ import annotations

from datetime import date

from tests.decide.world import Case, outcome

from lawgate.decide.determination import Admission, SubjectDetermination
from lawgate.decide.turns import turns
from lawgate.law.corpus import as_of
from lawgate.law.readings import DEFAULTS, QUESTIONS

WAGES = Case().asking("items", ["third_party.w2.wages"])


def turning(one: SubjectDetermination) -> dict[str, dict[str, str]]:
    return {turn.question: dict(turn.readings) for row in one.decisions for turn in row.turns}


def test_a_row_that_turns_on_nothing_names_nothing() -> None:
    case = WAGES.asking("matter.stage", "investigation")
    row = next(row for row in outcome(case).decisions if row.disposition == "disclose")
    assert row.turns == ()


def test_an_earlier_address_turns_on_which_address_must_be_given() -> None:
    one = outcome(WAGES.but(address_held="earlier"))
    assert turning(one)["Q3"] == {"R1": "disclose", "R2": "withhold", "R3": "disclose"}


def test_an_unanswered_question_of_reasons_turns_on_how_specific_they_must_be() -> None:
    answers = {cite: answer for cite, answer in WAGES.answers.items() if cite != "i/2/B/iv"}
    one = outcome(WAGES.but(answers=answers))
    assert turning(one)["Q10"] == {"R1": "needs_finding", "R2": "disclose"}


def test_admission_turns_too() -> None:
    one = outcome(WAGES.asking("subjects.0.address", "Failed to Provide 77002"))
    assert one.admission is Admission.RETURNED
    assert {turn.question: dict(turn.readings) for turn in one.turns} == {
        "Q2": {"R1": "returned", "R2": "admitted"}
    }


def test_periods_in_words_turn_on_what_period_fits() -> None:
    one = outcome(WAGES.asking("subjects.0.tax_periods", ["most recent"]))
    assert {turn.question for turn in one.turns} == {"Q9"}


def test_the_quick_look_says_what_the_long_way_says() -> None:
    """For each question and reading: deciding anew under that reading gives what the turn tells."""
    cases = [WAGES, WAGES.but(address_held="earlier"), WAGES.but(answers={}), Case()]
    for case in cases:
        told = outcome(case)
        for question in QUESTIONS.values():
            for name in question.names:
                other = outcome(
                    case, corpus=as_of(date(2026, 3, 2), readings={**DEFAULTS, question.id: name})
                )
                for row, again in zip(told.decisions, other.decisions, strict=True):
                    turn = {t.question: t.readings for t in row.turns}.get(question.id)
                    expected = turn[name] if turn else row.disposition
                    assert again.disposition == expected, (row.item, question.id, name)


def test_what_is_followed_is_named() -> None:
    corpus = as_of(date(2026, 3, 2), readings={**DEFAULTS, "Q3": "R2"})
    one = outcome(WAGES.but(address_held="earlier"), corpus=corpus)
    followed = {turn.question: turn.followed for row in one.decisions for turn in row.turns}
    assert followed["Q3"] == "R2"


def test_no_pathway_turns_on_nothing() -> None:
    assert turns((), {}, lambda _: "withhold") == ()
