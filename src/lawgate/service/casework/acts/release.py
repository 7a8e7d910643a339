"""The release: everything checked again at the moment, and the case, its account and the sealed bytes written at once.

Nothing leaves here. The sealed bytes wait in the outbox until the entry stands under a checkpoint (`delivery`).
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from lawgate.casework import permissions
from lawgate.casework.case import Actor, Case
from lawgate.casework.release import Release, build_release
from lawgate.casework.transitions import line
from lawgate.casework.words import Act, Notice, Reason, Reasons, State
from lawgate.decide.determination import Admission
from lawgate.errors import LedgerStoppedError, ReleasesStoppedError, UnconfirmedError
from lawgate.service.casework.acts.decision import view
from lawgate.service.casework.acts.entered import check_entered
from lawgate.service.casework.acts.look import Decided, decide_case, law_for, propose, receiving_agencies
from lawgate.service.casework.desk import SERVICE, Desk, Refused, act_on, check, person, refuse
from lawgate.service.casework.registers.agreements import check_agreements
from lawgate.service.casework.sealing import ToSeal
from lawgate.stores import database
from lawgate.stores.casework import guards, notices
from lawgate.stores.casework import release as rows
from lawgate.stores.casework.people import names_of
from lawgate.stores.casework.read import (
    AgencyStanding,
    actors_of,
    agencies_of,
    dockets_checked_on,
    find_case,
)
from lawgate.stores.casework.write import Locked, Told, draw_secrets, locked, write_change, write_event

KEY_BYTES = 16


def draw_key() -> str:
    """An idempotency key: drawn once by whoever asks for a release, and sent again with each retry."""
    return secrets.token_hex(KEY_BYTES)


def release(desk: Desk, number: str, *, by: str, key: str) -> Case | Refused:
    """Release a case, once. The same key again, from the same official, gives the case as it stands, whatever became of
    the first answer; from another it is refused like any second release.

    ReleasesStoppedError where the database cannot keep its word, or the key that signs releases cannot be reached;
    from then on this process releases nothing. UnconfirmedError where the database, or its standby, did not confirm it
    in time: then the same key again tells whether it stands.
    """
    try:
        return _release(desk, number, by=by, key=key)
    except UnconfirmedError:
        raise
    except ReleasesStoppedError as error:
        desk.releases.stop(error.what)
        raise
    except LedgerStoppedError as error:  # the module that holds the key of releases
        desk.releases.stop(error.what)
        raise ReleasesStoppedError(error.what, where=error.where, mend=error.mend) from error


def check_now(desk: Desk, case: Case) -> Reasons:
    """What forbids every release of this case at this moment: the service, the dockets, safeguards, agreements."""
    return _check_now(desk, case, agencies_of((case.agency,)), keyed=(case.agency,))


def check_releases(desk: Desk) -> Reasons:
    """Why nothing at all is released now; nothing where releases run."""
    state, now = rows.ledger_state(), desk.now()
    if stopped := desk.releases.stopped or database.fault_met():
        return (Reason("stopped", "releases are stopped: {fault}", {"fault": stopped}),)
    if state is None:
        return (Reason("no_ledger", "the ledger has not said yet that it takes entries"),)
    if state.stopped:
        return (Reason("ledger_stopped", "the ledger is stopped: {fault}", {"fault": state.stopped}),)
    if not state.witnessed:
        return (Reason("no_quorum", "too few witnesses stand by the last checkpoint"),)
    if guards.missing():
        return (Reason("no_guards", "the database does not guard itself; bring its tables up to date"),)
    if lacking := database.unkept():
        return (
            Reason("not_kept", "the database could lose what it acknowledges: {fault}", {"fault": lacking}),
        )
    waiting = rows.waiting_since()
    if waiting and (now - waiting).total_seconds() > desk.limits.backlog_seconds_max:
        return (Reason("backlog", "entries wait too long for their checkpoint"),)
    return ()


def _release(desk: Desk, number: str, *, by: str, key: str) -> Case | Refused:
    actor, case = person(desk, by), find_case(number)
    on_key = rows.released_on_key(key)
    if on_key == (number, actor.id):
        database.demand_confirmed()
        return case
    agencies, keyed = agencies_of((case.agency,)), (case.agency,)
    reasons = (
        *check(case, Act.RELEASE, actor),
        *_check_now(desk, case, agencies, keyed=keyed),
        *_check_key(key, on_key),
    )
    if reasons:
        return refuse(number, Act.RELEASE, actor, reasons)
    viewed = view(desk, number, by=by, purpose="to release")
    if isinstance(viewed, Refused):
        return viewed
    decided = decide_case(desk, viewed)
    if decided.failed:
        return refuse(number, Act.RELEASE, actor, (_FAILED,))
    if _has_changed(desk, viewed, decided, agencies[0].key):
        return _void(desk, number, actor)
    with locked(number) as held:
        on_key = rows.released_on_key(key)
        if on_key == (number, actor.id):
            database.demand_confirmed()
            return held.case
        # Read once: the key that is compared with what was approved is the one that it is sealed to.
        actor, agencies = (
            person(desk, by),
            agencies_of(receiving_agencies(held.case, decided.asked, decided.subject)),
        )
        both = (held.case.agency, decided.asked.requester.agency)
        reasons = (
            *check(held.case, Act.RELEASE, actor, expected=viewed.sequence),
            *_check_now(desk, held.case, agencies, keyed=both),
            *_check_day(desk, decided),
            *_check_law(desk, decided),
            *_check_unchanged(desk, held.case, decided, agencies[0].key),
            *_check_key(key, on_key),
            *_check_signers(desk, held.case),
        )
        # Asked last, of what nothing else stands against.
        reasons = reasons or check_entered(desk, held.case, releaser=actor.id, agencies=agencies, keyed=both)
        made = None if reasons else _build(desk, held.case, decided, actor)
        if not isinstance(made, Release):
            return refuse(number, Act.RELEASE, actor, reasons or made or ())
        return _write(desk, held, made, decided, key=key, to=agencies[0])


def _check_now(
    desk: Desk, case: Case, agencies: Sequence[AgencyStanding], *, keyed: Sequence[str]
) -> Reasons:
    """The same, with how the agencies that would receive stand; `keyed` are those that need a key of their own."""
    return (
        *check_releases(desk),
        *_check_dockets(desk),
        *_check_agencies(desk, agencies, keyed),
        *check_agreements(desk, case.agency, case.proposal.pathways if case.proposal else ()),
    )


def _build(desk: Desk, case: Case, decided: Decided, actor: Actor) -> Release | Reasons:
    if case.proposal is None:
        return (Reason("no_proposal", "nothing is proposed, or what was has become void"),)
    return build_release(
        case.proposal,
        decided.disclosed,
        case.standing_approvals,
        releaser=actor.id,
        released_at=desk.now(),
        preparers=case.preparers,
    )


def _write(
    desk: Desk, held: Locked, made: Release, decided: Decided, *, key: str, to: AgencyStanding
) -> Case:
    """Account, release, outbox and case, in the transaction that holds the case."""
    (number, sequence), drawn = held.place, draw_secrets(desk.secret)
    account, cites = _account(held.case, made, decided), tuple(map(str, made.proposal.pathways))
    sealed = desk.sealer.prepare(
        ToSeal(
            release=made,
            case=number,
            sequence=sequence,
            request=held.case.request,
            ref=held.case.ref,
            agency=held.case.agency,
            key=to.key,
            rows_asked=len(made.proposal.lines),
            account=account,
            secrets=drawn,
            cites=cites,
        )
    )
    moved = line(held.case.state, Act.RELEASE, State.RELEASED)
    told = Told(made.releaser, made.released_at, made.proposal.corpus, cites)
    entry = write_event(held.place, moved, told, drawn, prepared=sealed.fields)
    rows.put_release(held, entry, made, key=key, sealed=sealed.sealed, registration=to.key)
    if made.review_due:
        notices.put(Notice.RELEASED_IN_EMERGENCY, number, str(sequence), made.released_at)
    return write_change(held, entry, moved)


def _account(case: Case, made: Release, decided: Decided) -> dict[str, Any]:
    """The accounting of the disclosure (26 U.S.C. 6103(p)(3)(A)): who received what about whom, when and why."""
    asked, subject = decided.asked, decided.subject
    matter = subject.matter or asked.matter
    resolution = decided.determination.resolution
    names = names_of((made.releaser, *(one.signer for one in made.approvals)))
    return {
        "agency": case.agency,
        "subjects_count": 1,
        "items_count": len(made.items),
        "subject": resolution.taxpayer_id if resolution else None,
        "items": sorted({one.item for one in made.items}),
        "periods": sorted({one.period for one in made.items if one.period}),
        "purpose": "; ".join([*(one.text for one in made.proposal.pathways), matter.number or ""]).strip(
            "; "
        ),
        "reason": subject.reasons or asked.reasons or "",
        "recipients": [
            ", ".join(filter(None, (one.name or one.id, one.title, one.agency)))
            for one in asked.recipients_of(subject)
        ],
        "signatory": ", ".join(filter(None, (asked.requester.signatory, asked.requester.office))),
        "disclosed_on": made.released_at.date().isoformat(),
        "officer": names[made.releaser],
        "approvals": [
            {"official": names[one.signer], "digest": one.digest, "on": one.signed_at.date().isoformat()}
            for one in made.approvals
        ],
        "determination": made.proposal.determination,
    }


def _has_changed(desk: Desk, case: Case, decided: Decided, key: str) -> bool:
    """Whether request, facts, match, findings, orders or law are others than those that were approved."""
    if case.proposal is None or decided.determination.admission is not Admission.ADMITTED:
        return True
    made = case.proposal
    again = propose(desk, case, decided, number=made.number, by=made.prepared_by, key=key)
    return again.digest != case.proposal.digest


def _void(desk: Desk, number: str, actor: Actor) -> Refused:
    """What was approved is no longer what would leave: the case goes back, and its approvals are void."""
    act_on(
        desk,
        number,
        Act.SEND_BACK,
        by=SERVICE,
        values={"reason": "changed since it was approved"},
        change=lambda *_: {"proposal": None},
    )
    changed = Reason("changed", "facts, law, orders or the match have changed since it was approved")
    return refuse(number, Act.RELEASE, actor, (changed,))


def _check_key(key: str, released: tuple[str, str] | None) -> Reasons:
    """Whether the idempotency key is one, and no case was `released` on it by anybody."""
    if not 0 < len(key) <= rows.key_chars_max or released is not None:
        return (Reason("other_key", "the key of a release is drawn anew for each case"),)
    return ()


def _check_unchanged(desk: Desk, case: Case, decided: Decided, key: str) -> Reasons:
    """Whether, now that the case is held, what was approved is still what would leave, and to the same key."""
    if _has_changed(desk, case, decided, key):
        return (Reason("changed", "it has changed since it was approved; look at the case again"),)
    return ()


def _check_day(desk: Desk, decided: Decided) -> Reasons:
    """Whether it is still the day whose law decided: an order may stand from midnight on."""
    if decided.day == desk.now().date():
        return ()
    return (Reason("another_day", "a new day has begun since it was decided; release it again"),)


def _check_law(desk: Desk, decided: Decided) -> Reasons:
    """Whether the law is still the one that decided: an order or a reading may have been entered meanwhile."""
    if law_for(desk, decided.asked, decided.day).digest == decided.corpus.digest:
        return ()
    return (Reason("changed", "it has changed since it was approved; look at the case again"),)


def _check_dockets(desk: Desk) -> Reasons:
    last, today = dockets_checked_on(), desk.now().date()
    if last and last <= today and today - last <= timedelta(days=desk.limits.docket_check_days_max):
        return ()
    return (Reason("dockets", "counsel has not looked at the dockets of late"),)


def check_safeguards(desk: Desk, agencies: Sequence[AgencyStanding]) -> Reasons:
    """Whether each that would receive has safeguards that satisfy today (26 U.S.C. 6103(p)(4))."""
    today = desk.now().date()
    return tuple(
        Reason("safeguards", "the safeguards of {agency} are not known to satisfy", {"agency": one.name})
        for one in agencies
        if not one.satisfies(today)
    )


def _check_agencies(desk: Desk, agencies: Sequence[AgencyStanding], keyed: Sequence[str]) -> Reasons:
    """The same, and whether those that need one have a key."""
    without = [one.name for one in agencies if one.name in keyed and not one.key]
    return (
        *check_safeguards(desk, agencies),
        *(Reason("no_key", "{agency} has registered no key", {"agency": name}) for name in without),
    )


def _check_signers(desk: Desk, case: Case) -> Reasons:
    """Whether those who signed still may: a role that was taken away since makes the approval void."""
    signers = actors_of([one.signer for one in case.standing_approvals], desk.now().date())
    lost = [one for one in signers if permissions.check_may(one, Act.SIGN, case)]
    return tuple(Reason("signer_lost", "an official who signed no longer has the authority") for _ in lost)


_FAILED = Reason("fault", "the records could not be looked at; what was approved stands, so release it again")
