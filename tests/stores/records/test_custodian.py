"""The records folder gives what an admitted request asks of the person found, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.decide.world import DAY, Case, terms_of

from lawgate.decide.admit import Admitted, admit
from lawgate.linkage.person import Resolution, Status
from lawgate.stores.records.custodian import RecordsFolder
from lawgate.stores.sample import write_sample


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> RecordsFolder:
    """A small folder."""
    out = tmp_path_factory.mktemp("records") / "sample"
    return RecordsFolder.open(write_sample(out, taxpayers=200, subjects=5, seed=3).records)


def admitted(*items: str) -> Admitted:
    """A complete request for these items."""
    terms, subjects = terms_of(Case().asking("items", list(items)))
    gate = admit(terms.asked, subjects[0], terms.corpus, day=DAY, subjects_each=terms.subjects_each)
    assert isinstance(gate, Admitted)
    return gate


def one(taxpayer: str | None) -> Resolution:
    """That person and no other."""
    return Resolution(Status.ONE if taxpayer else Status.NONE, taxpayer, None)


def test_only_the_items_asked_of_the_person_found_come_out(records: RecordsFolder) -> None:
    found = records.items([(admitted("identity.name", "third_party.w2.wages"), one("T0000001"))])
    assert set(found) == {"T0000001"}
    assert {row.kind.name for row in found["T0000001"]} == {"identity.name", "third_party.w2.wages"}


def test_two_people_have_their_own_rows(records: RecordsFolder) -> None:
    asked = admitted("identity.name", "identity.tin")
    both = records.items([(asked, one("T0000001")), (asked, one("T0000002"))])
    alone = records.items([(asked, one("T0000002"))])
    assert both["T0000002"] == alone["T0000002"]
    assert both["T0000001"] != both["T0000002"]


def test_nobody_found_opens_no_table(records: RecordsFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(*_: Any, **__: Any) -> Any:
        raise AssertionError("a table was opened")

    monkeypatch.setattr("lawgate.stores.records.held_rows.read_columns", opened)
    monkeypatch.setattr("lawgate.stores.records.custodian.read_frames", opened)
    assert records.items([(admitted("identity.name"), one(None))]) == {}
    assert list(records.resolve([])) == []
    with pytest.raises(AssertionError, match="opened"):
        records.items([(admitted("identity.name"), one("T0000001"))])


def test_an_unknown_taxpayer_has_no_rows(records: RecordsFolder) -> None:
    assert records.items([(admitted("identity.name"), one("T9999999"))]) == {}


def test_opening_the_folder_reads_no_table(records: RecordsFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(*_: Any, **__: Any) -> Any:
        raise AssertionError("a table was read")

    monkeypatch.setattr("polars.scan_parquet", opened)
    assert RecordsFolder.open(Path(records.path)).custodian == "Sample Custodian"
