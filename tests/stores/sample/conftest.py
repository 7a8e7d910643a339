"""One small sample for all the tests that only look at what is in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest

from lawgate.stores.sample import SampleSummary, write_sample

TAXPAYERS, SUBJECTS, SEED = 2_500, 900, 11


@dataclass(frozen=True, slots=True)
class World:
    """A sample as it lies in its folder."""

    out: Path
    summary: SampleSummary

    def table(self, name: str) -> pl.DataFrame:
        return pl.read_parquet(self.out / f"{name}.parquet")

    def request(self, name: str) -> dict:
        return json.loads((self.out / "requests" / f"{name}.json").read_text(encoding="utf-8"))

    def homes(self) -> pl.DataFrame:
        """The taxpayers, each with the current address, where it is one of mail."""
        mailing = pl.col("held_to").is_null() & (pl.col("where") == "mailing")
        held = self.table("records/addresses").filter(mailing).select("taxpayer_id", "address")
        return self.table("records/taxpayers").join(held, on="taxpayer_id")


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    out = tmp_path_factory.mktemp("world") / "sample"
    return World(out, write_sample(out, taxpayers=TAXPAYERS, subjects=SUBJECTS, seed=SEED))
