"""What is handed over, as pydantic models: the payload of a package, statements, registrations, lines of an account."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from lawgate.handover.payload import FORMAT as PAYLOAD_FORMAT
from lawgate.handover.recipient import FORMAT as RECIPIENT_FORMAT
from lawgate.handover.recipient import SUITE
from lawgate.handover.statement import FORMAT as STATEMENT_FORMAT
from lawgate.handover.statement import Stated

Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
KeyId = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Address = Annotated[str, Field(pattern=r"^/us/")]
Count = Annotated[int, Field(ge=0)]
Sequence = Annotated[int, Field(ge=1)]


class Handed(BaseModel):
    """Each key has to be there, and no other may."""

    # Literals name constants, so that schema and format cannot part; the checker would have them written out.

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class RowJson(Handed):
    """One item disclosed; `limits` count the payload's limits from 0."""

    ref: str
    item: str
    period: str | None
    value: str
    provision: Address
    cites: list[Address]
    limits: list[Count]


class LimitJson(Handed):
    """What binds an item after its release."""

    cite: Address
    cite_text: str
    says: str


class PayloadJson(Handed):
    """The machine-readable part of a package, as `lawgate open` writes it to payload.json."""

    format: Literal[PAYLOAD_FORMAT]  # type: ignore[valid-type]
    origin: str
    case: str
    sequence: Sequence
    request: str
    day: Day
    corpus: Hash
    recipient: KeyId
    people: list[str]
    rows: list[RowJson]
    limits: list[LimitJson]
    letter: Hash


class StatementJson(Handed):
    """What a recipient signs of a package (the payload of its DSSE envelope)."""

    format: Literal[STATEMENT_FORMAT]  # type: ignore[valid-type]
    what: Stated
    package: Hash
    origin: str
    case: str
    sequence: Sequence
    index: Count
    recipient: KeyId
    role: str
    day: Day
    to: str | None
    cite: Address | None
    flaws: list[str]
    previous: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")]


class RegistrationJson(Handed):
    """A recipient's public keys, as the agency gets them; `signs` is the key of its receipts."""

    format: Literal[RECIPIENT_FORMAT]  # type: ignore[valid-type]
    name: str
    suite: Literal[SUITE]  # type: ignore[valid-type]
    public: Annotated[str, Field(pattern=r"^04[0-9a-f]{128}$")]
    id: KeyId
    signs: str


class AccountFieldJson(Handed):
    """One field with its salt."""

    name: str
    value: Any
    salt: Hash


class AccountLineJson(Handed):
    """A line of an account: the fields of one entry, and the commitments to all of them."""

    index: Count
    sealed: bool
    commitments: list[Hash]
    fields: list[AccountFieldJson]
