"""The demonstration laid down: records, keys, ledger, officials and agencies."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from lawgate.casework.words import Role
from lawgate.cite import Cite
from lawgate.ledger.keys import KeyKind
from lawgate.service.casework.deployment.deployed import WITNESS_KEY
from lawgate.service.casework.deployment.founding import RELEASES_KEY, desk_of, found, ledger_signer
from lawgate.service.casework.desk import Desk
from lawgate.service.casework.registers import parties
from lawgate.service.keys import new_recipient, new_trust
from lawgate.settings import Deployment
from lawgate.stores.clock import now
from lawgate.stores.ledger.keys import make_key, read_signer
from lawgate.stores.sample import write_sample

ORIGIN: Final = "sample-tax-agency.example/disclosures"
TAXPAYERS, SUBJECTS, SEED = 400, 60, 3
SECTION: Final = Cite.parse("26 USC 6103")
DAYS_BEFORE: Final = 24
"""So long ago the story of the demonstration begins."""


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody of the demonstration."""

    login: str
    name: str
    role: Role
    agency: str = ""
    authority: tuple[Cite, ...] = ()


PLAYERS: Final = (
    Player("ines", "Ines Ortega", Role.INTAKE_CLERK),
    Player("paul", "Paul Brandt", Role.PREPARER),
    Player("rosa", "Rosa Lind", Role.REVIEWER, authority=(SECTION,)),
    Player("ravi", "Ravi Menon", Role.REVIEWER, authority=(SECTION,)),
    Player("thea", "Thea Novak", Role.REVIEWER, authority=(SECTION,)),
    Player("ren", "Ren Takeda", Role.RELEASER),
    Player("carol", "Carol Wynn", Role.COUNSEL),
    Player("priya", "Priya Shah", Role.PRIVACY_OFFICER),
    Player("ari", "Ari Bloom", Role.AUDITOR),
    Player("dana", "Dana Reyes", Role.AGENCY_OFFICER, agency="us.doj"),
    Player("otis", "Otis Park", Role.AGENCY_OFFICER, agency="us.dhs"),
    Player("sol", "Sol Kim", Role.ADMINISTRATOR),
)
AGENCIES: Final = ("us.doj", "us.doj.fbi", "us.dhs", "us.dhs.ice")


@dataclass
class StoryClock:
    """The clock of the demonstration's story: it begins some days ago and is moved by what happens."""

    at: datetime = field(default_factory=lambda: now() - timedelta(days=DAYS_BEFORE))

    def __call__(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        """Let time pass, and never past the present."""
        self.at = min(self.at + timedelta(**by), now())


def lay_down(deployment: Deployment, clock: StoryClock) -> Desk:
    """Records, database, ledger, keys and people; the desk is that of the story."""
    write_sample(records_of(deployment).parent, taxpayers=TAXPAYERS, subjects=SUBJECTS, seed=SEED)
    found(deployment, origin=ORIGIN)
    _make_keys(deployment)
    desk = replace(desk_of(deployment, office=deployment.office), now=clock)
    since = clock().date() - timedelta(days=60)
    for one in (*PLAYERS, concerned(deployment)):
        parties.register_official(
            desk, one.login, one.name, (one.role,), since=since, agency=one.agency, authority=one.authority
        )
    registration = (deployment.keys_folder / "recipient.json").read_text(encoding="utf-8")
    for agency in AGENCIES:
        parties.register_agency(
            desk,
            agency,
            safeguards_satisfy=not agency.startswith("us.dhs"),
            reviewed_on=since,
            valid_until=since + timedelta(days=365),
            key=registration,
        )
    return desk


def records_of(deployment: Deployment) -> Path:
    """The custodian's folder of the demonstration."""
    return deployment.records or deployment.data / "world" / "records"


def concerned(deployment: Deployment) -> Player:
    """The person whose own account can be seen: he signs in by his number on file."""
    request = records_of(deployment).parent / "requests" / "complete-us-attorney.json"
    name: dict[str, Any] = json.loads(request.read_text(encoding="utf-8"))["subjects"][0]["name"]
    return Player("T0000001", f"{name['given']} {name['surname']}", Role.DATA_SUBJECT)


def _make_keys(deployment: Deployment) -> None:
    """The keys of agency, witness and recipient, and the file of those to trust, which anyone may have."""
    keys = deployment.keys_folder
    agency = read_signer(keys / RELEASES_KEY)
    witness = make_key(keys / WITNESS_KEY, "inspector.example", KeyKind.COSIGNATURE)
    log = ledger_signer(deployment).key.line
    policy = keys / "keys.txt"
    policy.write_text(
        f"log {log}\nwitness inspector {witness.key.line}\nquorum inspector\n", encoding="utf-8"
    )
    new_trust(policy, agency=(agency.key.line,), out=keys / "trust.json")
    new_recipient(
        "records.doj.example",
        role="disclosure officer",
        trust=keys / "trust.json",
        out=keys / "recipient.key",
        registration=keys / "recipient.json",
    )
