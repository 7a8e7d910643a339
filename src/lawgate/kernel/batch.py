"""Trees over columns: the same expressions as Polars expressions, with a mask of YES and a mask of NO.

A column holds the answers to the fact of its name; null means unknown. Polars' `&`, `|` and `~` over
nullable booleans are the strong Kleene tables, which generated tests hold to the evaluator.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import reduce
from operator import and_, or_
from typing import assert_never

import polars as pl

from lawgate.errors import IllFormedError
from lawgate.kernel.expr import All, Any, AtMost, Constant, Element, Expr, Holds, IsIn, Meets, Not
from lawgate.kernel.fact import Domain, Fact, Facts
from lawgate.kernel.reduce import reduce_tree
from lawgate.kernel.truth import Truth

elements_max = 64
"""How many elements one pair of masks holds: the bits of an unsigned 64-bit number."""

_LITERAL = {Truth.YES: True, Truth.NO: False, Truth.OPEN: None}


def column_type(fact: Fact) -> pl.DataType:
    """The type of a column of answers; a cast to it that is not strict makes unlisted answers null."""
    match fact.domain:
        case Domain.FLAG:
            return pl.Boolean()
        case Domain.CHOICE:
            return pl.Enum(fact.values)
        case Domain.SEVERAL:
            return pl.List(pl.Enum(fact.values))
        case Domain.COUNT:
            return pl.Int64()
        case Domain.DAY:
            return pl.Date()


def truth_column(expr: Expr) -> pl.Expr:
    """The expression over columns: true for YES, false for NO, null for OPEN."""
    match expr:
        case Constant(truth):
            return pl.lit(_LITERAL[truth], dtype=pl.Boolean)
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


def masks(elements: Sequence[Element], facts: Facts, *, columns: Set[str]) -> tuple[pl.Expr, pl.Expr]:
    """The masks of YES and NO over all rows: bit k stands for the k-th element.

    `columns` are the facts that vary by row; `facts` answers all others once for the whole batch.
    """
    if len(elements) > elements_max:
        raise IllFormedError(f"{len(elements)} elements do not fit a mask of {elements_max}")
    truths = [truth_column(reduce_tree(element, facts, varying=columns)) for element in elements]
    return _mask(truths), _mask([~truth for truth in truths])


def _mask(truths: Sequence[pl.Expr]) -> pl.Expr:
    bits = (
        pl.when(truth.fill_null(value=False)).then(pl.lit(1 << k, pl.UInt64)).otherwise(pl.lit(0, pl.UInt64))
        for k, truth in enumerate(truths)
    )
    return reduce(or_, bits)


def _meets(column: pl.Expr, values: frozenset[str]) -> pl.Expr:
    unlisted = column.list.eval(pl.element().is_null()).list.any()
    met = column.list.eval(pl.element().is_in(sorted(values))).list.any()
    return pl.when(unlisted).then(None).otherwise(met)
