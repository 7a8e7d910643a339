"""What was released is handed over once its entry can be proved, fetched once, confirmed, and followed afterwards."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from lawgate.casework.case import Case
from lawgate.casework.transitions import line
from lawgate.casework.words import Act, Reason, Reasons, State
from lawgate.errors import InputError, LawgateError, ReleasesStoppedError, UnconfirmedError
from lawgate.handover.statement import Stated
from lawgate.ledger.checkpoint import SignedCheckpoint, parse_signed_checkpoint
from lawgate.ledger.examine import CHECKPOINT_PATH
from lawgate.ledger.trust import check_signatures
from lawgate.service.casework.acts.entered import check_may_as_entered
from lawgate.service.casework.acts.look import receiving_now, standing_now
from lawgate.service.casework.acts.release import check_releases, check_safeguards
from lawgate.service.casework.desk import SERVICE, Desk, Refused, act_on, check, person, refuse, write
from lawgate.service.casework.registers.agreements import check_agreements
from lawgate.service.casework.sealing import Entered
from lawgate.stores import database
from lawgate.stores.casework import models
from lawgate.stores.casework import release as rows
from lawgate.stores.casework.read import agencies_of, find_case, submission_of
from lawgate.stores.casework.write import Locked, locked
from lawgate.stores.ledger.disk import Disk
from lawgate.stores.log import say

DELIVERIES_AT_ONCE = 100
RETRY_FIRST, RETRY_LONGEST = timedelta(seconds=1), timedelta(hours=1)
"""How long a hand-over that failed rests, twice as long after each failure."""


def deliver_waiting(desk: Desk) -> tuple[str, ...]:
    """Hand over what waits and can be proved; the numbers of the cases that were delivered."""
    waiting = rows.waiting_cases(DELIVERIES_AT_ONCE)
    return tuple(
        number for number in waiting if not _rests(desk, number) and isinstance(deliver(desk, number), Case)
    )


def deliver_once(desk: Desk, number: str) -> None:
    """Hand a case over unless it was: who asks again has nothing to be refused."""
    if rows.is_waiting(number):
        deliver(desk, number)


def _rests(desk: Desk, number: str) -> bool:
    """Whether a hand-over failed just now: each failure is an entry, and not every round of the worker makes one."""
    attempts, last = rows.last_attempt(number)
    return last is not None and desk.now() < last + min(RETRY_FIRST * 2 ** min(attempts, 16), RETRY_LONGEST)


def deliver(desk: Desk, number: str) -> Case | Refused:
    """Make the package of a released case ready to be fetched, with the proof of its entry in it.

    Refused while the entry is not under a checkpoint that the ledger and the quorum of witnesses have signed.
    """
    try:
        with locked(number) as held:
            reasons = (
                *check(held.case, Act.DELIVER, SERVICE),
                *check_releases(desk),
                *_check_review(desk, held.case),
                *_check_receiving(desk, held.case),
            )
            waiting = None if reasons else rows.waiting_of(number, desk.secret)
            if waiting is None:
                return refuse(number, Act.DELIVER, SERVICE, reasons or (_NOTHING_WAITS,))
            signed = under_checkpoint(desk, waiting)
            if signed is None:
                return refuse(number, Act.DELIVER, SERVICE, (_NOT_PROVED,))
            body = _body(desk, waiting, signed)
            return _delivered(desk, held, body)
    except UnconfirmedError:
        raise
    except ReleasesStoppedError as error:
        desk.releases.stop(error.what)
        raise
    except LawgateError as error:
        return _failed(desk, number, type(error).__name__)


def under_checkpoint(desk: Desk, waiting: rows.Waiting) -> SignedCheckpoint | None:
    """The checkpoint that covers a release's entry and that those have signed who have to; None where there is none."""
    held = Disk(desk.ledger).read(CHECKPOINT_PATH)
    if held is None or waiting.leaf is None:
        return None
    signed = parse_signed_checkpoint(held, where=CHECKPOINT_PATH)
    if waiting.leaf >= signed.checkpoint.size:
        return None
    return None if check_signatures(signed, desk.trust, where=CHECKPOINT_PATH) else signed


