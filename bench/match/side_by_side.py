"""Who is named, by ours and by its peers, on the same data in the same run.

    python -m bench.match.side_by_side DATA [--out FILE]

DATA is a devbench folder with `contract/` beside its tables. Writes a Markdown table; needs the packages of
requirements/bench.txt and recordlinkage.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import polars as pl

from bench.match import ours, scoring
from bench.match.peers.ecm import ecm
from bench.match.peers.rules import exact, filter_2025
from bench.match.peers.splink_link import predict, train
from bench.match.peers.tables import Tables, read_tables

OUT = Path(__file__).resolve().parents[2] / "docs" / "linkage-side-by-side.md"
THRESHOLDS = (0.95, 0.99, 0.999)
HEAD = """# Who is named: ours beside its peers

{asked:,} invented requests, {wanted:,} of which name a person among {held:,} records; the mix is adversarial
by design, so the rates compare methods and do not foretell a rate in use. Written by
`python -m bench.match.side_by_side DATA`, all rows in one run.

| Method | Recall | False matches | Rate, 95 % bound | Wrong persons | Should abstain | Leave one out | Seconds |
|---|--:|--:|--:|--:|--:|--:|--:|
"""
TAIL = """
- *False match*: another person's record, or any record where the request cannot justify one. The bound is
  one-sided Clopper-Pearson. *Wrong persons*: a person on file was asked for and another named.
- *Leave one out*: each request that names a person on file, asked again with that record taken away; every
  match is an error.
- Splink and recordlinkage get the address already parted, ours gets the line. Splink: Jaro-Winkler on names
  and street, surnames weighted by how common they are, slips in the birth date, exact ZIP and TIN, five
  blocking rules, trained by expectation maximisation; of four usual settings the best. recordlinkage: the
  same blocks, its ECM classifier. Both name the surest record.
- *Exact*: name and birth date, name and door, or TIN, equal after folding; exactly one record.
- *Filter of 2025, imitated*: name and TIN where a TIN is given, otherwise name, house number and ZIP; of the
  address field itself only a number like a ZIP Code is asked. Exactly one record.
- Seconds are of one run on a shared machine, reading and training included: read them as ratios.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One method's figures."""

    method: str
    found: scoring.Figures
    left_out_errors: int
    left_out_asked: int
    seconds: float

    def line(self) -> str:
        f = self.found
        return (
            f"| {self.method} | {f.recall:.3f} | {f.false} | {f.false_rate:.3%}, at most {f.bound:.3%} "
            f"| {f.wrong_persons} | {f.abstain_errors} | {self.left_out_errors:,} of {self.left_out_asked:,} "
            f"| {self.seconds:.1f} |"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    tables = read_tables(arguments.data)
    rows = []
    for row in measure(tables):
        print(row.line(), flush=True)
        rows.append(row)
    found = rows[0].found
    head = HEAD.format(asked=found.asked, wanted=found.wanted, held=tables.held.height)
    arguments.out.write_text(head + "".join(row.line() + "\n" for row in rows) + TAIL)


def measure(tables: Tables) -> Iterator[Row]:
    """Each method in turn."""
    yield _ours(tables)
    pairs, seconds = _timed(lambda: predict(train(tables)))
    for threshold in THRESHOLDS:
        yield _peer(f"Splink 5, p ≥ {threshold}", tables, pairs, seconds, at_least=threshold)
    pairs, seconds = _timed(lambda: ecm(tables))
    for threshold in THRESHOLDS[:2]:
        yield _peer(f"recordlinkage ECM, p ≥ {threshold}", tables, pairs, seconds, at_least=threshold)
    for name, peer in (("Exact, normalised", exact), ("Filter of 2025, imitated", filter_2025)):
        pairs, seconds = _timed(partial(peer, tables))
        yield _peer(name, tables, pairs, seconds, only_one=True)


def _ours(tables: Tables) -> Row:
    began = time.perf_counter()
    frames, subjects = ours.read_data(tables.data)
    named = ours.name_all(frames, subjects)
    seconds = time.perf_counter() - began
    left_out = ours.name_without(frames, subjects, tables.truth)
    errors = left_out.get_column("record_id").count()
    return Row("Lawgate", _figures(named, tables), errors, left_out.height, seconds)


def _peer(
    method: str,
    tables: Tables,
    pairs: pl.DataFrame,
    seconds: float,
    *,
    at_least: float = 0.0,
    only_one: bool = False,
) -> Row:
    named = scoring.choose(pairs, at_least=at_least, only_one=only_one)
    left_out = scoring.choose(
        scoring.without_the_true(pairs, tables.truth), at_least=at_least, only_one=only_one
    )
    asked = scoring.true_records(tables.truth).height
    return Row(method, _figures(named, tables), left_out.height, asked, seconds)


def _figures(named: pl.DataFrame, tables: Tables) -> scoring.Figures:
    return scoring.count(scoring.judge(named, tables.truth))


def _timed(link: Callable[[], pl.DataFrame]) -> tuple[pl.DataFrame, float]:
    began = time.perf_counter()
    pairs = link()
    return pairs, time.perf_counter() - began


if __name__ == "__main__":
    main()
