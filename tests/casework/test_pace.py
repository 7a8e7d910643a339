"""How often may be asked: all at once or one by one, never more on the long run, and no clock keeps anybody out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lawgate.casework.pace import SECOND, Pace, ask

TEN = Pace("ten", 10)
NOW = 1_800_000_000 * SECOND


def asked_at(pace: Pace, moments: list[int]) -> list[bool]:
    """Whether each of these was let, one after the other."""
    kept: int | None = None
    found = []
    for now in moments:
        allowance = ask(pace, whole_at=kept, now=now)
        kept = allowance.whole_at if allowance.is_let else kept
        found.append(allowance.is_let)
    return found


def test_all_may_be_asked_at_once_and_then_no_more() -> None:
    assert asked_at(TEN, [NOW] * 12) == [True] * 10 + [False] * 2


def test_what_is_left_and_how_long_to_wait_is_told() -> None:
    first = ask(TEN, whole_at=None, now=NOW)
    assert (first.left, first.whole_seconds) == (9, 6)
    last = first
    for _ in range(9):
        last = ask(TEN, whole_at=last.whole_at, now=NOW)
    assert (last.is_let, last.left, last.whole_seconds) == (True, 0, 60)
    refused = ask(TEN, whole_at=last.whole_at, now=NOW)
    assert (refused.is_let, refused.left, refused.whole_seconds) == (False, 0, 6)
    early = NOW + 6 * SECOND - 1
    assert not ask(TEN, whole_at=last.whole_at, now=early).is_let
    assert ask(TEN, whole_at=last.whole_at, now=NOW + 6 * SECOND).is_let, "as long as it was told to wait"


def test_a_refusal_costs_nothing() -> None:
    assert asked_at(TEN, [NOW] * 10 + [NOW + SECOND] * 50 + [NOW + 6 * SECOND]) == (
        [True] * 10 + [False] * 50 + [True]
    )


def test_after_a_span_it_is_as_if_nothing_had_been_asked() -> None:
    later = NOW + 60 * SECOND
    assert asked_at(TEN, [NOW] * 10 + [later] * 11) == [True] * 20 + [False]


def test_a_clock_that_was_set_back_keeps_nobody_out_for_longer_than_a_span() -> None:
    assert asked_at(TEN, [NOW] * 10 + [NOW - 61 * SECOND] * 11) == [True] * 20 + [False]
    back = NOW - 59 * SECOND
    assert asked_at(TEN, [NOW] * 10 + [back, back + 60 * SECOND]) == [True] * 10 + [False, False]
    assert asked_at(TEN, [NOW] * 10 + [back, back + 119 * SECOND]) == [True] * 10 + [False, True]


def test_a_clock_that_is_a_little_behind_gives_no_more() -> None:
    assert asked_at(TEN, [NOW] * 10 + [NOW - 1] * 5) == [True] * 10 + [False] * 5


@given(
    st.integers(1, 50), st.lists(st.integers(0, 20 * SECOND), min_size=1, max_size=200), st.integers(1, 120)
)
def test_no_more_is_let_in_any_time_than_grew_back_and_all_at_once(
    most: int, apart: list[int], seconds: int
) -> None:
    pace = Pace("p", most)
    moments = [NOW + sum(apart[: at + 1]) for at in range(len(apart))]
    let = [now for now, is_let in zip(moments, asked_at(pace, moments), strict=True) if is_let]
    assert let, "a control: the first is let"
    for begun in let:
        within = sum(begun <= now <= begun + seconds * SECOND for now in let)
        assert within <= most + seconds * SECOND // pace.step
