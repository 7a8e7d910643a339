"""Releases stop, and say so, at the first thing that a release rests on and that is not as it has to be."""

from __future__ import annotations

import errno
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.utils import OperationalError
from tests.service.casework.office import LOG, Office, done

from lawgate.casework.words import Role, State
from lawgate.errors import LedgerFormatError, LedgerStoppedError, ReleasesStoppedError
from lawgate.ledger.entry import parse_entry
from lawgate.ledger.examine import examine
from lawgate.ledger.fields import open_field, opens
from lawgate.service.casework import entering
from lawgate.service.casework.acts import delivery, release, review
from lawgate.service.casework.background import retention
from lawgate.service.casework.desk import Desk, Refused, Releases
from lawgate.service.casework.registers import parties
from lawgate.stores import database
from lawgate.stores.casework import models
from lawgate.stores.casework.release import fields_of
from lawgate.stores.ledger import disk
from lawgate.stores.ledger.disk import Disk
from lawgate.stores.records.custodian import RecordsFolder


def refused(office: Office, case: str) -> frozenset[str]:
    outcome = release.release(office.desk, case, by="releaser", key="k")
    assert isinstance(outcome, Refused), outcome
    return outcome.names


def restarted(desk: Desk) -> Desk:
    """The same desk in a new process."""
    database._FAULTS.clear()
    return replace(desk, releases=Releases())


