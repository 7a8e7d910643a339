"""Who gained and who lost between two audits, or two batches, and by which demand of the law."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from tests.service.desk import Desk
from tests.service.transfer import Json, Transfer

from lawgate.errors import InputError
from lawgate.service.batch.stream import BatchOptions, run_batch
from lawgate.service.differences import differences
from lawgate.service.pages import write_differences

Audited = tuple[Path, Json]
HELD = "the address set forth is one held for the person named, current or earlier"


def test_releases_that_another_reading_would_bear_out_gain_by_the_demand_that_it_drops(
    transfer: Transfer, audited: Audited, tmp_path: Path
) -> None:
    transfer.audit(tmp_path / "other", readings=["Q3=R3"])
    told = differences(audited[0], tmp_path / "other")
    by_number = transfer.released.filter(pl.col("way") == "number_address_never_held")
    assert told["compared"] == transfer.releases.height
    assert (told["gained"]["count"], told["lost"]["count"]) == (by_number.height, 0)
    assert told["gained"]["first"] == by_number.get_column("ref").head(12).to_list()
    assert told["gained"]["ways"] == [{"from": "unlawful", "to": "undeterminable", "count": by_number.height}]
    assert [(one["label"], one["from"], one["to"]) for one in told["gained"]["elements"]] == [
        (HELD, "no", "not asked"),
        ("the address set forth is one held for the person named, or his TIN agrees", "not asked", "yes"),
    ]


def test_the_page_tells_the_same_and_stands_alone(
    transfer: Transfer, audited: Audited, decided: Desk, tmp_path: Path
) -> None:
    transfer.audit(tmp_path / "other", readings=["Q3=R3"])
    told = differences(audited[0], tmp_path / "other")
    write_differences(told, tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert f"Who gains: {told['gained']['count']}" in page
    assert "Who loses: 0" in page
    assert HELD in page
    assert "default-src" in page
    write_differences(differences(decided.batch, decided.batch), tmp_path / "same.html")
    assert (tmp_path / "same.html").read_text(encoding="utf-8").count("Nobody.") == 2
    with pytest.raises(InputError, match="cannot be written"):
        write_differences(told, tmp_path / "none" / "page.html")


def test_what_one_gains_the_other_loses(transfer: Transfer, audited: Audited, tmp_path: Path) -> None:
    transfer.audit(tmp_path / "other", readings=["Q3=R3"])
    there, back = differences(audited[0], tmp_path / "other"), differences(tmp_path / "other", audited[0])
    assert there["gained"]["count"] == back["lost"]["count"] > 0
    assert back["gained"]["count"] == 0


def test_the_same_twice_differs_in_nothing(audited: Audited, decided: Desk) -> None:
    for folder in (audited[0], decided.batch):
        told = differences(folder, folder)
        assert told["compared"] > 0
        assert (told["gained"]["count"], told["lost"]["count"], told["only_in_one"]) == (0, 0, 0)


def test_rows_of_a_batch_lose_by_a_finding_that_is_withdrawn(decided: Desk, tmp_path: Path) -> None:
    options = BatchOptions(records=decided.records, out=tmp_path / "out", as_of_day=decided.day)
    run_batch(decided.request("batch"), options)
    told = differences(decided.batch, tmp_path / "out")
    disclosed = pl.read_parquet(decided.batch / "decisions.parquet").filter(
        pl.col("disposition") == "disclose"
    )
    lost = [way for way in told["lost"]["ways"] if way["from"] == "disclose"]
    assert sum(way["count"] for way in lost) == disclosed.height > 0
    assert {one["to"] for one in told["lost"]["elements"]} == {"open"}


def test_an_audit_and_a_batch_are_not_compared(audited: Audited, decided: Desk) -> None:
    with pytest.raises(InputError, match="not two audits"):
        differences(audited[0], decided.batch)
