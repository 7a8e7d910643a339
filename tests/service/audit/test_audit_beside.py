"""What stands beside the verdicts: the accounting in a ledger, and valid requests of which nothing was released."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from tests.ledger.logs import CORPUS, LOG, cosigned
from tests.service.transfer import GOVERNMENT, Json, Transfer

from lawgate.errors import InputError
from lawgate.ledger.entry import Entry, Kind
from lawgate.service.audit.rows import rows_of_count
from lawgate.service.batch.stream import BatchOptions, run_batch
from lawgate.stores.ledger.disk import Disk
from lawgate.stores.ledger.sequencer import Sequencer, create

DAY = date(2025, 8, 7)


def ledger_of(folder: Path, entries: list[Entry]) -> Path:
    """A ledger with these entries, signed."""
    folder.mkdir(parents=True)
    disk = Disk(folder)
    create(disk, LOG)
    sequencer = Sequencer(disk, LOG)
    sequencer.append([one.encoded for one in entries])
    cosigned(sequencer)
    return folder


def released(case: str, kind: Kind = Kind.RELEASED, day: date = DAY, sequence: int = 1) -> Entry:
    return Entry(kind, case, sequence, day, CORPUS, ("/us/usc/t26/s6103/i/2",))


def test_a_release_is_accounted_for_by_an_entry_of_its_case_and_day_and_by_no_other(
    transfer: Transfer, tmp_path: Path
) -> None:
    few = transfer.releases.head(5)
    first, second, third, fourth, _ = few.get_column("release_id")
    ledger = ledger_of(
        tmp_path / "ledger",
        [
            released(first),
            released(second, day=date(2025, 8, 8)),
            released(third, Kind.RECORD_VIEWED),
            released(f"{fourth}0"),
        ],
    )
    summary = transfer.audit(tmp_path / "out", few, ledger=ledger)
    assert (summary["accounting"]["accounted"], summary["accounting"]["not_accounted"]) == (1, 4)
    assert [one["release_id"] for one in rows_of_count(tmp_path / "out", "accounted=yes")["found"]] == [first]


def test_one_entry_accounts_for_one_release_of_its_case(transfer: Transfer, tmp_path: Path) -> None:
    few = transfer.releases.head(2).with_columns(case=pl.lit("REQ-2025-1"))
    ledger = ledger_of(tmp_path / "ledger", [released("REQ-2025-1")])
    assert transfer.audit(tmp_path / "out", few, ledger=ledger)["accounting"]["accounted"] == 1
    both = ledger_of(tmp_path / "both", [released("REQ-2025-1"), released("REQ-2025-1", sequence=2)])
    assert transfer.audit(tmp_path / "out", few, ledger=both)["accounting"]["accounted"] == 2


def test_a_ledger_that_does_not_verify_accounts_for_nothing(transfer: Transfer, tmp_path: Path) -> None:
    few = transfer.releases.head(1)
    ledger = ledger_of(tmp_path / "ledger", [released(few.item(0, "release_id"))])
    (checkpoint,) = ledger.glob("checkpoint")
    checkpoint.write_bytes(checkpoint.read_bytes().replace(b"A", b"B", 1))
    summary = transfer.audit(tmp_path / "out", few, ledger=ledger)
    assert summary["accounting"]["accounted"] == 0
    assert summary["accounting"]["faults"]


def refusals(transfer: Transfer, tmp_path: Path, day: str) -> Json:
    """What was refused on a day, had the releases been of that day and the findings of the day before July."""
    findings = tmp_path / "findings.json"
    findings.write_text((transfer.folder / "findings.json").read_text().replace("2025-08-07", "2025-06-30"))
    options = BatchOptions(
        records=transfer.folder / "records",
        out=tmp_path / "batch",
        findings=findings,
        as_of_day=day,
        readings=GOVERNMENT,
    )
    run_batch(transfer.folder / "requests" / "transfer.json", options)
    of_day = transfer.releases.with_columns(released_on=pl.lit(day))
    summary = transfer.audit(
        tmp_path / "out", of_day, findings=findings, readings=GOVERNMENT, batch=tmp_path / "batch"
    )
    found: Json = summary["refusals"]
    return found


def test_a_valid_request_that_was_refused_is_counted_beside_what_was_released(
    transfer: Transfer, tmp_path: Path
) -> None:
    found = refusals(transfer, tmp_path, "2025-07-20")
    varied = transfer.truth.filter(pl.col("way") == "name_varied").get_column("ref").to_list()
    assert 0 < found["subjects"] <= len(varied)
    assert set(found["first"]) <= set(varied)
    assert found["turning"]


def test_an_order_that_may_have_stood_excuses_a_refusal(transfer: Transfer, tmp_path: Path) -> None:
    assert refusals(transfer, tmp_path, "2025-08-07")["subjects"] == 0


def test_the_batch_of_another_day_is_refused(transfer: Transfer, tmp_path: Path) -> None:
    request = transfer.folder / "requests" / "transfer.json"
    options = BatchOptions(
        records=transfer.folder / "records", out=tmp_path / "batch", as_of_day="2025-08-08"
    )
    run_batch(request, options)
    with pytest.raises(InputError, match="another request, or another day"):
        transfer.audit(tmp_path / "out", batch=tmp_path / "batch")
