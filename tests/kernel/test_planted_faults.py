"""Positive controls: each fault planted in the code is caught by the check that is there for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import polars as pl
import pytest
from tests.kernel import batch_checks, checks, settle_checks
from tests.kernel.disposition_checks import check_only_yes_discloses
from tests.kernel.strategies import Check

from lawgate.decide.determination import Disposition
from lawgate.kernel import closures, evaluate, explain, plain, reduce, say, settle
from lawgate.kernel.batch import by_polars, masks
from lawgate.kernel.evaluate import answer as true_answer
from lawgate.kernel.expr import All, Constant, Expr, Holds, IsIn, Not
from lawgate.kernel.fact import Facts
from lawgate.kernel.truth import Truth, conjunction, disjunction, negation

Y, N, OPEN = Truth.YES, Truth.NO, Truth.OPEN

true_evaluate = evaluate.evaluate
true_compiled = closures._closure
true_word = by_polars._word
true_words = by_polars._words
true_column = by_polars.truth_column
true_plan = masks.plan
true_reduce = reduce.reduce_tree
true_plain = plain.plain
true_say = say.say
true_settled_by = explain.settled_by
true_minimal = settle._minimal


@dataclass(frozen=True)
class Fault:
    """What is broken, where, and the checks that must each see it."""

    says: str
    target: str
    faulty: object
    caught_by: tuple[Callable[[], None], ...]


def _table(
    check: Callable[[Callable[[Expr], Truth]], None], read: Callable[[Expr], Truth]
) -> Callable[[], None]:
    return lambda: check(read)


def _missing_is_false(leaf: Any, value: Any) -> bool | None:
    return bool(true_answer(leaf, value))


def _unlisted_is_member(leaf: Any, value: Any) -> bool | None:
    return True if isinstance(leaf, IsIn) and isinstance(value, str) and value else true_answer(leaf, value)


def _open_bar_ignored(expr: Expr, facts: Facts) -> Truth:
    """A part that is a bar and open is passed over, as engines do that skip on error."""
    if isinstance(expr, All):
        told = [(part, evaluate.evaluate(part, facts)) for part in expr.parts]
        return conjunction(truth for part, truth in told if not (isinstance(part, Not) and truth is OPEN))
    return true_evaluate(expr, facts)


def _compile_ignores_not(expr: Expr) -> Callable[[Facts], bool | None]:
    return true_compiled(expr.part if isinstance(expr, Not) else expr)


def _compiled_any_is_all(parts: tuple[Any, ...]) -> Callable[[Facts], bool | None]:
    return closures._all(parts)


def _masks_swapped(*args: Any, **named: Any) -> list[pl.Expr]:
    words = list(true_words(*args, **named))
    half = len(words) // 2
    names = [word.meta.output_name() for word in words]
    return [word.alias(name) for word, name in zip(words[half:] + words[:half], names, strict=True)]


def _bit_off_by_one(truths: Sequence[tuple[int, pl.Expr]], known: int) -> pl.Expr:
    turned = [*truths[1:], *truths[:1]]
    return true_word([(place, truth) for (place, _), (_, truth) in zip(truths, turned, strict=True)], known)


def _no_is_not_yes(plan: masks.Plan, bits: Any, *, yes: int, no: int) -> list[pl.Expr]:
    """One mask instead of two: what is not known to be met counts as unmet."""
    words = list(true_words(plan, bits, yes=yes, no=no))[: plan.word_count]
    full = sum(1 << bit.place for bit in bits)
    contrary = [
        pl.lit(masks.word_of(full, k), pl.UInt64).xor(word).alias(f"no_{k}") for k, word in enumerate(words)
    ]
    return [*words, *contrary]


def _mixed_told_of_the_group(*args: Any, **named: Any) -> masks.Plan:
    """An element that needs both tables is told by the group's alone, its row's facts open."""
    plan = true_plan(*args, **named)
    names = {fact.name for fact in plan.shared}
    alone = tuple(
        masks.Bit(bit.place, true_reduce(bit.tree, {}, varying=names)) for bit in plan.of_row if names
    )
    kept = tuple(bit for bit in plan.of_row if not names)
    return replace(plan, of_group=plan.of_group + alone, of_row=kept)


def _column_missing_is_false(expr: Expr) -> pl.Expr:
    told = true_column(expr)
    return told.fill_null(value=False) if isinstance(expr, Holds) else told


def _unlisted_load_passed_over(column: pl.Expr, values: frozenset[str]) -> pl.Expr:
    return column.list.eval(pl.element().is_in(sorted(values))).list.any(ignore_nulls=True)


def _open_constant_dropped(kind: Any, neutral: Truth, parts: Any, facts: Facts, varying: Any) -> Expr:
    reduced = [reduce.reduce_tree(part, facts, varying=varying) for part in parts]
    rest = tuple(part for part in reduced if not isinstance(part, Constant))
    constant = true_evaluate(kind((Constant(neutral), *(p for p in reduced if isinstance(p, Constant)))), {})
    return kind(rest) if rest and constant in (neutral, OPEN) else Constant(constant)


def _varying_answered(expr: Expr, facts: Facts, *, varying: Any) -> Expr:
    """Every fact is answered for good, the varying ones too."""
    return true_reduce(expr, facts, varying=frozenset())


def _first_set_only(sets: Any) -> list[Any]:
    return true_minimal(sets)[:1]


def _contrary_answers_merged(left: Any, right: Any) -> Any:
    return {**left, **right}


def _needless_kept(sets: Any) -> list[Any]:
    return sorted(sets, key=len, reverse=True)[:1]


def _settles_the_other_way(expr: Expr, facts: Facts, fact: Any) -> Any:
    return ((value, negation(truth)) for value, truth in true_settled_by(expr, facts, fact))


def _key_without_kind(self: Any, facts: Facts) -> tuple[object, ...]:
    return tuple(facts.get(name) for name, *_ in self._asked)


def _values_left_out(expr: Expr) -> dict[str, object]:
    told = dict(true_plain(expr))
    told.pop("values", None)
    return told


def _second_part_unsaid(opening: str, parts: tuple[Expr, ...], depth: int) -> Any:
    yield depth, opening
    yield from true_say(parts[0], depth + 1)


def _default_is_disclose(told: explain.Explanation) -> Disposition:
    return Disposition.WITHHOLD if told.truth is N else Disposition.DISCLOSE


def _bar_read_as_permit(told: explain.Explanation) -> Disposition:
    return Disposition.DISCLOSE if any(proof.truth is Y for proof in told.elements) else Disposition.WITHHOLD


def _compiled_leaf_open_is_no(name: str, answers: dict[str, bool]) -> Callable[[Facts], bool | None]:
    return lambda facts: answers.get(facts.get(name), False)  # type: ignore[arg-type]


EVALUATOR, CLOSURES = "lawgate.kernel.evaluate", "lawgate.kernel.closures"
BATCH, REDUCE = "lawgate.kernel.batch.by_polars", "lawgate.kernel.reduce"
SETTLE, EXPLAIN = "lawgate.kernel.settle", "lawgate.kernel.explain"

FAULTS = (
    Fault("an open bar is ignored", f"{EVALUATOR}.evaluate", _open_bar_ignored,
          (checks.check_de_morgan, checks.check_more_facts_undo_nothing, checks.check_compiled_is_evaluated)),
    Fault("NOT of OPEN is YES", f"{EVALUATOR}.negation", lambda truth: N if truth is Y else Y,
          (_table(checks.check_not_is_the_strong_table, checks.evaluated), checks.check_double_negation)),
    Fault("NOT of OPEN is NO", f"{EVALUATOR}.negation", lambda truth: Y if truth is N else N,
          (_table(checks.check_not_is_the_strong_table, checks.evaluated), checks.check_more_facts_undo_nothing)),
    Fault("OR of OPEN and NO is NO", f"{EVALUATOR}.disjunction",
          lambda truths: Y if Y in (seen := list(truths)) else N if N in seen else disjunction(seen),
          (_table(checks.check_or_is_the_strong_table, checks.evaluated), checks.check_de_morgan)),
    Fault("AND of OPEN and NO is OPEN", f"{EVALUATOR}.conjunction",
          lambda truths: OPEN if OPEN in (seen := list(truths)) else conjunction(seen),
          (_table(checks.check_and_is_the_strong_table, checks.evaluated), checks.check_three_parts_fold_like_two)),
    Fault("AND is OR", f"{EVALUATOR}.conjunction", disjunction,
          (_table(checks.check_and_is_the_strong_table, checks.evaluated),)),
    Fault("missing is false", f"{EVALUATOR}.answer", _missing_is_false,
          (checks.check_what_is_no_answer_leaves_open, checks.check_more_facts_undo_nothing)),
    Fault("an unlisted value counts as a member", f"{EVALUATOR}.answer", _unlisted_is_member,
          (checks.check_what_is_no_answer_leaves_open, checks.check_each_leaf_reads_each_answer)),
    Fault("the compiled form ignores Not", f"{CLOSURES}._closure", _compile_ignores_not,
          (checks.check_compiled_is_evaluated, _table(checks.check_not_is_the_strong_table, checks.compiled))),
    Fault("the compiled Any is All", f"{CLOSURES}._any", _compiled_any_is_all,
          (checks.check_compiled_is_evaluated, _table(checks.check_or_is_the_strong_table, checks.compiled))),
    Fault("the compiled leaf takes unknown for no", f"{CLOSURES}._choice", _compiled_leaf_open_is_no,
          (checks.check_compiled_is_evaluated, checks.check_each_leaf_reads_each_answer)),
    Fault("the two masks are swapped", f"{BATCH}._words", _masks_swapped,
          (batch_checks.check_masks_are_evaluated, batch_checks.check_all_bits_are_used)),
    Fault("a mask is off by one bit", f"{BATCH}._word", _bit_off_by_one, (batch_checks.check_masks_are_evaluated,)),
    Fault("a row hears its group alone", "lawgate.kernel.batch.masks.plan", _mixed_told_of_the_group,
          (batch_checks.check_rows_hear_their_group,)),
    Fault("the mask of NO is all that is not YES", f"{BATCH}._words", _no_is_not_yes,
          (batch_checks.check_masks_are_evaluated, batch_checks.check_all_bits_are_used)),
    Fault("a column takes missing for false", f"{BATCH}.truth_column", _column_missing_is_false,
          (batch_checks.check_column_is_evaluated, batch_checks.check_masks_are_evaluated)),
    Fault("a list with an unlisted value is read by the rest", f"{BATCH}._meets", _unlisted_load_passed_over,
          (batch_checks.check_column_is_evaluated,)),
    Fault("reducing drops what is open for good", f"{REDUCE}._group", _open_constant_dropped,
          (checks.check_reduced_is_evaluated, checks.check_reduced_holds_for_other_answers)),
    Fault("reducing answers what varies", f"{REDUCE}.reduce_tree", _varying_answered,
          (checks.check_reduced_holds_for_other_answers,)),
    Fault("nothing settles", f"{SETTLE}.sets_for", lambda *_: [], (settle_checks.check_no_smaller_set_settles,)),
    Fault("one settling set of many is told", f"{SETTLE}._minimal", _first_set_only,
          (settle_checks.check_no_smaller_set_settles, settle_checks.check_named_sets_are_all)),
    Fault("contrary answers settle together", f"{SETTLE}._merge", _contrary_answers_merged,
          (settle_checks.check_named_sets_settle,)),
    Fault("the largest set is called the smallest", f"{SETTLE}._minimal", _needless_kept,
          (settle_checks.check_no_smaller_set_settles,)),
    Fault("only single values are tried", f"{SETTLE}._joined", lambda single, _asked: tuple(single),
          (settle_checks.check_no_smaller_set_settles,)),
    Fault("an answer is said to settle the other way", f"{EXPLAIN}.settled_by", _settles_the_other_way,
          (settle_checks.check_answers_named_do_settle,)),
    Fault("the memory takes 1 for yes", "lawgate.kernel.explainer.Explainer._row", _key_without_kind,
          (checks.check_explainer_is_explain,)),
    Fault("the plain form leaves out values", "lawgate.kernel.plain.plain", _values_left_out,
          (checks.check_plain_form_is_the_tree,)),
    Fault("a second part goes unsaid", "lawgate.kernel.say._group", _second_part_unsaid,
          (checks.check_every_leaf_is_said,)),
    Fault("what is not refused is disclosed", "lawgate.decide.reach.disposition_of", _default_is_disclose,
          (check_only_yes_discloses,)),
    Fault("one element made out is enough", "lawgate.decide.reach.disposition_of", _bar_read_as_permit,
          (check_only_yes_discloses,)),
)  # fmt: skip

CONTROLS = [(fault, check) for fault in FAULTS for check in fault.caught_by]


@pytest.mark.parametrize(
    ("fault", "check"),
    CONTROLS,
    ids=[f"{fault.says}: {getattr(check, '__name__', 'table')}" for fault, check in CONTROLS],
)
def test_planted_fault_is_caught(
    fault: Fault, check: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fault.target, fault.faulty)
    with pytest.raises(AssertionError):
        (check.search_long if isinstance(check, Check) else check)()


def test_without_a_fault_only_a_yes_discloses() -> None:
    check_only_yes_discloses()


def test_at_least_ten_different_faults_are_planted() -> None:
    assert len({fault.says for fault in FAULTS}) == len(FAULTS) >= 10
