"""Entries: what happened in a case, on which day and under which law, with no personal datum in it.

What an entry is about stands in its fields, which are outside the log: the entry holds one root over salted
commitments to them (`fields`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

import rfc8785

from lawgate.errors import LedgerFormatError
from lawgate.ledger.hashing import EMPTY_ROOT

FORMAT: Final = "lawgate-entry/1"


class Kind(Enum):
    """What an entry says happened."""

    REQUEST_RECEIVED = "request_received"
    REQUEST_RETURNED = "request_returned"
    REQUEST_REFUSED = "request_refused"
    REQUEST_WITHDRAWN = "request_withdrawn"
    REQUEST_ADMITTED = "request_admitted"
    REQUEST_BLOCKED = "request_blocked"
    MATCH_REVIEWED = "match_reviewed"
    FINDING_MADE = "finding_made"
    DETERMINED = "determined"
    SUBMITTED = "submitted"
    SENT_BACK = "sent_back"
    RECORD_VIEWED = "record_viewed"
    APPROVED = "approved"
    OBJECTION = "objection"
    RELEASED = "released"
    DELIVERED = "delivered"
    DELIVERY_FAILED = "delivery_failed"
    FETCHED = "fetched"
    DOCKETS_CHECKED = "dockets_checked"
    REVIEWED_AFTER = "reviewed_after"
    RECEIPT = "receipt"
    RECALLED = "recalled"
    DESTROYED = "destroyed"
    ATTESTED = "attested"
    CLOSED = "closed"
    INCIDENT = "incident"
    LAW_CHANGED = "law_changed"
    ORDER_ENTERED = "order_entered"
    READING_ADOPTED = "reading_adopted"
    BREAK_GLASS = "break_glass"
    KEY_ROTATED = "key_rotated"
    REGISTER_CHANGED = "register_changed"
    """A change of officials and their roles, agencies, safeguards, agreements or caps."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of a case; `sequence` numbers the entries of the case from 1, without a gap.

    Raises LedgerFormatError where a part is not of its form. The form of `case` leaves no room for a name, and
    nothing that looks like a taxpayer's number is let in.
    """

    kind: Kind
    case: str
    sequence: int
    day: date
    corpus: str
    """The hash of the law in force that the event rests on: SHA-256 in hexadecimal."""
    cites: tuple[str, ...] = ()
    field_count: int = 0
    field_root: bytes = EMPTY_ROOT

    def __post_init__(self) -> None:
        if _TIN.search(self.case):
            raise LedgerFormatError(
                "a case id looks like a taxpayer's number", mend="number the case anew; entries are permanent"
            )
        if not _CANONICAL.fullmatch(self.encoded):
            raise LedgerFormatError("a part of the entry is not of its form", mend="see lawgate.ledger.entry")

    @property
    def encoded(self) -> bytes:
        """The canonical bytes that are entered and hashed (RFC 8785)."""
        return rfc8785.dumps(
            {
                "case": self.case,
                "cites": list(self.cites),
                "corpus": self.corpus,
                "day": self.day.isoformat(),
                "fields": {"count": self.field_count, "root": self.field_root.hex()},
                "format": FORMAT,
                "kind": self.kind.value,
                "sequence": self.sequence,
            }
        )


_CASE: Final = r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}"
_CITE: Final = r"/us/[A-Za-z0-9/._-]{1,120}"
# An entry has one spelling, so it is read by its spelling: RFC 8785 sorts the keys and leaves no space.
_CANONICAL: Final = re.compile(
    (
        rf'\{{"case":"(?P<case>{_CASE})","cites":\[(?P<cites>(?:"{_CITE}"(?:,"{_CITE}")*)?)\],'
        r'"corpus":"(?P<corpus>[0-9a-f]{64})","day":"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})",'
        r'"fields":\{"count":(?P<count>0|[1-9][0-9]{0,3}),"root":"(?P<root>[0-9a-f]{64})"\},'
        rf'"format":"{FORMAT}","kind":"(?P<kind>[a-z_]{{1,40}})","sequence":(?P<sequence>[1-9][0-9]{{0,8}})\}}'
    ).encode()
)
_TIN: Final = re.compile(r"(?<![0-9])(?:[0-9]{9}|[0-9]{3}-[0-9]{2}-[0-9]{4}|[0-9]{2}-[0-9]{7})(?![0-9])")


def parse_entry(data: bytes, *, where: str = "") -> Entry:
    """An entry from its canonical bytes; LedgerFormatError for any other bytes, another spelling included."""
    match = _CANONICAL.fullmatch(data)
    if match is None:
        raise _no_entry(where)
    part = {name: value.decode("ascii") for name, value in match.groupdict().items()}
    try:
        return Entry(
            kind=Kind(part["kind"]),
            case=part["case"],
            sequence=int(part["sequence"]),
            day=date.fromisoformat(part["day"]),
            corpus=part["corpus"],
            cites=tuple(part["cites"].strip('"').split('","')) if part["cites"] else (),
            field_count=int(part["count"]),
            field_root=bytes.fromhex(part["root"]),
        )
    except ValueError:
        raise _no_entry(where) from None


def place_in_case(data: bytes) -> tuple[bytes, int] | None:
    """The case of an entry and its number there, without reading the rest; None for bytes that are no entry."""
    match = _CANONICAL.fullmatch(data)
    return (match["case"], int(match["sequence"])) if match else None


def _no_entry(where: str) -> LedgerFormatError:
    return LedgerFormatError("not an entry of this ledger", where=where, mend=f"entries are {FORMAT}")
