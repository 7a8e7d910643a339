"""What becomes of a case's items: findings made, reviewers asked, the whole determined and submitted for review."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from lawgate.casework import permissions, policies
from lawgate.casework.case import Case
from lawgate.casework.proposal import digest_of
from lawgate.casework.transitions import line
from lawgate.casework.words import Act, Reason
from lawgate.cite import Cite
from lawgate.decide.determination import Admission
from lawgate.decide.findings import EVERY, Finding, Findings
from lawgate.linkage.names import fold
from lawgate.linkage.review import Answer
from lawgate.service.casework.acts.entered import check_may_as_entered
from lawgate.service.casework.acts.intake import block
from lawgate.service.casework.acts.look import decide_case, propose
from lawgate.service.casework.desk import Desk, Refused, act_on, check, person, refuse, write
from lawgate.service.contract.text import PAIR_ID
from lawgate.stores.casework import decision as rows
from lawgate.stores.casework import models
from lawgate.stores.casework.read import agencies_of, find_case, findings_of, name_of
from lawgate.stores.casework.write import Locked, locked, write_proposal

PAIR = re.compile(PAIR_ID)
"""What a pair is known by: what a decision on anything else would settle is nothing."""


def find(
    desk: Desk,
    number: str,
    *,
    by: str,
    cite: Cite,
    answer: bool,
    office: str,
    items: tuple[str, ...] = (),
    certified_on: date | None = None,
    note: str = "",
) -> Case | Refused:
    """An official answers a question of judgement; what was proposed before becomes void.

    InputError where the office may not answer it, or the day is still to come.
    """
    today = desk.now().date()
    made = Finding(
        cite, answer, EVERY, frozenset(items) or EVERY, office, today, by, certified_on, note or None
    )
    same = [one for one in findings_of(number) if (one.cite, one.items) != (made.cite, made.items)]
    Findings.check((*same, made), day=today)

    def change(held: Locked, entry: models.Entry) -> Mapping[str, Any]:
        rows.put_finding(held, entry, made)
        return {"proposal": None}

    values = {"reason": [str(cite), "yes" if answer else "no"], "items": list(items)}
    return act_on(desk, number, Act.FIND, by=by, values=values, change=change)


def ask_reviewers(desk: Desk, number: str, *, by: str) -> Case | Refused:
    """Ask reviewers who is named; they answer on pairs."""
    return act_on(
        desk,
        number,
        Act.ASK_REVIEWERS,
        by=by,
        change=lambda *_: {"preparer_id": by, "proposal": None},
    )


def settle_match(
    desk: Desk, number: str, *, by: str, pair: str, answer: Answer, reason: str
) -> Case | Refused:
    """A reviewer answers on a pair, once, with his reason; two who agree can settle who is named."""

    def change(held: Locked, entry: models.Entry) -> Mapping[str, Any]:
        rows.put_match_decision(held, entry, pair=pair, answer=answer, reason=reason)
        return {}

    with locked(number) as held:
        actor = person(desk, by)
        reasons = check(held.case, Act.SETTLE_MATCH, actor)
        if not (reason.strip() and fold(name_of(actor.id))):
            reasons = (*reasons, Reason("no_reason", "state the reason, under a name in Latin letters"))
        if not PAIR.fullmatch(pair):
            reasons = (*reasons, Reason("no_pair", "this is not the id of a pair"))
        if rows.has_answered(held, pair=pair, by=actor.id):
            reasons = (*reasons, Reason("answered_already", "one reviewer answers once on a pair"))
        if reasons:
            return refuse(number, Act.SETTLE_MATCH, actor, reasons)
        moved = line(held.case.state, Act.SETTLE_MATCH, policies.after(held.case, Act.SETTLE_MATCH))
        return write(desk, held, moved, actor, values={"reason": [pair, answer.value]}, change=change)


def determine(desk: Desk, number: str, *, by: str, day: date | None = None) -> Case | Refused:
    """Decide the case under the law of today, and propose what would leave; another day gives a hypothesis.

    The look at the records is entered before it is taken, whatever comes of it.
    """
    actor, case = person(desk, by), find_case(number)
    reasons = check(case, Act.DETERMINE, actor)
    if reasons:
        return refuse(number, Act.DETERMINE, actor, reasons)
    viewed = view(desk, number, by=by, purpose="to determine")
    if isinstance(viewed, Refused):
        return viewed
    decided = decide_case(desk, viewed, day=day)
    if decided.determination.admission is Admission.BLOCKED and not decided.hypothetical:
        orders = [one.id for one in decided.determination.orders]
        return block(desk, number, by=by, orders=orders, asked=Act.DETERMINE)

    def change(held: Locked, entry: models.Entry) -> Mapping[str, Any]:
        key = agencies_of((held.case.agency,))[0].key
        proposal = propose(desk, held.case, decided, number=rows.next_number(held), by=actor.id, key=key)
        return {
            "proposal": write_proposal(held, entry, proposal, decided.document),
            "preparer_id": actor.id,
        }

    return act_on(
        desk,
        number,
        Act.DETERMINE,
        by=by,
        values={"determination": digest_of(decided.document)},
        change=change,
        expected=viewed.sequence,
        corpus=decided.corpus.digest,
    )


def submit(desk: Desk, number: str, *, by: str) -> Case | Refused:
    """The preparer gives what he proposes to the reviewers."""
    return act_on(desk, number, Act.SUBMIT, by=by)


def view(desk: Desk, number: str, *, by: str, purpose: str) -> Case | Refused:
    """Somebody looks at a case or its records: an event like any other (26 U.S.C. 7213A)."""
    if not purpose.strip():
        return refuse(number, Act.VIEW, person(desk, by), (Reason("no_purpose", "a look has a purpose"),))
    with locked(number) as held:
        actor, case = person(desk, by), held.case
        reasons = permissions.check_sees(actor, case) or check(case, Act.VIEW, actor)
        if reasons := reasons or check_may_as_entered(desk, case, Act.VIEW, by=by):
            return refuse(number, Act.VIEW, actor, reasons)
        moved = line(case.state, Act.VIEW, policies.after(case, Act.VIEW))
        return write(desk, held, moved, actor, values={"reason": purpose, "officer": name_of(by)})
