"""Who may do an act at all: by role, by agency, by authority, and by what else he did in the case.

What has to be true of the case first stands in `policies`. There is no act that overrides either.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lawgate.casework.case import Actor, Case
from lawgate.casework.words import Act, Reason, Reasons, Role
from lawgate.errors import IllFormedError
from lawgate.law.agencies import is_part

A, R = Act, Role

OFFICERS = frozenset(
    {R.INTAKE_CLERK, R.PREPARER, R.REVIEWER, R.RELEASER, R.COUNSEL, R.PRIVACY_OFFICER, R.AUDITOR}
)

OUTSIDE = frozenset({R.AGENCY_OFFICER, R.DATA_SUBJECT})
"""Roles of those who are no officials of ours: who belongs to an agency that asks has no other."""

ASSIGNERS = OFFICERS - {R.AUDITOR}
"""Who gives cases to somebody: the inspector general changes nothing."""

ROLES: Final[Mapping[Act, frozenset[Role]]] = {
    A.RECEIVE: frozenset({R.AGENCY_OFFICER, R.INTAKE_CLERK}),
    A.RETURN: frozenset({R.INTAKE_CLERK, R.SERVICE}),
    A.MEND: frozenset({R.AGENCY_OFFICER}),
    A.ADMIT: frozenset({R.INTAKE_CLERK, R.SERVICE}),
    A.BLOCK: frozenset({R.COUNSEL, R.SERVICE}),
    A.UNBLOCK: frozenset({R.COUNSEL}),
    A.ASK_REVIEWERS: frozenset({R.PREPARER}),
    A.SETTLE_MATCH: frozenset({R.REVIEWER}),
    A.FIND: frozenset({R.REVIEWER, R.COUNSEL}),
    A.DETERMINE: frozenset({R.PREPARER}),
    A.SUBMIT: frozenset({R.PREPARER}),
    A.SIGN: frozenset({R.REVIEWER}),
    A.DECLINE: frozenset({R.REVIEWER}),
    A.OBJECT: frozenset({R.REVIEWER, R.COUNSEL, R.PRIVACY_OFFICER}),
    A.SEND_BACK: frozenset({R.REVIEWER, R.RELEASER, R.SERVICE}),
    A.WITHHOLD: frozenset({R.REVIEWER}),
    A.WITHDRAW: frozenset({R.AGENCY_OFFICER}),
    A.RELEASE: frozenset({R.RELEASER}),
    A.DELIVER: frozenset({R.SERVICE}),
    A.FAIL_DELIVERY: frozenset({R.SERVICE}),
    A.FETCH: frozenset({R.AGENCY_OFFICER}),
    A.CONFIRM: frozenset({R.AGENCY_OFFICER}),
    A.REVIEW_AFTER: frozenset({R.REVIEWER}),
    A.RECALL: frozenset({R.PRIVACY_OFFICER, R.COUNSEL}),
    A.REPORT_INCIDENT: frozenset({R.PRIVACY_OFFICER, R.RELEASER, R.AGENCY_OFFICER}),
    A.ATTEST: frozenset({R.AGENCY_OFFICER}),
    A.DESTROY: frozenset({R.AGENCY_OFFICER}),
    A.CLOSE: frozenset({R.RELEASER, R.PRIVACY_OFFICER}),
    A.VIEW: OFFICERS,
}

NEED_AUTHORITY = frozenset({A.SIGN, A.DECLINE, A.WITHHOLD, A.REVIEW_AFTER})
"""Acts that need the authority delegated for the provisions by which items would leave, or were asked."""

SEE_SEALED = frozenset({R.COUNSEL, R.PRIVACY_OFFICER, R.SERVICE})
"""Who sees sealed matters without having been given them; the service does what was decided in them, too."""

PREPARING = frozenset({A.ASK_REVIEWERS, A.DETERMINE, A.SUBMIT})
"""Acts that make whoever did them one of the preparers of the case, for good."""

NOT_THE_PREPARER = frozenset({A.SIGN, A.DECLINE, A.RELEASE, A.REVIEW_AFTER, A.WITHHOLD, A.SETTLE_MATCH})
"""Acts that are not for anybody who ever prepared the case."""

if set(ROLES) != set(Act):
    raise IllFormedError("an act has no roles", where="lawgate.casework.permissions")


def check_may(actor: Actor, act: Act, case: Case | None) -> Reasons:
    """Why this person may not do this act in this case, whatever its state; nothing where he may."""
    roles = actor.roles & ROLES[act]
    reasons = []
    if not actor.active:
        reasons.append(Reason("not_active", "the account is closed"))
    if not roles:
        reasons.append(Reason("no_role", "none of the person's roles does this"))
    if case is None:
        return tuple(reasons)
    if roles == {R.AGENCY_OFFICER} and not (actor.agency and is_part(case.agency, actor.agency)):
        reasons.append(Reason("other_agency", "the case is another agency's"))
    if act in NOT_THE_PREPARER and case.was_prepared_by(actor.id):
        reasons.append(Reason("prepared_it", "whoever prepared a case does none of its later acts"))
    if act in NEED_AUTHORITY and not _has_authority(actor, act, case):
        reasons.append(Reason("no_authority", "the authority for this provision was not delegated to him"))
    return tuple(reasons)


def check_sees(actor: Actor, case: Case) -> Reasons:
    """Why a sealed matter is not there for this person; nothing where it is, or the matter is not sealed."""
    if case.sealed and not (actor.roles & SEE_SEALED or actor.id in {case.assigned_to, case.preparer}):
        return (Reason("no_such_case", "there is no such case"),)
    return ()


def check_assigns(actor: Actor, case: Case) -> Reasons:
    """Why this person does not give a case to somebody to work on; nothing where he does."""
    if hidden := check_sees(actor, case):
        return hidden
    if not actor.active or not actor.roles & ASSIGNERS:
        return (Reason("no_role", "none of the person's roles does this"),)
    return ()


def _has_authority(actor: Actor, act: Act, case: Case) -> bool:
    needed = case.proposal.pathways if case.proposal else ()
    needed = needed or ((case.provision,) if case.provision else ())
    if not needed and act is Act.WITHHOLD:
        # No paragraph was named and nothing would leave: any authority will do, or the case could never end.
        return bool(actor.authority)
    return bool(needed) and all(any(one.within(held) for held in actor.authority) for one in needed)
