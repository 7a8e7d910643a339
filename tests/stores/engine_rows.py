"""Rows for the table engines: made-up answers in two tables, some unknown, and what the evaluator says of them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl
from tests.kernel.batch_checks import assert_masks_are, assert_truths_are
from tests.kernel.strategies import (
    CARTS,
    CHOICES,
    DAY,
    DAYS,
    FACTS,
    FOUND,
    HERE,
    LOADS,
    RAIN,
    ROAD,
    WIND,
)  # fmt: skip

from lawgate.kernel.batch import by_polars
from lawgate.kernel.batch.masks import Plan, plan
from lawgate.kernel.expr import AtMost, Element, all_of, among, any_of, element, not_
from lawgate.kernel.fact import Facts, Value

OF_GROUP, OF_ROW = (RAIN, ROAD, LOADS), (WIND, CARTS, DAY)
GIVEN: Facts = {FOUND.name: False}
BODIES = (
    any_of(RAIN, WIND),
    not_(WIND),
    among(ROAD, "high", "none"),
    among(LOADS, "corn", "tin"),
    AtMost(CARTS, 2),
    AtMost(DAY, DAYS[1]),
    any_of(all_of(RAIN, WIND), not_(among(LOADS, "salt"))),
    any_of(among(ROAD, "low"), not_(AtMost(CARTS, 1)), FOUND),
)
ELEMENTS: tuple[Element, ...] = tuple(
    element(HERE, f"number {number}", BODIES[number % len(BODIES)]) for number in range(70)
)
"""More than a word holds, so that the highest bit of a word is used and a second word is."""

Row = dict[str, Value | None]


@dataclass(frozen=True, slots=True)
class Rows:
    """Two tables as lists, and the group of each row; the last group named is in no table."""

    groups: list[Row]
    rows: list[Row]
    group_of: list[int]

    @property
    def plan(self) -> Plan:
        """What is asked of every engine."""
        of_group, of_row = {fact.name for fact in OF_GROUP}, {fact.name for fact in OF_ROW}
        return plan(ELEMENTS, GIVEN, group=of_group, row=of_row)

    @property
    def tables(self) -> tuple[pl.DataFrame, pl.DataFrame]:
        """The groups and the rows as frames of the columns' types."""
        groups = _frame(self.groups, OF_GROUP).with_row_index("group")
        rows = _frame(self.rows, OF_ROW).with_row_index("row")
        return groups.cast({"group": pl.Int64}), rows.cast({"row": pl.Int64}).with_columns(
            pl.Series("group", self.group_of, dtype=pl.Int64)
        )

    def facts(self) -> Iterator[Facts]:
        """The answers of each row with its group's."""
        for row, group in zip(self.rows, self.group_of, strict=True):
            yield {**GIVEN, **(self.groups[group] if group < len(self.groups) else {}), **row}


def made_up(count: int, seed: int = 6103) -> Rows:
    """So many rows in a third as many groups."""
    chance = random.Random(seed)
    groups = [_answers(chance, OF_GROUP) for _ in range(max(1, count // 3))]
    rows = [_answers(chance, OF_ROW) for _ in range(count)]
    return Rows(groups, rows, [chance.randint(0, len(groups)) for _ in range(count)])


def assert_all_are(made: Rows, told: pl.DataFrame, *, reasons_every: int = 1) -> None:
    """The masks in a table, in the order of the ids, are what the evaluator says of each row.

    Of one row in so many the reasons are rebuilt as well, which takes longer.
    """
    for place, (facts, answered) in enumerate(zip(made.facts(), told.iter_rows(named=True), strict=True)):
        (assert_truths_are if place % reasons_every else assert_masks_are)(ELEMENTS, facts, answered)


def _answers(chance: random.Random, facts: tuple) -> Row:
    return {fact.name: chance.choice((None, *CHOICES[fact.name])) for fact in facts}


def _frame(rows: list[Row], facts: tuple) -> pl.DataFrame:
    return pl.DataFrame(
        [
            pl.Series(fact.name, [_stored(row[fact.name]) for row in rows], dtype=by_polars.column_type(fact))
            for fact in facts
        ]
    )


def _stored(value: Value | None) -> object:
    return sorted(value) if isinstance(value, frozenset) else value


assert {*OF_GROUP, *OF_ROW, FOUND} == set(FACTS)
