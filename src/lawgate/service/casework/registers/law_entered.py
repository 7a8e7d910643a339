"""The law as it is applied stands in the ledger before anything is decided by it, and so does each change of it."""

from __future__ import annotations

from lawgate.law.corpus import Corpus
from lawgate.ledger.entry import Kind
from lawgate.service.casework import outbox
from lawgate.service.casework.desk import SERVICE, Desk
from lawgate.stores.casework.general import last_law, write_once
from lawgate.stores.casework.write import Told, draw_secrets
from lawgate.stores.database import one_transaction

LAW = "LAW"
"""Under this name stand the entries of the law, which belong to no case."""
NAME_MAX = 64


def enter_law(desk: Desk, corpus: Corpus) -> bool:
    """Enter the law that is applied now, with its orders and readings, where it is another than was entered last.

    Whether an entry was written. Two processes that find the same change at once enter it once. The law under an
    agreement stands under a name of its own. With a change of the law every open case is queued to be held against it.
    """
    name = f"{LAW}.{corpus.agreement.replace(', ', '.')}"[:NAME_MAX] if corpus.agreement else LAW
    sequence, entered = last_law(name)
    if entered == corpus.digest:
        return False
    told = Told(
        SERVICE.id,
        desk.now(),
        corpus.digest,
        values={
            "officer": SERVICE.id,
            "reason": {
                "orders": [one.id for one in corpus.orders],
                "set_aside": list(corpus.set_aside),
                "readings": dict(corpus.readings),
                "agreement": corpus.agreement or "",
            },
        },
    )
    place = name, sequence + 1
    with one_transaction():
        written = write_once(place, Kind.LAW_CHANGED, "enter_law", told, draw_secrets(desk.secret))
        if written and entered is not None and name == LAW:
            outbox.hold_to_law(corpus.digest)
    return written
