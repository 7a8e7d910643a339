"""The counts of an audit and the rows behind each: a count is a key, and the key is a choice among the rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import polars as pl

from lawgate.errors import InputError
from lawgate.kernel.truth import Truth
from lawgate.linkage.adequacy import Outcome

Document = Mapping[str, Any]

_NO_ADDRESS: Final = (Outcome.INADEQUATE.value, "not_stated")


def compared() -> pl.Expr:
    """Whether the address was compared before the release, as the release tells: yes, no or not told."""
    return (
        pl.when(pl.col("compared_address")).then(pl.lit("yes"))
        .when(~pl.col("compared_address")).then(pl.lit("no"))
        .otherwise(pl.lit("not_told"))
    )  # fmt: skip


def address() -> pl.Expr:
    """What the address given is: a placeholder, or one held now, earlier or never, or the record is missing.

    Of a person whom the request does not name no address was given.
    """
    return (
        pl.when(pl.col("named") == "not_asked").then(pl.lit("not_asked"))
        .when(pl.col("address_form").is_in(_NO_ADDRESS)).then(pl.lit("placeholder"))
        .otherwise(pl.col("address_held").fill_null("missing"))
    )  # fmt: skip


def _equal(column: str) -> Callable[[str], pl.Expr]:
    return lambda value: pl.col(column) == value


def _among(column: str) -> Callable[[str], pl.Expr]:
    return lambda value: pl.col(column).list.contains(pl.lit(value))


_BY_COLUMN: Final[Mapping[str, Callable[[str], pl.Expr]]] = {
    "verdict": _equal("verdict"),
    "verdict_then": _equal("verdict_then"),
    "followed": _equal("followed"),
    "basis": _equal("basis"),
    "named": _equal("named"),
    "turns_on": _among("turns_on"),
    "order": _among("orders"),
    "in_doubt": _among("orders_in_doubt"),
    "outside": _among("outside"),
    "turning": lambda value: (pl.col("verdict") == "turns_on") & (pl.col("turns_on").list.join("+") == value),
    "compared": lambda value: compared() == value,
    "address": lambda value: address() == value,
    "kind": lambda value: pl.col("address_form").is_in(_NO_ADDRESS) & (pl.col("address_kind") == value),
    "accounted": lambda value: pl.col("accounted") == (value == "yes"),
}


BY_ELEMENT: Final = {"met": Truth.YES, "fails": Truth.NO, "open": Truth.OPEN, "alone": Truth.NO}
"""Keys that choose by how an element stands; their value is its place among the summary's elements."""


def rows_behind(key: str, summary: Document, judgements: Sequence[Document]) -> pl.Expr:
    """The choice among the rows that a count stands for; InputError for a key that no summary gives.

    Several keys with a comma between them are all required.
    """
    chosen = pl.lit(value=True)
    for one in key.split(","):
        name, _, value = one.partition("=")
        if name in _BY_COLUMN:
            chosen &= _BY_COLUMN[name](value).fill_null(value=False)
            continue
        rests_on = _judgement_choice(name, value, summary)
        if rests_on is None:
            known = ", ".join(f"{name}=" for name in (*_BY_COLUMN, *BY_ELEMENT, "under"))
            raise InputError(
                f"no such count {one[:40]!r}", where="--rows", mend=f"use {known} as the summary has them"
            )
        chosen &= pl.col("judgement").is_in([at for at, each in enumerate(judgements) if rests_on(each)])
    return chosen


def _judgement_choice(name: str, value: str, summary: Document) -> Callable[[Document], bool] | None:
    """Which judgements a key chooses that speaks of an element or of a reading; None for a key that is none."""
    if name in BY_ELEMENT and value.isascii() and value.isdigit() and int(value) < len(summary["elements"]):
        element = summary["elements"][int(value)]
        return lambda judgement: _stands(judgement, element, BY_ELEMENT[name], alone=name == "alone")
    question, _, rest = value.partition(".")
    reading, _, outcome = rest.partition(".")
    if name == "under" and outcome:
        return lambda judgement: any(
            (one["question"], one["reading"], one["followed"]) == (question, reading, outcome)
            for one in judgement["under"]
        )
    return None


def fails(judgement: Document, element: Document, *, alone: bool) -> bool:
    """Whether this element is not met there; alone, whether it is the only one."""
    return _stands(judgement, element, Truth.NO, alone=alone)


def _stands(judgement: Document, element: Document, truth: Truth, *, alone: bool) -> bool:
    """Whether this element has this truth there; alone, whether it is the only one."""
    found = [one for one in judgement["elements"] if one["truth"] == truth.value]
    there = any(_same(one, element) for one in found) and judgement["provision"] == element["provision"]
    return there and (not alone or len(found) == 1)


def _same(one: Document, other: Document) -> bool:
    return (one["cite"], one["label"]) == (other["cite"], other["label"])
