"""Officials at work on many cases at once, and what they were told, held against what the database has afterwards.

Each writer takes one case after another from its request to the package; what it does next follows from the state in
which it finds the case, so it goes on by itself after a server has crashed or another has taken its place. What is
answered is noted here, outside the database.
"""

from __future__ import annotations

import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import DatabaseError
from django.db.models import Count
from tests.service.casework.office import LOG, Office, sign_without_end

from lawgate.casework.case import Case
from lawgate.casework.words import State
from lawgate.cite import Cite
from lawgate.errors import LawgateError
from lawgate.ledger.checkpoint import parse_signed_checkpoint
from lawgate.ledger.examine import CHECKPOINT_PATH, examine
from lawgate.ledger.proof_file import parse_proof_file
from lawgate.ledger.reading import read_entry
from lawgate.ledger.trust import Trust, check_signatures
from lawgate.service.casework.acts import decision, delivery, intake, release
from lawgate.service.casework.desk import Refused
from lawgate.service.casework.entering import Bookkeeper
from lawgate.stores import database
from lawgate.stores.casework import models
from lawgate.stores.casework.read import findings_of
from lawgate.stores.ledger.disk import Disk

REST_SECONDS: Final = 0.05
ANSWERS_SECONDS_MAX: Final = 120
FINDINGS: Final = tuple(
    (Cite.parse(f"/us/usc/t26/s6103/{cite}"), answer)
    for cite, answer in (("i/2/B/iv", True), ("i/6", False), ("p/4", True))
)


@dataclass(frozen=True, slots=True)
class Told:
    """An answer that an official saw: how the case stood by it, and at its which entry; or that a package was given."""

    case: str
    sequence: int
    state: str
    package: bool = False


@dataclass
class Load:
    """Writers and one who enters, who work while `gate` is open."""

    office: Office
    writers: int
    told: list[Told] = field(default_factory=list)
    raised: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)
    over: bool = False

    def __post_init__(self) -> None:
        sign_without_end(self.office)
        works = [self._keep, *(lambda at=at: self._write(at) for at in range(self.writers))]
        self._busy = [threading.Lock() for _ in works]
        self._threads = [
            threading.Thread(target=self._work, args=(work, busy), daemon=True)
            for work, busy in zip(works, self._busy, strict=True)
        ]
        self._cases: dict[int, tuple[str, str]] = {}
        self._count = 0
        for one in self._threads:
            one.start()

    def go(self) -> None:
        """Let them work."""
        self.gate.set()

    def work_for(self, answers: int, seconds: float) -> None:
        """Let them work until so many more answers were given, and so long after it."""
        until, wanted = time.monotonic() + ANSWERS_SECONDS_MAX, len(self.told) + answers
        self.go()
        while len(self.told) < wanted and time.monotonic() < until and not self.faults:
            time.sleep(0.002)
        time.sleep(seconds)

    def meet(self) -> None:
        """Wait until somebody has met a server that is gone."""
        met, until = sum(self.raised.values()), time.monotonic() + ANSWERS_SECONDS_MAX
        while sum(self.raised.values()) == met and time.monotonic() < until:
            time.sleep(0.002)

    def pause(self) -> None:
        """Let them end what they are at, and wait until all have."""
        self.gate.clear()
        for busy in self._busy:
            with busy:
                pass

    def end(self) -> None:
        """Send them home."""
        self.over = True
        self.gate.set()
        for one in self._threads:
            one.join()

    def say(self, how_far: str, faults: list[str]) -> None:
        """Say how far it is, for whoever waits for a long check."""
        sys.stderr.write(f"{how_far}, {len(self.told):,} acknowledged, {len(faults)} faults\n")

    def _work(self, work: Any, busy: threading.Lock) -> None:
        while not self.over:
            self.gate.wait()
            with busy:
                if not self.gate.is_set():
                    continue
                try:
                    work()
                except (DatabaseError, LawgateError, OSError) as error:
                    self.raised[type(error).__name__] += 1
                    database.close()
                except Exception as error:  # noqa: BLE001 - whatever else it is, it is no answer to an official
                    self.faults.append(f"{type(error).__name__}: {error}")
                    database.close()
            if self.gate.is_set():
                time.sleep(REST_SECONDS)
        database.close()

    def _keep(self) -> None:
        """Enter what waits, as the worker does."""
        with Bookkeeper.opened(self.office.desk, LOG, self.office.witnesses) as books:
            while self.gate.is_set() and not self.over:
                if not books.enter():
                    time.sleep(REST_SECONDS)

    def _write(self, writer: int) -> None:
        """Work on its case, act by act, until the gate is closed."""
        while self.gate.is_set() and not self.over:
            if writer not in self._cases:
                self._cases[writer] = ("", f"W{writer}-{self._next()}")
            number, request = self._cases[writer]
            if not number:
                taken = intake.receive(self.office.desk, self.office.request(request), by="agent")
                assert not isinstance(taken, Refused), taken
                self._note(taken[0])
                self._cases[writer] = (taken[0].number, request)
                continue
            outcome = step(self.office, number)
            if isinstance(outcome, Case):
                self._note(outcome)
            elif isinstance(outcome, bytes):
                self.told.append(Told(number, 0, State.DELIVERED.value, package=True))
                del self._cases[writer]
            elif outcome is None:
                del self._cases[writer]
            else:
                time.sleep(REST_SECONDS)

    def _next(self) -> int:
        self._count += 1
        return self._count

    def _note(self, case: Case) -> None:
        self.told.append(Told(case.number, case.sequence, case.state.value))


