"""What is proved is so, by two solvers and the evaluator; and each fault planted in the translation is seen."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any as Any_

import pytest
from tests.kernel.prove import prove_checks
from tests.kernel.strategies import CARTS, HERE, LOADS, RAIN, ROAD, WIND, Check

from lawgate.errors import IllFormedError, ProofError
from lawgate.kernel.expr import (
    All,
    Any,
    AtMost,
    Constant,
    Holds,
    Leaf,
    Not,
    all_of,
    among,
    any_of,
    element,
    not_,
)
from lawgate.kernel.prove import by_cvc5, prover, script
from lawgate.kernel.prove.claim import Alike, Denied, Every, Is, Kept, Some, World, holds, same_truth
from lawgate.kernel.truth import Truth

RAINS = Is(Holds(RAIN), Truth.YES)
BLOWS = Is(Holds(WIND), Truth.YES)


def test_solvers_say_what_the_evaluator_says_for_every_answer_to_small_trees() -> None:
    prove_checks.check_every_answer_to_small_trees()


def test_solvers_say_what_the_evaluator_says_of_larger_trees() -> None:
    prove_checks.check_answers_to_larger_trees()


def test_what_is_proved_holds_for_all_answers_and_what_is_refuted_fails_for_the_fewest() -> None:
    prove_checks.check_proved_is_true_of_all_answers()


def test_more_answers_undo_no_settled_truth() -> None:
    prove_checks.check_more_answers_undo_nothing_is_proved()


def test_a_pair_is_found_wherever_there_is_one() -> None:
    prove_checks.check_pairs_are_all_there_are()


def test_a_case_states_only_what_it_needs() -> None:
    tree = any_of(all_of(RAIN, WIND, among(ROAD, "high")), AtMost(CARTS, 3))
    case = prover.find(Is(tree, Truth.YES))
    assert case is not None
    assert set(case[World.HERE]) in ({CARTS.name}, {RAIN.name, WIND.name, ROAD.name})


def test_an_unanswered_question_is_neither_yes_nor_no() -> None:
    told = prover.prove(Some((RAINS, Is(Holds(RAIN), Truth.NO))))
    assert isinstance(told, prover.Refuted)
    assert told.case[World.HERE] == {}


def test_of_no_claims_every_one_holds_and_not_one() -> None:
    assert isinstance(prover.prove(Every(())), prover.Proved)
    assert isinstance(prover.prove(Some(())), prover.Refuted)
    assert holds(Every(()), {})
    assert not holds(Some(()), {})


def test_two_worlds_differ_where_nothing_holds_them_alike() -> None:
    both = Every((RAINS, Is(Holds(RAIN), Truth.NO, World.THERE)))
    assert prover.find(both) == {World.HERE: {RAIN.name: True}, World.THERE: {RAIN.name: False}}
    assert prover.find(Every((both, Alike(RAIN)))) is None
    assert prover.find(Every((both, Kept(RAIN)))) is None


def test_what_is_alike_is_alike_in_every_value_given() -> None:
    differing = Every((Is(among(LOADS, "salt"), Truth.YES), Is(among(LOADS, "salt"), Truth.NO, World.THERE)))
    assert prover.find(differing) is not None
    assert prover.find(Every((differing, Alike(LOADS)))) is None


def test_an_answer_is_always_one_of_the_vocabulary() -> None:
    assert prover.find(Is(among(ROAD, *ROAD.values), Truth.NO)) is None
    assert prover.find(Is(AtMost(CARTS, 0), Truth.NO)) is not None
    assert prover.find(Every((Is(AtMost(CARTS, 0), Truth.YES), Is(AtMost(CARTS, 1), Truth.NO)))) is None


def test_two_questions_of_one_name_are_refused() -> None:
    other = replace(RAIN, question="Does it snow?")
    with pytest.raises(IllFormedError, match="two questions have one name"):
        script.script_of([Is(all_of(RAIN, other), Truth.YES)])


TEXT = """\
(set-info :smt-lib-version 2.6)
(set-logic QF_LIA)
(declare-const |here: way.road is answered| Bool)
; 0 high, 1 low, 2 none
(declare-const |here: way.road| Int)
(assert (<= 0 |here: way.road|))
(assert (<= |here: way.road| 2))
(define-fun q1.yes () Bool (and |here: way.road is answered| (or (= |here: way.road| 0) (= |here: way.road| 2))))
(define-fun q1.no () Bool (and |here: way.road is answered| (not (or (= |here: way.road| 0) (= |here: way.road| 2)))))
; q1.yes: /us/usc/t1/s1/a, a road
(push 1)
(assert (not (or q1.yes q1.no)))
(check-sat)
(pop 1)
"""


def test_script_is_the_text_that_it_was() -> None:
    tree = element(HERE, "a\nroad", among(ROAD, "none", "high"))
    assert script.script_of([Is(tree, Truth.OPEN)]).text == TEXT


def test_script_does_not_turn_on_the_order_of_hashes() -> None:
    program = (
        "from tests.kernel.strategies import *\nfrom lawgate.kernel.prove.script import *\n"
        "tree = All((IsIn(ROAD, frozenset(ROAD.values[:2])), Meets(LOADS, frozenset(LOADS.values))))\n"
        "print(script_of([Is(tree, Truth.YES)]).digest)"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(digests) == 1


def test_solvers_that_disagree_prove_nothing() -> None:
    def contrary(asked: script.Script) -> Sequence[bool]:
        return [not told for told in by_cvc5.verdicts(asked)]

    with pytest.raises(ProofError, match=r"disagree on questions \[0\]"):
        prover.prove(same_truth(Holds(RAIN), Holds(RAIN)), second=contrary)


def test_a_solver_that_gives_no_answer_proves_nothing() -> None:
    hollow = script.Script("(set-logic QF_LIA)\n", ("(assert false)\n(check-sat)\n",), ())
    with pytest.raises(ProofError, match="cvc5 answered 1 questions"):
        by_cvc5.verdicts(hollow)


true_says, true_is, true_truths = script._says, script._is, script._Writer._truths


def _not_is_passed_over(self: Any_, expr: Any_, world: World) -> tuple[str, str]:
    return true_truths(self, expr.part if isinstance(expr, Not) else expr, world)


def _open_is_no(self: Any_, expr: Any_, world: World) -> tuple[str, str]:
    yes, no = true_truths(self, expr, world)
    return (yes, f"(not {yes})") if isinstance(expr, Leaf) else (yes, no)


def _all_is_any(self: Any_, expr: Any_, world: World) -> tuple[str, str]:
    return true_truths(self, Any(expr.parts) if isinstance(expr, All) else expr, world)


def _open_constant_is_yes(self: Any_, expr: Any_, world: World) -> tuple[str, str]:
    return ("true", "false") if isinstance(expr, Constant) else true_truths(self, expr, world)


def _bound_off_by_one(leaf: Leaf, world: World) -> str:
    return true_says(AtMost(CARTS, leaf.bound + 1) if leaf == AtMost(CARTS, 2) else leaf, world)  # type: ignore[operator]


def _one_value_only(leaf: Leaf, world: World) -> str:
    values = sorted(getattr(leaf, "values", ()))
    return true_says(replace(leaf, values=frozenset(values[:1])) if values else leaf, world)  # type: ignore[arg-type]


FAULTS: dict[str, tuple[str, object]] = {
    "NOT is passed over": ("_Writer._truths", _not_is_passed_over),
    "an open leaf is NO": ("_Writer._truths", _open_is_no),
    "AND is OR": ("_Writer._truths", _all_is_any),
    "an open constant is YES": ("_Writer._truths", _open_constant_is_yes),
    "a bound is off by one": ("_says", _bound_off_by_one),
    "one value of several counts": ("_says", _one_value_only),
    "OPEN is what is not YES": (
        "_is",
        lambda truths, truth: f"(not {truths[0]})" if truth is Truth.OPEN else true_is(truths, truth),
    ),
}
CHECKS: tuple[Callable[[], None], ...] = (
    prove_checks.check_every_answer_to_small_trees,
    prove_checks.check_answers_to_larger_trees,
)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("check", CHECKS, ids=("small trees", "larger trees"))
def test_planted_fault_in_the_translation_is_seen(
    fault: str, check: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    target, faulty = FAULTS[fault]
    monkeypatch.setattr(f"lawgate.kernel.prove.script.{target}", faulty)
    with pytest.raises(AssertionError):
        (check.search_long if isinstance(check, Check) else check)()


@pytest.mark.parametrize("fault", ["NOT is passed over", "an open leaf is NO", "AND is OR"])
def test_a_case_that_the_evaluator_does_not_bear_out_is_an_error(
    fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, faulty = FAULTS[fault]
    monkeypatch.setattr(f"lawgate.kernel.prove.script.{target}", faulty)
    tree = all_of(not_(all_of(RAIN, WIND)), not_(all_of(RAIN, not_(WIND))))
    claims = [Is(tree, truth) for truth in Truth]
    with pytest.raises(ProofError, match="does not bear out"):
        prover.find_each([*claims, *map(Denied, claims), Every((BLOWS, Denied(Is(tree, Truth.NO))))])
