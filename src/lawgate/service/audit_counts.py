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
    "compared": lambda value: compared() == value,
    "address": lambda value: address() == value,
    "kind": lambda value: pl.col("address_form").is_in(_NO_ADDRESS) & (pl.col("address_kind") == value),
    "accounted": lambda value: pl.col("accounted") == (value == "yes"),
}


def rows_behind(key: str, summary: Document, judgements: Sequence[Document]) -> pl.Expr:
    """The choice among the rows that a count stands for; InputError for a key that no summary gives.

    Several keys with a comma between them are all required.
    """
    chosen = pl.lit(value=True)
    for one in key.split(","):
        name, _, value = one.partition("=")
        if name in _BY_COLUMN:
            chosen &= _BY_COLUMN[name](value).fill_null(value=False)
        elif name in ("fails", "alone") and value.isdigit() and int(value) < len(summary["elements"]):
            element = summary["elements"][int(value)]
            numbers = [
                at for at, each in enumerate(judgements) if fails(each, element, alone=name == "alone")
            ]
            chosen &= pl.col("judgement").is_in(numbers)
        else:
            raise InputError(
                f"no such count {one[:40]!r}",
                where="--rows",
                mend=f"use {', '.join(f'{name}=' for name in (*_BY_COLUMN, 'fails', 'alone'))} as the summary has them",
            )
    return chosen


def fails(judgement: Document, element: Document, *, alone: bool) -> bool:
    """Whether this element is not met there; alone, whether it is the only one."""
    failing = [one for one in judgement["elements"] if one["truth"] == Truth.NO.value]
    there = any(_same(one, element) for one in failing) and judgement["provision"] == element["provision"]
    return there and (not alone or len(failing) == 1)


def _same(one: Document, other: Document) -> bool:
    return (one["cite"], one["label"]) == (other["cite"], other["label"])
