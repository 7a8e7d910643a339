"""What a recipient states and signs of a package: received, refused, passed on, destroyed, set apart after a recall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, Final

import rfc8785

from lawgate.errors import InputError
from lawgate.handover.exact import read_exactly, read_object, text, text_or_none, whole

FORMAT: Final = "lawgate-statement/1"
STATEMENT_TYPE: Final = "application/vnd.lawgate.statement+json"


class Stated(Enum):
    """What is stated of a package."""

    RECEIVED = "received"
    PASSED_ON = "passed_on"
    DESTROYED = "destroyed"
    QUARANTINED = "quarantined"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement, by a role and not by a name; it tells nothing of what the package holds.

    `package` is the SHA-256 of its sealed bytes in hexadecimal, `index` its release's place in the agency's ledger.
    `to` and `cite` are for a package passed on: to which agency, and under which provision; `flaws` for one refused.
    """

    what: Stated
    package: str
    origin: str
    case: str
    sequence: int
    index: int
    recipient: str
    role: str
    day: date
    to: str | None = None
    cite: str | None = None
    flaws: tuple[str, ...] = ()
    previous: str = ""
    """SHA-256 of the line before it in the journal, so that one taken out leaves a break; empty in the first."""

    def __post_init__(self) -> None:
        if (self.what is Stated.PASSED_ON) != (self.to is not None and self.cite is not None):
            raise InputError(
                "an onward disclosure names to whom and under which provision",
                mend="give both, and only there",
            )
        if (self.what is Stated.REFUSED) != bool(self.flaws):
            raise InputError("a refusal names its flaws", mend="give them, and only there")

    @property
    def encoded(self) -> bytes:
        """The canonical bytes (RFC 8785), which are signed."""
        return rfc8785.dumps(self.document)

    @property
    def document(self) -> dict[str, Any]:
        """The statement as JSON."""
        return {
            "format": FORMAT,
            "what": self.what.value,
            "package": self.package,
            "origin": self.origin,
            "case": self.case,
            "sequence": self.sequence,
            "index": self.index,
            "recipient": self.recipient,
            "role": self.role,
            "day": self.day.isoformat(),
            "to": self.to,
            "cite": self.cite,
            "flaws": list(self.flaws),
            "previous": self.previous,
        }


def parse_statement(data: bytes, *, where: str = "") -> Statement:
    """A statement from its canonical bytes; InputError for any other."""
    read = read_object(data, where=where)
    refusal = InputError("not a statement of this format", where=where, mend=f"statements are {FORMAT}")
    return read_exactly(data, lambda: _statement(read), lambda made: made.encoded, refusal=refusal)


def _statement(read: dict[str, Any]) -> Statement:
    return Statement(
        Stated(read["what"]),
        text(read["package"]),
        text(read["origin"]),
        text(read["case"]),
        whole(read["sequence"]),
        whole(read["index"]),
        text(read["recipient"]),
        text(read["role"]),
        date.fromisoformat(text(read["day"])),
        text_or_none(read["to"]),
        text_or_none(read["cite"]),
        tuple(map(text, read["flaws"])),
        text(read["previous"]),
    )