def test_a_failed_sync_of_the_ledger_stops_every_release_until_somebody_restarts(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, waiting = office.approved("REQ-1"), office.released("REQ-2")

    def fails(self: Disk) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr(Disk, "sync", fails)
        with pytest.raises(LedgerStoppedError):
            office.enter()
    assert refused(office, case) == {"stopped"}
    # Another process, which knows nothing of it but what was written down, does not release either.
    office.desk = restarted(office.desk)
    assert refused(office, case) == {"ledger_stopped"}
    assert isinstance(delivery.deliver(office.desk, waiting), Refused)
    office.enter()
    assert done(release.release(office.desk, case, by="releaser", key="k")).state is State.RELEASED


def test_the_ledger_goes_on_only_once_the_disk_keeps_a_write_again(
    small_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The checkpoint has its new name, and the sync that keeps it fails: whoever restarts reads it all the same."""
    office, case = small_office, small_office.released("REQ-1")

    def fails(_folder: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr(disk, "_sync_folder", fails)
        for _ in range(2):
            with pytest.raises(LedgerStoppedError):
                office.enter()
            office.desk = restarted(office.desk)
            assert models.Entry.objects.get(release__case=case).leaf is None
            outcome = delivery.deliver(office.desk, case)
            assert isinstance(outcome, Refused)
            assert outcome.names == {"ledger_stopped"}
    office.enter()
    assert done(delivery.deliver(office.desk, case)).state is State.DELIVERED


def test_a_ledger_that_cannot_be_read_stops_releases(small_office: Office) -> None:
    office, case = small_office, small_office.approved()
    office.enter()
    tile = max((office.ledger / "tile" / "0").rglob("*.p/*"), key=lambda one: int(one.name))
    held = tile.read_bytes()
    tile.write_bytes(held[:-1])
    with pytest.raises(LedgerFormatError):
        office.enter()
    office.desk = restarted(office.desk)
    assert refused(office, case) == {"ledger_stopped"}
    tile.write_bytes(held)
    office.enter()
    assert done(release.release(office.desk, case, by="releaser", key="k")).state is State.RELEASED


@pytest.mark.parametrize("said", ["disk I/O error", "database or disk is full"])
def test_a_database_that_cannot_keep_its_word_stops_releases(
    small_office: Office, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    office, case = small_office, small_office.approved()
    with monkeypatch.context() as broken:
        broken.setattr(connection, "_commit", lambda: (_ for _ in ()).throw(OperationalError(said)))
        with pytest.raises(ReleasesStoppedError):
            release.release(office.desk, case, by="releaser", key="k")
    database.close()
    assert refused(office, case) == {"stopped"}
    office.desk = restarted(office.desk)
    assert done(release.release(office.desk, case, by="releaser", key="k")).state is State.RELEASED


def test_a_write_that_failed_in_another_act_stops_releases_too(
    small_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, case, other = small_office, small_office.approved(), small_office.in_review("REQ-2")
    for where, failed in (
        ("django.db.connection._commit", OperationalError("disk I/O error")),
        ("lawgate.service.casework.desk.write_event", MemoryError()),
    ):
        with monkeypatch.context() as broken:
            broken.setattr(where, lambda *_, error=failed, **__: (_ for _ in ()).throw(error))
            with pytest.raises(ReleasesStoppedError):
                office.sign(other, "first")
        assert refused(office, case) == {"stopped"}
        assert isinstance(review.sign(office.desk, other, by="first", digest=""), Refused)
        office.desk = restarted(office.desk)
    office.sign(other, "first")
    assert done(release.release(office.desk, case, by="releaser", key="k")).state is State.RELEASED


def test_a_look_at_the_records_that_failed_takes_no_approval_away(
    small_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, case = small_office, small_office.approved()

    def fails(*_: object) -> None:
        raise TimeoutError

    with monkeypatch.context() as broken:
        broken.setattr(RecordsFolder, "resolve", fails)
        assert refused(office, case) == {"fault"}
    assert office.case(case).state is State.APPROVED
    assert done(release.release(office.desk, case, by="releaser", key="k")).state is State.RELEASED


def test_without_the_quorum_of_witnesses_nothing_is_released_or_handed_over(office: Office) -> None:
    case, waiting = office.approved("REQ-1"), office.released("REQ-2")
    with entering.Bookkeeper.opened(office.desk, LOG, ()) as bookkeeper:
        bookkeeper.enter()
    assert refused(office, case) == {"no_quorum"}
    outcome = delivery.deliver(office.desk, waiting)
    assert isinstance(outcome, Refused)
    assert outcome.names == {"no_quorum"}
    office.enter()
    assert done(delivery.deliver(office.desk, waiting)).state is State.DELIVERED


def test_a_database_that_is_older_than_the_ledger_is_not_written_on(small_office: Office) -> None:
    office = small_office
    office.received()
    office.enter()
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER guard_casework_entry_delete")
        cursor.execute("DELETE FROM casework_entry WHERE id = (SELECT MAX(id) FROM casework_entry)")
    with pytest.raises(LedgerStoppedError, match="does not know"):
        office.enter()


def test_what_the_ledger_took_before_a_cut_is_marked_once_and_not_entered_again(small_office: Office) -> None:
    office, before = small_office, models.Entry.objects.count()
    office.received()
    rows = models.Entry.objects.filter(leaf__isnull=True)
    with entering.Bookkeeper.opened(office.desk, LOG, ()) as bookkeeper:
        bookkeeper._sequencer.append(bytes(one.encoded) for one in rows)
    assert office.enter() == 0
    assert sorted(models.Entry.objects.values_list("leaf", flat=True)) == list(range(before + 1))


def test_a_release_rests_on_dockets_safeguards_a_key_and_a_ledger_that_keeps_up(office: Office) -> None:
    case = office.approved()
    office.received("REQ-2")
    office.clock.move(seconds=61)
    assert refused(office, case) == {"backlog"}
    office.enter()
    office.clock.move(days=8)
    assert refused(office, case) == {"dockets"}
    parties.record_docket_check(office.desk, by="counsel")
    office.enter()
    today = office.clock().date()
    agency: dict[str, Any] = {
        "reviewed_on": today, "valid_until": today, "safeguards_satisfy": True, "key": "key",
    }  # fmt: skip
    parties.register_agency(office.desk, "us.doj", **{**agency, "safeguards_satisfy": False})
    assert refused(office, case) == {"safeguards"}
    parties.register_agency(office.desk, "us.doj", **{**agency, "valid_until": today - timedelta(days=1)})
    assert refused(office, case) == {"safeguards"}
    parties.register_agency(office.desk, "us.doj", **{**agency, "key": ""})
    assert refused(office, case) == {"no_key"}
    parties.register_agency(office.desk, "us.doj", **agency)
    parties.register_agency(office.desk, "us.doj.fbi", **{**agency, "safeguards_satisfy": False})
    assert refused(office, case) == {"safeguards"}
    parties.register_agency(office.desk, "us.doj.fbi", **agency)
    office.enter()
    assert done(release.release(office.desk, case, by="releaser", key="k")).state is State.RELEASED


def test_a_database_whose_guards_were_taken_away_releases_nothing(office: Office) -> None:
    case = office.approved()
    where = "" if connection.vendor == "sqlite" else " ON casework_release"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER guard_casework_release_insert{where}")
    assert refused(office, case) == {"no_guards"}


def test_only_counsel_says_that_the_dockets_were_looked_at(small_office: Office) -> None:
    assert isinstance(parties.record_docket_check(small_office.desk, by="releaser"), Refused)


def test_a_package_is_fetched_once_and_by_its_own_agency(small_office: Office) -> None:
    office, case = small_office, small_office.delivered()
    parties.register_official(
        office.desk, "other", "Other", (Role.AGENCY_OFFICER,),
        since=office.clock().date(), agency="us.dhs",
    )  # fmt: skip
    assert isinstance(delivery.fetch(office.desk, case, by="other"), Refused)
    assert isinstance(delivery.fetch(office.desk, case, by="agent"), bytes)
    again = delivery.fetch(office.desk, case, by="agent")
    assert isinstance(again, Refused)
    assert again.names == {"fetched_already"}


def test_the_same_key_gives_the_same_release_again(office: Office) -> None:
    case = office.released("REQ-1")
    again = done(release.release(office.desk, case, by="releaser", key="key-REQ-1"))
    assert again.state is State.RELEASED
    assert models.Release.objects.filter(case=case).count() == 1


def test_the_key_of_a_release_gives_nothing_to_another_official_and_none_of_another_case(
    small_office: Office,
) -> None:
    office, case = small_office, small_office.released("REQ-1")
    parties.register_official(office.desk, "other", "Other", (Role.RELEASER,), since=office.clock().date())
    for by, reason in (("other", "other_key"), ("agent", "no_role"), ("nobody", "not_active")):
        outcome = release.release(office.desk, case, by=by, key="key-REQ-1")
        assert isinstance(outcome, Refused)
        assert reason in outcome.names
    second = office.approved("REQ-2")
    for at in (office.desk, restarted(office.desk)):
        outcome = release.release(at, second, by="releaser", key="key-REQ-1")
        assert isinstance(outcome, Refused)
        assert outcome.names == {"other_key"}


@pytest.mark.parametrize(
    "step",
    [
        "check", "_check_now", "view", "decide_case", "propose", "_check_agencies", "_check_signers", "build_release",
        "agencies_of", "dockets_checked_on", "write_event", "write_change", "draw_secrets", "names_of", "actors_of",
        "rows.put_release", "rows.released_on_key", "rows.ledger_state",
    ],
)  # fmt: skip
def test_an_error_at_any_step_of_a_release_releases_nothing_and_leaves_nothing_half_done(
    approved_once: tuple[Office, str], monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    office, case = approved_once

    def fails(*_: object, **__: object) -> None:
        raise TimeoutError(step)

    with monkeypatch.context() as broken:
        broken.setattr(f"lawgate.service.casework.acts.release.{step}", fails)
        with pytest.raises(TimeoutError):
            release.release(office.desk, case, by="releaser", key="k")
    assert office.case(case).state is State.APPROVED
    assert not models.Release.objects.exists()
    assert not models.Entry.objects.filter(kind="released").exists()
    assert not models.Package.objects.exists()


def test_after_all_those_errors_the_case_can_still_be_released(approved_once: tuple[Office, str]) -> None:
    office, case = approved_once
    office.enter()
    assert done(release.release(office.desk, case, by="releaser", key="k")).state is State.RELEASED


def test_what_was_released_can_be_destroyed_while_its_account_and_every_proof_still_hold(
    office: Office,
) -> None:
    case = office.delivered()
    delivery.fetch(office.desk, case, by="agent")
    office.clock.move(days=400)
    assert retention.destroy_payloads(office.desk, days=365) > 0
    entry = models.Entry.objects.get(release__case=case)
    assert (entry.payload, entry.payload_secret) == (None, None)
    assert entry.account["agency"] == "us.doj"
    office.enter()
    assert examine(Disk(office.ledger), office.desk.trust).faults == ()
    fields = {one.name: one for one in fields_of(entry, office.desk.secret)}
    leaves = [bytes(entry.commitments)[at : at + 32] for at in range(0, len(entry.commitments), 32)]
    stated = parse_entry(bytes(entry.encoded))
    opened = open_field(fields["agency"], leaves)
    assert opens(opened, count=stated.field_count, root=stated.field_root)
    assert retention.destroy_payloads(office.desk, days=365) == 0


def test_one_official_signs_only_so_often_a_day(small_office: Office) -> None:
    office = small_office
    office.desk = replace(office.desk, limits=replace(office.desk.limits, signatures_a_day_max=1))
    cases = [office.in_review("REQ-1"), office.in_review("REQ-2")]
    office.sign(cases[0], "first")
    outcome = review.sign(office.desk, cases[1], by="first", digest=office.digest(cases[1]))
    assert isinstance(outcome, Refused)
    assert outcome.names == {"too_many_today"}
    office.clock.move(days=1)
    office.sign(cases[1], "first")
