"""Which findings stand, of what they speak, and which are refused with their place and mend."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given
from tests.decide.near_misses import generated
from tests.decide.world import DAY, SECTION

from lawgate.cite import Cite
from lawgate.decide.findings import Findings
from lawgate.errors import InputError
from lawgate.law.vocabulary import FINDING_OFFICES, FINDINGS, offices_for
from lawgate.service.contract.read import read_findings

ROW: dict[str, Any] = {
    "cite": f"{SECTION}/i/6",
    "answer": "no",
    "refs": "*",
    "items": "*",
    "by": {"name": "Sample Official", "office": "delegated_official"},
    "on": "2026-03-02",
}


def check(*rows: dict[str, Any], day: date = DAY) -> Findings:
    """The rows held against a day."""
    whole = [{**ROW, **row} for row in rows]
    return Findings.check(read_findings(json.dumps({"findings": whole}).encode()), day=day)


REFUSED: dict[str, tuple[tuple[dict[str, Any], ...], str, str]] = {
    "dated after the as-of day": (({"on": "2026-03-03"},), "findings[0].on", "after the as-of day"),
    "certified after the as-of day": (
        ({"answer": "yes", "certified_on": "2026-03-03"},),
        "findings[0].on",
        "after the as-of day",
    ),
    "an office that nobody knows": (
        ({"by": {"office": "clerk"}},),
        "findings[0].by.office",
        "no such office",
    ),
    "an office that may not answer this": (
        ({"by": {"office": "safeguards_officer"}},),
        "findings[0].by.office",
        "not authorised",
    ),
    "a cite that asks nothing": (({"cite": "26 USC 6103(p)(1)"},), "findings[0].cite", "no question"),
    "two rows that contradict": (({}, {"answer": "yes"}), "findings[1]", "contradicts findings[0]"),
    "a contradiction for one subject": (
        ({"refs": ["1", "2"]}, {"cite": f"{SECTION}/p/4"}, {"answer": "yes", "refs": ["2"]}),
        "findings[2]",
        "contradicts findings[0]",
    ),
    "a contradiction for one item": (
        ({}, {"answer": "yes", "items": ["identity.name"]}),
        "findings[1]",
        "contradicts findings[0]",
    ),
    "certified, though not under (i)(6)": (
        ({"cite": f"{SECTION}/p/4", "certified_on": "2026-03-01"},),
        "findings[0].certified_on",
        "(i)(6)",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_finding_that_cannot_stand_is_refused_with_its_place_and_mend(name: str) -> None:
    rows, where, what = REFUSED[name]
    with pytest.raises(InputError) as refused:
        check(*rows)
    assert refused.value.where == where
    assert what in refused.value.what
    assert refused.value.mend


def test_a_finding_of_the_day_itself_stands() -> None:
    assert len(check({"on": "2026-03-02"}).rows) == 1


def test_every_question_is_answered_by_some_office_and_not_by_every_one() -> None:
    for cite, question in FINDINGS.items():
        for office in FINDING_OFFICES:
            row = {"cite": str(cite), "by": {"office": office}}
            if office in offices_for(question):
                assert check(row).rows[0].office == office
            else:
                with pytest.raises(InputError, match="not authorised"):
                    check(row)


def test_two_rows_that_agree_both_stand() -> None:
    assert len(check({}, {"refs": ["1"]}).rows) == 2


def test_two_rows_about_different_subjects_or_items_do_not_contradict() -> None:
    apart = check({"refs": ["1"]}, {"refs": ["2"], "answer": "yes"})
    assert apart.known("1", "identity.name") != apart.known("2", "identity.name")
    assert check({"items": ["identity.name"]}, {"items": ["identity.tin"], "answer": "yes"}).rows


@pytest.mark.parametrize(
    ("scope", "ref", "item", "speaks"),
    [
        ({}, "1", "identity.name", True),
        ({"refs": ["1"]}, "1", "identity.name", True),
        ({"refs": ["1"]}, "2", "identity.name", False),
        ({"items": ["identity.name"]}, "1", "identity.name", True),
        ({"items": ["identity.name"]}, "1", "identity.tin", False),
        ({"refs": ["1"], "items": ["identity.name"]}, "1", "identity.tin", False),
        ({"refs": []}, "1", "identity.name", False),
    ],
)
def test_a_finding_speaks_of_its_subjects_and_items_and_of_no_others(
    scope: dict[str, Any], ref: str, item: str, *, speaks: bool
) -> None:
    assert bool(check(scope).known(ref, item)) is speaks


REFS, ITEMS, CITES = ("1", "2", "3"), ("identity.name", "identity.tin"), ("i/6", "p/4")


def scopes(values: tuple[str, ...]) -> st.SearchStrategy[Any]:
    """Every one, or some."""
    return st.one_of(st.just("*"), st.lists(st.sampled_from(values), min_size=1, unique=True))


SOME_ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "cite": st.sampled_from([f"{SECTION}/{cite}" for cite in CITES]),
            "answer": st.sampled_from(("yes", "no", "no", "no")),
            "refs": scopes(REFS),
            "items": scopes(ITEMS),
        }
    ),
    max_size=5,
)


def _meet(one: Any, other: Any) -> bool:
    return "*" in (one, other) or bool(set(one) & set(other))


def _contradictory(rows: list[dict[str, Any]]) -> str | None:
    """The first row that contradicts one before it, found by comparing each with each."""
    for later, row in enumerate(rows):
        for other in rows[:later]:
            alike = row["cite"] == other["cite"] and row["answer"] != other["answer"]
            if alike and _meet(row["refs"], other["refs"]) and _meet(row["items"], other["items"]):
                return f"findings[{later}]"
    return None


@generated
@given(SOME_ROWS)
def test_rows_stand_unless_two_give_contrary_answers_for_one_item_of_one_subject(
    rows: list[dict[str, Any]],
) -> None:
    wrong = _contradictory(rows)
    if wrong:
        with pytest.raises(InputError) as refused:
            check(*rows)
        assert refused.value.where == wrong
        return
    standing = check(*rows)
    for ref in (*REFS, "another"):
        for item in ITEMS:
            answered = {
                FINDINGS[Cite.parse(row["cite"])].name: row["answer"] == "yes"
                for row in rows
                if _meet(row["refs"], [ref]) and _meet(row["items"], [item])
            }
            assert standing.known(ref, item) == answered