def fetch(desk: Desk, number: str, *, by: str) -> bytes | Refused:
    """Give the agency its package, once."""
    with locked(number) as held:
        actor = person(desk, by)
        reasons = check(held.case, Act.FETCH, actor)
        reasons = reasons or (*_check_review(desk, held.case), *_check_receiving(desk, held.case))
        body = None if reasons else rows.fetch_file(number, desk.now())
        if body is None:
            return refuse(number, Act.FETCH, actor, reasons or (_FETCHED,))
        write(desk, held, line(held.case.state, Act.FETCH, State.DELIVERED), actor)
        return body


def fetch_again(desk: Desk, number: str, *, by: str) -> bytes | Refused:
    """The same bytes for whoever fetched them and did not get them whole, while nothing stands against it now.

    The caller has to know that it is the same attempt; that it was fetched is entered already.
    """
    with locked(number) as held:
        actor = person(desk, by)
        reasons = check(held.case, Act.FETCH, actor)
        reasons = reasons or (*_check_review(desk, held.case), *_check_receiving(desk, held.case))
        body = None if reasons else rows.fetched_file(number)
        if body is None:
            return refuse(number, Act.FETCH, actor, reasons or (_FETCHED,))
        database.demand_confirmed()
        say("fetched_again", case=number, actor=actor.id)
        return body


def confirm(desk: Desk, number: str, *, by: str, receipt: bytes) -> Case | Refused:
    """Take the recipient's receipt; refused unless the key that it registered signed it, and for this package."""
    actor = person(desk, by)
    reasons = check(find_case(number), Act.CONFIRM, actor)
    reasons = reasons or _check_signed(desk, number, receipt, Stated.RECEIVED)
    if reasons:
        return refuse(number, Act.CONFIRM, actor, reasons)

    def change(_held: Locked, _entry: models.Entry) -> Mapping[str, Any]:
        rows.put_receipt(number, receipt)
        return {}

    values = {"package": rows.package_digest(number) or "", "reason": hashlib.sha256(receipt).hexdigest()}
    return act_on(desk, number, Act.CONFIRM, by=by, values=values, change=change)


def review_after(desk: Desk, number: str, *, by: str, agrees: bool, reason: str) -> Case | Refused:
    """The look of a second official after a release in an emergency."""

    def change(held: Locked, entry: models.Entry) -> Mapping[str, Any]:
        rows.put_review_after(held, entry, agrees=agrees)
        return {}

    if refused := check_may_as_entered(desk, find_case(number), Act.REVIEW_AFTER, by=by):
        return refuse(number, Act.REVIEW_AFTER, person(desk, by), refused)
    values = {"reason": [("agrees" if agrees else "does not agree"), reason]}
    return act_on(desk, number, Act.REVIEW_AFTER, by=by, values=values, change=change)


def recall(desk: Desk, number: str, *, by: str, reason: str) -> Case | Refused:
    """Order what left to be set apart and not used."""
    return _with_reason(desk, number, Act.RECALL, by, reason)


def report_incident(desk: Desk, number: str, *, by: str, reason: str) -> Case | Refused:
    """Something went where it should not, or was used as it should not be."""
    return _with_reason(desk, number, Act.REPORT_INCIDENT, by, reason)


def attest(desk: Desk, number: str, *, by: str, signed: bytes = b"", said: str = "") -> Case | Refused:
    """The recipient attests, under the key that it registered, that what was recalled is set apart.

    Of a package that nobody fetched there is nothing to sign: then it says so in words.
    """
    return _state(desk, number, Act.ATTEST, by=by, what=Stated.QUARANTINED, signed=signed, said=said)


def confirm_destruction(
    desk: Desk, number: str, *, by: str, signed: bytes = b"", said: str = ""
) -> Case | Refused:
    """The recipient certifies, under the key that it registered, that it destroyed what it received."""
    return _state(desk, number, Act.DESTROY, by=by, what=Stated.DESTROYED, signed=signed, said=said)


def close(desk: Desk, number: str, *, by: str) -> Case | Refused:
    """Nothing more is to be done in the case."""
    return act_on(desk, number, Act.CLOSE, by=by)


def _body(desk: Desk, waiting: rows.Waiting, signed: SignedCheckpoint) -> bytes:
    entered = Entered(waiting.entry, waiting.fields, waiting.sealed, waiting.leaf or 0)
    return desk.sealer.hand_over(entered, ledger=Disk(desk.ledger), signed=signed, trust=desk.trust)


