"""Trees over Ibis columns, for DuckDB, PostgreSQL and Spark. The only file below the shell that meets Ibis.

SQL's NULL follows the strong Kleene tables for AND, OR, NOT, comparisons and IN over a list without NULL,
and nowhere else; only these are used. Tables hold what is stored: text may be in no vocabulary, and
`listed` has to make it NULL first, or a word that nobody knows would count as a NO.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import and_, or_
from typing import assert_never

import ibis
from ibis.expr.types import BooleanValue, IntegerValue, Table, Value

from lawgate.errors import IllFormedError
from lawgate.kernel.batch.masks import WORD_BITS, Bit, Plan, bits_of_word, word_of
from lawgate.kernel.expr import All, Any, AtMost, Constant, Element, Expr, Holds, IsIn, Meets, Not
from lawgate.kernel.fact import Domain, Fact
from lawgate.kernel.truth import flag_of

several_values_max = 63
"""How long a vocabulary of several values may be: a signed number holds a bit for each."""


def column_type(fact: Fact) -> str:
    """The type of a column of answers in SQL; several values are a number with a bit for each, by its place."""
    match fact.domain:
        case Domain.FLAG:
            return "boolean"
        case Domain.CHOICE:
            return "string"
        case Domain.SEVERAL | Domain.COUNT:
            return "int64"
        case Domain.DAY:
            return "date"


def listed(table: Table, facts: Sequence[Fact]) -> Table:
    """The table with NULL for whatever is no answer to the fact of its column."""
    return table.mutate(**{fact.name: _listed(table[fact.name], fact) for fact in facts})


def truth_column(expr: Expr, table: Table) -> BooleanValue:
    """The expression over a table's columns: true for YES, false for NO, NULL for OPEN."""
    match expr:
        case Constant(truth):
            return ibis.literal(flag_of(truth), type="boolean")
        case All(parts):
            return reduce(and_, (truth_column(part, table) for part in parts))
        case Any(parts):
            return reduce(or_, (truth_column(part, table) for part in parts))
        case Not(part):
            return ~truth_column(part, table)
        case Element(body=body):
            return truth_column(body, table)
        case Holds(fact):
            return table[fact.name]
        case IsIn(fact, values):
            return table[fact.name].isin(sorted(values))
        case Meets(fact, values):
            return (table[fact.name] & several_as_number(fact, values)) != 0
        case AtMost(fact, bound):
            return table[fact.name] <= ibis.literal(bound)
        case _:
            assert_never(expr)


def several_as_number(fact: Fact, values: frozenset[str]) -> int:
    """Values of a vocabulary as the number that stands for them in a column."""
    if len(fact.values) > several_values_max:
        raise IllFormedError(f"more than {several_values_max} values at once", where=fact.name)
    return sum(1 << place for place, value in enumerate(fact.values) if value in values)


def decide(plan: Plan, groups: Table, rows: Table, *, group: str, row: str) -> Table:
    """The masks of each row, under its id, as `by_polars.decide` has them, but in signed numbers.

    Rows come in any order. That no id of a group stands twice has to be seen to by the caller.
    """
    shared = {fact.name for fact in plan.shared}
    groups = listed(groups, [fact for fact in plan.facts if fact.name in groups.columns])
    rows = listed(rows, [fact for fact in plan.facts if fact.name in rows.columns])
    told = groups.select(group, *sorted(shared), **dict(_words(plan, plan.of_group, groups, yes=0, no=0)))
    joined = rows.left_join(told, group)
    own = dict(_words(plan, plan.of_row, joined, yes=plan.yes, no=plan.no))
    return joined.select(row, **{name: joined[name].fill_null(0) | word for name, word in own.items()})


def _listed(column: Value, fact: Fact) -> Value:
    match fact.domain:
        case Domain.CHOICE:
            return ibis.ifelse(column.isin(fact.values), column, ibis.null(column.type()))
        case Domain.SEVERAL:
            every = several_as_number(fact, frozenset(fact.values))
            return ibis.ifelse(column.between(0, every), column, ibis.null(column.type()))
        case Domain.COUNT:
            return ibis.ifelse(column >= 0, column, ibis.null(column.type()))
        case Domain.FLAG | Domain.DAY:
            return column


def _words(
    plan: Plan, bits: Sequence[Bit], table: Table, *, yes: int, no: int
) -> Iterator[tuple[str, IntegerValue]]:
    for word in range(plan.word_count):
        truths = [(place, truth_column(tree, table)) for place, tree in bits_of_word(bits, word)]
        yield f"yes_{word}", _word(truths, word_of(yes, word))
        yield f"no_{word}", _word([(place, ~truth) for place, truth in truths], word_of(no, word))


def _word(truths: Sequence[tuple[int, BooleanValue]], known: int) -> IntegerValue:
    bits = (ibis.ifelse(truth, _signed(1 << place), _signed(0)) for place, truth in truths)
    return reduce(or_, bits, _signed(known))


def _signed(word: int) -> IntegerValue:
    """An unsigned word as the signed number of the same bits: SQL has no other kind of that length."""
    return ibis.literal(word - (1 << WORD_BITS) if word >> WORD_BITS - 1 else word, type="int64")
