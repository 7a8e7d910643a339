"""Many rows of elements under one set of answers: an element that several rows share is read once.

The truth of a row is that of the conjunction of its elements; a row keeps two masks, for unknown is neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lawgate.kernel.closures import Closure, closure_of
from lawgate.kernel.expr import Element, Expr
from lawgate.kernel.fact import Facts
from lawgate.kernel.truth import Truth


@dataclass(frozen=True, slots=True)
class Masks:
    """What is known of all elements of a panel: a bit for each that is YES, and one for each that is NO."""

    yes: int
    no: int


class Panel:
    """Rows of elements, each read as a conjunction, with one bit for each condition that differs."""

    def __init__(self, rows: Sequence[Sequence[Element]]) -> None:
        bits: dict[tuple[Expr, int], int] = {}
        self.rows = tuple(_row(row, bits) for row in rows)
        self._readers: tuple[tuple[int, Closure], ...] = tuple(
            (1 << bit, closure_of(body)) for (body, _), bit in bits.items()
        )

    def read(self, facts: Facts) -> Masks:
        """Every condition under these facts, once."""
        told = [(bit, closure(facts)) for bit, closure in self._readers]
        return Masks(
            sum(bit for bit, known in told if known is True),
            sum(bit for bit, known in told if known is False),
        )

    def truth(self, row: int, masks: Masks) -> Truth:
        """The conjunction of one row: NO if any is NO, YES if all are YES, otherwise OPEN."""
        if self.rows[row] & masks.no:
            return Truth.NO
        return Truth.OPEN if self.rows[row] & ~masks.yes else Truth.YES

    def failing(self, row: int, masks: Masks) -> int:
        """How many elements of one row are NO."""
        return (self.rows[row] & masks.no).bit_count()

    def missing(self, row: int, masks: Masks) -> int:
        """How many elements of one row are not YES."""
        return (self.rows[row] & ~masks.yes).bit_count()


def _row(elements: Sequence[Element], bits: dict[tuple[Expr, int], int]) -> int:
    """The bits of one row; a condition that stands in it twice has two."""
    mask = 0
    for element in elements:
        times = 0
        while mask >> bits.setdefault((element.body, times), len(bits)) & 1:
            times += 1
        mask |= 1 << bits[element.body, times]
    return mask
