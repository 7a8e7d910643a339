"""A small replica of the transfer of 2025, and its audits, for all the tests that only look at them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from lawgate.service.audit.replay import AuditOptions, run_audit
from lawgate.stores.sample.transfer import write_transfer

SCALE, SEED = 0.004, 6103
KNOWN_ON = "2026-11-01"
GOVERNMENT = ["Q3=R3", "Q4=R2", "Q5=R2", "Q9=R2", "Q10=R2", "Q11=R2"]
"""The readings for which the Government stood; that a placeholder is no address it conceded."""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Transfer:
    """The replica as it lies in its folder, its truth apart from it, where no audit can read it."""

    folder: Path
    truth: pl.DataFrame

    @classmethod
    def made(cls, place: Path, scale: float = SCALE) -> Transfer:
        """Written, and the truth taken out."""
        write_transfer(place, scale=scale, seed=SEED)
        truth = pl.read_parquet(place / "truth.parquet")
        (place / "truth.parquet").unlink()
        return cls(place, truth)

    @property
    def releases(self) -> pl.DataFrame:
        """What went out."""
        return pl.read_parquet(self.folder / "releases.parquet")

    @property
    def released(self) -> pl.DataFrame:
        """The truth of what went out, in its order."""
        return self.releases.select("release_id", "ref").join(
            self.truth, on="ref", how="left", maintain_order="left"
        )

    def audit(self, out: Path, releases: pl.DataFrame | None = None, **options: Any) -> Json:
        """The summary of an audit into a folder; of these releases, if any are given."""
        table = self.folder / "releases.parquet"
        if releases is not None:
            table = out.with_suffix(".parquet")
            releases.write_parquet(table)
        told = {
            "records": self.folder / "records",
            "findings": self.folder / "findings.json",
            "known_on": KNOWN_ON,
        }
        return run_audit(
            table, self.folder / "requests" / "transfer.json", AuditOptions(out=out, **{**told, **options})
        )


def counted(counts: list[Json]) -> dict[str, int]:
    """Releases by state."""
    return {one["state"]: one["releases"] for one in counts}
