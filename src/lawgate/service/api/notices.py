"""What changed of what an agency is told, asked for by a place: no more than its list tells, and no earlier.

It is found by what is told of every case, and not by what happened to any: neither the order nor the work that it takes
depends on what nobody outside is told yet.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from lawgate.casework.words import Role
from lawgate.service.casework.desk import Desk, person
from lawgate.service.casework.seen.door import all_told
from lawgate.stores.casework import last_told as rows
from lawgate.stores.casework.last_told import Saying
from lawgate.stores.database import one_transaction

Document = dict[str, Any]

LOOKED: Final = timedelta(minutes=1)
"""So long after a look at all cases the next is not taken, however often somebody asks."""
BEGINNING: Final = "0"


def notices_after(desk: Desk, *, by: str, after: str = "", count: int) -> Document | None:
    """The cases of one's own agency of which something else is told since `after`; None for a place that never was.

    Each case stands once, with what is told of it now, at the place of its last change. What changed together stands by
    number.
    """
    actor = person(desk, by)
    agency = actor.agency if actor.active and Role.AGENCY_OFFICER in actor.roles else None
    if not agency:
        return {"notices": [], "next": after or BEGINNING, "more": False}
    place, size = int(after or BEGINNING), _looked(desk, agency)
    if place > size:
        return None
    found = rows.after(agency, place, count=count + 1)
    shown = found[:count]
    return {
        "notices": [
            {"number": one.number, "request": one.request, "ref": one.ref, "told": one.told} for one in shown
        ],
        "next": str(shown[-1].place if shown else place),
        "more": len(found) > count,
    }


def _looked(desk: Desk, agency: str) -> int:
    """How many changes there were by now; all cases are looked at, where that was not done just now."""
    now = desk.now()
    with one_transaction():
        size, looked_at = rows.hold_feed(agency)
        if looked_at is not None and looked_at <= now < looked_at + LOOKED:
            return size
        known = rows.last_told(agency)
        told = _told(desk, agency)
        changed = {number: told[number] for number in sorted(told) if known.get(number) != told[number]}
        rows.note(agency, changed, size=size, at=now)
        return size + len(changed)


def _told(desk: Desk, agency: str) -> dict[str, Saying]:
    """What is told of each case of the agency and its parts today."""
    told = {number: said.value for number, said, _ in all_told(desk, agency)}
    submissions = rows.submissions_of(agency)
    return {number: Saying(said, submissions[number]) for number, said in told.items()}
