"""Each write of a program once: the same key with the same words is answered as it was, and nothing is done again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any, Final

from lawgate.casework.words import Reason
from lawgate.service.casework.desk import Desk, Refused
from lawgate.stores.casework import programs as rows
from lawgate.stores.database import demand_confirmed, one_transaction
from lawgate.stores.log import say

Document = dict[str, Any]

KEPT: Final = timedelta(days=1)
"""So long an answer is given again, and until the next clearing after it."""
OTHER_WORDS: Final = Reason(
    "key_reused", "this key was used for something else; draw a new key for each thing"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a program asks under a key that it drew: by whom, where, and in which words."""

    by: str
    key: str
    what: str
    """The method and the path."""
    body: bytes = b""

    @property
    def key_digest(self) -> str:
        """What is kept of the key."""
        return sha256(self.key.encode()).hexdigest()

    @property
    def digest(self) -> str:
        """What is kept of the words."""
        return sha256(self.what.encode() + b"\n" + self.body).hexdigest()


def once(desk: Desk, asked: Asked, do: Callable[[], Document | Refused]) -> Document | Refused:
    """Do it, or answer what was answered under this key. What was refused left nothing, and may be asked again.

    What is done and that it was answered are written in one transaction.
    """
    return _once(desk, asked, do, keep=lambda answer: answer, again=lambda answer: answer)


def once_given(
    desk: Desk, asked: Asked, give: Callable[[], bytes | Refused], again: Callable[[], bytes | Refused]
) -> bytes | Refused:
    """The same for bytes, of which no second copy is kept: `again` gives them where they lie, if they may still go."""
    return _once(desk, asked, give, keep=lambda _: None, again=lambda _: again())


def _once(
    desk: Desk,
    asked: Asked,
    do: Callable[[], Any],
    *,
    keep: Callable[[Any], Document | None],
    again: Callable[[Any], Any],
) -> Any:
    with one_transaction():
        known = rows.claim(asked.by, asked.key_digest, asked.digest, desk.now())
        if known is not None:
            words, answer = known
            if words == asked.digest:
                demand_confirmed()
                return again(answer)
            say("refused", act="once", actor=asked.by, reasons=[OTHER_WORDS.name])
            return Refused((OTHER_WORDS,))
        outcome = do()
        if isinstance(outcome, Refused):
            rows.let_go(asked.by, asked.key_digest)
        else:
            rows.keep(asked.by, asked.key_digest, keep(outcome))
        return outcome


def forget_answered(desk: Desk) -> int:
    """Remove what is not answered again, and assertions that lapsed; how many rows."""
    now = desk.now()
    return rows.forget(lapsed=now, answered=now - KEPT)
