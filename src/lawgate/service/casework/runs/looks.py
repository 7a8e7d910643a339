"""A look at persons in a run of many, an audit or a batch: entered like a look at a case (26 U.S.C. 7213A)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from lawgate.casework.case import Actor
from lawgate.casework.words import Reason, Role
from lawgate.errors import LedgerStoppedError
from lawgate.ledger.entry import Kind
from lawgate.service.casework.desk import Desk, Refused, person
from lawgate.stores.casework.general import write_once
from lawgate.stores.casework.read import name_of
from lawgate.stores.casework.write import Told, draw_secrets, last_sequence
from lawgate.stores.log import say

AUDIT_PREFIX: Final = "AUDIT."
BATCH_PREFIX: Final = "BATCH."
"""Under these names stand the entries of runs, which belong to no case."""
_ATTEMPTS: Final = 20


def look(
    desk: Desk, place: str, *, by: str, roles: frozenset[Role], purpose: str, subjects: int
) -> Refused | None:
    """Enter that somebody looks at so many persons of a run; a refusal where none of his roles does."""
    return enter(
        desk,
        place,
        Kind.RECORD_VIEWED,
        "view",
        by=by,
        roles=roles,
        values={"reason": purpose, "subjects_count": subjects},
    )


def enter(
    desk: Desk,
    place: str,
    kind: Kind,
    act: str,
    *,
    by: str,
    roles: frozenset[Role],
    values: Mapping[str, Any],
) -> Refused | None:
    """Enter an event of a run, numbered under its name; a refusal where the person may not do it."""
    actor = person(desk, by)
    if refused := check_role(actor, roles, act):
        return refused
    for _ in range(_ATTEMPTS):
        told = Told(actor.id, desk.now(), values={"officer": name_of(by), **values})
        at = (place, last_sequence(place) + 1)
        if write_once(at, kind, act, told, draw_secrets(desk.secret)):
            return None
    raise LedgerStoppedError("an event could not be entered", where=place, mend="try again")


def check_role(actor: Actor, roles: frozenset[Role], act: str) -> Refused | None:
    """A refusal, which is logged, where somebody's account is closed or none of his roles does this."""
    reasons = []
    if not actor.active:
        reasons.append(Reason("not_active", "the account is closed"))
    if not actor.roles & roles:
        reasons.append(Reason("no_role", "none of the person's roles does this"))
    if not reasons:
        return None
    say("refused", act=act, actor=actor.id, reasons=sorted(one.name for one in reasons))
    return Refused(tuple(reasons))