def _delivered(desk: Desk, held: Locked, body: bytes) -> Case:
    digest = hashlib.sha256(body).hexdigest()

    def change(held: Locked, entry: models.Entry) -> Mapping[str, Any]:
        rows.put_file(held.row.number, body, digest, entry.happened_at)
        return {}

    moved = line(held.case.state, Act.DELIVER, State.DELIVERED)
    return write(desk, held, moved, SERVICE, values={"package": digest}, change=change)


def _check_review(desk: Desk, case: Case) -> Reasons:
    """Whether the day is over in which a second official had to look at a release in an emergency, and none did."""
    made = case.release
    if made and made.review_due and not made.reviewed_by and desk.now() > made.review_due:
        return (Reason("review_overdue", "a second official has not looked within a day"),)
    return ()


def _check_receiving(desk: Desk, case: Case) -> Reasons:
    """Whether those who would receive still may: what has not left yet stays where an order or safeguards forbid it.

    An agreement that ended, and words that are others than were approved, keep it as well.
    """
    _, digest = submission_of(case.number)
    if case.proposal is None or case.proposal.request != digest:
        return (Reason("changed", "facts, law, orders or the match have changed since it was approved"),)
    return (
        *_check_orders(desk, case),
        *check_safeguards(desk, agencies_of(receiving_now(case))),
        *check_agreements(desk, case.agency, case.proposal.pathways),
    )


def _check_orders(desk: Desk, case: Case) -> Reasons:
    """Whether an order that came into force since forbids something of it: what has not left yet stays."""
    standing = standing_now(desk, case)
    leaving = case.proposal.leaving if case.proposal else ()
    if any(standing.forbidding(one.pathway, one.item) for one in leaving if one.pathway):
        return (Reason("order_in_force", "an order of a court forbids it since it was released: recall it"),)
    return ()


def _failed(desk: Desk, number: str, fault: str) -> Refused:
    """A hand-over that failed is an entry of its own; what was released stays released and is tried again."""

    def change(_held: Locked, _entry: models.Entry) -> Mapping[str, Any]:
        rows.count_attempt(number, fault)
        return {}

    act_on(desk, number, Act.FAIL_DELIVERY, by=SERVICE, values={"reason": fault}, change=change)
    return refuse(
        number, Act.DELIVER, SERVICE, (Reason("failed", "the hand-over failed; it is tried again"),)
    )


def _state(
    desk: Desk, number: str, act: Act, *, by: str, what: Stated, signed: bytes, said: str
) -> Case | Refused:
    """Take what the recipient states of a package that it has: under its key, or not at all."""
    if not rows.was_fetched(number):
        return _with_reason(desk, number, act, by, said)
    actor = person(desk, by)
    reasons = check(find_case(number), act, actor) or _check_signed(desk, number, signed, what)
    if reasons:
        return refuse(number, act, actor, reasons)

    def change(held: Locked, entry: models.Entry) -> Mapping[str, Any]:
        rows.put_statement(held, entry, what=what.value, body=signed)
        return {}

    values = {"package": rows.package_digest(number) or "", "reason": hashlib.sha256(signed).hexdigest()}
    return act_on(desk, number, act, by=by, values=values, change=change)


def _check_signed(desk: Desk, number: str, signed: bytes, what: Stated) -> Reasons:
    """Whether the key that the recipient registered signed that this became of this package."""
    try:
        key = rows.registration_of(number) or agencies_of((find_case(number).agency,))[0].key
        desk.sealer.check_receipt(signed, key=key, package=rows.sealed_digest(number), what=what)
    except InputError as error:
        told = ": ".join(filter(None, (error.what, error.mend)))
        return (Reason("receipt", "what was sent does not hold: {fault}", {"fault": told}),)
    return ()


def _with_reason(desk: Desk, number: str, act: Act, by: str, reason: str) -> Case | Refused:
    if not reason.strip():
        return refuse(number, act, person(desk, by), (Reason("no_reason", "state the reason"),))
    return act_on(desk, number, act, by=by, values={"reason": reason})


_NOTHING_WAITS = Reason("nothing_waits", "nothing of this case waits to be handed over")
_NOT_PROVED = Reason(
    "not_proved", "its entry is not under a checkpoint yet that enough witnesses have signed"
)
_FETCHED = Reason("fetched_already", "a package is fetched once")
