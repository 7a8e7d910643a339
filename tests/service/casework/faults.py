"""A fault at each call of a road in turn: what raised, timed out or ran out of memory lets nothing leave.

The calls are those that the road itself makes when nothing fails: each place in our code from which a function of
ours, a statement of SQL or a commit is called, found while the road is walked once, and enumerated in that order.
Then it is walked once for each place, with a fault raised there instead of the call. So no list has to be kept.
"""

from __future__ import annotations

import errno
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from tests.service.casework.office import Office, done

import lawgate
from lawgate.casework.case import Case
from lawgate.casework.words import State
from lawgate.errors import LawgateError
from lawgate.ledger.examine import examine
from lawgate.service.casework.acts import decision, delivery, release
from lawgate.service.casework.desk import Releases
from lawgate.stores import database
from lawgate.stores.casework import models
from lawgate.stores.casework.read import proposal_of
from lawgate.stores.ledger.disk import Disk
from lawgate.stores.records.custodian import RecordsFolder

OURS = str(Path(lawgate.__file__).parent) + "/"
DATABASE: dict[CodeType, str] = {
    CursorWrapper.execute.__code__: "execute",
    BaseDatabaseWrapper.commit.__code__: "commit",
}
FAULTS: tuple[Callable[[], BaseException], ...] = (
    lambda: TimeoutError("it took too long"),
    lambda: OSError(errno.EIO, "Input/output error"),
    MemoryError,
    lambda: RuntimeError("a mistake in the code"),
    lambda: OperationalError("database or disk is full"),
)
COMPREHENSIONS = re.compile(r"<(genexpr|listcomp|dictcomp|setcomp|lambda)>$")


@dataclass(frozen=True)
class Place:
    """Where something is called, and what: a line of our code, a function or a statement."""

    file: str
    line: int
    calls: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.calls}"


def place_of(frame: FrameType) -> Place | None:
    """The place of a call that has just begun; None where it is none of those that are looked at."""
    code, caller = frame.f_code, frame.f_back
    what = DATABASE.get(code)
    if what is None and not code.co_filename.startswith(OURS):
        return None
    if what is None and COMPREHENSIONS.search(code.co_qualname):
        return None
    # Of a statement or a commit the line of the use case is told: below it all come from the same few lines.
    begins = OURS if what is None else f"{OURS}service/"
    while caller is not None and not caller.f_code.co_filename.startswith(begins):
        caller = caller.f_back
    if caller is None:
        return None
    if what == "execute":
        words = re.findall(r"[A-Z]+|casework_\w+|sqlite_master|pg_trigger", str(frame.f_locals["sql"]))
        what = f"{words[0]} {next((one for one in words if not one.isupper()), '')}".strip()
    return Place(caller.f_code.co_filename.removeprefix(OURS), caller.f_lineno, what or code.co_qualname)


def places_of(walk: Callable[[], object]) -> list[Place]:
    """Every place that a road passes, in the order in which it first does."""
    seen: dict[Place, None] = {}

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and (place := place_of(frame)):
            seen.setdefault(place)

    with _watched(note):
        walk()
    return list(seen)


def walked_with(
    place: Place, fault: Callable[[], BaseException], walk: Callable[[], Any]
) -> tuple[bool, Any]:
    """The road walked with a fault at a place: whether it came there, and what it gave or raised."""
    reached = False

    def fail(frame: FrameType, event: str, _: object) -> None:
        nonlocal reached
        if event == "call" and not reached and place_of(frame) == place:
            reached = True
            raise fault()

    with _watched(fail):
        try:
            outcome = walk()
        except (Exception, MemoryError) as error:  # noqa: BLE001 - whatever comes of a fault is looked at
            outcome = error
    return reached, outcome


@contextmanager
def _watched(each: Callable[[FrameType, str, object], None]) -> Iterator[None]:
    sys.setprofile(each)
    try:
        yield
    finally:
        sys.setprofile(None)


class UnsureError(Exception):
    """A commit failed in a way that leaves open whether it was kept: all of it is, or nothing."""


@dataclass
class Road:
    """A road of a case: how it begins, how it is walked, and what is wrong after a fault on it."""

    begin: Callable[[Office, str], str]
    walk: Callable[[Office, str], Any]
    wrong: Callable[[Office, str, Any], list[str]]


