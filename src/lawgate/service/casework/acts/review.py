"""Review: officials sign what would leave, decline, object, send back, or decide that nothing leaves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lawgate.casework import policies
from lawgate.casework.case import Case
from lawgate.casework.transitions import line
from lawgate.casework.words import Act, Reason, State
from lawgate.service.casework.acts.entered import check_may_as_entered
from lawgate.service.casework.desk import Desk, Refused, act_on, check, person, refuse, write
from lawgate.service.casework.registers.capping import check_signing
from lawgate.stores.casework import models
from lawgate.stores.casework import review as rows
from lawgate.stores.casework.write import Locked, locked


def sign(
    desk: Desk, number: str, *, by: str, digest: str, sign_in: Mapping[str, str] | None = None
) -> Case | Refused:
    """An official approves exactly the digest that he was shown; another one than stands now is refused.

    `sign_in` is the identity provider's word that it was he: its signed token, and the bytes and the digest to which
    the token's nonce commits. It stands in the account, for the inspector alone.
    """
    with locked(number) as held:
        actor, case = person(desk, by), held.case
        reasons = check(case, Act.SIGN, actor)
        if case.proposal and case.proposal.digest != digest:
            reasons = (*reasons, Reason("other_digest", "what is proposed has changed since it was shown"))
        if sign_in and sign_in["digest"] not in {"", digest}:
            reasons = (*reasons, Reason("other_digest", "you said again who you are for another proposal"))
        reasons = (*reasons, *check_signing(desk, case, actor))
        reasons = reasons or check_may_as_entered(desk, case, Act.SIGN, by=actor.id)
        if reasons:
            return refuse(number, Act.SIGN, actor, reasons)

        def change(held: Locked, entry: models.Entry) -> Mapping[str, Any]:
            rows.put_approval(held, entry, slot=len(case.standing_approvals) + 1)
            return {}

        moved = line(case.state, Act.SIGN, policies.after(case, Act.SIGN))
        values = {"approvals": [actor.id, digest], **({"sign_in": dict(sign_in)} if sign_in else {})}
        return write(desk, held, moved, actor, values=values, change=change)


def decline(desk: Desk, number: str, *, by: str, reason: str) -> Case | Refused:
    """An official declines to sign, with his reason; where another signed, a third decides."""
    with locked(number) as held:
        actor, case = person(desk, by), held.case
        reasons = (*check(case, Act.DECLINE, actor), *_reason_given(reason))
        if reasons:
            return refuse(number, Act.DECLINE, actor, reasons)
        after = policies.after(case, Act.DECLINE)

        def change(held: Locked, entry: models.Entry) -> Mapping[str, Any]:
            rows.put_objection(held, entry, reason, declines=case.proposal.digest if case.proposal else "")
            return {"proposal": None} if after is State.DETERMINED else {}

        moved = line(case.state, Act.DECLINE, after)
        return write(desk, held, moved, actor, values={"reason": reason}, change=change)


def object_to(desk: Desk, number: str, *, by: str, reason: str) -> Case | Refused:
    """An official records his doubt; it stands on the case and in the ledger and cannot be removed."""
    if refused := _reason_given(reason):
        return refuse(number, Act.OBJECT, person(desk, by), refused)

    def change(held: Locked, entry: models.Entry) -> Mapping[str, Any]:
        rows.put_objection(held, entry, reason)
        return {}

    return act_on(desk, number, Act.OBJECT, by=by, values={"reason": reason}, change=change)


def send_back(desk: Desk, number: str, *, by: str, reason: str) -> Case | Refused:
    """Give the case back to its preparer; what was signed becomes void."""
    if refused := _reason_given(reason):
        return refuse(number, Act.SEND_BACK, person(desk, by), refused)
    return act_on(
        desk, number, Act.SEND_BACK, by=by, values={"reason": reason}, change=lambda *_: {"proposal": None}
    )


def withhold(desk: Desk, number: str, *, by: str, reason: str) -> Case | Refused:
    """Decide that nothing leaves. Outside the reason is never told."""
    if refused := _reason_given(reason):
        return refuse(number, Act.WITHHOLD, person(desk, by), refused)
    return act_on(desk, number, Act.WITHHOLD, by=by, values={"reason": reason})


def _reason_given(reason: str) -> tuple[Reason, ...]:
    return () if reason.strip() else (Reason("no_reason", "state the reason"),)
