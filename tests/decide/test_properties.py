"""What holds of every request near a complete one."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from tests.decide.near_misses import fewer_and_more, generated, near_misses
from tests.decide.world import IMPAIRS, SAFEGUARDS, SECTION, Case, decisions, outcome

from lawgate.decide.determination import Admission, Decision, Disposition
from lawgate.kernel.truth import Truth

I2_CITE = f"{SECTION}/i/2"
SETTLED = (Disposition.DISCLOSE, Disposition.WITHHOLD)
OF_THE_TAXPAYER = ("taxpayer", "on_behalf_of_taxpayer", "joint_filer")
"""26 U.S.C. 6103(b)(3): filed with or furnished to the Secretary by or on behalf of the taxpayer."""


def _truths(row: Decision) -> list[Truth]:
    assert row.explanation is not None
    return [proof.truth for proof in row.explanation.elements]


def _is_taxpayers_own(row: Decision) -> bool:
    source = row.provenance
    return source is not None and (
        source.furnished_by in OF_THE_TAXPAYER or source.document == "taxpayer_letter"
    )


@generated
@given(near_misses())
def test_no_error_and_no_open_answer_discloses(case: Case) -> None:
    for row in decisions(case):
        if row.disposition is Disposition.DISCLOSE:
            assert row.fault is None
            assert set(_truths(row)) == {Truth.YES}
            assert row.explanation is not None
            assert not row.explanation.open


@generated
@given(near_misses())
def test_taxpayer_return_information_never_leaves_under_i2_unless_it_is_identity(case: Case) -> None:
    for row in decisions(case):
        if _is_taxpayers_own(row) and not row.item.startswith("identity."):
            by_i2 = row.pathway is not None and str(row.pathway.cite) == I2_CITE
            assert not (by_i2 and row.disposition is Disposition.DISCLOSE)


@generated
@given(near_misses())
def test_what_no_source_is_known_of_never_leaves_under_i2_unless_it_is_identity(case: Case) -> None:
    for row in decisions(case):
        if row.provenance is None or row.provenance.furnished_by is None:
            by_i2 = row.pathway is not None and str(row.pathway.cite) == I2_CITE
            unknown = by_i2 and not row.item.startswith("identity.")
            assert not (unknown and row.disposition is Disposition.DISCLOSE)


@generated
@given(near_misses())
def test_a_bar_trumps(case: Case) -> None:
    barred = case.but(answers={**case.answers, IMPAIRS: "yes"})
    unsafe = case.but(answers={**case.answers, SAFEGUARDS: "no"})
    for row in decisions(barred):
        assert row.disposition is not Disposition.DISCLOSE
    for row in decisions(unsafe):
        assert row.disposition is Disposition.WITHHOLD


@generated
@given(near_misses())
def test_any_no_withholds_and_all_yes_discloses_and_else_it_waits(case: Case) -> None:
    for row in decisions(case):
        truths = _truths(row)
        assert (row.disposition is Disposition.WITHHOLD) == (Truth.NO in truths)
        assert (row.disposition is Disposition.DISCLOSE) == (set(truths) == {Truth.YES})


@generated
@given(near_misses())
def test_what_waits_names_a_question_and_what_is_settled_names_none(case: Case) -> None:
    for row in decisions(case):
        assert row.explanation is not None
        waits = row.disposition not in SETTLED
        assert bool(row.explanation.open) == waits
        assert bool(row.explanation.smallest) == waits


@generated
@given(near_misses())
def test_a_returned_request_has_defects_and_no_row_and_an_admitted_one_has_rows_and_no_defect(
    case: Case,
) -> None:
    found = outcome(case)
    returned = found.admission is Admission.RETURNED
    assert bool(found.defects) == returned
    assert bool(found.decisions) != returned
    assert found.resolution is None or not returned


@generated
@given(near_misses())
def test_every_item_asked_has_at_least_one_row(case: Case) -> None:
    found = outcome(case)
    if found.admission is Admission.ADMITTED:
        assert {row.item for row in found.decisions} == set(case.request["items"])


@generated
@given(fewer_and_more())
def test_more_facts_never_undo_a_settled_outcome(pair: tuple[Case, Case]) -> None:
    before, after = (outcome(case) for case in pair)
    returned = after.admission is Admission.RETURNED
    for item in {row.item for row in before.decisions}:
        was = {row.disposition for row in before.decisions if row.item == item}
        now = {row.disposition for row in after.decisions if row.item == item}
        if len(was) == 1 and was <= set(SETTLED):
            assert now == was or (returned and was == {Disposition.WITHHOLD})


def test_the_near_misses_reach_every_outcome_often_enough_to_mean_something() -> None:
    seen: Counter[str] = Counter()
    undone: Counter[str] = Counter()

    @generated
    @given(near_misses())
    def count(case: Case) -> None:
        found = outcome(case)
        kinds = {row.disposition.value for row in found.decisions}
        seen.update(kinds or {found.admission.value})
        seen["cases"] += 1

    @generated
    @given(fewer_and_more())
    def count_pairs(pair: tuple[Case, Case]) -> None:
        rows = decisions(pair[0])
        undone["pairs"] += 1
        undone["settled"] += any(row.disposition in SETTLED for row in rows)
        undone["open"] += any(row.disposition not in SETTLED for row in rows)
        undone["discloses"] += any(row.disposition is Disposition.DISCLOSE for row in rows)

    count()
    count_pairs()
    assert seen["disclose"] >= 0.25 * seen["cases"], seen
    assert seen["needs_finding"] >= 0.05 * seen["cases"], seen
    assert seen["needs_more"] >= 0.02 * seen["cases"], seen
    assert seen["returned"] >= 0.05 * seen["cases"], seen
    assert undone["settled"] >= 0.3 * undone["pairs"], undone
    assert undone["open"] >= 0.2 * undone["pairs"], undone
    assert undone["discloses"] >= 0.1 * undone["pairs"], undone
