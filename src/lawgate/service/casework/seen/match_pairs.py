"""Who is named: the pairs that reviewers compare, and what they have said, as far as this person may see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from lawgate.casework.words import Act, State
from lawgate.decide.admit import Returned
from lawgate.errors import InputError
from lawgate.linkage.contenders import Bar
from lawgate.linkage.review import Answer, PairState, ReviewDecision, Reviewer, state_of
from lawgate.linkage.review_pair import ReviewPair, pair_of
from lawgate.service.casework.acts.decision import view
from lawgate.service.casework.acts.look import gate_of
from lawgate.service.casework.desk import Desk, Refused, check, person
from lawgate.stores.casework.read import find_case, name_of, reviews_of

Document = dict[str, Any]

REVIEWER: Final = "reviewer"
LOOKED_AT: Final = frozenset(
    {State.ADMITTED, State.RESOLVING, State.DETERMINED, State.IN_REVIEW, State.APPROVED}
)
"""Where a case stands while its records may be looked at: it was admitted, no order forbids it, it has not ended."""


def pairs_document(desk: Desk, number: str, *, by: str) -> Document | Refused:
    """The pairs of a case, field by field, blind to any score; the look is entered.

    What other reviewers said of a pair is told once this one has answered, or the pair is settled.
    """
    seen = view(desk, number, by=by, purpose="to compare who is named")
    if isinstance(seen, Refused):
        return seen
    case, actor, said = find_case(number), person(desk, by), reviews_of(number)
    gate, _ = gate_of(desk, number, case.ref)
    if isinstance(gate, Returned) or desk.custodian is None or case.state not in LOOKED_AT:
        return {"number": number, "pairs": [], "can": False, "reasons": []}
    reasons = check(case, Act.SETTLE_MATCH, actor)
    pairs = {}
    custodian = desk.custodian.afresh(desk.custodian.reviews)
    for one in (each for _, some in custodian.in_question([gate]) for each in some):
        pair = pair_of(gate.subject.named, one.record)
        pairs[pair.id] = (pair, one.bar)
    me = Reviewer(name_of(by), REVIEWER).key
    return {
        "number": number,
        "state": case.state.value,
        "pairs": [_shown(*pairs[key], said.on(key), me) for key in sorted(pairs)],
        "can": not reasons,
        "reasons": reasons,
    }


def _shown(pair: ReviewPair, bar: Bar, decisions: Sequence[ReviewDecision], me: str) -> Document:
    state, mine = state_of(decisions), [one for one in decisions if one.by.key == me]
    told = decisions if mine or state is not PairState.WAITING else ()
    return {
        "pair": pair.id,
        "barred": bar is not Bar.NOTHING,
        "state": state.value,
        "answered": bool(mine),
        "said": [
            {"by": one.by.name, "answer": one.answer.value, "reason": one.reason, "on": one.on.isoformat()}
            for one in told
        ],
        "lines": [
            {
                "label": line.label,
                "asked": line.asked,
                "on_file": line.on_file,
                "difference": line.difference,
                "same": line.asked == line.on_file,
            }
            for line in pair.lines
        ],
    }


def answer_of(said: str) -> Answer:
    """A reviewer's answer; where he says nothing, no match. InputError for another word."""
    try:
        return Answer(said) if said else Answer.NO_MATCH
    except ValueError:
        raise InputError("no such answer", where="answer", mend=f"use one of {', '.join(Answer)}") from None
