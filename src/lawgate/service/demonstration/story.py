"""The cases of the demonstration: each goes its road by the acts that officials have, and ends in another state."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import polars as pl

from lawgate.cite import Cite
from lawgate.errors import LawgateError
from lawgate.linkage.review import Answer
from lawgate.service.casework.acts import decision, delivery, intake, release, review
from lawgate.service.casework.deployment.deployed import bookkeeper
from lawgate.service.casework.desk import Desk, Refused
from lawgate.service.casework.registers import agreements, capping, parties, readings, safeguards
from lawgate.service.casework.seen.match_pairs import pairs_document
from lawgate.service.demonstration.founded import StoryClock
from lawgate.service.handover.opening import open_package
from lawgate.service.handover.received import state
from lawgate.settings import Deployment
from lawgate.stores.casework.read import find_case

FINDINGS = (("i/2/B/iv", True), ("i/6", False), ("p/4", True))
"""What a complete request under (i)(2) leaves open for officials."""
EMERGENCY_FINDINGS = (("i/3/B", True), ("i/3", True), ("i/3/B/i", True), ("b/2", True), ("p/4", True))
"""What an imminent danger leaves open for officials."""
SOUND = ("exact", "exact_with_tin", "no_birthday", "address_written_out", "earlier_address", "common_reason")


_Done = TypeVar("_Done")


@dataclass
class Story:
    """The desk of the story, its clock, and the people whom requests ask about."""

    desk: Desk
    clock: StoryClock
    deployment: Deployment
    world: Path
    count: int = 0
    people: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        truth = pl.read_parquet(self.world / "truth.parquet")
        asked = pl.read_parquet(self.world / "requests" / "batch.parquet").join(truth, on="ref")
        self.people = asked.filter(pl.col("kind").is_in(SOUND)).to_dicts()

    def tell(self) -> None:
        """Every case, in the order of their days."""
        parties.record_docket_check(self.desk, by="carol")
        for step in (
            self.early, self.later, self.refusals, self.match, self.at_work, self.newest, self.kept_by_counsel,
            self.emergency,
        ):  # fmt: skip
            step()
            self.enter()

    def early(self) -> None:
        """Released, received, closed, recalled, and an incident."""
        closed, recalled, incident, _receipted = (self.received_by_recipient() for _ in range(4))
        destroyed = self.stated("destroyed", closed)
        done(delivery.confirm_destruction(self.desk, closed, by="dana", signed=destroyed))
        done(delivery.close(self.desk, closed, by="ren"))
        self.clock.move(days=2)
        done(delivery.recall(self.desk, recalled, by="priya", reason="The matter was closed by a court."))
        set_apart = self.stated("quarantined", recalled)
        done(delivery.attest(self.desk, recalled, by="dana", signed=set_apart))
        reason = "The recipient reports that it was forwarded to an office that is not named."
        done(delivery.report_incident(self.desk, incident, by="dana", reason=reason))

    def later(self) -> None:
        """Two packages that wait to be fetched."""
        self.clock.move(days=6)
        parties.record_docket_check(self.desk, by="carol")
        for _ in range(2):
            case = self.released()
            self.enter()
            done(delivery.deliver(self.desk, case))

    def refusals(self) -> None:
        """Returned, mended, withdrawn, blocked, and withheld for four reasons that are one to the outside."""
        self.admit(self.receive("placeholder-address"))
        self.admit(self.receive("no-periods"))
        mended = self.receive("zip-only-address")
        self.admit(mended)
        body = json.loads(self.request("zip-only-address", find_case(mended).request))
        body["subjects"][0]["address"] = json.loads(self.request("complete-us-attorney", "x"))["subjects"][0][
            "address"
        ]
        self.clock.move(days=2)
        done(intake.mend(self.desk, mended, json.dumps(body).encode(), by="dana"))
        withdrawn = self.receive("complete-us-attorney")
        done(intake.withdraw(self.desk, withdrawn, by="dana"))
        self.admit(self.receive("blocked-by-orders", by="otis"))
        for name in ("nobody-on-file", "address-never-held"):
            case = self.admit(self.receive(name))
            self.find(case)
            done(decision.determine(self.desk, case, by="paul"))
            self.clock.move(hours=3)
            reason = "Nothing that the request asks for may leave."
            done(review.withhold(self.desk, case, by="ravi", reason=reason))

    def match(self) -> None:
        """A name that two on file bear: reviewers are asked, and one has answered."""
        case = self.admit(self.receive("name-twice-on-file"))
        self.find(case)
        done(decision.determine(self.desk, case, by="paul"))
        another = self.admit(self.receive("name-twice-on-file"))
        self.find(another)
        done(decision.ask_reviewers(self.desk, another, by="paul"))
        shown = pairs_document(self.desk, another, by="rosa")
        if isinstance(shown, Refused):
            raise StoryError(shown)
        pair = shown["pairs"][0]["pair"]
        reason = "The address was given up years before."
        done(
            decision.settle_match(
                self.desk, another, by="rosa", pair=pair, answer=Answer.NO_MATCH, reason=reason
            )
        )

    def kept_by_counsel(self) -> None:
        """A cap, an agreement with a State; a reading and the safeguards of an agency wait for the second official."""
        desk, today = self.desk, self.desk.now().date()
        done(capping.set_caps(desk, by="carol", subjects_an_officer="500", signatures_a_day="80"))
        agreement = done(
            agreements.propose_agreement(
                desk,
                by="carol",
                title="Agreement with a State's department of revenue (invented)",
                party="state.example.revenue",
                provision="26 USC 6103(d)(1)",
                signed_on="2024-06-01",
                encoded="d_example",
            )
        )
        done(agreements.confirm_agreement(desk, by="priya", proposed=agreement))
        reason = "Requests for a last-known address seldom state a year; see the memorandum to the file."
        done(readings.propose(desk, by="carol", question="Q9", reading="R2", reason=reason))
        review = {"reviewed_on": today - timedelta(days=3), "valid_until": today + timedelta(days=365)}
        days = {name: day.isoformat() for name, day in review.items()}
        basis = "Report of the safeguard review of this month; two findings were mended."
        done(safeguards.propose_safeguards(desk, by="carol", agency="us.dhs", basis=basis, **days))

    def emergency(self) -> None:
        """Imminent danger: one official signs, it is released, and a second is to look within a day."""
        self.count += 1
        document = json.loads(
            self.request("complete-us-attorney", f"REQ-{self.clock().year}-{self.count:04}")
        )
        document["provision"] = "26 USC 6103(i)(3)(B)(i)"
        document["subjects"][0]["facts"] = {
            "apprisal.circumstances": "danger_of_death_or_injury",
            "recipients.federal_or_state_law_enforcement": "yes",
        }
        received = intake.receive(self.desk, json.dumps(document).encode(), by="dana")
        if isinstance(received, Refused):
            raise StoryError(received)
        case = self.admit(received[0].number)
        self.find(case, EMERGENCY_FINDINGS)
        done(decision.determine(self.desk, case, by="paul"))
        done(decision.submit(self.desk, case, by="paul"))
        self.sign(case, "rosa")
        self.enter()
        done(release.release(self.desk, case, by="ren", key=release.draw_key()))

    def at_work(self) -> None:
        """In review, with one approval, in conflict, approved, determined, sent back."""
        self.clock.move(days=5)
        parties.record_docket_check(self.desk, by="carol")
        self.in_review()
        self.sign(self.in_review(), "rosa")
        conflict = self.in_review()
        self.sign(conflict, "rosa")
        reason = "The reasons speak of another year than the periods asked for."
        done(review.decline(self.desk, conflict, by="ravi", reason=reason))
        for _ in range(2):
            self.approved()
        objected = self.in_review()
        reason = "The recipient is not named in the matter's papers."
        done(review.object_to(self.desk, objected, by="carol", reason=reason))
        done(review.send_back(self.desk, objected, by="thea", reason="See the objection of counsel."))
        case = self.admit(self.receive())
        done(decision.determine(self.desk, case, by="paul"))
        self.released()

    def newest(self) -> None:
        """Admitted, and just received."""
        self.clock.move(days=3)
        for _ in range(2):
            self.admit(self.receive())
        self.clock.move(days=2)
        self.receive()
        self.receive("complete-three-subjects")
        self.clock.move(days=30)
        parties.record_docket_check(self.desk, by="carol")

    # The roads.

    def receive(self, name: str = "complete-us-attorney", *, by: str = "dana") -> str:
        """A request sent in; the number of its first case."""
        self.count += 1
        self.clock.move(hours=1)
        body = self.request(name, f"REQ-{self.clock().year}-{self.count:04}")
        cases = intake.receive(self.desk, body, by=by)
        if isinstance(cases, Refused):
            raise StoryError(cases)
        return cases[0].number

    def admit(self, case: str) -> str:
        """Held against the law by the intake clerk."""
        self.clock.move(minutes=20)
        done(intake.admit(self.desk, case, by="ines"))
        return case

    def find(self, case: str, findings: Sequence[tuple[str, bool]] = FINDINGS) -> None:
        """Findings, by default the three of (i)(2)."""
        for cite, answer in findings:
            self.clock.move(minutes=4)
            at = Cite.parse(f"/us/usc/t26/s6103/{cite}")
            done(
                decision.find(self.desk, case, by="thea", cite=at, answer=answer, office="delegated_official")
            )

    def in_review(self) -> str:
        """Determined and before the reviewers."""
        case = self.admit(self.receive())
        self.find(case)
        self.clock.move(minutes=30)
        done(decision.determine(self.desk, case, by="paul"))
        done(decision.submit(self.desk, case, by="paul"))
        return case

    def sign(self, case: str, by: str) -> None:
        """Looked at and signed."""
        self.clock.move(minutes=15)
        done(decision.view(self.desk, case, by=by, purpose="to review"))
        # One of the reviewers reads more slowly than the other, and now and then one does not read at all.
        self.clock.move(seconds=25 if self.count % 7 == 5 and by == "ravi" else 240 + 37 * (self.count % 11))
        proposal = find_case(case).proposal
        done(review.sign(self.desk, case, by=by, digest=proposal.digest if proposal else ""))

    def approved(self) -> str:
        """With both approvals."""
        case = self.in_review()
        for by in ("rosa", "ravi"):
            self.sign(case, by)
        return case

    def released(self) -> str:
        """Released, the package not handed over yet."""
        case = self.approved()
        self.enter()
        self.clock.move(minutes=30)
        done(release.release(self.desk, case, by="ren", key=release.draw_key()))
        return case

    def received_by_recipient(self) -> str:
        """Fetched by the agency, opened with its key, the receipt returned."""
        case = self.released()
        self.enter()
        done(delivery.deliver(self.desk, case))
        self.clock.move(hours=2)
        fetched = delivery.fetch(self.desk, case, by="dana")
        if isinstance(fetched, Refused):
            raise StoryError(fetched)
        package = self.deployment.data / f"{case}.package"
        package.write_bytes(fetched)
        opened = open_package(
            package, key=self.deployment.keys_folder / "recipient.key", day=self.clock().date()
        )
        receipt = json.dumps(opened["receipt"]).encode()
        done(delivery.confirm(self.desk, case, by="dana", receipt=receipt))
        return case

    def stated(self, what: str, case: str) -> bytes:
        """What the recipient signs of a package that it has."""
        package, key = (
            str(self.deployment.data / f"{case}.package"),
            self.deployment.keys_folder / "recipient.key",
        )
        made = state(what, package, key=key, on=self.clock().date().isoformat())
        return json.dumps(made["envelope"]).encode()

    def request(self, name: str, number: str) -> bytes:
        """The bytes of a request of the sample under another number; complete ones ask about one after another."""
        path = self.world / "requests" / f"{name}.json"
        document = json.loads(path.read_text(encoding="utf-8"))
        document |= {"id": number, "received_on": self.clock().date().isoformat()}
        if name == "complete-us-attorney" and self.count > 1 and self.people:
            row = self.people[self.count % len(self.people)]
            document["subjects"] = [_subject(row)]
        return json.dumps(document).encode()

    def enter(self) -> None:
        """The entries that wait go into the ledger, and the witness signs."""
        with bookkeeper(self.desk, self.deployment) as books:
            while books.enter():
                pass


class StoryError(LawgateError):
    """The story of the demonstration could not be told: a fault of ours."""

    def __init__(self, refused: Refused) -> None:
        super().__init__("; ".join(one.says for one in refused.reasons))


def done(outcome: _Done | Refused) -> _Done:
    """What came of an act that has to happen."""
    if isinstance(outcome, Refused):
        raise StoryError(outcome)
    return outcome


def _subject(row: dict[str, Any]) -> dict[str, Any]:
    """A row of the sample's batch as a subject of a request."""
    return {
        "ref": "1",
        "name": {
            "given": row["given_name"],
            "middle": row["middle_name"],
            "surname": row["surname"],
            "suffix": row["suffix"],
        },
        "address": row["address"],
        "tin": row["tin"],
        "date_of_birth": row["date_of_birth"],
        "tax_periods": (row["tax_periods"] or "").split("|"),
        "recipients": ["O1"],
        "reasons": row["reasons"],
    }
