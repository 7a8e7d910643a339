"""Draws that follow from the seed alone: the same question about the same row always has the same answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

import polars as pl

Weighted = Sequence[tuple[str, int]]

_GOLDEN = 0x9E3779B97F4A7C15
_FIRST = 0xBF58476D1CE4E5B9
_SECOND = 0x94D049BB133111EB


@dataclass(frozen=True, slots=True)
class Dice:
    """The source of every draw; a draw depends on seed, question and row only, never on what came before."""

    seed: int

    def bits(self, question: str, key: pl.Expr) -> pl.Expr:
        """Sixty-four evenly mixed bits for each row (SplitMix64's finaliser over row and question)."""
        start = int.from_bytes(sha256(f"{self.seed}/{question}".encode()).digest()[:8], "big")
        state = key.cast(pl.UInt64) * _word(_GOLDEN) + _word(start)
        state = (state ^ (state // _word(1 << 30))) * _word(_FIRST)
        state = (state ^ (state // _word(1 << 27))) * _word(_SECOND)
        return state ^ (state // _word(1 << 31))

    def fraction(self, question: str, key: pl.Expr) -> pl.Expr:
        """A number from 0 up to, not including, 1."""
        return (self.bits(question, key) // _word(1 << 11)).cast(pl.Float64) * 2.0**-53

    def below(self, question: str, key: pl.Expr, end: int | pl.Expr) -> pl.Expr:
        """A whole number from 0 up to, not including, the end."""
        limit = _word(end) if isinstance(end, int) else end.cast(pl.UInt64)
        return (self.bits(question, key) % limit).cast(pl.Int64)

    def chance(self, question: str, key: pl.Expr, probability: float) -> pl.Expr:
        """Whether something happens to this row that happens to that share of all rows."""
        return self.fraction(question, key) < probability


def _word(value: int) -> pl.Expr:
    return pl.lit(value, dtype=pl.UInt64)


@dataclass(frozen=True, slots=True)
class Slots:
    """Groups of weighted texts laid out slot after slot, so that a pick is one look-up."""

    texts: pl.Series
    starts: pl.Series
    lengths: pl.Series

    @staticmethod
    def of(*groups: Weighted) -> Slots:
        """Lay out the groups in the order given; a text has as many slots as its weight."""
        laid = [[text for text, weight in _added_up(group) for _ in range(weight)] for group in groups]
        lengths = [len(group) for group in laid]
        starts = [sum(lengths[:index]) for index in range(len(lengths))]
        return Slots(
            texts=pl.Series([text for group in laid for text in group], dtype=pl.String),
            starts=pl.Series(starts, dtype=pl.Int64),
            lengths=pl.Series(lengths, dtype=pl.Int64),
        )

    def pick(self, draw: pl.Expr, *, group: pl.Expr | int = 0, apart: pl.Expr | int = 0) -> pl.Expr:
        """The text that this draw meets; picks 1 to 7 apart differ while none weighs over an eighth."""
        at = pl.lit(group, dtype=pl.Int64) if isinstance(group, int) else group.cast(pl.Int64)
        length = pl.lit(self.lengths).gather(at)
        moved = (draw % length.cast(pl.UInt64)).cast(pl.Int64) + apart * (length // 8)
        return pl.lit(self.texts).gather(pl.lit(self.starts).gather(at) + moved % length)


def _added_up(group: Weighted) -> Iterable[tuple[str, int]]:
    """Each text once, with the sum of its weights: picks that stand apart rely on it."""
    weights: Counter[str] = Counter()
    for text, weight in group:
        weights[text] += weight
    return weights.items()


def looked_up(
    values: Sequence[str | int | float | bool | None], index: pl.Expr, dtype: type[pl.DataType]
) -> pl.Expr:
    """The value that stands at this place of a small table."""
    return pl.lit(pl.Series(list(values), dtype=dtype)).gather(index.cast(pl.Int64))


def weighted(text: str) -> tuple[tuple[str, int], ...]:
    """Read a table of the form 'Smith 828, De La Cruz 40'; a text without a weight weighs 1."""
    rows = [entry.strip().rpartition(" ") for entry in text.replace("\n", " ").split(",") if entry.strip()]
    return tuple(
        (name, int(last)) if last.isdigit() else (f"{name} {last}".strip(), 1) for name, _, last in rows
    )
