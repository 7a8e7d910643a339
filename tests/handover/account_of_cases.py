"""A ledger of made-up cases with its account, for reports and exports."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tests.ledger.logs import CORPUS, LOG, POLICY_TEXT, cosigned

from lawgate.handover.account import AccountLine
from lawgate.ledger.entry import Entry, Kind
from lawgate.ledger.fields import Secrets, commitments, field_root
from lawgate.ledger.views import salted
from lawgate.stores.handover.account_file import write_account
from lawgate.stores.ledger.disk import Disk
from lawgate.stores.ledger.sequencer import Sequencer, create

SECRETS = Secrets(b"a" * 32, b"p" * 32)
SECTION = "/us/usc/t26/s6103/"
SECRET_REASON = "Quetzalbird is named here"


def released(
    agency: str,
    subject: str,
    under: str,
    *,
    items: tuple[str, ...] = ("identity.name",),
    day: str = "2026-03-02",
) -> tuple[Kind, str, str, Mapping[str, Any]]:
    return (
        Kind.RELEASED,
        under,
        day,
        {
            "agency": agency,
            "subject": subject,
            "items": list(items),
            "periods": ["2022", "2023"],
            "purpose": {"pathways": [SECTION + under], "matter": "26-cr-1", "reasons": SECRET_REASON},
            "recipients": [{"name": "Agent One", "title": "Special Agent", "agency": agency}],
            "disclosed_on": day,
            "reason": SECRET_REASON,
            "values": [{"item": "identity.name", "value": "Quetzalbird"}],
        },
    )


def asked(agency: str, day: str = "2026-03-01") -> tuple[Kind, str, str, Mapping[str, Any]]:
    return Kind.REQUEST_RECEIVED, "", day, {"agency": agency, "request": {"reasons": SECRET_REASON}}


CASES: dict[str, list[tuple[Kind, str, str, Mapping[str, Any]]]] = {
    "CASE-1": [asked("us.doj"), released("us.doj", "T1", "i/2")],
    "CASE-2": [asked("us.doj"), released("us.doj", "T1", "i/2", items=("identity.name", "identity.tin"))],
    "CASE-3": [asked("us.doj"), (Kind.REQUEST_REFUSED, "", "2026-03-02", {"agency": "us.doj"})],
    "CASE-4": [asked("us.sba"), released("us.sba", "T1", "l/3")],
    "CASE-5": [asked("us.gao"), released("us.gao", "T2", "i/8/A/i", day="2025-12-31")],
    "CASE-6": [asked("self"), released("self", "T1", "c")],
    "CASE-7": [asked("us.doj"), released("us.doj", "T3", "i/1")],
}
SEALED_CASE = "CASE-7"


def made_account(place: Path) -> tuple[Path, Path]:
    """The ledger's folder and the account's file; CASE-3's second entry holds no fields."""
    folder = place / "ledger"
    folder.mkdir(parents=True)
    disk = Disk(folder)
    create(disk, LOG)
    sequencer, lines, encoded = Sequencer(disk, LOG), list[AccountLine](), list[bytes]()
    for case, events in CASES.items():
        for sequence, (kind, under, day, values) in enumerate(events, 1):
            fields = salted(values, SECRETS, case=case, sequence=sequence)
            leaves = commitments(fields)
            cites = (SECTION + under,) if under else ()
            entry = Entry(
                kind, case, sequence, date.fromisoformat(day), CORPUS, cites, len(leaves), field_root(leaves)
            )
            lines.append(AccountLine(len(encoded), fields, leaves, sealed=case == SEALED_CASE))
            encoded.append(entry.encoded)
    sequencer.append(encoded)
    cosigned(sequencer)
    write_account(place / "account.jsonl", lines)
    (place / "keys.txt").write_text(POLICY_TEXT, encoding="utf-8")
    return folder, place / "account.jsonl"
