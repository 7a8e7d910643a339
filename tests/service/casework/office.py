"""A whole office for tests: a database, records, a ledger with a witness, officials, and a sealer that is a fake."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import rfc8785

from lawgate.casework.case import Case
from lawgate.casework.words import Role, State
from lawgate.cite import Cite
from lawgate.errors import InputError, LedgerStoppedError
from lawgate.ledger.fields import salt_of
from lawgate.ledger.keys import Ed25519Signer, KeyKind
from lawgate.ledger.policy import Policy
from lawgate.ledger.proof_file import ProofFile
from lawgate.ledger.reading import TileHashes
from lawgate.ledger.tree import inclusion_proof
from lawgate.ledger.trust import Trust, check_signatures
from lawgate.ledger.views import salted
from lawgate.service.casework import entering
from lawgate.service.casework.acts import decision, delivery, intake, release, review
from lawgate.service.casework.deployment.packages import HpkeSealer
from lawgate.service.casework.desk import Desk, Limits, Refused
from lawgate.service.casework.registers import parties
from lawgate.service.casework.sealing import Sealed
from lawgate.stores import at_rest, database
from lawgate.stores.at_rest import DataKey, DataKeys
from lawgate.stores.handover.key_file import AgencyTrust, RecipientFile, make_recipient
from lawgate.stores.ledger.disk import Disk
from lawgate.stores.ledger.sequencer import create
from lawgate.stores.ledger.witness_file import WitnessInFolder
from lawgate.stores.records.custodian import RecordsFolder

START = datetime(2026, 3, 10, 12, tzinfo=UTC)
ORIGIN = "agency.example/disclosures"
CRIMINAL = Cite.parse("26 USC 6103(i)(2)")
SECTION = Cite.parse("26 USC 6103")
LOG = Ed25519Signer.from_seed(ORIGIN, KeyKind.NOTE, bytes(32))
WITNESS = Ed25519Signer.from_seed("inspector.example", KeyKind.COSIGNATURE, bytes(31) + b"\1")
POLICY = Policy((LOG.key,), {"inspector": WITNESS.key}, quorum="inspector")
POLICY_FILE = f"log {LOG.key.line}\nwitness inspector {WITNESS.key.line}\nquorum inspector\n"
DATABASE_KEYS = DataKeys.of(DataKey(1, bytes(31) + b"\3"))
AGENCY = Ed25519Signer.from_seed(f"{ORIGIN}/releases", KeyKind.NOTE, bytes(31) + b"\2")

OFFICIALS = {
    "clerk": (Role.INTAKE_CLERK,),
    "preparer": (Role.PREPARER,),
    "first": (Role.REVIEWER,),
    "second": (Role.REVIEWER,),
    "third": (Role.REVIEWER,),
    "releaser": (Role.RELEASER,),
    "counsel": (Role.COUNSEL,),
    "privacy": (Role.PRIVACY_OFFICER,),
    "auditor": (Role.AUDITOR,),
}


@dataclass
class Clock:
    """A clock that stands until it is moved."""

    at: datetime = START

    def __call__(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        self.at += timedelta(**by)


class FakeSealer:
    """Seals nothing, and is as strict as a real one: it hands over only what it can prove under signatures."""

    def prepare(self, asked) -> Sealed:
        values = [{"item": one.item, "period": one.period, "value": one.value} for one in asked.release.items]
        fields = salted(
            {**asked.account, "values": values, "package": "fake"},
            asked.secrets,
            case=asked.case,
            sequence=asked.sequence,
        )
        return Sealed(
            fields, b"sealed:" + salt_of(asked.secrets.payload, case=asked.case, sequence=0, name="x")
        )

    def hand_over(self, entered, *, ledger, signed, trust) -> bytes:
        size = signed.checkpoint.size
        path = inclusion_proof(TileHashes(ledger, size), entered.index, size)
        proof = ProofFile(entered.index, path, signed, rfc8785.dumps({"entry": "x"}))
        if not proof.proves(entered.entry.encoded) or check_signatures(signed, trust, where="checkpoint"):
            raise LedgerStoppedError("the release cannot be proved")
        return proof.render() + entered.sealed

    def check_receipt(self, receipt, *, key, package, what=None) -> None:
        if not receipt.startswith(b"{") or not package or not key:
            raise InputError("no receipt of this package")


@dataclass
class Office:
    """Everything that a case needs, in one folder and one database."""

    folder: Path
    world: Path
    clock: Clock = field(default_factory=Clock)
    sealer: Any = field(default_factory=FakeSealer)
    witnesses: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        at_rest.use(DATABASE_KEYS)
        self.ledger = self.folder / "ledger"
        self.desk = Desk(
            now=self.clock,
            custodian=RecordsFolder.open(self.world / "records"),
            secret=b"s" * 32,
            ledger=self.ledger,
            trust=Trust(POLICY),
            sealer=self.sealer,
            audits=self.folder / "audits",
            batches=self.folder / "batches",
            limits=Limits(
                resubmissions_max=10_000,
                program_asks_max=10_000,
                person_sends_max=10_000,
                address_asks_max=10_000,
            ),
        )
        self.witnesses = [
            WitnessInFolder(self.folder / "witness", LOG.key, WITNESS, lambda: int(self.clock().timestamp()))
        ]

    def found(self) -> Office:
        """Lay down an empty ledger and register everybody."""
        self.ledger.mkdir(parents=True)
        create(Disk(self.ledger), LOG)
        since = date(2026, 1, 1)
        for login, roles in OFFICIALS.items():
            authority = (SECTION,) if Role.REVIEWER in roles else ()
            parties.register_official(
                self.desk, login, login.title(), roles, since=since, authority=authority
            )
        parties.register_official(
            self.desk, "agent", "Agent", (Role.AGENCY_OFFICER,), since=since, agency="us.doj"
        )
        for agency in ("us.doj", "us.doj.fbi"):
            parties.register_agency(
                self.desk,
                agency,
                safeguards_satisfy=True,
                reviewed_on=since,
                valid_until=date(2027, 1, 1),
                key="key",
            )
        parties.record_docket_check(self.desk, by="counsel")
        self.enter()
        return self

    def enter(self) -> int:
        """Let the bookkeeper enter what waits."""
        with entering.Bookkeeper.opened(self.desk, LOG, self.witnesses) as bookkeeper:
            return bookkeeper.enter()

    def request(self, number: str = "REQ-1", name: str = "complete-us-attorney", **changed: Any) -> bytes:
        """The bytes of a request of the sample, under another number."""
        document = json.loads((self.world / "requests" / f"{name}.json").read_text(encoding="utf-8"))
        return json.dumps({**copy.deepcopy(document), "id": number, **changed}).encode()

    def received(self, number: str = "REQ-1", **changed: Any) -> str:
        """A case received; its number."""
        cases = intake.receive(self.desk, self.request(number, **changed), by="agent")
        assert not isinstance(cases, Refused), cases
        return cases[0].number

    def received_from(self, body: bytes, by: str = "agent") -> Case:
        """The one case of a request's bytes."""
        cases = intake.receive(self.desk, body, by=by)
        assert not isinstance(cases, Refused), cases
        return cases[0]

    def determined(self, number: str = "REQ-1", **changed: Any) -> str:
        """A case with the findings that it needs, determined."""
        case = self.received(number, **changed)
        done(intake.admit(self.desk, case, by="clerk"))
        for cite, answer in (("i/2/B/iv", True), ("i/6", False), ("p/4", True)):
            at = Cite.parse(f"/us/usc/t26/s6103/{cite}")
            done(
                decision.find(
                    self.desk, case, by="third", cite=at, answer=answer, office="delegated_official"
                )
            )
        done(decision.determine(self.desk, case, by="preparer"))
        return case

    def in_review(self, number: str = "REQ-1") -> str:
        """A case before its reviewers."""
        case = self.determined(number)
        done(decision.submit(self.desk, case, by="preparer"))
        return case

    def approved(self, number: str = "REQ-1") -> str:
        """A case with both approvals."""
        case = self.in_review(number)
        for official in ("first", "second"):
            self.sign(case, official)
        return case

    def released(self, number: str = "REQ-1") -> str:
        """A case released, its entry not in the ledger yet."""
        case = self.approved(number)
        done(release.release(self.desk, case, by="releaser", key=f"key-{number}"))
        return case

    def released_in_emergency(self, number: str = "REQ-E") -> str:
        """A case released on one approval under 6103(i)(3)(B)."""
        document = json.loads(self.request(number, provision="26 USC 6103(i)(3)(B)(i)"))
        document["subjects"][0]["facts"] = {
            "apprisal.circumstances": "danger_of_death_or_injury",
            "recipients.federal_or_state_law_enforcement": "yes",
        }
        case = self.received_from(json.dumps(document).encode()).number
        done(intake.admit(self.desk, case, by="clerk"))
        for cite in ("i/3/B", "i/3", "i/3/B/i", "b/2", "p/4"):
            at = Cite.parse(f"/us/usc/t26/s6103/{cite}")
            done(
                decision.find(self.desk, case, by="third", cite=at, answer=True, office="delegated_official")
            )
        done(decision.determine(self.desk, case, by="preparer"))
        done(decision.submit(self.desk, case, by="preparer"))
        assert self.sign(case, "first").state is State.APPROVED
        done(release.release(self.desk, case, by="releaser", key=f"key-{number}"))
        return case

    def delivered(self, number: str = "REQ-1") -> str:
        """A case whose package may be fetched."""
        case = self.released(number)
        self.enter()
        done(delivery.deliver(self.desk, case))
        return case

    def sign(self, case: str, official: str) -> Case:
        """An official signs what stands now."""
        return done(review.sign(self.desk, case, by=official, digest=self.digest(case)))

    def digest(self, case: str) -> str:
        """The digest of what stands now."""
        proposal = self.case(case).proposal
        assert proposal is not None
        return proposal.digest

    def case(self, number: str) -> Case:
        """The case as it stands."""
        from lawgate.stores.casework.read import find_case  # noqa: PLC0415 - Django is ready by now

        return find_case(number)


