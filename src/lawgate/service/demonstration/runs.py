"""What the demonstration shows of many at once: two audits of a small replica, and two large requests."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from lawgate.service.audit.replay import AuditOptions, run_audit
from lawgate.service.batch.stream import BatchOptions, run_batch
from lawgate.settings import Deployment
from lawgate.stores.sample.transfer import write_transfer

SCALE: Final = 0.001
SEED: Final = 6103
KNOWN_ON: Final = "2026-11-01"
GOVERNMENT: Final = ["Q3=R3", "Q4=R2", "Q5=R2", "Q9=R2", "Q10=R2", "Q11=R2"]
"""The readings for which the Government stood in the transfer's case."""
DECIDED, WAITING = "B2026-0001", "B2026-0002"


def lay_runs(deployment: Deployment, world: Path) -> None:
    """Audits of the transfer of 2025 in small, under two sets of readings; the sample's request for many, twice."""
    replica = deployment.data / "replica"
    write_transfer(replica, scale=SCALE, seed=SEED)
    for name, readings in (("transfer-2025", None), ("transfer-2025-government", GOVERNMENT)):
        options = AuditOptions(
            out=_new(deployment.audits_folder / name),
            records=replica / "records",
            findings=replica / "findings.json",
            known_on=KNOWN_ON,
            readings=readings,
        )
        run_audit(replica / "releases.parquet", replica / "requests" / "transfer.json", options)
    for name in (DECIDED, WAITING):
        _lay_request(world, deployment.batches_folder / name)
    place = deployment.batches_folder / DECIDED
    run_batch(
        place / "request.json",
        BatchOptions(records=world / "records", findings=place / "findings.json", out=_new(place / "out")),
    )


def _lay_request(world: Path, place: Path) -> None:
    place.mkdir(parents=True)
    shutil.copy(world / "requests" / "batch.json", place / "request.json")
    shutil.copy(world / "requests" / "batch.parquet", place / "batch.parquet")
    shutil.copy(world / "findings.json", place / "findings.json")


def _new(place: Path) -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    return place
