"""A release made up for tests: its payload, its keys, its ledger, and what the recipient holds."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.ledger.logs import CORPUS, LOG, ORIGIN, POLICY_TEXT, cosigned, entries, policy, signer_of

from lawgate.handover.payload import Payload, Row, UseLimit
from lawgate.ledger.checkpoint import SignedCheckpoint
from lawgate.ledger.fields import Secrets
from lawgate.ledger.trust import Trust
from lawgate.service.handover.sealing import PreparedRelease, ReleaseKeys, hand_over, prepare_release
from lawgate.stores.handover.key_file import AgencyTrust, RecipientFile, make_recipient
from lawgate.stores.ledger.disk import Disk
from lawgate.stores.ledger.sequencer import Sequencer, create

AGENCY = signer_of("agency.example/releases", 40)
OTHER_AGENCY = signer_of("agency.example/releases", 41)
TRUST = AgencyTrust(POLICY_TEXT, (AGENCY.key,))
SECRETS = Secrets(bytes(range(32)), bytes(range(32, 64)))
DAY = date(2026, 3, 2)
CASE = "CASE-7"
NAME, TIN, WAGES = "Quetzalbird Xanthophyll", "900-70-1234", "424242171"
CANARIES = (NAME, "Quetzalbird", TIN, TIN.replace("-", ""), WAGES)
LETTER = b"%PDF a letter"
ACCOUNT = {
    "agency": "us.doj",
    "recipients": ["O1"],
    "purpose": "criminal investigation",
    "disclosed_on": "2026-03-02",
    "officer": "O-17",
    "subject": "S-0001",
}
P2 = "/us/usc/t26/s6103/i/2"
LIMIT = UseLimit(f"{P2}/A", "26 U.S.C. 6103(i)(2)(A)", "Only for the recipients' own use in that matter.")


def row(item: str, value: str, period: str | None = None, ref: str = "1") -> Row:
    return Row(ref, item, period, value, P2, (f"{P2}/A",), (0,))


ROWS = (
    row("identity.name", NAME),
    row("identity.tin", TIN),
    row("third_party.w2.wages", WAGES, "2023"),
)


@dataclass(frozen=True, slots=True)
class World:
    """A ledger of 300 entries, its keeper, and one recipient."""

    folder: Path
    disk: Disk
    sequencer: Sequencer
    key: Path
    holder: RecipientFile

    def payload(self, *rows: Row, case: str = CASE, sequence: int = 1, corpus: str = CORPUS) -> Payload:
        return Payload(
            ORIGIN, case, sequence, "REQ-1", DAY, corpus, self.holder.unsealer.key.id, ("O1",),
            rows, (LIMIT,),
        )  # fmt: skip

    def prepared(self, payload: Payload | None = None, *, rows_asked: int = 8) -> PreparedRelease:
        return prepare_release(
            payload or self.payload(*ROWS),
            account=ACCOUNT,
            rows_asked=rows_asked,
            letter=LETTER,
            keys=ReleaseKeys(SECRETS, AGENCY, self.holder.unsealer.key),
            cites=(P2,),
        )

    def entered(self, prepared: PreparedRelease) -> tuple[int, SignedCheckpoint]:
        """The entry appended, under a checkpoint that two witnesses signed."""
        self.sequencer.append([prepared.entry.encoded])
        signed = cosigned(self.sequencer)
        return signed.checkpoint.size - 1, signed

    def sent(self, prepared: PreparedRelease | None = None) -> bytes:
        """The package of a release that is entered."""
        prepared = prepared or self.prepared()
        index, signed = self.entered(prepared)
        return hand_over(prepared, ledger=self.disk, index=index, signed=signed, trust=Trust(policy()))

    def file(self, data: bytes, name: str = "package") -> Path:
        place = self.folder / name
        place.write_bytes(data)
        return place


def made_world(folder: Path) -> World:
    (folder / "ledger").mkdir(parents=True)
    disk = Disk(folder / "ledger")
    create(disk, LOG)
    sequencer = Sequencer(disk, LOG)
    sequencer.append(entries(0, 300))
    cosigned(sequencer)
    key = folder / "fbi.key"
    holder = make_recipient(key, "us.doj.fbi/unit-7", role="special agent", trust=TRUST)
    (folder / "keys.txt").write_text(POLICY_TEXT, encoding="utf-8")
    return World(folder, disk, sequencer, key, holder)


def texts(folder: Path) -> dict[str, str]:
    """Every file below a folder, as text in which a canary would be seen."""
    return {
        str(path.relative_to(folder)): path.read_bytes().decode("latin-1")
        for path in folder.rglob("*")
        if path.is_file()
    }


def shown(document: object) -> str:
    return json.dumps(document, default=str)
