"""Trees over columns, held to the evaluator row by row on generated tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import hypothesis.strategies as st
import polars as pl
from tests.kernel.strategies import (
    CHOICES,
    FACTS,
    HERE,
    elements,
    known,
    searched,
    trees,
)  # fmt: skip

from lawgate.kernel import evaluate
from lawgate.kernel.batch import by_polars, masks
from lawgate.kernel.explain import explain
from lawgate.kernel.expr import All, Element, Expr, element
from lawgate.kernel.fact import Domain, Fact, Facts, Value
from lawgate.kernel.truth import Truth

_TRUTHS = {True: Truth.YES, False: Truth.NO, None: Truth.OPEN}

UNLISTED_WORD = "elsewhere"


@st.composite
def tables(draw: st.DrawFn) -> list[dict[str, Value | None]]:
    """Rows of answers, some unknown, some words that no vocabulary lists, some counts below zero."""
    return [_row(draw) for _ in range(draw(st.integers(1, 6)))]


def _row(draw: st.DrawFn) -> dict[str, Value | None]:
    row: dict[str, Value | None] = {}
    for fact in FACTS:
        values: list[Value | None] = [None, *CHOICES[fact.name]]
        if fact.domain is Domain.CHOICE:
            values.append(UNLISTED_WORD)
        if fact.domain is Domain.COUNT:
            values.append(-1)
        if fact.domain is Domain.SEVERAL:
            values += [frozenset({UNLISTED_WORD}), frozenset({UNLISTED_WORD, fact.values[0]})]
        row[fact.name] = draw(st.sampled_from(values))
    return row


def frame_of(rows: list[dict[str, Value | None]], names: set[str]) -> pl.DataFrame:
    """The rows as a table of the columns' own types: as they are stored first, then a cast that is not strict."""
    columns = [_column(fact, [row[fact.name] for row in rows]) for fact in FACTS if fact.name in names]
    return pl.DataFrame([pl.Series("row", range(len(rows)), dtype=pl.Int64), *columns])


def _column(fact: Fact, values: list[Value | None]) -> pl.Series:
    raw = [sorted(value) if isinstance(value, frozenset) else value for value in values]
    kind = by_polars.column_type(fact)
    raw_kinds = {Domain.CHOICE: pl.String(), Domain.SEVERAL: pl.List(pl.String()), Domain.COUNT: pl.Int64()}
    text = raw_kinds.get(fact.domain, kind)
    return pl.Series(fact.name, raw, dtype=text).cast(kind, strict=False)


@searched(tree=trees(leaves_max=6), rows=tables())
def check_column_is_evaluated(tree: Expr, rows: list[dict[str, Value | None]]) -> None:
    """The expression over columns gives in each row what the definition gives for the row's answers."""
    frame = frame_of(rows, {fact.name for fact in FACTS})
    told = frame.select(by_polars.truth_column(tree).alias("told") & pl.col("row").is_not_null())["told"]
    assert [_TRUTHS[truth] for truth in told] == [evaluate.evaluate(tree, row) for row in rows]


@searched(
    row_of_law=st.lists(elements(), min_size=1, max_size=5),
    rows=tables(),
    given_once=known(),
    columns=st.sets(st.sampled_from([fact.name for fact in FACTS])),
)
def check_masks_are_evaluated(
    row_of_law: list[Element],
    rows: list[dict[str, Value | None]],
    given_once: Facts,
    columns: set[str],
) -> None:
    """The masks tell of each element what the definition tells, and the row's reasons are rebuilt from them."""
    planned = masks.plan(row_of_law, given_once, group=columns)
    told = frame_of(rows, columns).with_columns(by_polars.mask_columns(planned))
    told = told.with_columns(by_polars.truth_of_masks(planned))
    assert told.schema["yes_0"] == told.schema["no_0"] == pl.UInt64
    for row, answered in zip(rows, told.iter_rows(named=True), strict=True):
        facts = {**given_once, **{name: row[name] for name in columns}}
        assert_masks_are(row_of_law, facts, answered)
        assert _TRUTHS[answered["truth"]] is evaluate.evaluate(All(tuple(row_of_law)), facts)


