"""The machine-readable part of a package: the items disclosed, what binds their use, and the law they go under."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, Final

import rfc8785

from lawgate.errors import InputError
from lawgate.handover.exact import read_exactly, read_object, text, text_or_none, whole

FORMAT: Final = "lawgate-payload/1"
PAYLOAD_TYPE: Final = "application/vnd.lawgate.payload+json"


@dataclass(frozen=True, slots=True)
class UseLimit:
    """What binds an item after its release, with its citation."""

    cite: str
    cite_text: str
    says: str


@dataclass(frozen=True, slots=True)
class Row:
    """One item disclosed: for whom by the request's reference, for which period, under which provision.

    `limits` count the payload's limits from 0. There is no row for what is not disclosed.
    """

    ref: str
    item: str
    period: str | None
    value: str
    provision: str
    cites: tuple[str, ...]
    limits: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Payload:
    """Everything that a release tells its recipient, but for the letter.

    `origin` names the ledger; case and sequence the entry there; `recipient` is the id of the key it is sealed to,
    `letter` the SHA-256 of the letter that lies beside it.
    """

    origin: str
    case: str
    sequence: int
    request: str
    day: date
    corpus: str
    recipient: str
    people: tuple[str, ...]
    rows: tuple[Row, ...]
    limits: tuple[UseLimit, ...]
    letter: str = ""

    def __post_init__(self) -> None:
        if any(not 0 <= at < len(self.limits) for row in self.rows for at in row.limits):
            raise InputError("a row names a limit that is not there", mend="list each limit that binds a row")

    @property
    def values(self) -> list[dict[str, Any]]:
        """The rows as JSON: what the ledger's entry commits to under `values`."""
        return [
            {
                "ref": row.ref,
                "item": row.item,
                "period": row.period,
                "value": row.value,
                "provision": row.provision,
                "cites": list(row.cites),
                "limits": list(row.limits),
            }
            for row in self.rows
        ]

    @property
    def document(self) -> dict[str, Any]:
        """The payload as JSON."""
        return {
            "format": FORMAT,
            "origin": self.origin,
            "case": self.case,
            "sequence": self.sequence,
            "request": self.request,
            "day": self.day.isoformat(),
            "corpus": self.corpus,
            "recipient": self.recipient,
            "people": list(self.people),
            "rows": self.values,
            "limits": [
                {"cite": one.cite, "cite_text": one.cite_text, "says": one.says} for one in self.limits
            ],
            "letter": self.letter,
        }

    @property
    def encoded(self) -> bytes:
        """The canonical bytes (RFC 8785), which are signed."""
        return rfc8785.dumps(self.document)

    @property
    def digest(self) -> str:
        """SHA-256 of these bytes in hexadecimal: what the ledger's entry commits to under `payload`."""
        return sha256(self.encoded).hexdigest()


def parse_payload(data: bytes, *, where: str = "") -> Payload:
    """A payload from its canonical bytes; InputError, without a word of its content, for any other."""
    read = read_object(data, where=where)
    refusal = InputError("not a payload of this format", where=where, mend=f"payloads are {FORMAT}")
    return read_exactly(data, lambda: _payload(read), lambda made: made.encoded, refusal=refusal)


def _payload(read: dict[str, Any]) -> Payload:
    return Payload(
        origin=text(read["origin"]),
        case=text(read["case"]),
        sequence=whole(read["sequence"]),
        request=text(read["request"]),
        day=date.fromisoformat(text(read["day"])),
        corpus=text(read["corpus"]),
        recipient=text(read["recipient"]),
        people=tuple(map(text, read["people"])),
        rows=tuple(map(_row, read["rows"])),
        limits=tuple(map(_limit, read["limits"])),
        letter=text(read["letter"]),
    )


def _row(read: dict[str, Any]) -> Row:
    return Row(
        text(read["ref"]),
        text(read["item"]),
        text_or_none(read["period"]),
        text(read["value"]),
        text(read["provision"]),
        tuple(map(text, read["cites"])),
        tuple(map(whole, read["limits"])),
    )


def _limit(read: dict[str, Any]) -> UseLimit:
    return UseLimit(text(read["cite"]), text(read["cite_text"]), text(read["says"]))
