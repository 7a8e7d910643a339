"""Where a standby has to have a write before it counts, nothing is answered, released or entered without it."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connection, connections
from tests.service.casework.failover import FOLLOWS_SECONDS_MAX, WAITING, Pair
from tests.service.casework.kill import IN_MEMORY
from tests.service.casework.load import compare, gone_on
from tests.service.casework.office import LOG, Office, done, office_in

from lawgate.casework.case import Case
from lawgate.casework.words import State
from lawgate.errors import LedgerStoppedError, UnconfirmedError
from lawgate.ledger.checkpoint import parse_signed_checkpoint
from lawgate.ledger.examine import CHECKPOINT_PATH
from lawgate.service.casework import entering
from lawgate.service.casework.acts import look, release, review
from lawgate.service.casework.background import working
from lawgate.service.casework.desk import Desk, Refused, Releases
from lawgate.stores import database
from lawgate.stores.casework import models
from lawgate.stores.ledger.disk import Disk

SECONDS, SECONDS_ALONE = 60, 1
"""So long a write waits here where it is to be confirmed, and where nobody could."""


@pytest.fixture(scope="module")
def followed(world: Path) -> Iterator[tuple[Pair, Office]]:
    """A server, its standby, and an office on them."""
    with tempfile.TemporaryDirectory(prefix="lawgate-standby-", dir=IN_MEMORY) as place:
        Path(place).chmod(0o755)
        pair = Pair(Path(place))
        pair.start(WAITING)
        pair.primary.query("CREATE DATABASE office")
        office = office_in(Path(place) / "office", world, pair.address("office"))
        yield pair, office
        database.close()
        pair.stop()


@pytest.fixture
def pair(followed: tuple[Pair, Office]) -> Pair:
    return followed[0]


@pytest.fixture
def office(followed: tuple[Pair, Office], monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    pair, office = followed
    database.use(pair.address("office"))
    wait(monkeypatch, SECONDS)
    office.desk = replace(office.desk, releases=Releases())
    yield office
    database.close()


def wait(monkeypatch: pytest.MonkeyPatch, seconds: int) -> None:
    """Let a write wait so long."""
    monkeypatch.setitem(connections.settings["default"], "COMMIT_SECONDS_MAX", seconds)


def alone(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    """The standby dies just before the release is written: the look before it was confirmed."""

    def decide(desk: Desk, case: Case) -> look.Decided:
        pair.lose_standby()
        wait(monkeypatch, SECONDS_ALONE)
        return look.decide_case(desk, case)

    monkeypatch.setattr(release, "decide_case", decide)


def size(office: Office) -> int:
    held = Disk(office.ledger).read(CHECKPOINT_PATH) or b""
    return parse_signed_checkpoint(held, where=CHECKPOINT_PATH).checkpoint.size


def waiting(pair: Pair) -> str:
    """The process of the server that waits for the standby."""
    until = time.monotonic() + FOLLOWS_SECONDS_MAX
    while time.monotonic() < until:
        if found := pair.primary.query(
            "SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep' LIMIT 1"
        ):
            return found
        time.sleep(0.02)
    raise AssertionError("nobody waits for the standby")


def test_a_release_without_a_standby_is_not_answered_and_stands_once_one_is_there(
    office: Office, pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = office.approved("ALONE-1")
    office.enter()
    with monkeypatch.context() as without:
        alone(pair, without)
        with pytest.raises(UnconfirmedError, match="nothing has left"):
            release.release(office.desk, case, by="releaser", key="alone")
    assert office.case(case).state is State.APPROVED, "others see what nobody confirmed"
    says = release.check_releases(office.desk)
    assert [one.name for one in says] == ["stopped"]
    assert "did not confirm" in says[0].says
    with pytest.raises(UnconfirmedError, match="no standby follows"):
        office.received("ALONE-2")
    pair.follow_again(WAITING)
    wait(monkeypatch, SECONDS)
    office.received("ALONE-3")
    assert done(release.release(office.desk, case, by="releaser", key="alone")).state is State.RELEASED
    assert models.Release.objects.filter(case=case).count() == 1
    assert gone_on(office) == []


def test_the_worker_goes_on_once_a_write_is_confirmed_again(office: Office) -> None:
    rounds: list[int] = []
    while len(rounds) < 2:
        with working._waiting():
            rounds.append(len(rounds))
            if len(rounds) == 1:
                raise UnconfirmedError("no standby follows")
            database.demand_confirmed()
    assert release.check_releases(office.desk) == ()


@contextmanager
def cancelled(pair: Pair) -> Iterator[None]:
    """Somebody cancels the wait for a standby that is gone."""
    pair.lose_standby()
    cancel = threading.Thread(target=lambda: pair.primary.query(f"SELECT pg_cancel_backend({waiting(pair)})"))
    cancel.start()
    yield
    cancel.join()


def test_a_wait_that_somebody_cancels_is_no_answer(office: Office, pair: Pair) -> None:
    case = office.in_review("CANCEL-1")
    with cancelled(pair), pytest.raises(UnconfirmedError):
        office.sign(case, "first")
    pair.follow_again(WAITING)
    database.demand_confirmed()


def test_the_server_calls_a_cancelled_wait_done_which_is_lost_with_it(
    office: Office, pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: as Django and psycopg hand it on, an official is told of an act that the standby does not have."""
    case = office.in_review("CANCEL-2")
    digest = office.digest(case)
    monkeypatch.setattr("lawgate.stores.postgresql.base.WAITS_FOR_STANDBY", "")
    with cancelled(pair):
        assert len(done(review.sign(office.desk, case, by="first", digest=digest)).approvals) == 1
    take_over(pair)
    assert office.case(case).approvals == ()


