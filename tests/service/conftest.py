"""One small sample, and the batch of its request, for all the tests that only look at them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.service.desk import Desk
from tests.service.transfer import Json, Transfer

from lawgate.service.batch.stream import BatchOptions, run_batch
from lawgate.stores.sample import write_sample

TAXPAYERS, SUBJECTS, SEED = 600, 120, 7


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A sample as it lies in its folder."""
    out = tmp_path_factory.mktemp("desk") / "sample"
    write_sample(out, taxpayers=TAXPAYERS, subjects=SUBJECTS, seed=SEED)
    return Desk(out)


@pytest.fixture(scope="session")
def decided(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The sample with the folder of its batch."""
    out = tmp_path_factory.mktemp("batch") / "out"
    options = BatchOptions(records=desk.records, out=out, findings=desk.findings, as_of_day=desk.day)
    run_batch(desk.request("batch"), options)
    return Desk(desk.out, out)


@pytest.fixture(scope="session")
def transfer(tmp_path_factory: pytest.TempPathFactory) -> Transfer:
    """The replica of 2025, small."""
    return Transfer.made(tmp_path_factory.mktemp("transfer") / "world")


@pytest.fixture(scope="session")
def audited(transfer: Transfer, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Json]:
    """The folder of its audit, as the findings of its day have it, and the summary."""
    out = tmp_path_factory.mktemp("audit") / "out"
    return out, transfer.audit(out)
