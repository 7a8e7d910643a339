"""What a release rests on is held to its entries: rows that somebody wrote past the service count for nothing.

The database cannot know who typed. An entry can: the fields of one that the service wrote open under the accounting
secret, which stands in no database. So approvals, findings, roles, keys and looks at the dockets count where an
entry of ours says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from lawgate.casework import permissions, safeguarding
from lawgate.casework.case import Actor, Case
from lawgate.casework.officials import entered_actor
from lawgate.casework.permissions import ROLES
from lawgate.casework.proposal import digest_of
from lawgate.casework.registers import Register
from lawgate.casework.words import Act, Reason, Reasons, Role
from lawgate.law.agencies import wholes_of
from lawgate.service.casework.desk import SERVICE, Desk
from lawgate.stores.casework import genuine
from lawgate.stores.casework.read import AgencyStanding, submission_of

OPENING: Final = (
    Act.RECEIVE, Act.MEND, Act.ADMIT, Act.UNBLOCK, Act.SETTLE_MATCH, Act.FIND, Act.DETERMINE, Act.SUBMIT, Act.SIGN,
)  # fmt: skip
"""Acts that bring a case nearer to its release: each was that of somebody who had a role for it on its day."""
REGISTER_CLIENT, END_CLIENT = "register_client", "end_client"
"""How the entries are named by which a program's key begins to count, and ends."""
READ_AS_LAW: Final = (Register.READINGS, Register.ORDERS, Register.AGREEMENTS)
"""Registers by which the law is read here."""


def check_entered(
    desk: Desk, case: Case, *, releaser: str, agencies: Sequence[AgencyStanding], keyed: Iterable[str]
) -> Reasons:
    """Why a case is not released on what stands in the database: where that is more than was entered."""
    return (
        *_check_record(desk, case),
        *_check_roles(desk, case, releaser),
        *_check_dockets(desk),
        *_check_agencies(desk, agencies, frozenset(keyed)),
    )


def check_may_as_entered(desk: Desk, case: Case, act: Act, *, by: str) -> Reasons:
    """Why an official may not do an act by the roles that were entered, whatever roles stand in the tables."""
    (actor,) = _entered(desk, ((by, desk.now().date()),))
    return (_ROLE,) if permissions.check_may(actor, act, case) else ()


def entered_keys(desk: Desk, login: str) -> frozenset[str]:
    """The digests of the keys by which a program signs in, as they were entered and not ended since."""
    steps = genuine.genuine_steps(Register.OFFICIALS, desk.secret, about="official", among=(login,))
    keys = set[str]()
    for step in steps:
        if step.act == REGISTER_CLIENT:
            keys.add(str(step.said["key"]))
        elif step.act == END_CLIENT:
            keys.discard(str(step.said["key"]))
    return frozenset(keys)


def _check_record(desk: Desk, case: Case) -> Reasons:
    """Whether every entry of the case, and of the registers by which the law is read, is ours, and says what stands."""
    number = case.number
    strange = genuine.strange_entries((number, *READ_AS_LAW), desk.secret)
    _, digest = submission_of(number)
    other = genuine.words_entered(number, desk.secret) != digest or genuine.unlike_their_entries(number)
    return (_RECORD,) if strange or other else ()


def _check_roles(desk: Desk, case: Case, releaser: str) -> Reasons:
    """Whether whoever brought the case here, signed it and releases it had his role by what was entered."""
    today = desk.now().date()
    done = [one for one in genuine.acts_of(case.number, OPENING) if one[1] != SERVICE.id]
    signers = [one.signer for one in case.standing_approvals]
    asked = [*((who, day) for _, who, day in done), *((who, today) for who in (*signers, releaser))]
    actors = dict(zip(asked, _entered(desk, asked), strict=True))
    lost = (
        *(not actors[who, day].roles & ROLES[Act(act)] for act, who, day in done),
        *(bool(permissions.check_may(actors[who, today], Act.SIGN, case)) for who in signers),
        bool(permissions.check_may(actors[releaser, today], Act.RELEASE, case)),
    )
    return (_ROLE,) if any(lost) else ()


def _check_dockets(desk: Desk) -> Reasons:
    """Whether it was counsel, by what was entered, who looked at the dockets of late."""
    last, today = genuine.last_docket_check(desk.secret), desk.now().date()
    if last is None or today - last[0] > timedelta(days=desk.limits.docket_check_days_max):
        return (_DOCKETS,)
    day, who = last
    (actor,) = _entered(desk, ((who, day),))
    return () if Role.COUNSEL in actor.roles else (_DOCKETS,)


def _check_agencies(desk: Desk, agencies: Sequence[AgencyStanding], keyed: frozenset[str]) -> Reasons:
    """Whether the safeguards of each that would receive satisfy, and the key is hers, by what was entered."""
    today, names = desk.now().date(), {name for one in agencies for name in (one.name, *wholes_of(one.name))}
    steps = genuine.genuine_steps(Register.AGENCIES, desk.secret, about="agency", among=names)
    standing = {one.name: safeguarding.standing_of(steps, one.name) for one in agencies}
    return tuple(
        Reason(
            "not_entered",
            "what stands of {agency} in the database is not what was entered",
            {"agency": one.name},
        )
        for one in agencies
        if not standing[one.name].satisfies(today)
        or (one.name in keyed and standing[one.name].key != (digest_of(one.key) if one.key else ""))
    )


def _entered(desk: Desk, asked: Iterable[tuple[str, date]]) -> tuple[Actor, ...]:
    """These officials on these days, by the genuine entries of the registers alone."""
    wanted = tuple(asked)
    officials = genuine.genuine_steps(
        Register.OFFICIALS, desk.secret, about="official", among={who for who, _ in wanted}
    )
    glass = genuine.genuine_steps(Register.GLASS, desk.secret)
    return tuple(entered_actor(who, officials, glass, day) for who, day in wanted)


_RECORD = Reason("not_entered", "the record of the case was written into past the service; tell the auditor")
_ROLE = Reason("not_entered", "a role stands in the database that was not entered; tell the auditor")
_DOCKETS = Reason("not_entered", "no look of counsel at the dockets was entered of late; tell the auditor")
