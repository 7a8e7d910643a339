"""Truth is strong Kleene, in full: every table, and the laws that follow from the tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.kernel import checks

from lawgate.kernel.expr import Expr
from lawgate.kernel.truth import Truth, conjunction, disjunction, negation, truth_of

READERS = pytest.mark.parametrize("read", [checks.evaluated, checks.compiled])
Read = Callable[[Expr], Truth]


@READERS
def test_not_is_the_strong_kleene_table(read: Read) -> None:
    checks.check_not_is_the_strong_table(read)


@READERS
def test_and_is_the_strong_kleene_table(read: Read) -> None:
    checks.check_and_is_the_strong_table(read)


@READERS
def test_or_is_the_strong_kleene_table(read: Read) -> None:
    checks.check_or_is_the_strong_table(read)


def test_functions_of_truth_are_the_same_tables() -> None:
    assert {truth: negation(truth) for truth in Truth} == checks.NOT_TABLE
    assert {pair: conjunction(pair) for pair in checks.AND_TABLE} == checks.AND_TABLE
    assert {pair: disjunction(pair) for pair in checks.OR_TABLE} == checks.OR_TABLE


def test_nothing_at_all_is_all_and_is_not_some() -> None:
    assert conjunction(()) is Truth.YES
    assert disjunction(()) is Truth.NO


def test_groups_of_three_fold_like_groups_of_two() -> None:
    checks.check_three_parts_fold_like_two()


def test_de_morgan_holds_with_open_facts() -> None:
    checks.check_de_morgan()


def test_double_negation_is_nothing() -> None:
    checks.check_double_negation()


def test_more_facts_never_undo_a_settled_outcome() -> None:
    checks.check_more_facts_undo_nothing()


def test_what_is_no_answer_leaves_its_question_open() -> None:
    checks.check_what_is_no_answer_leaves_open()


def test_truth_of_an_unknown_answer_is_open() -> None:
    assert [truth_of(known) for known in (True, False, None)] == [Truth.YES, Truth.NO, Truth.OPEN]


@pytest.mark.parametrize("truth", Truth)
def test_a_truth_is_never_read_as_true_or_false(truth: Truth) -> None:
    with pytest.raises(TypeError) as refused:
        bool(truth)
    assert str(refused.value) == "a Truth has three values: test `is Truth.YES`"
