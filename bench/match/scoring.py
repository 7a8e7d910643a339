"""The figures by which every way of naming a person is judged, ours and the peers' alike."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from lawgate.linkage.calibrate import clopper_pearson_upper


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over one set of requests; a false match names another person, or anybody where truth abstains."""

    asked: int
    wanted: int
    right: int
    false: int
    wrong_persons: int
    abstain_errors: int

    @property
    def recall(self) -> float:
        return self.right / self.wanted

    @property
    def false_rate(self) -> float:
        return self.false / self.asked

    @property
    def bound(self) -> float:
        """The one-sided 95 % upper bound of the rate of false matches."""
        return clopper_pearson_upper(errors=self.false, asked=self.asked)


def judge(named: pl.DataFrame, truth: pl.DataFrame) -> pl.DataFrame:
    """Every request with whom it was said to name (request_id, record_id), and whether that is right."""
    meant = (pl.col("record_id") == pl.col("true_record_id")) & (pl.col("expected") == "match")
    return truth.join(named, on="request_id", how="left").with_columns(
        meant.fill_null(False).alias("right"), pl.col("record_id").is_not_null().alias("matched")
    )


def count(judged: pl.DataFrame) -> Figures:
    false = judged.filter(pl.col("matched") & ~pl.col("right"))
    return Figures(
        asked=judged.height,
        wanted=judged.filter(pl.col("expected") == "match").height,
        right=judged.filter("right").height,
        false=false.height,
        wrong_persons=false.filter(pl.col("in_master")).height,
        abstain_errors=false.filter(pl.col("expected") == "abstain").height,
    )


def choose(pairs: pl.DataFrame, *, at_least: float = 0.0, only_one: bool = False) -> pl.DataFrame:
    """For each request the surest record at or above a score; `only_one` names nobody where several are."""
    kept = pairs.filter(pl.col("score") >= at_least)
    if only_one:
        kept = kept.filter(pl.len().over("request_id") == 1)
    ordered = kept.sort("request_id", "score", "record_id", descending=[False, True, False])
    return ordered.unique("request_id", keep="first", maintain_order=True).select("request_id", "record_id")


def without_the_true(pairs: pl.DataFrame, truth: pl.DataFrame) -> pl.DataFrame:
    """The pairs that would stand had each person's own record not been in the file."""
    known = true_records(truth)
    asked = pairs.join(known.select("request_id"), on="request_id", how="semi")
    own = known.rename({"true_record_id": "record_id"})
    return asked.join(own, on=["request_id", "record_id"], how="anti")


def true_records(truth: pl.DataFrame) -> pl.DataFrame:
    """The requests that name a person on file, with his record."""
    return truth.filter(pl.col("expected") == "match").select("request_id", "true_record_id")
