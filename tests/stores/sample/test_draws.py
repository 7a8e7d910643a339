"""Draws are even, repeatable and independent of how the rows are cut into pieces."""

from __future__ import annotations

from collections import Counter

import polars as pl

from lawgate.stores.sample.draws import Dice, Slots, looked_up, weighted
from lawgate.stores.sample.names import GIVEN_NAMES

ROWS = pl.DataFrame({"row": pl.int_range(0, 40_000, eager=True)})
ROW = pl.col("row")


def test_fractions_fill_the_unit_evenly() -> None:
    tenths = ROWS.select((Dice(3).fraction("a question", ROW) * 10).floor().alias("tenth"))["tenth"]
    counts = tenths.value_counts()["count"].to_list()
    assert len(counts) == 10
    assert all(3_750 < count < 4_250 for count in counts)


def test_another_seed_or_question_draws_otherwise() -> None:
    drawn = ROWS.select(
        one=Dice(3).below("a question", ROW, 1_000),
        seed=Dice(4).below("a question", ROW, 1_000),
        question=Dice(3).below("another", ROW, 1_000),
    )
    for other in ("seed", "question"):
        assert (drawn["one"] == drawn[other]).sum() < 120


def test_a_draw_depends_on_its_row_alone() -> None:
    whole = ROWS.select(row=Dice(3).bits("a question", ROW))["row"]
    piece = ROWS.slice(123, 7).select(row=Dice(3).bits("a question", ROW))["row"]
    assert whole.slice(123, 7).equals(piece)


def test_weights_are_kept() -> None:
    slots = Slots.of(weighted("Rare 1, De La Cruz 3"), weighted("Only 5"))
    picked = ROWS.select(name=slots.pick(Dice(3).bits("name", ROW), group=0))["name"]
    assert 9_500 < (picked == "Rare").sum() < 10_500
    assert ROWS.select(name=slots.pick(Dice(3).bits("name", ROW), group=1))["name"].unique().to_list() == [
        "Only"
    ]


def test_picks_that_stand_apart_are_different_texts() -> None:
    slots = Slots.of(weighted("A 1, B 1, C 2, D 2, E 1, F 2, G 2, H 2, I 2, A 1, J 2"))
    draw = Dice(3).bits("children", ROW)
    picks = ROWS.select(**{f"child_{apart}": slots.pick(draw, apart=apart) for apart in range(4)})
    assert picks.select(pl.concat_list(pl.all()).list.n_unique().min()).item() == 4


def test_no_given_name_is_so_common_that_siblings_could_share_it() -> None:
    for group in GIVEN_NAMES:
        weights: Counter[str] = Counter()
        for name, weight in group:
            weights[name] += weight
        assert max(weights.values()) <= sum(weights.values()) // 8


def test_a_look_up_in_a_small_table() -> None:
    assert ROWS.head(3).select(name=looked_up(("a", "b", "c"), ROW, pl.String))["name"].to_list() == [
        "a",
        "b",
        "c",
    ]