def names(outcome: object) -> frozenset[str]:
    """Why an act was refused, by the names of the reasons."""
    assert isinstance(outcome, Refused), outcome
    return outcome.names


def register_recipient(office: Office) -> RecipientFile:
    """A unit of us.doj with keys of its own, registered; from now on packages are sealed to it in earnest."""
    trust = AgencyTrust(POLICY_FILE, (AGENCY.key,))
    holder = make_recipient(office.folder / "doj.key", "us.doj/unit-7", role="special agent", trust=trust)
    parties.register_agency(
        office.desk,
        "us.doj",
        safeguards_satisfy=True,
        reviewed_on=START.date(),
        valid_until=START.date(),
        key=json.dumps({**holder.unsealer.key.document, "signs": holder.signer.key.line}),
    )
    office.desk = replace(office.desk, sealer=HpkeSealer(ORIGIN, AGENCY, "Sample Agency"))
    return holder


def done(outcome: Case | Refused) -> Case:
    """The case of an act that has to happen."""
    assert isinstance(outcome, Case), outcome
    return outcome


def sign_without_end(office: Office) -> None:
    """Let officials sign as often a day as a long check needs; how often they may is another test's."""
    office.desk = replace(office.desk, limits=replace(office.desk.limits, signatures_a_day_max=1_000_000))


def seal_in_earnest(office: Office) -> None:
    """The sealer of a deployment in the place of the fake, and a key for the agency that receives."""
    agency = Ed25519Signer.from_seed(f"{ORIGIN}/releases", KeyKind.NOTE, bytes(31) + b"\2")
    trust = AgencyTrust(
        f"log {LOG.key.line}\nwitness inspector {WITNESS.key.line}\nquorum inspector\n", (agency.key,)
    )
    holder = make_recipient(office.folder / "doj.key", "us.doj/unit-7", role="special agent", trust=trust)
    parties.register_agency(
        office.desk, "us.doj", safeguards_satisfy=True, reviewed_on=START.date(), valid_until=date(2027, 1, 1),
        key=json.dumps({**holder.unsealer.key.document, "signs": holder.signer.key.line}),
    )  # fmt: skip
    office.desk = replace(office.desk, sealer=HpkeSealer(ORIGIN, agency, "Sample Agency"))


def office_in(folder: Path, world: Path, url: str) -> Office:
    """A founded office on an empty database."""
    database.use(url)
    at_rest.use(DATABASE_KEYS)
    database.migrate()
    return Office(folder, world).found()
