"""Trees over Polars columns. The only file below the shell that meets Polars.

A column holds the answers to the fact of its name; null means unknown. Polars' `&`, `|` and `~` over
nullable booleans are the strong Kleene tables, which generated tests hold to the evaluator.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import and_, or_
from typing import assert_never

import polars as pl

from lawgate.kernel.batch.masks import WORD_BITS, Bit, Plan, bits_of_word, word_of
from lawgate.kernel.expr import All, Any, AtMost, Constant, Element, Expr, Holds, IsIn, Meets, Not
from lawgate.kernel.fact import Domain, Fact
from lawgate.kernel.truth import flag_of

_BYTE_BITS = 8


def column_type(fact: Fact) -> pl.DataType:
    """The type of a column of answers; a cast to it that is not strict makes whatever is no answer null."""
    match fact.domain:
        case Domain.FLAG:
            return pl.Boolean()
        case Domain.CHOICE:
            return pl.Enum(fact.values)
        case Domain.SEVERAL:
            return pl.List(pl.Enum(fact.values))
        case Domain.COUNT:
            return pl.UInt64()
        case Domain.DAY:
            return pl.Date()


def truth_column(expr: Expr) -> pl.Expr:
    """The expression over columns: true for YES, false for NO, null for OPEN."""
    match expr:
        case Constant(truth):
            return pl.lit(flag_of(truth), dtype=pl.Boolean)
        case All(parts):
            return reduce(and_, (truth_column(part) for part in parts))
        case Any(parts):
            return reduce(or_, (truth_column(part) for part in parts))
        case Not(part):
            return ~truth_column(part)
        case Element(body=body):
            return truth_column(body)
        case Holds(fact):
            return pl.col(fact.name)
        case IsIn(fact, values):
            return pl.col(fact.name).is_in(sorted(values))
        case Meets(fact, values):
            return _meets(pl.col(fact.name), values)
        case AtMost(fact, bound):
            return pl.col(fact.name) <= pl.lit(bound)
        case _:
            assert_never(expr)


def decide(plan: Plan, groups: pl.LazyFrame, rows: pl.LazyFrame, *, group: str, row: str) -> pl.LazyFrame:
    """The masks of each row, under its id: columns `row`, yes_0, ..., no_0, ...

    `group` names the id of a group in both tables, `row` that of a row. A row whose group is missing has
    its group's facts open. Rows come in any order; an id of a group that stands twice is refused.
    """
    kept = [pl.col(fact.name) for fact in plan.shared]
    told = groups.select(group, *kept, *_words(plan, plan.of_group, yes=0, no=0))
    joined = rows.join(told, on=group, how="left", validate="m:1")
    own = _words(plan, plan.of_row, yes=plan.yes, no=plan.no)
    return joined.select(row, *(pl.col(word.meta.output_name()).fill_null(0) | word for word in own))


def mask_columns(plan: Plan) -> tuple[pl.Expr, ...]:
    """The masks over one table that holds all facts: yes_0, ..., no_0, ... as unsigned numbers."""
    return tuple(_words(plan, (*plan.of_group, *plan.of_row), yes=plan.yes, no=plan.no))


def truth_of_masks(plan: Plan) -> pl.Expr:
    """Whether every element is met, from the columns of masks: true, false, or null for OPEN."""
    failed = pl.any_horizontal(pl.col(f"no_{word}") != 0 for word in range(plan.word_count))
    full = (1 << plan.places) - 1
    met = pl.all_horizontal(
        pl.col(f"yes_{word}") == pl.lit(word_of(full, word), pl.UInt64) for word in range(plan.word_count)
    )
    return pl.when(failed).then(pl.lit(False)).when(met).then(pl.lit(True)).alias("truth")


def _words(plan: Plan, bits: Sequence[Bit], *, yes: int, no: int) -> Iterator[pl.Expr]:
    """The words of both masks; `yes` and `no` are what is known of all rows alike."""
    for word in range(plan.word_count):
        truths = [(place, truth_column(tree)) for place, tree in bits_of_word(bits, word)]
        yield _word(truths, word_of(yes, word)).alias(f"yes_{word}")
    for word in range(plan.word_count):
        truths = [(place, ~truth_column(tree)) for place, tree in bits_of_word(bits, word)]
        yield _word(truths, word_of(no, word)).alias(f"no_{word}")


def _word(truths: Sequence[tuple[int, pl.Expr]], known: int) -> pl.Expr:
    """Bits are gathered in bytes first: eight times less is moved for each of them."""
    spans = (
        (start, [(place - start, truth) for place, truth in truths if 0 <= place - start < _BYTE_BITS])
        for start in range(0, WORD_BITS, _BYTE_BITS)
    )
    shifted = (
        _byte(inner).cast(pl.UInt64) * pl.lit(1 << start, pl.UInt64) for start, inner in spans if inner
    )
    return reduce(or_, shifted, pl.lit(known, pl.UInt64))


def _byte(truths: Sequence[tuple[int, pl.Expr]]) -> pl.Expr:
    bits = (
        pl.when(truth.fill_null(value=False))
        .then(pl.lit(1 << place, pl.UInt8))
        .otherwise(pl.lit(0, pl.UInt8))
        for place, truth in truths
    )
    return reduce(or_, bits)


def _meets(column: pl.Expr, values: frozenset[str]) -> pl.Expr:
    unlisted = column.list.eval(pl.element().is_null()).list.any()
    met = column.list.eval(pl.element().is_in(sorted(values))).list.any()
    return pl.when(unlisted).then(None).otherwise(met)
