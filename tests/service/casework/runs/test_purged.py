"""Large requests whose time is over are destroyed by an entry, on both databases: the digests stay."""

from __future__ import annotations

import os
from pathlib import Path

from tests.service.casework.office import Office

from lawgate.service.casework.runs.purged import purge_batches
from lawgate.stores.casework import models
from lawgate.stores.digests import digest_of


def laid(office: Office, name: str, *, days_ago: int) -> Path:
    """A request and its table, laid so many days ago."""
    place = office.folder / "batches" / name
    place.mkdir(parents=True)
    at = office.clock().timestamp() - days_ago * 86400
    for file in ("request.json", "rows.csv"):
        (place / file).write_text(f"{file} of {name}", encoding="utf-8")
        os.utime(place / file, (at, at))
    return place


def test_what_is_past_its_time_is_destroyed_once_and_its_digests_are_entered(office: Office) -> None:
    old, young = laid(office, "OLD", days_ago=40), laid(office, "YOUNG", days_ago=20)
    digests = {one.name: digest_of(one) for one in old.iterdir()}
    assert (purge_batches(office.desk, days=30), purge_batches(office.desk, days=30)) == (1, 0)
    (entry,) = models.Entry.objects.filter(act="purge")
    assert (entry.case_number, entry.kind) == ("BATCH.OLD", "destroyed")
    assert entry.account["reason"] == {"on": "2026-03-10", "digests": digests}
    assert [one.name for one in old.iterdir()] == ["purged.json"]
    assert sorted(one.name for one in young.iterdir()) == ["request.json", "rows.csv"]
    assert office.enter() >= 1, "the ledger takes the entry"


def test_an_entry_that_was_written_before_the_process_died_is_not_written_again(office: Office) -> None:
    old = laid(office, "OLD", days_ago=40)
    assert purge_batches(office.desk, days=30) == 1
    (old / "request.json").write_text("left by a process that died", encoding="utf-8")
    assert purge_batches(office.desk, days=30) == 1
    assert models.Entry.objects.filter(act="purge").count() == 1
    assert [one.name for one in old.iterdir()] == ["purged.json"]
