"""Requests as they come in: received, returned with every defect, mended, admitted, blocked, withdrawn."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lawgate.casework import permissions, policies
from lawgate.casework.case import Actor, Case
from lawgate.casework.transitions import line
from lawgate.casework.words import Act, Reason, Role, State
from lawgate.decide.admit import Returned
from lawgate.decide.determine import is_blocked, orders_against
from lawgate.decide.request import Request, Subject
from lawgate.errors import InputError
from lawgate.law.agencies import is_part
from lawgate.service.casework.acts.asked_about import check_asked_often, note_asked
from lawgate.service.casework.acts.look import demand_readable, gate_of, parse_submission
from lawgate.service.casework.acts.turned_away import turn_away
from lawgate.service.casework.desk import SERVICE, Desk, Refused, act_on, person, refuse, write
from lawgate.service.casework.registers.capping import check_intake, named_in
from lawgate.service.contract.write import defect_document
from lawgate.stores.casework import intake as rows
from lawgate.stores.casework import models
from lawgate.stores.casework.read import find_case
from lawgate.stores.casework.write import Locked, Told, draw_secrets, locked, write_event
from lawgate.stores.database import demand_confirmed, one_transaction


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows that somebody signed what he sent: texts alone.

    `message` is what he signed, where a request came in it with a table; None where he signed the request's own bytes.
    """

    shown: Mapping[str, Any]
    message: bytes | None = None


def receive(
    desk: Desk, body: bytes, *, by: str, signed: Evidence | None = None
) -> tuple[Case, ...] | Refused:
    """Take a request in: a case for each subject. The same request again gives the same cases.

    `signed` is what shows that whoever sent it signed it; it stands in the entry of each case.
    InputError for bytes that are no request, or for an agency's number that was given to other words before.
    """
    asked, subjects = parse_submission(body, where="request")
    agency, digest, actor = asked.requester.agency, hashlib.sha256(body).hexdigest(), person(desk, by)
    reasons = permissions.check_may(actor, Act.RECEIVE, None)
    officer_alone = actor.roles & permissions.ROLES[Act.RECEIVE] == {Role.AGENCY_OFFICER}
    if (actor.agency or officer_alone) and not is_part(agency, actor.agency or ""):
        reasons = (*reasons, Reason("other_agency", "the request is another agency's"))
    if reasons:
        return refuse("", Act.RECEIVE, actor, reasons)
    demand_readable(desk, asked, subjects)
    with one_transaction():
        known = rows.standing(agency, asked.id)
        if known is not None:
            demand_confirmed()
            return _same(known, digest, asked.id)
        refused = check_intake(desk, asked, subjects)
        refused = refused or (check_asked_often(desk, agency, subjects) if officer_alone else ())
        if refused:
            about = len(subjects)
            return turn_away(desk, Act.RECEIVE, actor, refused, agency=agency, subjects=about, body=body)
        submission = rows.put_first(agency, asked.id, digest, body, desk.now())
        if submission is None and (known := rows.standing(agency, asked.id)):
            return _same(known, digest, asked.id)
        if submission is None:
            raise InputError("this request is being taken in", where="request.id", mend="send it again")
        note_asked(desk, agency, subjects)
        _keep_message(submission, signed)
        return tuple(
            _open_case(desk, submission, asked, one, position=position, by=actor.id, signed=signed)
            for position, one in enumerate(subjects, 1)
        )


def mend(desk: Desk, number: str, body: bytes, *, by: str, signed: Evidence | None = None) -> Case | Refused:
    """Take the mended words of a request that was returned; its clock runs again."""
    case, actor = find_case(number), person(desk, by)
    if reasons := permissions.check_may(actor, Act.MEND, case):
        return refuse(number, Act.MEND, actor, reasons)
    asked, subjects = parse_submission(body, where="request")
    if (asked.id, asked.requester.agency) != (case.request, case.agency):
        raise InputError("this is another request", where="request.id", mend=f"keep the id {case.request}")
    if case.ref not in {one.ref for one in subjects}:
        raise InputError(
            "the subject is not in it", where="request.subjects", mend=f"keep the ref {case.ref}"
        )
    demand_readable(desk, asked, subjects)
    digest = hashlib.sha256(body).hexdigest()
    about = [one for one in subjects if one.ref == case.ref]
    if often := check_asked_often(desk, case.agency, about):
        with one_transaction():
            return turn_away(desk, Act.MEND, actor, often, agency=case.agency, subjects=len(about), body=body)

    def change(held: Locked, entry: models.Entry) -> Mapping[str, Any]:
        deadline = held.case.deadline
        note_asked(desk, case.agency, about)
        submission = rows.put_submission(case.agency, case.request, digest, body, entry.happened_at)
        _keep_message(submission, signed)
        return {
            "submission": submission,
            "provision": str(asked.provision) if asked.provision else "",
            "defects": [],
            **(rows.clock(deadline.resume(entry.day)) if deadline else {}),
        }

    subject = next(one for one in subjects if one.ref == case.ref)
    values = {"request": digest, "recipients": named_in(asked, subject), **_kept(signed)}
    return act_on(desk, number, Act.MEND, by=by, change=change, values=values)