def assert_masks_are(row_of_law: Sequence[Element], facts: Facts, answered: Mapping[str, Any]) -> None:
    """The words of a row are what the evaluator says, and its reasons are rebuilt from them."""
    assert_truths_are(row_of_law, facts, answered)
    proofs = masks.proofs_of(row_of_law, *_words(row_of_law, answered), facts)
    assert proofs == explain(All(tuple(row_of_law)), facts).elements


def assert_truths_are(row_of_law: Sequence[Element], facts: Facts, answered: Mapping[str, Any]) -> None:
    """The words of a row, under the names that they have in a table, are what the evaluator says."""
    yes, no = _words(row_of_law, answered)
    assert masks.truths_of(yes, no, len(row_of_law)) == tuple(
        evaluate.evaluate(part, facts) for part in row_of_law
    )


def _words(row_of_law: Sequence[Element], answered: Mapping[str, Any]) -> tuple[list[int], list[int]]:
    places = range(-(-len(row_of_law) // masks.WORD_BITS))
    return [answered[f"yes_{place}"] for place in places], [answered[f"no_{place}"] for place in places]


@searched(
    row_of_law=st.lists(elements(), min_size=1, max_size=5),
    groups=tables(),
    rows=tables(),
    group_of=st.lists(st.integers(0, 6), min_size=6, max_size=6),
    given_once=known(),
    side=st.lists(st.sampled_from(("once", "group", "row")), min_size=len(FACTS), max_size=len(FACTS)),
)
def check_rows_hear_their_group(
    *,
    row_of_law: list[Element],
    groups: list[dict[str, Value | None]],
    rows: list[dict[str, Value | None]],
    group_of: list[int],
    given_once: Facts,
    side: list[str],
) -> None:
    """Of two tables each row hears its own facts and its group's, by id; a group that is not there is silent."""
    of_group, of_row = (
        {fact.name for fact, told in zip(FACTS, side, strict=True) if told == wanted}
        for wanted in ("group", "row")
    )
    planned = masks.plan(row_of_law, given_once, group=of_group, row=of_row)
    groups_table = frame_of(groups, of_group).rename({"row": "group"})
    rows_table = frame_of(rows, of_row).with_columns(pl.Series("group", group_of[: len(rows)]))
    told = by_polars.decide(
        planned, groups_table.lazy(), rows_table.lazy(), group="group", row="row"
    ).collect()
    assert sorted(told["row"]) == list(range(len(rows)))
    for answered in told.iter_rows(named=True):
        place = answered["row"]
        group = groups[group_of[place]] if group_of[place] < len(groups) else {}
        facts = {
            **given_once,
            **{name: group.get(name) for name in of_group},
            **{name: rows[place][name] for name in of_row},
        }
        assert_masks_are(row_of_law, facts, answered)


def check_all_bits_are_used() -> None:
    """A hundred and thirty elements fill three words, each from its lowest bit to its highest."""
    count = 130
    (rain, *_) = FACTS
    row_of_law = [element(HERE, f"number {number}", rain) for number in range(count)]
    planned = masks.plan(row_of_law, {}, group={rain.name})
    told = pl.DataFrame({rain.name: [True, False, None]}).select(by_polars.mask_columns(planned))
    full = [2**64 - 1, 2**64 - 1, 2**2 - 1]
    assert [told[f"yes_{word}"].to_list() for word in range(3)] == [[word, 0, 0] for word in full]
    assert [told[f"no_{word}"].to_list() for word in range(3)] == [[0, word, 0] for word in full]


def check_what_the_request_answers_is_told_once() -> None:
    """What is answered for all stands in every row's masks, and costs no column."""
    row_of_law = [element(HERE, "rain", FACTS[0]), element(HERE, "wind", FACTS[1])]
    planned = masks.plan(row_of_law, {FACTS[0].name: True, FACTS[1].name: False}, group=set())
    assert (planned.yes, planned.no, planned.facts) == (0b01, 0b10, ())
    told = pl.DataFrame({"row": [1, 2]}).with_columns(by_polars.mask_columns(planned))
    assert told.to_dict(as_series=False) == {"row": [1, 2], "yes_0": [1, 1], "no_0": [2, 2]}
