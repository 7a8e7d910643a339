"""A state machine over cases: acts of officials who may and who may not, while records, roles and days change.

It keeps its own account of who signed what, simpler than the software's, and holds every release against it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import count, pairwise
from pathlib import Path

import polars as pl
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule
from tests.service.casework.office import Office

from lawgate.casework.case import Case
from lawgate.casework.transitions import moves
from lawgate.casework.words import LEFT, Role, State
from lawgate.cite import Cite
from lawgate.service.casework.acts import decision, delivery, intake, release, review
from lawgate.service.casework.desk import Refused
from lawgate.service.casework.registers import parties
from lawgate.stores import database
from lawgate.stores.casework import models
from lawgate.stores.casework.read import find_case
from lawgate.stores.records.custodian import RecordsFolder

PEOPLE = ("preparer", "both", "first", "second", "third", "releaser")
"""Both has every role of an officer, so that only the separation of duties keeps him from doing all of it."""
FINDINGS = {"i/2/B/iv": True, "i/6": False, "p/4": True}
IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - what is lost there is a test's
SIGNERS = frozenset({"both", "first", "second", "third"})


@dataclass
class Account:
    """What this test knows of one case: what was last proposed, by whom, and who signed it."""

    prepared_by: str | None = None
    signed: set[str] = field(default_factory=set)
    facts: tuple = ()
    released: bool = False
    state: State = State.RECEIVED


def changed_world(world: Path, out: Path) -> Path:
    """The same records, with other wages and interest."""
    shutil.copytree(world / "records", out)
    items = pl.read_parquet(out / "items.parquet")
    other = (
        pl.when(pl.col("item").str.starts_with("third_party."))
        .then(pl.lit("1.00"))
        .otherwise(pl.col("value"))
    )
    items.with_columns(other.alias("value")).write_parquet(out / "items.parquet")
    return out


class CaseMachine(RuleBasedStateMachine):
    """One example: an office of its own, a few cases."""

    template: Path
    world: Path
    other_records: Path

    cases = Bundle("cases")
    anybody = st.sampled_from(PEOPLE)

    @initialize()
    def open_office(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="lawgate-machine-", dir=IN_MEMORY))
        shutil.copytree(self.template, self.folder / "office")
        database.use(f"sqlite:///{self.folder / 'office' / 'office_empty'}.sqlite3")
        self.office = Office(self.folder / "office", self.world)
        parties.register_official(
            self.office.desk, "both", "Both", (Role.PREPARER, Role.REVIEWER, Role.RELEASER), since=date(2026, 1, 1),
            authority=(Cite.parse("26 USC 6103"),),
        )  # fmt: skip
        self.numbers = count(1)
        self.accounts: dict[str, Account] = defaultdict(Account)
        self.lost: set[str] = set()
        self.records = 0
        self.found: dict[str, dict[str, bool]] = defaultdict(dict)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            database.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def desk(self):
        return self.office.desk

    @rule(target=cases)
    def receive(self) -> str:
        return self.office.received(f"REQ-{next(self.numbers)}")

    @rule(case=cases, steps=st.integers(1, 7))
    def go_on(self, case: str, steps: int) -> None:
        """What honest officials would do next: without it nearly nothing would ever be released."""
        for _ in range(steps):
            match find_case(case).state:
                case State.RECEIVED:
                    self.note(case, intake.admit(self.desk, case, by="clerk"))
                case State.ADMITTED if len(self.found[case]) < len(FINDINGS):
                    for cite, answer in FINDINGS.items():
                        self.find(case, "third", cite, answer)
                case State.ADMITTED | State.DETERMINED if find_case(case).proposal is None:
                    self.determine(case, find_case(case).preparer or "preparer")
                case State.DETERMINED:
                    self.submit(case, find_case(case).preparer or "preparer")
                case State.IN_REVIEW:
                    self.sign(case, "first")
                    self.sign(case, "second")
                case State.APPROVED:
                    self.release(case, "releaser", again=False)
                case State.RELEASED:
                    self.enter_and_deliver(case)
                case _:
                    return

    @rule(case=cases, between=st.sampled_from(["records", "role", "finding", "determine", "nothing"]))
    def release_after(self, case: str, between: str) -> None:
        """The near miss: everything is approved, then one thing changes, then it is released."""
        for _ in range(6):
            if find_case(case).state is State.APPROVED:
                break
            self.go_on(case, 1)
        else:
            return
        match between:
            case "records":
                self.records_change()
            case "role":
                self.role_ends("first")
            case "finding":
                self.find(case, "third", "i/6", answer=True)
            case "determine":
                self.determine(case, find_case(case).preparer or "preparer")
            case _:
                pass
        self.release(case, "releaser", again=False)

    @rule(case=cases, by=anybody, cite=st.sampled_from(sorted(FINDINGS)), answer=st.booleans())
    def find(self, case: str, by: str, cite: str, answer: bool) -> None:
        at = Cite.parse(f"/us/usc/t26/s6103/{cite}")
        made = decision.find(self.desk, case, by=by, cite=at, answer=answer, office="delegated_official")
        if self.note(case, made):
            self.found[case][cite] = answer
            self.accounts[case].signed.clear()

    @rule(case=cases, by=anybody)
    def determine(self, case: str, by: str) -> None:
        if self.note(case, decision.determine(self.desk, case, by=by)):
            account = self.accounts[case]
            account.prepared_by, account.facts = by, self.facts(case)
            account.signed.clear()

    @rule(case=cases, by=anybody)
    def submit(self, case: str, by: str) -> None:
        self.note(case, decision.submit(self.desk, case, by=by))

    @rule(case=cases, by=anybody)
    def sign(self, case: str, by: str) -> None:
        proposal = find_case(case).proposal
        digest = proposal.digest if proposal else "0" * 64
        if self.note(case, review.sign(self.desk, case, by=by, digest=digest)):
            self.accounts[case].signed.add(by)

    @rule(case=cases, by=anybody, act=st.sampled_from(["decline", "object", "send_back", "withhold"]))
    def doubt(self, case: str, by: str, act: str) -> None:
        do = {"decline": review.decline, "object": review.object_to, "send_back": review.send_back,
              "withhold": review.withhold}[act]  # fmt: skip
        told = self.note(case, do(self.desk, case, by=by, reason="a doubt")) and act != "object"
        if told and find_case(case).state is not State.IN_REVIEW:
            self.accounts[case].signed.clear()

    @rule(case=cases, by=anybody, again=st.booleans())
    def release(self, case: str, by: str, again: bool) -> None:
        key = f"key-{case}" if again else release.draw_key()
        before = models.Release.objects.filter(case=case).count()
        outcome = release.release(self.desk, case, by=by, key=key)
        made = models.Release.objects.filter(case=case).count() - before
        if made:
            self.judge(case, by)
        if isinstance(outcome, Refused) and "changed" in outcome.names:
            self.accounts[case].signed.clear()

    def judge(self, case: str, by: str) -> None:
        """Whether what was just released had the current approvals of one digest that its pathway demands."""
        account = self.accounts[case]
        assert not account.released, "a case was released twice"
        account.released = True
        signers = account.signed & (SIGNERS - self.lost)
        assert len(signers) >= 2, f"released on {len(signers)} approvals that stand"
        assert account.signed <= SIGNERS - self.lost, "one who signed had lost his role"
        assert account.prepared_by not in {*account.signed, by}, "the preparer signed or released"
        assert account.facts == self.facts(case), "what was released is not what was signed"
        assert self.found[case] == FINDINGS, "released on findings that do not open it"
        values = {one["value"] for one in models.Entry.objects.get(release__case=case).payload["values"]}
        assert ("1.00" in values) == bool(self.records), "the values are not those on file"

    @rule(case=cases)
    def enter_and_deliver(self, case: str) -> None:
        waits = models.Entry.objects.filter(release__case=case, leaf__isnull=True).exists()
        told = self.note(case, delivery.deliver(self.desk, case))
        assert not (told and waits), "delivered before its entry was entered"
        self.office.enter()
        self.note(case, delivery.deliver(self.desk, case))

    @rule(case=cases, which=st.sampled_from(["fetch", "confirm", "close", "withdraw", "recall", "incident"]))
    def afterwards(self, case: str, which: str) -> None:
        desk = self.desk
        outcome = {
            "fetch": lambda: delivery.fetch(desk, case, by="agent"),
            "confirm": lambda: delivery.confirm(desk, case, by="agent", receipt=b"{}"),
            "close": lambda: delivery.close(desk, case, by="releaser"),
            "withdraw": lambda: intake.withdraw(desk, case, by="agent"),
            "recall": lambda: delivery.recall(desk, case, by="privacy", reason="sent in error"),
            "incident": lambda: delivery.report_incident(desk, case, by="privacy", reason="seen elsewhere"),
        }[which]()
        if isinstance(outcome, bytes):
            assert models.Package.objects.get(release__case=case).release.entry.leaf is not None
        else:
            self.note(case, outcome)

    @rule()
    def records_change(self) -> None:
        self.records = 1 - self.records
        path = self.other_records if self.records else self.world / "records"
        self.office.desk = replace(self.desk, custodian=RecordsFolder.open(path))

    @rule(who=st.sampled_from(["first", "second", "third"]))
    def role_ends(self, who: str) -> None:
        parties.end_roles(self.desk, who, on=self.desk.now().date() - timedelta(days=1))
        self.lost.add(who)

    @rule(who=st.sampled_from(["first", "second", "third"]))
    def role_given(self, who: str) -> None:
        today = self.desk.now().date()
        section = Cite.parse("26 USC 6103")
        parties.register_official(
            self.desk, who, who.title(), (Role.REVIEWER,), since=today, authority=(section,)
        )
        self.lost.discard(who)

    @rule(days=st.integers(0, 3))
    def days_pass(self, days: int) -> None:
        self.office.clock.move(days=days)
        if days:
            parties.record_docket_check(self.desk, by="counsel")
            self.office.enter()

    @invariant()
    def every_case_moved_by_the_table(self) -> None:
        for case, account in getattr(self, "accounts", {}).items():
            state = find_case(case).state
            steps = models.Entry.objects.filter(case_number=case).order_by("sequence")
            path = [State(one.state_after) for one in steps]
            assert all(a is b or (a, b) in moves() for a, b in pairwise(path))
            assert path[-1] is state
            assert (state in LEFT) <= account.released

    def facts(self, case: str) -> tuple:
        """All that a proposal rests on and that this test changes."""
        return self.records, tuple(sorted(self.found[case].items()))

    def note(self, case: str, outcome: Case | Refused) -> bool:
        self.accounts[case]
        return not isinstance(outcome, Refused)
