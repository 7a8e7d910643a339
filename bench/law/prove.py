"""Seconds to show what each condition of the law is there for, by Z3 alone and with cvc5 over the same text.

    python -m bench.law.prove

A condition is covered by a pair of cases between which it alone changes and turns the outcome (MC/DC, unique
cause), or none exists. Each pair is replayed through the evaluator. The last line is a made-up pathway of a
hundred elements.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date

from lawgate.cite import Cite
from lawgate.kernel.expr import Expr, all_of, any_of, element, not_
from lawgate.kernel.fact import Owner, flag
from lawgate.kernel.prove.by_cvc5 import verdicts
from lawgate.kernel.prove.pairs import conditions_of, pairs
from lawgate.law.corpus import as_of

PATHWAYS = as_of(date(2026, 1, 1)).pathways
LARGE = 100
HERE = Cite.parse("26 USC 6103(a)")


def made_up(count: int) -> Expr:
    """A pathway of so many elements, each of three questions of its own."""
    asked = [
        flag(f"made.up_{k}", "?", says="so", denies="not so", owner=Owner.REQUESTER) for k in range(3 * count)
    ]
    bodies = (any_of(a, all_of(b, not_(c))) for a, b, c in zip(*[iter(asked)] * 3, strict=True))
    return all_of(*(element(HERE, f"number {k}", body) for k, body in enumerate(bodies)))


def covered(tree: Expr, conditions: Sequence[Expr]) -> str:
    """How many of the conditions have a pair, and how long each way took."""
    start = time.perf_counter()
    found = pairs(tree, conditions, second=None)
    alone = time.perf_counter() - start
    pairs(tree, conditions, second=verdicts)
    both = time.perf_counter() - start - alone
    shown = sum(pair is not None for pair in found)
    return f"{shown:>4} of {len(conditions):>4} covered  {alone:>7.2f} s  {both:>7.2f} s with cvc5"


def main() -> None:
    """Each pathway by element and by leaf."""
    for pathway in PATHWAYS:
        print(f"{pathway.cite.text:<28} elements {covered(pathway.tree, pathway.elements)}")
        print(f"{'':<28} leaves   {covered(pathway.tree, conditions_of(pathway.tree))}")
    tree = made_up(LARGE)
    print(f"{'made up':<28} elements {covered(tree, tree.parts)}")  # type: ignore[union-attr]


if __name__ == "__main__":
    main()
