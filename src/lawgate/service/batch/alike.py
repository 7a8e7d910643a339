"""Rows by the columns: every distinct combination of what decides is decided once, and its outcome joined to all.

`gate.decide_subjects` is the definition. What is alike here is exactly what it asks about: the case (the
request's words and the officials' answers), who was named, and the row held. The rest is carried by id.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from lawgate.dates import read_period
from lawgate.decide.admit import Admitted
from lawgate.decide.determination import Decision
from lawgate.decide.determine import determine_row, withheld
from lawgate.decide.findings import Findings
from lawgate.decide.request import Known
from lawgate.decide.row_facts import known_of
from lawgate.decide.rows import Asked, rows_asked
from lawgate.linkage.person import Resolution
from lawgate.records.items import CATALOGUE, Item
from lawgate.records.provenance import DOCUMENTS, FURNISHED_BY, Provenance

LOOKS = {
    "at": pl.UInt32, "case": pl.UInt32, "who": pl.UInt32, "look": pl.UInt32, "taxpayer_id": pl.Utf8,
    "fault": pl.Utf8,
}  # fmt: skip
"""One row for each subject admitted: his place; the numbers of his case and of who was named (null where no look
was taken); the look in which the taxpayer's rows were fetched, with the taxpayer; the fault that ended it."""

HELD = {
    "look": pl.UInt32,
    **dict.fromkeys(("taxpayer_id", "item", "period", "furnished_by", "document"), pl.Utf8),
}
"""One row for each row held of a taxpayer, those of one taxpayer in their order."""

_KEY = ("case", "row", "who", "what", "fault")
_KIND = ("item", "held_period", "furnished_by", "document")


@dataclass(frozen=True, slots=True)
class Alike:
    """What the numbers stand for: an Admitted for each case, a Resolution for each that was named."""

    cases: Mapping[int, Admitted]
    who: Sequence[Resolution]
    findings: Findings


@dataclass(frozen=True, slots=True)
class Combination:
    """What decides some rows alike: the case, the row asked with what is held, who was named, or the fault."""

    gate: Admitted
    asked: Asked
    resolution: Resolution | None
    fault: str | None

    def decide(self, findings: Findings) -> Decision:
        """One for all that are alike, by the gate's own road."""
        if self.fault is not None:
            return withheld(self.asked, self.fault)
        return determine_row(self.gate, self.resolution, self.asked, findings)

    def known(self, findings: Findings) -> Known:
        """The answers by which it is decided."""
        return known_of(self.gate, self.resolution, self.asked, findings)


def combine(looks: pl.DataFrame, held: pl.DataFrame, alike: Alike) -> tuple[pl.DataFrame, list[Combination]]:
    """The rows as `at` with the number of their `outcome`, and what decides each outcome, in the gate's order.

    `looks` and `held` have the columns of LOOKS and HELD, the looks in the order of the subjects.
    """
    numbered, kinds = _numbered(held)
    asked = {case: rows_asked(alike.cases[case], ()) for case in looks.get_column("case").unique().sort()}
    rows = _with_held(looks, _table(asked), numbered, kinds)
    distinct = rows.select(_KEY).unique(maintain_order=True).with_row_index("outcome")
    told = rows.join(distinct, on=_KEY, how="left", nulls_equal=True, maintain_order="left")
    items = [_item(*kind) for kind in kinds.select(_KIND).iter_rows()]
    combinations = [
        Combination(
            alike.cases[case],
            replace(asked[case][row], held=None if what is None else items[what]),
            None if who is None else alike.who[who],
            fault,
        )
        for case, row, who, what, fault in distinct.select(_KEY).iter_rows()
    ]
    return told.select("at", "outcome"), combinations


def _item(name: str, period: str | None, furnished_by: str | None, document: str | None) -> Item:
    """A row held, without its value, which no outcome turns on."""
    read = read_period(period) if period else None
    return Item(CATALOGUE[name], read, None, Provenance(furnished_by, document))


def _numbered(held: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows held with the number of their kind (`what`) and their place, and the kinds as they are read."""
    texts = held.get_column("period").unique().to_list()
    periods = {text: period.text for text in texts if text and (period := read_period(text)) is not None}
    read = held.select(
        "look",
        "taxpayer_id",
        "item",
        pl.col("period").replace_strict(periods, default=None, return_dtype=pl.Utf8).alias("held_period"),
        _listed("furnished_by", FURNISHED_BY),
        _listed("document", DOCUMENTS),
    ).with_row_index("place")
    kinds = read.select(_KIND).unique(maintain_order=True).with_row_index("what")
    told = read.join(kinds, on=_KIND, how="left", nulls_equal=True, maintain_order="left")
    return told.select("look", "taxpayer_id", "what", "place"), kinds


def _listed(name: str, words: Sequence[str]) -> pl.Expr:
    """Provenance.read on a column."""
    return pl.when(pl.col(name).is_in(words)).then(pl.col(name)).alias(name)


def _table(asked: Mapping[int, Sequence[Asked]]) -> pl.DataFrame:
    """The rows that each case asks for, numbered in their order."""
    rows = [
        (case, number, one.item, one.period.text if one.period else None)
        for case, several in asked.items()
        for number, one in enumerate(several)
    ]
    schema = {"case": pl.UInt32, "row": pl.UInt32, "item": pl.Utf8, "period": pl.Utf8}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _with_held(
    looks: pl.DataFrame, asked: pl.DataFrame, held: pl.DataFrame, kinds: pl.DataFrame
) -> pl.DataFrame:
    """Each row asked with every row held that fits it, or once with none; in the order of the gate.

    What fits is told once for each row of a case and each kind of row held, so that all that is joined for the
    subjects is numbers.
    """
    pairs = asked.join(kinds, on="item", how="inner")
    fits = [_fits(*periods) for periods in pairs.select("period", "held_period").iter_rows()]
    fitting = pairs.filter(pl.Series(fits, dtype=pl.Boolean)).select("case", "row", "what")
    found = looks.join(held, on=["look", "taxpayer_id"], how="inner").join(
        fitting, on=["case", "what"], how="inner"
    )
    every = looks.join(asked.select("case", "row"), on="case", how="inner")
    lacking = every.join(found, on=["at", "row"], how="anti").with_columns(
        what=pl.lit(None, pl.UInt32), place=pl.lit(None, pl.UInt32)
    )
    columns = ["at", "place", *_KEY]
    return pl.concat([found.select(columns), lacking.select(columns)]).sort("at", "row", "place")


def _fits(asked: str | None, held: str | None) -> bool:
    """What has no period fits every one, as in determine.rows_asked."""
    whole, part = read_period(asked or ""), read_period(held or "")
    return whole is None or part is None or part.within(whole)