def tried(
    office: Office, road: Road, name: str, *, at_most: int | None = None, faults: int = len(FAULTS)
) -> dict:
    """A fault at every place of a road, or at so many, spread evenly: all that was wrong afterwards.

    Each place takes `faults` kinds of fault, its neighbour the next ones.
    """

    def begin(number: object) -> str:
        as_new(office)
        return road.begin(office, f"{name}-{number}")

    case = begin("MODEL")
    as_new(office)
    places = places_of(partial(road.walk, office, case))
    found: dict[str, Any] = {"places": len(places), "tried": 0, "reached": 0, "wrong": []}
    case = begin(0)
    for at, place in enumerate(places[:: max(1, len(places) // (at_most or len(places)))]):
        for kind in range(faults):
            as_new(office)
            fault = FAULTS[(at + kind) % len(FAULTS)]
            reached, outcome = walked_with(place, fault, partial(road.walk, office, case))
            if place.calls == "commit" and isinstance(outcome, Exception):
                outcome = UnsureError(outcome)
            database.close()
            found["tried"] += 1
            found["reached"] += reached
            wrong = road.wrong(office, case, outcome) if reached else []
            found["wrong"] += [f"{place}, {fault()!r}: {one}, gave {outcome!r}"[:400] for one in wrong]
            if wrong or not reached or place.calls == "commit":
                case = begin(found["tried"])
    as_new(office)
    if isinstance(road.walk(office, case), Exception):
        found["wrong"].append("the road cannot be walked any more")
    return found


def as_new(office: Office) -> None:
    """As a process has it that has just begun: nothing stopped, no table read yet."""
    database._FAULTS.clear()
    custodian = RecordsFolder.open(office.world / "records")
    office.desk = replace(office.desk, releases=Releases(), custodian=custodian)


def _release(office: Office, case: str) -> Any:
    return release.release(office.desk, case, by="releaser", key=release.draw_key())


def _wrong_release(office: Office, case: str, outcome: Any) -> list[str]:
    wrong = [] if not isinstance(outcome, Case) else ["it was released"]
    state = office.case(case).state
    rows = (
        models.Release.objects.filter(case=case),
        models.Entry.objects.filter(case_number=case, kind="released"),
        models.Package.objects.filter(release__case=case),
    )
    stands = (state is State.RELEASED, *(query.exists() for query in rows))
    if any(stands) and not (all(stands) and isinstance(outcome, UnsureError)):
        wrong.append(f"a part of it stands: {stands}")
    if state is not State.APPROVED and not any(stands):
        wrong.append("its approvals are gone")
    return wrong


def _wrong_delivery(office: Office, case: str, outcome: Any) -> list[str]:
    package = models.Package.objects.get(release__case=case)
    there = (office.case(case).state is State.DELIVERED, bool(package.handed_over_at), bool(package.body))
    whole = all(there) and isinstance(outcome, UnsureError)
    return ["it was handed over"] if isinstance(outcome, Case) or (any(there) and not whole) else []


def _wrong_fetch(office: Office, case: str, outcome: Any) -> list[str]:
    fetched = models.Package.objects.get(release__case=case).fetched_at is not None
    fetched = fetched and not isinstance(outcome, UnsureError)
    return ["a package left, or counts as fetched"] if fetched or isinstance(outcome, bytes) else []


def _wrong_determination(office: Office, case: str, _: Any) -> list[str]:
    made, right = office.case(case).proposal, models.Proposal.objects.order_by("id")[0]
    items = {line.item for line in made.leaving} if made else set()
    return ["more would leave"] if items - {line.item for line in proposal_of(right).leaving} else []


def _wrong_entering(office: Office, _case: str, _outcome: Any) -> list[str]:
    """Whoever goes on finds a ledger without a fault, with each entry in it once."""
    as_new(office)
    try:
        office.enter()
    except LawgateError as error:
        return [f"another process cannot go on: {error}"]
    wrong = [fault.kind.value for fault in examine(Disk(office.ledger), office.desk.trust).faults]
    if sorted(models.Entry.objects.values_list("leaf", flat=True)) != list(
        range(models.Entry.objects.count())
    ):
        wrong.append("an entry is not in the ledger once")
    office.received(f"MORE-{models.Case.objects.count()}")
    return wrong


def _approved(office: Office, name: str) -> str:
    case = office.approved(name)
    office.enter()
    return case


def _released(office: Office, name: str) -> str:
    case = office.released(name)
    office.enter()
    return case


ROADS = {
    "determine": Road(
        lambda office, name: office.determined(name),
        lambda office, case: decision.determine(office.desk, case, by="preparer"),
        _wrong_determination,
    ),
    "release": Road(_approved, _release, _wrong_release),
    "enter": Road(
        lambda office, name: office.received(name), lambda office, _: office.enter(), _wrong_entering
    ),
    "deliver": Road(_released, lambda office, case: delivery.deliver(office.desk, case), _wrong_delivery),
    "fetch": Road(
        lambda office, name: done(delivery.deliver(office.desk, _released(office, name))).number,
        lambda office, case: delivery.fetch(office.desk, case, by="agent"),
        _wrong_fetch,
    ),
}
