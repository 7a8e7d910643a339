"""What `open` names can be sent back, and then settles as it said: nobody has to know it beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from tests.decide.near_misses import OPENABLE, generated, near_misses
from tests.decide.world import DAY, I1, IMPAIRS, ORDER, SECTION, Case, decisions

from lawgate.service.contract.write import decision_document

CERTIFIED = "finding.certified_to_court"
"""A certification has a day and can only be given: that there is none is what holds the row open."""

NOT_ASKED = {"matter.statutes", "matter.child_case"}
"""The statutes are stated in the request's own field; where they suffice, no child case is needed."""


def documents(case: Case) -> list[dict[str, Any]]:
    """The rows of a case as a caller reads them."""
    return [decision_document(row) for row in decisions(case)]


def sent_back(case: Case, question: Mapping[str, Any], value: str) -> Case:
    """The case with one answer more, given where the question says that it is answered."""
    if question["answered_in"] == "facts":
        facts = {**case.request["subjects"][0].get("facts", {}), question["name"]: value}
        return case.asking("subjects.0.facts", facts)
    if question["name"] == CERTIFIED:
        return case.but(certified_on=DAY.isoformat()) if value == "yes" else case
    cite = question["cite"].removeprefix(f"{SECTION}/")
    return case.but(answers={**case.answers, cite: value})


def can_be_sent(question: Mapping[str, Any]) -> bool:
    """Whether the requester or an official answers; the custodian's records and a court's order stand."""
    return question["answered_in"] in {"facts", "findings"}


@generated
@given(near_misses())
def test_an_answer_that_is_said_to_settle_the_outcome_settles_it_so(case: Case) -> None:
    for place, row in enumerate(documents(case)):
        for question in filter(can_be_sent, row["open"]):
            for value, outcome in question["settles"].items():
                if question["name"] != CERTIFIED or value == "yes":
                    after = documents(sent_back(case, question, value))
                    same = [one for one in after if one["item"] == row["item"]]
                    assert same
                    assert after[min(place, len(after) - 1)]["disposition"] == outcome


@generated
@given(near_misses())
def test_the_answers_that_are_said_to_disclose_disclose(case: Case) -> None:
    for row in documents(case):
        asked = {question["name"]: question for question in row["open"]}
        for answers in row["to_disclose"]:
            if not all(can_be_sent(asked[name]) for name in answers) or CERTIFIED in answers:
                continue
            answered = case
            for name, values in answers.items():
                answered = sent_back(answered, asked[name], values[0])
            assert "disclose" in {
                one["disposition"] for one in documents(answered) if one["item"] == row["item"]
            }


@pytest.mark.parametrize("place", sorted(set(OPENABLE) - NOT_ASKED))
def test_what_a_requester_left_out_is_asked_for_and_taken_from_facts(place: str) -> None:
    case = Case().asking(place, None).asking("items", ["identity.name"])
    (row,) = documents(case)
    assert row["disposition"] == "needs_more"
    (question,) = row["open"]
    assert (question["kind"], question["answered_in"], question["owner"]) == ("fact", "facts", "requester")
    said = {
        documents(sent_back(case, question, value))[0]["disposition"]
        for value in question["values"]
        if question["settles"].get(value) == "disclose"
    }
    assert said == ({"disclose"} if "disclose" in question["settles"].values() else set())
    assert question["settles"]


def test_statutes_left_out_are_asked_for() -> None:
    (row,) = documents(Case().asking("matter.statutes", None).asking("items", ["identity.name"]))
    assert "matter.statutes" in {question["name"] for question in row["open"]}
    assert row["disposition"] == "needs_more"


def test_a_certification_is_sent_back_on_the_row_of_its_determination() -> None:
    case = (
        Case()
        .asking("provision", I1)
        .asking("court_order", ORDER)
        .asking("items", ["return.1040.total_wages"])
    )
    case = case.but(answers={**case.answers, IMPAIRS: "yes"})
    (row,) = documents(case)
    question = next(one for one in row["open"] if one["name"] == CERTIFIED)
    assert question["settles"]["yes"] == "withhold"
    assert documents(sent_back(case, question, "yes"))[0]["disposition"] == "withhold"


@pytest.mark.parametrize("empty", [None, "", []])
def test_an_empty_fact_is_not_stated(empty: Any) -> None:
    stated = Case().asking("subjects.0.facts", {"matter.child_case": empty})
    assert documents(stated) == documents(Case())
