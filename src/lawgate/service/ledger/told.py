"""A ledger's folder read with its account, once the folder holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lawgate.errors import InputError
from lawgate.handover.account import Told, tell
from lawgate.ledger.checkpoint import SignedCheckpoint, parse_signed_checkpoint
from lawgate.ledger.entry import parse_entry
from lawgate.ledger.examine import CHECKPOINT_PATH
from lawgate.ledger.reading import read_bundle
from lawgate.ledger.tiles import TILE_WIDTH, widths
from lawgate.service.ledger.check import verify
from lawgate.stores.handover.account_file import read_account
from lawgate.stores.ledger.disk import Disk


@dataclass(frozen=True, slots=True)
class Books:
    """The folder of a ledger, the file of its account, and the keys of the log and its witnesses, where it has some."""

    ledger: Path
    account: Path
    witness: Path | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A ledger that holds, with what its account says of each entry."""

    disk: Disk
    signed: SignedCheckpoint
    told: tuple[Told, ...]
    witnesses: tuple[str, ...] = ()


def read_told(books: Books) -> Opened:
    """Every entry with its fields; InputError where the ledger does not hold or the account is not the ledger's."""
    checked = verify(books.ledger, witness=books.witness)
    faults = checked["faults"]
    if faults:
        raise InputError(
            f"the ledger does not hold: {faults[0]['kind']}",
            where=str(books.ledger),
            mend="run lawgate ledger verify",
        )
    disk, lines = Disk(books.ledger), read_account(books.account)
    signed = parse_signed_checkpoint(disk.read(CHECKPOINT_PATH) or b"", where=CHECKPOINT_PATH)
    size = signed.checkpoint.size
    strangers = [index for index in lines if not 0 <= index < size]
    if strangers:
        raise InputError(
            f"the account tells of entry {strangers[0]}, which the ledger does not hold",
            where=books.account.name,
            mend="give the ledger that it was exported with",
        )
    told = tuple(
        tell(parse_entry(entry, where=f"entry {index}"), lines.get(index), index=index)
        for index, entry in _entries(disk, size)
    )
    return Opened(disk, signed, told, tuple(checked["witnesses"]))


def _entries(disk: Disk, size: int) -> Iterator[tuple[int, bytes]]:
    for number, _ in widths(size):
        yield from enumerate(read_bundle(disk, number, size), number * TILE_WIDTH)
