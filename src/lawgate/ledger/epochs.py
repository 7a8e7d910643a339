"""Which key signs a log at which size: the rotation of keys as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lawgate.errors import LedgerFormatError
from lawgate.ledger.keys import PublicKey, parse_key
from lawgate.ledger.text import to_number

REVOKED: Final = "revoked"


@dataclass(frozen=True, slots=True)
class Epoch:
    """A key with the sizes of the first and the last checkpoint that it signs; `last` None while it signs.

    A `revoked` key may be in other hands: what it signed, whoever has it can sign anew.
    """

    first: int
    last: int | None
    key: PublicKey
    revoked: bool = False

    def covers(self, size: int) -> bool:
        """Whether a checkpoint of this size is this key's to sign."""
        return self.first <= size and (self.last is None or size <= self.last)


def parse_epochs(data: bytes, *, where: str = "") -> tuple[Epoch, ...]:
    """Epochs from lines `FIRST LAST KEY`, LAST being - for the key in use, `revoked` behind a key in other hands.

    LedgerFormatError unless they begin at 0, follow on each other and only the last one is open.
    """
    epochs: list[Epoch] = []
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        place, words, begin = f"{where}:{number}", line.split(" "), _next(epochs)
        revoked = words[3:] == [REVOKED]
        if len(words) != 3 + revoked:
            raise LedgerFormatError(
                "not an epoch", where=place, mend="write: FIRST LAST KEY, or with revoked"
            )
        last = None if words[1] == "-" else to_number(words[1], what="the last size")
        first, key = to_number(words[0], what="the first size"), parse_key(words[2], where=place)
        epoch = Epoch(first, last, key, revoked)
        if epoch.first != begin or (last is not None and last < epoch.first):
            raise LedgerFormatError(
                "the epochs leave a gap or overlap", where=place, mend="correct the sizes"
            )
        epochs.append(epoch)
    if not epochs or epochs[-1].last is not None:
        raise LedgerFormatError(
            "no key is in use", where=where, mend="end with an epoch whose last size is -"
        )
    return tuple(epochs)


def render_epochs(epochs: tuple[Epoch, ...]) -> bytes:
    """The lines that `parse_epochs` reads."""
    return "".join(map(_line, epochs)).encode()


def rotate(
    epochs: tuple[Epoch, ...], *, size: int, key: PublicKey, revoked: bool = False
) -> tuple[Epoch, ...]:
    """The epochs after the key in use has signed its last checkpoint, of this size, and another follows.

    A key that has signed nothing yet leaves no epoch. `revoked`: the key that was in use may be in other hands.
    """
    *past, current = epochs
    if current.first > size:
        return (*past, Epoch(current.first, None, key))
    return (*past, Epoch(current.first, size, current.key, revoked), Epoch(size + 1, None, key))


def _line(one: Epoch) -> str:
    last = "-" if one.last is None else str(one.last)
    return " ".join([str(one.first), last, one.key.line, *([REVOKED] if one.revoked else [])]) + "\n"


def _next(epochs: list[Epoch]) -> int:
    """The size at which the next epoch has to begin; -1, which none can, where the last one is open."""
    if not epochs:
        return 0
    return -1 if epochs[-1].last is None else epochs[-1].last + 1
