"""A clock that jumps releases nothing it should not, and the order of what happened is that of the numbers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tests.service.casework.office import Office, done

from lawgate.casework.words import State
from lawgate.ledger.entry import parse_entry
from lawgate.ledger.examine import examine
from lawgate.ledger.reading import read_entry
from lawgate.service.casework.acts import release
from lawgate.service.casework.desk import Refused
from lawgate.stores.casework import models
from lawgate.stores.casework.read import events_of
from lawgate.stores.ledger.disk import Disk

JUMPS = {
    "a year back": timedelta(days=-365),
    "ten years on": timedelta(days=3653),
    "a day back": timedelta(days=-1),
    "eight days on": timedelta(days=8),
}


@pytest.mark.parametrize("name", JUMPS)
def test_while_the_clock_is_wrong_nothing_is_released_and_afterwards_it_is(
    small_office: Office, name: str
) -> None:
    office, case = small_office, small_office.approved()
    office.enter()
    office.clock.at += JUMPS[name]
    outcome = release.release(office.desk, case, by="releaser", key="k")
    assert isinstance(outcome, Refused)
    assert "dockets" in outcome.names
    office.clock.at -= JUMPS[name]
    office.enter()
    assert done(release.release(office.desk, case, by="releaser", key="k")).state is State.RELEASED
    office.enter()
    assert examine(Disk(office.ledger), office.desk.trust).faults == ()


def test_a_clock_that_went_back_since_the_approvals_releases_nothing(small_office: Office) -> None:
    office = small_office
    case = office.in_review()
    office.clock.move(days=3)
    for official in ("first", "second"):
        office.sign(case, official)
    office.enter()
    office.clock.move(days=-1)
    outcome = release.release(office.desk, case, by="releaser", key="k")
    assert isinstance(outcome, Refused)
    assert outcome.names == {"signed_later"}
    office.clock.move(days=1)
    office.enter()
    assert done(release.release(office.desk, case, by="releaser", key="k")).state is State.RELEASED


@pytest.mark.parametrize("hours", [-1, 1])
def test_an_hour_of_summer_time_changes_nothing_and_entries_stand_in_the_order_of_their_numbers(
    small_office: Office, hours: int
) -> None:
    office = small_office
    office.clock.at = datetime(2026, 3, 10, 6, 59, 30, tzinfo=UTC)
    case = office.approved()
    office.enter()
    office.clock.move(hours=hours)
    done(release.release(office.desk, case, by="releaser", key="k"))
    office.enter()
    assert [one.sequence for one in events_of(case)] == list(range(1, len(events_of(case)) + 1))
    ledger, size = Disk(office.ledger), models.Entry.objects.count()
    entered = [parse_entry(read_entry(ledger, at, size), where="entry") for at in range(size)]
    numbers = [one.sequence for one in entered if one.case == case]
    assert numbers == sorted(numbers)
    happened = [one.happened_at for one in events_of(case)]
    assert (happened == sorted(happened)) == (hours > 0), "the clock did not go back"


@pytest.mark.parametrize("stated", ["1999-01-01", "2026-03-10", "2031-01-01"])
def test_the_day_whose_law_decides_is_the_servers_whatever_day_the_request_states(
    small_office: Office, stated: str
) -> None:
    office = small_office
    case = office.received("REQ-1", received_on=stated)
    entry = models.Entry.objects.get(case_number=case, sequence=1)
    assert entry.day == office.clock().date()
    if stated == "2026-03-10":
        case = office.determined("REQ-2", received_on=stated)
        assert models.Proposal.objects.get(case=case).document["as_of"] == office.clock().date().isoformat()
