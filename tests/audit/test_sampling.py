"""Plans for missing records, and the arithmetic of damages."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from lawgate.audit.damages import LEAST_FOR_EACH_ACT, Sum
from lawgate.audit.sampling import MARGINS, drawing_order, plans


def test_the_size_is_the_textbook_s_for_a_large_file() -> None:
    sizes = {plan.margin: plan.size for plan in plans({"a": 10**9})}
    assert sizes == {0.05: 385, 0.02: 2_401, 0.01: 9_604}


@given(st.dictionaries(st.sampled_from("abc"), st.integers(1, 5_000), min_size=1))
def test_no_stratum_is_left_out_and_none_is_drawn_beyond_what_it_has(strata: dict[str, int]) -> None:
    whole = sum(strata.values())
    for plan in plans(strata):
        assert set(plan.of_stratum) == set(strata)
        assert all(1 <= plan.of_stratum[name] <= strata[name] for name in strata)
        assert plan.size == sum(plan.of_stratum.values()) <= whole
        endless = 1.959964**2 * 0.25 / plan.margin**2
        assert plan.size >= min(whole, math.floor(endless / (1 + (endless - 1) / whole)))
    assert [plan.margin for plan in plans(strata)] == list(MARGINS)


def test_without_a_missing_record_there_is_no_plan() -> None:
    assert plans({}) == ()
    assert plans({"a": 0}) == ()


def test_when_everything_was_looked_at_nothing_is_unseen() -> None:
    assert [plan.unseen_max for plan in plans({"a": 3})] == [0.0, 0.0, 0.0]
    assert 0.007 < plans({"a": 10**9})[0].unseen_max < 0.008


def test_who_is_drawn_follows_from_the_ids_alone_and_differs_between_requests() -> None:
    ids = [f"R{at}" for at in range(200)]
    order = drawing_order(ids, "REQ-1")
    assert order == drawing_order(ids[::-1], "REQ-1")
    assert sorted(order) == sorted(ids)
    assert order != drawing_order(ids, "REQ-2")
    assert order != ids


def test_the_published_arithmetic_comes_out() -> None:
    assert Sum(42_695).dollars == 42_695_000
    assert Sum(47_289).dollars == 47_289_000
    assert LEAST_FOR_EACH_ACT.text == "26 U.S.C. 7431(c)(1)(A)"
