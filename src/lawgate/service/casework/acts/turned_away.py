"""Requests that are turned away at the door, unread against the law: entered all the same, as every request is.

26 U.S.C. 6103(p)(3)(A) asks for a record of all requests. What cannot be read as a request, and what somebody sends who
may send none, is told and not entered.
"""

from __future__ import annotations

import hashlib
from typing import Final

from lawgate.casework.case import Actor
from lawgate.casework.words import Act, Reasons
from lawgate.errors import InputError
from lawgate.ledger.entry import Kind
from lawgate.service.casework.desk import Desk, Refused, refuse
from lawgate.stores.casework.general import write_once
from lawgate.stores.casework.write import Told, draw_secrets, last_sequence

DOOR: Final = "DOOR"
"""The name under which they are entered; they become no case."""
TRIES_MAX: Final = 20


def turn_away(
    desk: Desk, act: Act, actor: Actor, reasons: Reasons, *, agency: str, subjects: int, body: bytes
) -> Refused:
    """Refuse a request and enter that: by whom, about how many, why, and its words by their digest alone.

    In the transaction that is open. InputError where others are turned away faster than this can be entered.
    """
    said = {
        "refused": sorted({one.name for one in reasons}),
        "request": hashlib.sha256(body).hexdigest(),
    }
    values = {"agency": agency, "officer": actor.id, "subjects_count": subjects, "reason": said}
    told = Told(actor.id, desk.now(), values=values)
    for _ in range(TRIES_MAX):
        place = DOOR, last_sequence(DOOR) + 1
        if write_once(place, Kind.REQUEST_REFUSED, act.value, told, draw_secrets(desk.secret)):
            return refuse("", act, actor, reasons)
    raise InputError("the door is crowded", where="request", mend="send it again")
