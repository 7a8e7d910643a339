"""When those who may sign are absent: two holders together let another official sign for a few days.

It changes who may sign, never what the law asks, how many sign, or who is kept apart from whom. Asking and granting
are entries of a kind of their own, so that the auditor sees both at once.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from lawgate.casework.case import Actor
from lawgate.casework.permissions import ASSIGNERS
from lawgate.casework.registers import Register
from lawgate.casework.words import Notice, Reason, Reasons, Role
from lawgate.cite import Cite
from lawgate.ledger.entry import Kind
from lawgate.service.casework.desk import Desk, Refused, person
from lawgate.stores.casework import notices
from lawgate.stores.casework import registers as rows
from lawgate.stores.casework.general import Asked, asked_at, was_granted
from lawgate.stores.casework.write import Told, draw_secrets, last_sequence, write_general
from lawgate.stores.database import one_transaction
from lawgate.stores.log import say

GLASS: Final = Register.GLASS.value
"""Under this name stand the entries, which belong to no case."""
HOLDERS: Final = frozenset({Role.PRIVACY_OFFICER, Role.COUNSEL})
DAYS_MAX: Final = 3
ASK, GRANT = "ask_break_glass", "grant_break_glass"


def ask(desk: Desk, *, by: str, official: str, provision: Cite, reason: str, days: int) -> int | Refused:
    """The first holder asks that an official may sign under a provision for some days; the number to be granted."""
    holder = person(desk, by)
    reasons = _check_holder(holder, person(desk, official))
    if not reason.strip():
        reasons = (*reasons, Reason("no_reason", "state the reason"))
    if not 1 <= days <= DAYS_MAX:
        reasons = (*reasons, Reason("too_long", "it is for 1 to {most} days", {"most": DAYS_MAX}))
    if reasons:
        return _refuse(ASK, holder, reasons)
    wanted = {"official": official, "provision": str(provision), "reason": reason, "days": days}
    return _enter(desk, ASK, holder, wanted)


def grant(desk: Desk, *, by: str, asked: int) -> int | Refused:
    """The second holder grants what the first asked, on the same day, once; the number of the entry."""
    holder, today = person(desk, by), desk.now().date()
    with one_transaction():
        wanted = asked_at(GLASS, asked, ASK)
        reasons = _check_holder(holder, person(desk, wanted.official)) if wanted else ()
        if wanted is None or wanted.day != today:
            reasons = (*reasons, Reason("not_asked", "nobody asked for this today"))
        elif wanted.by == holder.id:
            reasons = (*reasons, Reason("same_holder", "two different holders act together"))
        elif not reasons and not _roles_held(holder) | _roles_held(person(desk, wanted.by)) >= HOLDERS:
            reasons = (*reasons, Reason("same_office", "the privacy officer and counsel act together"))
        elif was_granted(GLASS, asked, GRANT):
            reasons = (*reasons, Reason("granted_already", "it was granted"))
        if reasons or wanted is None:
            return _refuse(GRANT, holder, reasons)
        _let_sign(desk, wanted)
        return _enter(desk, GRANT, holder, {"asked": asked})


def _let_sign(desk: Desk, wanted: Asked) -> None:
    today = desk.now().date()
    last = today + timedelta(days=wanted.days - 1)
    rows.put_assignment(wanted.official, Role.REVIEWER, Cite.parse(wanted.provision), today, ends_on=last)


def _enter(desk: Desk, act: str, holder: Actor, said: dict[str, object]) -> int:
    with one_transaction():
        place = GLASS, last_sequence(GLASS) + 1
        told = Told(holder.id, desk.now(), values={"officer": holder.id, "reason": said})
        write_general(place, Kind.BREAK_GLASS, act, told, draw_secrets(desk.secret))
        notices.put(Notice.BREAK_GLASS, GLASS, str(place[1]), told.at)
    say("break_glass", act=act, actor=holder.id, sequence=place[1])
    return place[1]


def _roles_held(holder: Actor) -> frozenset[str]:
    """The roles of somebody whose account is open."""
    return holder.roles if holder.active else frozenset()


def _check_holder(holder: Actor, official: Actor) -> Reasons:
    reasons = []
    if not holder.active or not holder.roles & HOLDERS:
        reasons.append(Reason("no_role", "the privacy officer and counsel hold the glass"))
    if holder.id == official.id:
        reasons.append(Reason("for_himself", "nobody lets himself sign"))
    if (
        not official.active
        or official.agency
        or not official.roles & ASSIGNERS
        or Role.AUDITOR in official.roles
    ):
        reasons.append(
            Reason(
                "not_an_officer", "one of our own officials signs, never an auditor or one of those who ask"
            )
        )
    return tuple(reasons)


def _refuse(act: str, holder: Actor, reasons: Reasons) -> Refused:
    say("refused", act=act, actor=holder.id, reasons=sorted({one.name for one in reasons}))
    return Refused(reasons)