def step(office: Office, number: str) -> Case | bytes | Refused | None:
    """The next act on a case, by whoever does it; None where nothing is left to do."""
    case, desk = office.case(number), office.desk
    match case.state:
        case State.RECEIVED:
            return intake.admit(desk, number, by="clerk")
        case State.ADMITTED if (found := len(findings_of(number))) < len(FINDINGS):
            cite, answer = FINDINGS[found]
            return decision.find(
                desk, number, by="third", cite=cite, answer=answer, office="delegated_official"
            )
        case State.ADMITTED:
            return decision.determine(desk, number, by="preparer")
        case State.DETERMINED:
            return decision.submit(desk, number, by="preparer")
        case State.IN_REVIEW:
            return office.sign(number, ("first", "second")[len(case.standing_approvals)])
        case State.APPROVED:
            return release.release(desk, number, by="releaser", key=f"key-{number}")
        case State.RELEASED:
            return delivery.deliver(desk, number)
        case _:
            return delivery.fetch(desk, number, by="agent") if _waits(number) else None


def _waits(number: str) -> bool:
    return bool(models.Package.objects.filter(release__case=number, fetched_at__isnull=True).exists())


def compare(office: Office, told: list[Told]) -> list[str]:
    """Every answer that is not borne out by what the database and the ledger hold now, and whatever else is wrong."""
    entries = {
        (case, sequence): state
        for case, sequence, state in models.Entry.objects.values_list(
            "case_number", "sequence", "state_after"
        )
    }
    cases = {row.number: row for row in models.Case.objects.all()}
    faults = [f"an acknowledged act is lost: {one}" for one in told if _is_lost(one, entries, cases)]
    faults += [
        f"{number} does not stand where its last entry left it"
        for number, row in cases.items()
        if entries.get((number, row.sequence)) != row.state or (number, row.sequence + 1) in entries
    ]
    return faults + _releases(told) + _packages(office, told) + _ledger(office)


def _is_lost(one: Told, entries: dict[tuple[str, int], str], cases: dict[str, Any]) -> bool:
    row = cases.get(one.case)
    if row is None or row.sequence < one.sequence:
        return True
    return not one.package and entries.get((one.case, one.sequence)) != one.state


def _releases(told: list[Told]) -> list[str]:
    """Whether each case is released once, with one entry; and each that was told to be."""
    made = dict(models.Release.objects.values_list("case").annotate(Count("id")))
    entered = dict(
        models.Entry.objects.filter(kind="released").values_list("case_number").annotate(Count("id"))
    )
    faults = [f"an acknowledged release is lost: {one}" for one in _released(told) - set(made)]
    return faults + [
        f"{case}: {made.get(case)} releases, {entered.get(case)} entries"
        for case in {*made, *entered}
        if (made.get(case), entered.get(case)) != (1, 1)
    ]


def _released(told: list[Told]) -> set[str]:
    left = {State.RELEASED.value, State.DELIVERED.value}
    return {one.case for one in told if one.package or one.state in left}


def _packages(office: Office, told: list[Told]) -> list[str]:
    """Whether each package that was made or given proves its entry."""
    given = {one.case for one in told if one.package}
    rows = models.Release.objects.select_related("entry", "package")
    rows = rows.filter(package__handed_over_at__isnull=False)
    ledger, trust = Disk(office.ledger), office.desk.trust
    signed = parse_signed_checkpoint(ledger.read(CHECKPOINT_PATH) or b"", where=CHECKPOINT_PATH)
    proved = {row.case_id for row in rows if _is_proved(row, ledger, signed.checkpoint.size, trust)}
    made = {row.case_id for row in rows}
    taken = set(
        models.Release.objects.filter(package__fetched_at__isnull=False).values_list("case", flat=True)
    )
    faults = [f"{one}: a package without an entry under a checkpoint" for one in (made | given) - proved]
    return faults + [f"{one}: a package that was given is not noted as given" for one in given - taken]


def _is_proved(made: Any, ledger: Disk, size: int, trust: Trust) -> bool:
    """Whether a package proves its entry under a checkpoint of the quorum, and the ledger holds it in its place."""
    encoded, place = bytes(made.entry.encoded), made.entry.leaf
    proof = parse_proof_file(bytes(made.package.body).removesuffix(bytes(made.package.sealed)))
    stands = place is not None and place < size and read_entry(ledger, place, size) == encoded
    return stands and proof.proves(encoded) and not check_signatures(proof.signed, trust, where="proof")


def _ledger(office: Office) -> list[str]:
    """Whether the ledger verifies, and the database holds all of its entries, each once and in its place."""
    found = examine(Disk(office.ledger), Trust(office.desk.trust.policy))
    faults = [f"the ledger: {one.kind.value}" for one in found.faults]
    places = sorted(models.Entry.objects.filter(leaf__isnull=False).values_list("leaf", flat=True))
    return faults + (
        ["entries do not stand in the ledger one after the other"] * (places != list(range(len(places))))
    )


def gone_on(office: Office) -> list[str]:
    """Whether another bookkeeper goes on: every entry gets its place, and the ledger still verifies."""
    try:
        while office.enter():
            pass
    except (LawgateError, DatabaseError) as error:
        return [f"the ledger does not go on: {type(error).__name__}: {error}"]
    left = models.Entry.objects.filter(leaf__isnull=True).count()
    return _ledger(office) + ([f"{left} entries are not in the ledger"] if left else [])
