"""What stands beside the verdicts of an audit: the accounting, valid requests refused, a plan for missing records."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from lawgate.audit.judge import Verdict
from lawgate.audit.sampling import drawing_order, plans
from lawgate.decide.request import Request
from lawgate.errors import InputError
from lawgate.law.paragraphs import PROVISIONS
from lawgate.law.provision import Duty
from lawgate.service.ledger.check import verify
from lawgate.stores.ledger.accounted import releases_entered
from lawgate.stores.ledger.disk import Disk
from lawgate.stores.runs.batch_folder import BatchFolder

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Accounting:
    """Whether the ledger accounts for each release, in their order, and what is wrong with the ledger."""

    entered: pl.Series
    document: Document


def accounting_of(ledger: Path | None, asked: Request, releases: pl.DataFrame) -> Accounting | None:
    """The releases found in a ledger; None where none is given.

    A release is accounted for by one entry of a release on its day, of the case that its row names, else of the
    case that has the release's own id.
    """
    if ledger is None:
        return None
    checked = verify(ledger)
    whole = not checked["faults"] and checked["size"] is not None
    found = releases_entered(Disk(ledger), checked["size"]) if whole else None
    rows = releases.select(pl.coalesce("case", "release_id"), pl.col("released_on").cast(pl.Utf8)).iter_rows()
    entered = []
    for case, day in rows:
        there = found is not None and found[case, day] > 0
        if there and found is not None:
            found[case, day] -= 1
        entered.append(there)
    series = pl.Series("accounted", entered, dtype=pl.Boolean)
    return Accounting(
        series,
        {
            "size": checked["size"],
            "faults": checked["faults"],
            "accounted": int(series.sum()),
            "not_accounted": len(entered) - int(series.sum()),
            "request": asked.id,
        },
    )


def refusals_of(batch: Path | None, asked: Request, judged: pl.DataFrame) -> Document | None:
    """Valid requests under a paragraph that says *shall*, of which nothing was released: from a batch of that day.

    None where no batch is given. InputError where the batch decided another request or another day.
    """
    if batch is None:
        return None
    folder = BatchFolder.open(batch)
    summary = folder.summary()
    days = judged.get_column("released_on").cast(pl.Utf8).unique().to_list()
    if summary["request"] != asked.id or summary["as_of"] not in days:
        raise InputError(
            "this batch decided another request, or another day than that of a release",
            where="--batch",
            mend=f"run the batch of {asked.id} with --as-of {min(days)}",
        )
    kept = folder.explanations()
    shall = {number for number, one in enumerate(kept) if _says_shall(one["provision"])}
    valid = folder.decisions().filter(
        pl.col("disposition") == "disclose", pl.col("explanation").is_in(list(shall))
    )
    released = judged.lazy().select("ref", pl.col("items").alias("item")).explode("item")
    refused = valid.join(released, on=["ref", "item"], how="anti", maintain_order="left").collect()
    return {
        "as_of": summary["as_of"],
        "subjects": refused.get_column("ref").n_unique(),
        "rows": refused.height,
        "turning": _turning(refused, kept),
        "first": refused.get_column("ref").unique(maintain_order=True).head(12).to_list(),
    }


def _turning(refused: pl.DataFrame, kept: list[Document]) -> Document:
    """By question, how many of the rows would not have been valid under some other reading."""
    found: dict[str, int] = {}
    for number, times in refused.group_by("explanation").len().sort("explanation").iter_rows():
        for turn in kept[number]["contested"]:
            found[turn["question"]] = found.get(turn["question"], 0) + times
    return dict(sorted(found.items()))


def _says_shall(provision: str) -> bool:

    return any(str(one.cite) == provision and one.duty is Duty.SHALL for one in PROVISIONS)


def sampling_of(judged: pl.DataFrame, request: str) -> tuple[Document | None, pl.DataFrame | None]:
    """A plan for the releases whose records are missing and which nothing else settles, and the order to draw in."""
    missing = judged.filter(
        pl.col("named") == "missing", pl.col("verdict") != Verdict.UNLAWFUL.value
    ).with_columns(pl.col("basis").fill_null("not_told"))
    if not missing.height:
        return None, None
    strata = dict(missing.group_by("basis").len().sort("basis").iter_rows())
    order = drawing_order(missing.get_column("release_id").to_list(), request)
    drawn = pl.DataFrame({"release_id": order}).join(
        missing.select("release_id", "ref", "basis"), on="release_id", how="left", maintain_order="left"
    )
    drawn = drawn.with_columns(draw=pl.col("release_id").cum_count().over("basis"))
    return {
        "releases": missing.height,
        "strata": strata,
        "plans": [
            {
                "margin": plan.margin,
                "size": plan.size,
                "of_stratum": dict(plan.of_stratum),
                "unseen_max": round(plan.unseen_max, 6),
            }
            for plan in plans(strata)
        ],
        "drawn_by": "SHA-256 of the request's id, a slash and the release's id, ascending in each stratum",
    }, drawn
