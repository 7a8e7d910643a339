"""Trees over columns, held to the evaluator row by row on generated tables."""

from __future__ import annotations

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

from lawgate.kernel import batch, evaluate
from lawgate.kernel.expr import Element, Expr, element
from lawgate.kernel.fact import Domain, Fact, Facts, Value
from lawgate.kernel.truth import Truth

_TRUTHS = {True: Truth.YES, False: Truth.NO, None: Truth.OPEN}

UNLISTED_WORD = "elsewhere"


@st.composite
def tables(draw: st.DrawFn) -> list[dict[str, Value | None]]:
    """Rows of answers, some unknown, some words that no vocabulary lists."""
    return [_row(draw) for _ in range(draw(st.integers(1, 6)))]


def _row(draw: st.DrawFn) -> dict[str, Value | None]:
    row: dict[str, Value | None] = {}
    for fact in FACTS:
        values: list[Value | None] = [None, *CHOICES[fact.name]]
        if fact.domain is Domain.CHOICE:
            values.append(UNLISTED_WORD)
        if fact.domain is Domain.SEVERAL:
            values += [frozenset({UNLISTED_WORD}), frozenset({UNLISTED_WORD, fact.values[0]})]
        row[fact.name] = draw(st.sampled_from(values))
    return row


def frame_of(rows: list[dict[str, Value | None]], names: set[str]) -> pl.DataFrame:
    """The rows as a table of the columns' own types: texts first, then a cast that is not strict."""
    columns = [_column(fact, [row[fact.name] for row in rows]) for fact in FACTS if fact.name in names]
    return pl.DataFrame([pl.Series("row", range(len(rows)), dtype=pl.Int64), *columns])


def _column(fact: Fact, values: list[Value | None]) -> pl.Series:
    raw = [sorted(value) if isinstance(value, frozenset) else value for value in values]
    kind = batch.column_type(fact)
    text = {Domain.CHOICE: pl.String(), Domain.SEVERAL: pl.List(pl.String())}.get(fact.domain, kind)
    return pl.Series(fact.name, raw, dtype=text).cast(kind, strict=False)


@searched(tree=trees(leaves_max=6), rows=tables())
def check_column_is_evaluated(tree: Expr, rows: list[dict[str, Value | None]]) -> None:
    """The expression over columns gives in each row what the definition gives for the row's answers."""
    frame = frame_of(rows, {fact.name for fact in FACTS})
    told = frame.select(batch.truth_column(tree).alias("told") & pl.col("row").is_not_null())["told"]
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
    """Bit k of the two masks tells of the k-th element what the definition tells, YES and NO apart."""
    frame = frame_of(rows, columns)
    yes, no = batch.masks(row_of_law, given_once, columns=columns)
    told = frame.with_columns(yes.alias("yes"), no.alias("no"))
    assert told.schema["yes"] == told.schema["no"] == pl.UInt64
    for row, mask_yes, mask_no in zip(rows, told["yes"], told["no"], strict=True):
        facts = {**given_once, **{name: row[name] for name in columns}}
        assert mask_yes & mask_no == 0
        assert [_read_bit(mask_yes, mask_no, bit) for bit in range(len(row_of_law))] == [
            evaluate.evaluate(part, facts) for part in row_of_law
        ]
        assert (mask_yes | mask_no) >> len(row_of_law) == 0


def _read_bit(yes: int, no: int, bit: int) -> Truth:
    if yes >> bit & 1:
        return Truth.YES
    return Truth.NO if no >> bit & 1 else Truth.OPEN


def check_all_bits_are_used() -> None:
    """Sixty-four elements fit, the last of them in the highest bit."""
    count = batch.elements_max
    (rain, *_) = FACTS
    row_of_law = [element(HERE, f"number {number}", rain) for number in range(count)]
    yes, no = batch.masks(row_of_law, {}, columns={rain.name})
    frame = pl.DataFrame({rain.name: [True, False, None]})
    told = frame.select(yes.alias("yes"), no.alias("no"))
    assert told["yes"].to_list() == [2**64 - 1, 0, 0]
    assert told["no"].to_list() == [0, 2**64 - 1, 0]
