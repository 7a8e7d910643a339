"""What those who work on cases see: lists, one case with what may be done next and why not, its history."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from lawgate.casework import permissions
from lawgate.casework.case import Actor, Approval, Case, Objection
from lawgate.casework.policies import check_see_reviews
from lawgate.casework.words import Act, Reasons, Role
from lawgate.service.casework.acts.decision import view
from lawgate.service.casework.acts.release import check_now
from lawgate.service.casework.desk import Desk, Refused, check, person, refuse
from lawgate.stores.casework import lists
from lawgate.stores.casework.read import Event, events_of, find_case

PAGE = 50

INSIDE = permissions.OFFICERS
"""Who sees determinations, evidence and reviews; an agency sees none of them."""

OUTSIDE = frozenset(act for act, roles in permissions.ROLES.items() if Role.AGENCY_OFFICER in roles)
"""What an agency may ask for."""


@dataclass(frozen=True, slots=True)
class Overview:
    """A case as one person sees it.

    `acts` are the acts, each with the reasons why he cannot do it now; without reasons he can. Those outside see
    their own acts alone. `determination`,
    `approvals` and `objections` are empty for those outside, and the last two while his own review is blind.
    """

    case: Case
    acts: dict[Act, Reasons]
    defects: tuple[dict[str, str], ...]
    determination: dict[str, Any] | None
    approvals: tuple[Approval, ...]
    objections: tuple[Objection, ...]
    blind: bool
    history: tuple[Event, ...]


def inbox(
    desk: Desk, *, by: str, wanted: lists.Wanted | None = None, page: int = 0, count: int = PAGE
) -> tuple[lists.CaseRow, ...]:
    """A page of the cases that somebody may see, the longest waiting first; nothing for one without a role."""
    allowed = _allowed(person(desk, by), wanted or lists.Wanted())
    return () if allowed is None else lists.rows(allowed, first=page * count, count=count)


def count_inbox(desk: Desk, *, by: str, wanted: lists.Wanted | None = None) -> dict[str, int]:
    """How many of them stand in each state."""
    allowed = _allowed(person(desk, by), wanted or lists.Wanted())
    return {} if allowed is None else {state.value: n for state, n in lists.by_state(allowed).items()}


def look_at(desk: Desk, number: str, *, by: str, purpose: str) -> Overview | Refused:
    """A case as one person sees it. A look by an officer is entered; an agency looks at its own cases alone."""
    actor, case = person(desk, by), find_case(number)
    inside = bool(actor.roles & INSIDE)
    if hidden := permissions.check_sees(actor, case):
        return refuse(number, Act.VIEW, actor, hidden)
    if inside:
        seen = view(desk, number, by=by, purpose=purpose)
        if isinstance(seen, Refused):
            return seen
        case = seen
    elif reasons := permissions.check_may(actor, Act.WITHDRAW, case):
        return refuse(number, Act.VIEW, actor, reasons)
    return _seen(desk, case, actor, inside=inside)


def acts_for(desk: Desk, case: Case, actor: Actor) -> dict[Act, Reasons]:
    """Each act with the reasons why this person cannot do it to this case now.

    To those outside only of their own: why another act cannot happen tells whether anything would leave.
    """
    inside = bool(actor.roles & INSIDE)
    asked = (act for act in Act if act is not Act.RECEIVE and (inside or act in OUTSIDE))
    found: dict[Act, Reasons] = {act: check(case, act, actor) for act in asked}
    if Act.RELEASE in found and not found[Act.RELEASE]:
        found[Act.RELEASE] = check_now(desk, case)
    return found


def _seen(desk: Desk, case: Case, actor: Actor, *, inside: bool) -> Overview:
    blind = inside and bool(check_see_reviews(case, by=actor.id))
    shown = inside and not blind
    if not inside:
        case = replace(case, proposal=None, preparer=None, preparers=frozenset(), assigned_to=None)
    return Overview(
        case=case if shown else replace(case, approvals=(), objections=()),
        acts=acts_for(desk, find_case(case.number), actor),
        defects=tuple(lists.defects_of(case.number)),
        determination=lists.document_of(case.number) if inside else None,
        approvals=case.standing_approvals if shown else (),
        objections=case.objections if shown else (),
        blind=blind,
        history=events_of(case.number) if shown else (),
    )


def _allowed(actor: Actor, wanted: lists.Wanted) -> lists.Wanted | None:
    """The same wish, kept to what this person may see; None where he may see nothing."""
    if not actor.active:
        return None
    if actor.roles & INSIDE:
        return replace(wanted, within=None, sealed=bool(actor.roles & permissions.SEE_SEALED))
    if Role.AGENCY_OFFICER in actor.roles and actor.agency:
        return replace(wanted, within=actor.agency, sealed=False)
    return None
