"""After the look: what becomes of each row, and that nothing but a YES throughout lets it go."""

from __future__ import annotations

from typing import Any

import pytest
from tests.decide.world import ANSWERS, HELD, I1, IMPAIRS, ORDER, SECTION, Case, decisions, dispositions

from lawgate.decide import row_facts
from lawgate.decide.determination import Disposition
from lawgate.decide.reach import disposition_of
from lawgate.kernel.explain import Explanation
from lawgate.kernel.truth import Truth

THREE = {f"{SECTION}/i/2/B/iv", f"{SECTION}/i/6", f"{SECTION}/p/4"}
WAGES = [row for row in HELD if row[0] == "third_party.w2.wages"]


def test_a_complete_request_without_findings_waits_for_exactly_three() -> None:
    rows = decisions(Case().but(answers={}))
    waiting = [row for row in rows if row.disposition is Disposition.NEEDS_FINDING]
    assert [row.item for row in waiting] == [
        "identity.name",
        "identity.mailing_address",
        "third_party.w2.wages",
    ]
    for row in waiting:
        assert row.explanation is not None
        assert {str(question.fact.cite) for question in row.explanation.open} == THREE
        assert all(question.fact.is_finding for question in row.explanation.open)


def test_a_complete_request_with_its_three_findings_is_disclosed() -> None:
    assert dispositions(Case()) == [
        ("identity.name", "disclose"),
        ("identity.mailing_address", "disclose"),
        ("third_party.w2.wages", "disclose"),
        ("third_party.w2.wages", "withhold"),
        ("return.1040.total_wages", "withhold"),
    ]


@pytest.mark.parametrize("cite", ANSWERS)
def test_without_any_one_of_the_three_findings_nothing_is_disclosed(cite: str) -> None:
    answers = {name: said for name, said in ANSWERS.items() if name != cite}
    said = {disposition for _, disposition in dispositions(Case().but(answers=answers))}
    assert said == {"needs_finding", "withhold"}


def test_nothing_is_disclosed_where_nothing_was_looked_at() -> None:
    rows = decisions(Case().but(person="none", held=()))
    assert {row.disposition for row in rows} == {Disposition.WITHHOLD}


@pytest.mark.parametrize(
    ("truth", "disposition"),
    [
        (Truth.YES, Disposition.DISCLOSE),
        (Truth.NO, Disposition.WITHHOLD),
        (Truth.OPEN, Disposition.NEEDS_MORE),
    ],
)
def test_only_a_yes_discloses(truth: Truth, disposition: Disposition) -> None:
    assert disposition_of(Explanation(truth, ())) is disposition


def test_the_default_is_to_withhold() -> None:
    unheard_of: Any = object()
    assert disposition_of(Explanation(unheard_of, ())) is Disposition.WITHHOLD


def test_the_same_fact_from_two_sources_is_two_rows_with_two_outcomes() -> None:
    rows = [row for row in decisions(Case()) if row.item == "third_party.w2.wages"]
    sources = [(row.provenance.furnished_by, row.disposition.value) for row in rows if row.provenance]
    assert sources == [("payer", "disclose"), ("taxpayer", "withhold")]


def test_what_is_held_twice_from_one_source_is_two_rows() -> None:
    case = Case().asking("items", ["third_party.w2.wages"]).but(held=(WAGES[0], WAGES[0]))
    assert dispositions(case) == [("third_party.w2.wages", "disclose")] * 2


def test_each_stated_period_has_its_row_and_what_is_not_held_is_withheld_as_not_held() -> None:
    case = Case().asking("items", ["third_party.w2.wages"]).asking("subjects.0.tax_periods", ["2022", "2023"])
    missing, first, second = decisions(case)
    assert (missing.period, first.period, second.period) == ("2022", "2023", "2023")
    assert missing.disposition is Disposition.WITHHOLD
    assert missing.explanation is not None
    assert any(
        proof.why.startswith("not held") for proof in missing.explanation.elements if proof.truth is Truth.NO
    )


def test_a_period_that_is_not_asked_is_in_no_row() -> None:
    held = (("third_party.w2.wages", "2021", "payer", "information_return"),)
    rows = decisions(Case().asking("items", ["third_party.w2.wages"]).but(held=held))
    assert [(row.period, row.provenance, row.disposition.value) for row in rows] == [
        ("2023", None, "withhold")
    ]