def take_over(pair: Pair) -> None:
    """The server dies, and its standby, which was gone, takes its place as it is."""
    pair.primary.kill()
    pair.standby.start(WAITING)
    pair.fail_over()
    pair.follow_again(WAITING)
    database.close()


def test_a_database_that_could_lose_what_it_acknowledges_releases_nothing(office: Office) -> None:
    case = office.approved("KEPT-1")
    office.enter()
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
    outcome = release.release(office.desk, case, by="releaser", key="kept")
    assert isinstance(outcome, Refused)
    assert outcome.names == {"not_kept"}
    assert "synchronous_commit is off" in outcome.reasons[0].says
    database.close()
    assert done(release.release(office.desk, case, by="releaser", key="kept")).state is State.RELEASED


@pytest.mark.parametrize("guarded", [True, False])
def test_what_a_standby_never_got_is_not_entered_in_the_ledger_though_the_server_shows_it(
    office: Office, pair: Pair, monkeypatch: pytest.MonkeyPatch, *, guarded: bool
) -> None:
    """A server that crashed shows, when it runs again, what it had not told. The last test: the control spoils all."""
    if not guarded:
        monkeypatch.setattr(database, "demand_confirmed", lambda: None)
    with entering.Bookkeeper.opened(office.desk, LOG, office.witnesses) as books:
        while books.enter():
            pass
        before, entries = size(office), models.Entry.objects.count()
        pair.lose_standby()
        wait(monkeypatch, SECONDS_ALONE)
        with pytest.raises(UnconfirmedError):
            office.received(f"SHOWN-{guarded}")
        pair.primary.kill()
        pair.primary.start(WAITING)
        database.close()
        assert models.Entry.objects.count() > entries
        with pytest.raises(UnconfirmedError):
            books.enter()
        assert (size(office) == before) is guarded
    take_over(pair)
    wait(monkeypatch, SECONDS)
    assert models.Entry.objects.count() == entries
    if guarded:
        office.received("SHOWN-AGAIN")
        assert gone_on(office) == []
        assert compare(office, []) == []
    else:
        with pytest.raises(LedgerStoppedError, match="does not know"):
            office.enter()
