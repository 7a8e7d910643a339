"""What a release needs of whoever seals it: sealed bytes beforehand, the whole file once the entry can be proved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from lawgate.casework.release import Release
from lawgate.handover.statement import Stated
from lawgate.ledger.checkpoint import SignedCheckpoint
from lawgate.ledger.entry import Entry
from lawgate.ledger.fields import Field, Secrets
from lawgate.ledger.tiles import Reader
from lawgate.ledger.trust import Trust


@dataclass(frozen=True, slots=True)
class ToSeal:
    """A release on its way: the place of its entry, the fields of the account, how many rows were asked for.

    `key` is the recipient's registration; `request` what the agency calls its request, `ref` the subject there.
    """

    release: Release
    case: str
    sequence: int
    request: str
    ref: str
    agency: str
    key: str
    rows_asked: int
    account: Mapping[str, Any]
    secrets: Secrets
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sealed:
    """The sealed bytes, and all fields of the entry with their salts; nothing in it leaves as it is."""

    fields: tuple[Field, ...]
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Entered:
    """A release whose entry stands in the ledger at `index`."""

    entry: Entry
    fields: tuple[Field, ...]
    sealed: bytes
    index: int


class Sealer(Protocol):
    """Seals packages. Keys stay behind it."""

    def prepare(self, asked: ToSeal) -> Sealed:
        """Seal a release before its entry is written; InputError where the recipient's key is none."""

    def hand_over(self, entered: Entered, *, ledger: Reader, signed: SignedCheckpoint, trust: Trust) -> bytes:
        """The package's file; InputError or LedgerStoppedError where its entry cannot be proved."""

    def check_receipt(
        self, receipt: bytes, *, key: str, package: str, what: Stated = Stated.RECEIVED
    ) -> None:
        """InputError unless the recipient of this registration signed this statement of this package.

        `package` is the SHA-256 of its sealed bytes in hexadecimal.
        """