@pytest.mark.parametrize("furnished_by", ["joint_filer", "taxpayer", "payer", None])
def test_what_is_about_the_spouse_whom_nobody_named_is_withheld(furnished_by: str | None) -> None:
    case = Case().asking("items", ["return.joint.spouse_income"])
    case = case.but(held=(("return.joint.spouse_income", "2023", furnished_by, "return"),))
    assert dispositions(case) == [("return.joint.spouse_income", "withhold")]


@pytest.mark.parametrize("address_held", ["none", None])
def test_an_address_never_held_discloses_nothing(address_held: str | None) -> None:
    said = {disposition for _, disposition in dispositions(Case().but(address_held=address_held))}
    assert "disclose" not in said


def test_an_earlier_address_is_an_address_held() -> None:
    assert dispositions(Case().but(address_held="earlier")) == dispositions(Case())


def test_a_record_that_only_a_reviewer_may_confirm_waits_for_the_reviewer() -> None:
    case = Case().but(person="review").asking("items", ["identity.name"])
    (waiting,) = decisions(case)
    assert waiting.disposition is Disposition.NEEDS_MORE or waiting.disposition is Disposition.NEEDS_FINDING
    assert waiting.explanation is not None
    assert f"{SECTION}/a" in {str(question.fact.cite) for question in waiting.explanation.open}
    confirmed = case.but(answers={**ANSWERS, "a": "yes"})
    assert dispositions(confirmed) == [("identity.name", "disclose")]
    refused = case.but(answers={**ANSWERS, "a": "no"})
    assert dispositions(refused) == [("identity.name", "withhold")]


def test_where_no_paragraph_is_named_the_one_nearest_to_opening_decides() -> None:
    case = Case().asking("provision", None).asking("court_order", ORDER)
    by = {(row.item, row.disposition.value): row.pathway.cite.short for row in decisions(case) if row.pathway}
    assert by["return.1040.total_wages", "disclose"] == "(i)(1)"
    assert by["identity.name", "disclose"] == "(i)(2)"
    assert by["third_party.w2.wages", "disclose"] == "(i)(2)"


def test_an_order_that_does_not_name_the_paragraph_opens_nothing_more_under_the_other() -> None:
    case = Case().asking("court_order", ORDER)
    assert dispositions(case) == dispositions(Case())


def test_an_informant_named_under_an_order_holds_it_open_until_that_is_certified() -> None:
    case = (
        Case()
        .asking("provision", I1)
        .asking("court_order", ORDER)
        .asking("items", ["return.1040.total_wages"])
    )
    assert dispositions(case) == [("return.1040.total_wages", "disclose")]
    found = case.but(answers={**ANSWERS, IMPAIRS: "yes"})
    assert dispositions(found) == [("return.1040.total_wages", "needs_finding")]
    certified = found.but(certified_on="2026-03-02")
    assert dispositions(certified) == [("return.1040.total_wages", "withhold")]


def test_an_item_or_a_period_that_the_order_does_not_list_is_outside_it() -> None:
    case = Case().asking("provision", I1).asking("court_order", ORDER)
    assert dispositions(case.asking("items", ["third_party.w2.wages"])) == [
        ("third_party.w2.wages", "withhold")
    ]
    later = case.asking("court_order", {**ORDER, "periods": ["2022"]}).asking(
        "items", ["return.1040.total_wages"]
    )
    assert dispositions(later) == [("return.1040.total_wages", "withhold")]


@pytest.mark.parametrize("fault", [ValueError, KeyError, ZeroDivisionError, RecursionError, AssertionError])
def test_a_fault_in_one_decision_withholds_its_row_and_is_recorded(
    fault: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = row_facts._seen

    def breaks(resolution: Any, asked: Any) -> Any:
        if asked.item == "identity.mailing_address":
            raise fault("Ana Sample lives at 12 Elm St")
        return sound(resolution, asked)

    before = decisions(Case())
    monkeypatch.setattr(row_facts, "_seen", breaks)
    after = decisions(Case())
    assert [row.item for row in after] == [row.item for row in before]
    for row, was in zip(after, before, strict=True):
        if row.item == "identity.mailing_address":
            assert (row.disposition, row.fault) == (Disposition.WITHHOLD, fault.__name__)
            assert row.explanation is None
        else:
            assert (row.disposition, row.fault) == (was.disposition, None)


def test_a_fault_says_what_kind_it_is_and_never_what_it_was_about(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: Any) -> Any:
        raise ValueError("Ana Sample")

    monkeypatch.setattr(row_facts, "_seen", breaks)
    assert {row.fault for row in decisions(Case())} == {"ValueError"}
    assert "Ana" not in repr(decisions(Case()))
