"""The summary of every audit keeps what its published schema promises."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from jsonschema.exceptions import ValidationError
from tests.ledger.logs import CORPUS
from tests.service.audit.test_audit_beside import ledger_of
from tests.service.contract.test_schemas import validator
from tests.service.transfer import GOVERNMENT, Json, Transfer

from lawgate.ledger.entry import Entry, Kind
from lawgate.service.batch.stream import BatchOptions, run_batch
from lawgate.service.contract.models_audit import AuditJson

DAY = "2025-07-31"


def kept(summary: Json) -> None:
    validator("audit").validate(summary)
    assert AuditJson.model_validate(summary).model_dump(exclude_unset=True) == summary


def test_an_audit_alone_keeps_it(audited: tuple[Path, Json]) -> None:
    kept(audited[1])


def test_one_without_records_and_of_no_release_keeps_it(transfer: Transfer, tmp_path: Path) -> None:
    missing = transfer.audit(tmp_path / "out", records=None)
    assert missing["sampling"]
    kept(missing)
    kept(transfer.audit(tmp_path / "none", transfer.releases.clear()))


def test_one_with_a_ledger_a_batch_and_other_readings_keeps_it(transfer: Transfer, tmp_path: Path) -> None:
    asked = transfer.folder / "requests" / "transfer.json"
    run_batch(asked, BatchOptions(records=transfer.folder / "records", out=tmp_path / "batch", as_of_day=DAY))
    few = transfer.releases.head(3)
    entry = Entry(
        Kind.RELEASED,
        few.item(0, "release_id"),
        1,
        date.fromisoformat(DAY),
        CORPUS,
        ("/us/usc/t26/s6103/i/2",),
    )
    of_day = few.with_columns(released_on=few.get_column("ref").replace_strict({}, default=DAY))
    summary = transfer.audit(
        tmp_path / "out",
        of_day,
        ledger=ledger_of(tmp_path / "ledger", [entry]),
        batch=tmp_path / "batch",
        readings=GOVERNMENT,
    )
    assert summary["accounting"]["accounted"] == 1
    assert summary["refusals"]
    kept(summary)
    (checkpoint,) = (tmp_path / "ledger").glob("checkpoint")
    checkpoint.write_bytes(checkpoint.read_bytes().replace(b"A", b"B", 1))
    torn = transfer.audit(tmp_path / "torn", of_day, ledger=tmp_path / "ledger")
    assert torn["accounting"]["faults"]
    kept(torn)


def test_a_summary_with_a_figure_too_many_or_too_few_does_not(audited: tuple[Path, Json]) -> None:
    for spoilt in ({**audited[1], "more": 1}, {k: v for k, v in audited[1].items() if k != "outside"}):
        with pytest.raises(ValidationError):
            validator("audit").validate(spoilt)