def admit(desk: Desk, number: str, *, by: str) -> Case | Refused:
    """Hold the request's own words against the law: returned with all defects, blocked by an order, or admitted."""
    case = find_case(number)
    gate, corpus = gate_of(desk, number, case.ref)
    if isinstance(gate, Returned):
        act, defects = Act.RETURN, [defect_document(one) for one in gate.defects]
    else:
        act, defects = Act.BLOCK if is_blocked(gate) else Act.ADMIT, []

    def change(held: Locked, entry: models.Entry) -> Mapping[str, Any]:
        stops = act is Act.RETURN and held.case.deadline
        return {"defects": defects, **(rows.clock(stops.stop(entry.day)) if stops else {})}

    values = {"reason": [one["cite"] for one in defects]} if defects else {}
    if act is not Act.BLOCK:
        return act_on(
            desk,
            number,
            act,
            by=by,
            values=values,
            change=change,
            expected=case.sequence,
            corpus=corpus.digest,
        )
    # Whoever admits may not block; the order does, and the service acts on it.
    orders = [one.id for one in orders_against(gate)] if not isinstance(gate, Returned) else []
    return block(desk, number, by=by, orders=orders, asked=Act.ADMIT)


def block(
    desk: Desk, number: str, *, by: str | Actor, orders: list[str], asked: Act = Act.BLOCK
) -> Case | Refused:
    """An order in force forbids the case; `asked` is the act in the course of which that was found."""
    with locked(number) as held:
        actor = person(desk, by)
        hidden = () if actor is SERVICE else permissions.check_sees(actor, held.case)
        reasons = hidden or (
            *permissions.check_may(actor, asked, held.case),
            *policies.check_act(held.case, Act.BLOCK, by=actor.id),
        )
        if reasons:
            return refuse(number, Act.BLOCK, actor, reasons)
        moved = line(held.case.state, Act.BLOCK, State.BLOCKED)
        return write(
            desk, held, moved, actor, values={"reason": orders}, change=lambda *_: {"proposal": None}
        )


def unblock(desk: Desk, number: str, *, by: str) -> Case | Refused:
    """The order that blocked the case is at an end: it begins again at its words."""
    return act_on(desk, number, Act.UNBLOCK, by=by)


def withdraw(desk: Desk, number: str, *, by: str) -> Case | Refused:
    """The agency takes its request back."""
    return act_on(desk, number, Act.WITHDRAW, by=by, change=lambda *_: {"proposal": None})


def assign(desk: Desk, number: str, *, to: str, by: str) -> Case | Refused:
    """Give a case to somebody to work on; it changes nothing of the case itself."""
    with locked(number) as held:
        actor, given = person(desk, by), person(desk, to)
        reasons = permissions.check_assigns(actor, held.case)
        if permissions.check_may(given, Act.VIEW, held.case):
            reasons = (*reasons, Reason("not_an_officer", "a case is given to an officer who may look at it"))
        if reasons:
            return refuse(number, Act.VIEW, actor, reasons)
        rows.assign(held, to)
        return find_case(number)


def purge_unadmitted(desk: Desk, *, days: int) -> int:
    """Destroy the words of requests that were never admitted and ended so many days ago; their digests stay."""
    return rows.purge(desk.now(), days)


def _kept(signed: Evidence | None) -> dict[str, Any]:
    return {"signed": dict(signed.shown)} if signed else {}


def _keep_message(submission: models.Submission | None, signed: Evidence | None) -> None:
    """Beside words that were made from it; elsewhere they are the message themselves."""
    if submission is not None and signed is not None and signed.message is not None:
        rows.put_message(submission, signed.message)


def _open_case(
    desk: Desk,
    submission: models.Submission,
    asked: Request,
    one: Subject,
    *,
    position: int,
    by: str,
    signed: Evidence | None,
) -> Case:
    moved, at = line(None, Act.RECEIVE, State.RECEIVED), desk.now()
    number = rows.number_of(submission, position, at)
    told = Told(
        by,
        at,
        cites=(str(asked.provision),) if asked.provision else (),
        values={
            "agency": asked.requester.agency,
            "officer": by,
            "items": list(asked.items),
            "periods": list(asked.periods_of(one)),
            "recipients": named_in(asked, one),
            "signatory": asked.requester.signatory or "",
            "purpose": asked.reasons or "",
            "subject": one.ref,
            "request": submission.digest,
            **_kept(signed),
        },
    )
    entry = write_event((number, 1), moved, told, draw_secrets(desk.secret))
    return rows.put_case(
        number, submission, entry, ref=one.ref, provision=asked.provision, days=desk.limits.answer_days
    )


def _same(known: tuple[str, tuple[Case, ...]], digest: str, request: str) -> tuple[Case, ...]:
    if known[0] != digest:
        raise InputError(
            "this request was submitted before, in other words",
            where="request.id",
            mend=f"mend its cases one by one, or give it another id than {request[:40]!r}",
        )
    return known[1]
