"""Every reader of a tree says what the evaluator says, which is the definition."""

from __future__ import annotations

import pytest
from tests.kernel import batch_checks, checks, settle_checks
from tests.kernel.strategies import CARTS, FOUND, HERE, LOADS, RAIN, ROAD, WIND

from lawgate.kernel import explainer
from lawgate.kernel.closures import compile_tree
from lawgate.kernel.evaluate import evaluate
from lawgate.kernel.explain import explain
from lawgate.kernel.explainer import Explainer
from lawgate.kernel.expr import AtMost, Constant, all_of, among, any_of, element, not_
from lawgate.kernel.fact import Facts
from lawgate.kernel.reduce import reduce_tree
from lawgate.kernel.truth import Truth


def test_compiled_tree_says_what_the_evaluator_says() -> None:
    checks.check_compiled_is_evaluated()


def test_each_leaf_reads_each_answer_alike() -> None:
    checks.check_each_leaf_reads_each_answer()


def test_reduced_tree_says_what_the_whole_tree_says() -> None:
    checks.check_reduced_is_evaluated()


def test_reduced_tree_follows_the_varying_facts_alone() -> None:
    checks.check_reduced_holds_for_other_answers()


def test_reducing_everything_leaves_one_constant() -> None:
    tree = all_of(RAIN, not_(WIND), among(ROAD, "high"))
    known: Facts = {RAIN.name: True, WIND.name: False}
    assert reduce_tree(tree, known, varying=set()) == Constant(Truth.OPEN)
    assert reduce_tree(tree, {**known, ROAD.name: "low"}, varying={RAIN.name}) == Constant(Truth.NO)


def test_explanation_tells_the_truth_of_the_tree_and_of_each_element() -> None:
    checks.check_explained_is_evaluated()


def test_reasons_given_make_the_outcome_alone() -> None:
    checks.check_reasons_make_the_truth()


def test_explainer_says_what_explain_says() -> None:
    checks.check_explainer_is_explain()


def test_explainer_gives_equal_facts_the_same_explanation() -> None:
    remembering = Explainer(all_of(RAIN, WIND))
    first = remembering.explain({RAIN.name: True})
    assert remembering.explain({RAIN.name: True, WIND.name: None, ROAD.name: "high"}) is first


@pytest.mark.parametrize(("truthy", "yes"), [(1, True), (1.0, True)])
def test_explainer_never_takes_what_equals_yes_for_yes(truthy: object, yes: bool) -> None:
    remembering = Explainer(element(HERE, "rain", RAIN))
    assert remembering.explain({RAIN.name: yes}).truth is Truth.YES
    assert remembering.explain({RAIN.name: truthy}).truth is Truth.OPEN  # type: ignore[dict-item]


def test_explainer_explains_what_no_memory_can_hold() -> None:
    facts: Facts = {ROAD.name: ["high"]}  # type: ignore[dict-item]
    tree = among(ROAD, "high")
    remembering = Explainer(tree)
    assert remembering.expr is tree
    assert remembering.explain(facts) == explain(tree, facts)
    assert compile_tree(tree)(facts) is evaluate(tree, facts) is Truth.OPEN


def test_explainer_with_a_full_memory_still_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Explainer, "memory_entries_max", 2)
    tree = all_of(element(HERE, "road", among(ROAD, "high")), element(HERE, "carts", AtMost(CARTS, 2)))
    remembering = Explainer(tree)
    for number in range(6):
        for road in (*ROAD.values, None):
            facts: Facts = {ROAD.name: road, CARTS.name: number}
            assert remembering.explain(facts) == explain(tree, facts)
    assert len(remembering._said) <= 2


def test_explainer_remembers_no_word_that_is_not_listed() -> None:
    remembering = Explainer(all_of(among(ROAD, "high"), RAIN))
    remembering.explain({ROAD.name: "a name that stands nowhere", RAIN.name: "another"})
    held = [key for part in remembering._parts for key in part._said]
    assert held == [explainer._UNLISTED, explainer._UNLISTED]


def test_sets_that_are_named_settle() -> None:
    settle_checks.check_named_sets_settle()


def test_no_smaller_set_than_those_named_settles() -> None:
    settle_checks.check_no_smaller_set_settles()


def test_every_smallest_set_is_named() -> None:
    settle_checks.check_named_sets_are_all()


def test_smallest_sets_are_the_smaller_of_both_ways() -> None:
    settle_checks.check_smallest_are_of_both()


def test_several_values_at_once_settle_what_no_one_value_does() -> None:
    tree = all_of(among(LOADS, "corn"), among(LOADS, "salt"), FOUND)
    told = explain(tree, {FOUND.name: True})
    assert told.to_yes == ({LOADS.name: frozenset({frozenset({"corn", "salt"})})},)


def test_no_value_at_all_settles_where_every_value_is_met() -> None:
    told = explain(not_(among(LOADS, *LOADS.values)), {})
    assert told.to_yes == ({LOADS.name: frozenset({frozenset()})},)


def test_answers_named_with_an_open_question_settle() -> None:
    settle_checks.check_answers_named_do_settle()


def test_open_questions_are_unanswered_and_enough() -> None:
    settle_checks.check_open_questions_are_unanswered()


def test_column_says_what_the_evaluator_says() -> None:
    batch_checks.check_column_is_evaluated()


def test_masks_say_what_the_evaluator_says() -> None:
    batch_checks.check_masks_are_evaluated()


def test_a_row_hears_its_own_facts_and_its_groups() -> None:
    batch_checks.check_rows_hear_their_group()


def test_more_than_sixty_four_elements_take_several_words() -> None:
    batch_checks.check_all_bits_are_used()


def test_what_the_request_answers_is_told_once_for_all_rows() -> None:
    batch_checks.check_what_the_request_answers_is_told_once()


def test_every_leaf_is_said_in_plain_words() -> None:
    checks.check_every_leaf_is_said()


def test_plain_form_differs_where_trees_differ() -> None:
    checks.check_plain_form_is_the_tree()


def test_open_bar_is_not_open_gate() -> None:
    tree = all_of(RAIN, not_(FOUND))
    assert evaluate(tree, {RAIN.name: True}) is Truth.OPEN
    assert compile_tree(tree)({RAIN.name: True}) is Truth.OPEN


def test_bar_trumps_permit() -> None:
    tree = all_of(any_of(RAIN, WIND), not_(FOUND))
    assert evaluate(tree, {RAIN.name: True, FOUND.name: True}) is Truth.NO
