"""Runs of audits and large requests, made once for a process of the tests and laid into an office."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.service.transfer import Transfer

from lawgate.service.batch.stream import BatchOptions, run_batch
from lawgate.stores.sample import write_sample

SCALE = 0.002


@cache
def made() -> Path:
    """A folder with two audits of one request, and a large request that is decided beside one that is not."""
    at = Path(mkdtemp(prefix="lawgate-runs-"))
    transfer = Transfer.made(at / "world", SCALE)
    transfer.audit(at / "audits" / "R1")
    transfer.audit(at / "audits" / "other", readings=["Q3=R3"])
    write_sample(at / "sample", taxpayers=120, subjects=40, seed=7)
    for name in ("B1", "waits"):
        lay_request(at / "sample", at / "batches" / name)
    run_batch(
        at / "batches" / "B1" / "request.json",
        BatchOptions(records=at / "sample" / "records", out=at / "batches" / "B1" / "out"),
    )
    return at


def lay_request(sample: Path, place: Path) -> None:
    """The large request of a sample in a folder of its own."""
    place.mkdir(parents=True)
    shutil.copy(sample / "requests" / "batch.json", place / "request.json")
    shutil.copy(sample / "requests" / "batch.parquet", place / "batch.parquet")


def lay_into(folder: Path) -> None:
    """Audits and large requests where an office has them."""
    for name in ("audits", "batches"):
        shutil.copytree(made() / name, folder / name, dirs_exist_ok=True)
