"""The pairs that stand under pairs/, and what each reader of the law's trees makes of their cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import polars as pl
from tests.law.generate_cases import WAYS, facts_written
from tests.law.generate_pairs import PAIRS, Named, named
from tests.law.run_cases import read_yaml

from lawgate.kernel.batch import by_polars, masks
from lawgate.kernel.fact import Facts, Value
from lawgate.kernel.truth import Truth
from lawgate.law.pathway import Pathway
from lawgate.stores.engines import decide_on

TRUTHS = {
    "disclose": Truth.YES,
    "withhold": Truth.NO,
    "may be used": Truth.YES,
    "may not be used": Truth.NO,
}
"""The words of the files for the two outcomes between which a pair turns."""


@dataclass(frozen=True)
class Told:
    """One condition with its two cases and their outcomes; no cases where it never decides alone."""

    named: Named
    cases: tuple[Facts, ...]
    outcomes: tuple[Truth, ...]


@dataclass(frozen=True)
class Way:
    """A pathway or rule of use with what its file tells of each of its conditions."""

    name: str
    pathway: Pathway
    told: tuple[Told, ...]

    @property
    def cases(self) -> list[Facts]:
        """All cases, two a pair."""
        return [facts for told in self.told for facts in told.cases]

    @property
    def outcomes(self) -> list[Truth]:
        """What is to come of each case."""
        return [truth for told in self.told for truth in told.outcomes]


@cache
def ways() -> tuple[Way, ...]:
    """Every way of the law with its pairs; a file that tells of other conditions than the law has is refused."""
    written = {
        (kind, told[kind]): told
        for path in sorted(PAIRS.rglob("*.yaml"))
        for told in read_yaml(path)["ways"]
        for kind in ("pathway", "use")
        if kind in told
    }
    found = tuple(_way(kind, way, written) for kind, way in WAYS)
    assert len(written) == len(found), "a file tells of a way that the law has not: write the pairs anew"
    return found


def _way(kind: str, way: Pathway, written: Mapping[tuple[str, str], Any]) -> Way:
    name = f"{way.cite.text} {way.provision.heading}"
    told, conditions = written[kind, name], named(way)
    standing = [(one["element"], one["condition"]) for one in told["pairs"]]
    assert standing == [(one.element, one.says) for one in conditions], f"{name}: write the pairs anew"
    pairs = zip(conditions, told["pairs"], strict=True)
    return Way(name, way, tuple(_told(way, told["base"], one, pair) for one, pair in pairs))


def _told(way: Pathway, base: Mapping[str, Any], one: Named, pair: Mapping[str, Any]) -> Told:
    if pair.get("never_alone"):
        return Told(one, (), ())
    when = {**base, **pair["when"]}
    cases = tuple(facts_written(way, written) for written in (when, {**when, **pair["but"]}))
    return Told(one, cases, tuple(TRUTHS[word] for word in pair["outcome"]))


Reader = Callable[[Pathway, Sequence[Facts]], list[Truth]]
"""What a reader of trees makes of the cases of a way."""


def by_closures(way: Pathway, cases: Sequence[Facts]) -> list[Truth]:
    """The compiled tree, as a single determination asks it."""
    return [way.truth(facts) for facts in cases]


def by_polars_masks(way: Pathway, cases: Sequence[Facts]) -> list[Truth]:
    """The masks that the batch tells with Polars."""
    asked, frame = _plan(way), _frame(way, cases)
    return _truths(asked, frame.select(by_polars.mask_columns(asked)))


def by_engine(backend: Any) -> Reader:
    """The masks that the batch tells with DuckDB, PostgreSQL or Spark, once connected."""

    def told(way: Pathway, cases: Sequence[Facts]) -> list[Truth]:
        asked = _plan(way)
        rows = _frame(way, cases).with_row_index("row").cast({"row": pl.Int64})
        rows = rows.with_columns(pl.lit(0, pl.Int64).alias("group"))
        groups = pl.DataFrame({"group": pl.Series([0], dtype=pl.Int64)})
        return _truths(asked, decide_on(backend, asked, groups, rows, group="group", row="row"))

    return told


def _plan(way: Pathway) -> masks.Plan:
    return masks.plan(way.elements, {}, group=set(), row={fact.name for fact in way.facts})


def _frame(way: Pathway, cases: Sequence[Facts]) -> pl.DataFrame:
    columns = (
        pl.Series(fact.name, [_stored(facts.get(fact.name)) for facts in cases], by_polars.column_type(fact))
        for fact in way.facts
    )
    return pl.DataFrame(list(columns))


def _stored(value: Value | None) -> object:
    return sorted(value) if isinstance(value, frozenset) else value


def _truths(asked: masks.Plan, told: pl.DataFrame) -> list[Truth]:
    met = told.select(by_polars.truth_of_masks(asked)).to_series()
    return [{True: Truth.YES, False: Truth.NO, None: Truth.OPEN}[one] for one in met]


def differing(reader: Reader) -> Iterator[str]:
    """Where a reader makes another thing of a case than the file says."""
    for way in ways():
        if not way.cases:
            continue
        for place, (told, wanted) in enumerate(
            zip(reader(way.pathway, way.cases), way.outcomes, strict=True)
        ):
            if told is not wanted:
                yield f"{way.name}, case {place}: {told.value}, not {wanted.value}"
