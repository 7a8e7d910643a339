"""The one table of what moves a case: from where, by which act, to where, who answers for it, what is entered, who
is told. The diagram in the documents, the guards of the database and the matrix of permissions are made from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lawgate.casework.words import LEFT, Act, Notice, Role, State
from lawgate.errors import IllFormedError
from lawgate.ledger.entry import Kind


@dataclass(frozen=True, slots=True)
class Transition:
    """One line of the table; `before` None is a case that does not stand yet."""

    before: State | None
    act: Act
    after: State
    owner: Role
    kind: Kind
    notice: Notice | None = None


def _from(
    states: Iterable[State],
    act: Act,
    after: State | None,
    owner: Role,
    kind: Kind,
    *,
    notice: Notice | None = None,
) -> tuple[Transition, ...]:
    """The same line for several states; `after` None leaves the case where it stands."""
    return tuple(Transition(state, act, after or state, owner, kind, notice) for state in states)


S, A, R, K, N = State, Act, Role, Kind, Notice

BEFORE_RELEASE = (
    S.RECEIVED, S.RETURNED, S.ADMITTED, S.RESOLVING, S.DETERMINED, S.IN_REVIEW, S.APPROVED, S.BLOCKED,
)  # fmt: skip
OPEN_TO_ORDERS = (S.RECEIVED, S.ADMITTED, S.RESOLVING, S.DETERMINED, S.IN_REVIEW, S.APPROVED)
AFTER_RELEASE = (S.RELEASED, S.DELIVERED, S.RECEIPTED)
ENDED = (S.CLOSED, S.WITHHELD, S.WITHDRAWN)
OWED = tuple(one for one in S if one not in {*ENDED, *LEFT})
"""Where somebody still owes an answer."""

TRANSITIONS: tuple[Transition, ...] = (
    Transition(None, A.RECEIVE, S.RECEIVED, R.AGENCY_OFFICER, K.REQUEST_RECEIVED),
    Transition(S.RECEIVED, A.RETURN, S.RETURNED, R.INTAKE_CLERK, K.REQUEST_RETURNED, N.DEFECTS),
    Transition(S.RETURNED, A.MEND, S.RECEIVED, R.AGENCY_OFFICER, K.REQUEST_RECEIVED),
    Transition(S.RECEIVED, A.ADMIT, S.ADMITTED, R.INTAKE_CLERK, K.REQUEST_ADMITTED),
    *_from(OPEN_TO_ORDERS, A.BLOCK, S.BLOCKED, R.COUNSEL, K.REQUEST_BLOCKED, notice=N.ORDER_IN_FORCE),
    Transition(S.BLOCKED, A.UNBLOCK, S.RECEIVED, R.COUNSEL, K.REQUEST_RECEIVED),
    # Who is named.
    *_from((S.ADMITTED, S.DETERMINED), A.ASK_REVIEWERS, S.RESOLVING, R.PREPARER, K.MATCH_REVIEWED),
    Transition(S.RESOLVING, A.SETTLE_MATCH, S.RESOLVING, R.REVIEWER, K.MATCH_REVIEWED),
    # What is decided. A new finding or a new look makes the old proposal void.
    *_from((S.ADMITTED, S.DETERMINED), A.FIND, None, R.REVIEWER, K.FINDING_MADE),
    *_from((S.ADMITTED, S.RESOLVING, S.DETERMINED), A.DETERMINE, S.DETERMINED, R.PREPARER, K.DETERMINED),
    *_from(
        (S.IN_REVIEW, S.APPROVED), A.DETERMINE, S.DETERMINED, R.PREPARER, K.DETERMINED, notice=N.TO_PREPARER
    ),
    # Review: the first approval leaves the case in review, the last that is demanded makes it approved.
    Transition(S.DETERMINED, A.SUBMIT, S.IN_REVIEW, R.PREPARER, K.SUBMITTED, N.TO_REVIEWERS),
    Transition(S.IN_REVIEW, A.SIGN, S.IN_REVIEW, R.REVIEWER, K.APPROVED),
    Transition(S.IN_REVIEW, A.SIGN, S.APPROVED, R.REVIEWER, K.APPROVED),
    Transition(S.IN_REVIEW, A.DECLINE, S.IN_REVIEW, R.REVIEWER, K.OBJECTION, N.OBJECTION),
    Transition(S.IN_REVIEW, A.DECLINE, S.DETERMINED, R.REVIEWER, K.OBJECTION, N.OBJECTION),
    *_from(
        (S.IN_REVIEW, S.APPROVED), A.SEND_BACK, S.DETERMINED, R.REVIEWER, K.SENT_BACK, notice=N.TO_PREPARER
    ),
    *_from(tuple(S), A.OBJECT, None, R.REVIEWER, K.OBJECTION, notice=N.OBJECTION),
    # What does not leave.
    *_from(
        (S.DETERMINED, S.IN_REVIEW),
        A.WITHHOLD,
        S.WITHHELD,
        R.REVIEWER,
        K.REQUEST_REFUSED,
        notice=N.NOT_DISCLOSED,
    ),
    *_from(BEFORE_RELEASE, A.WITHDRAW, S.WITHDRAWN, R.AGENCY_OFFICER, K.REQUEST_WITHDRAWN),
    # What leaves, once; the hand-over is an entry of its own, and so is one that failed.
    Transition(S.APPROVED, A.RELEASE, S.RELEASED, R.RELEASER, K.RELEASED, N.GRANT),
    Transition(S.RELEASED, A.DELIVER, S.DELIVERED, R.SERVICE, K.DELIVERED),
    Transition(S.RELEASED, A.FAIL_DELIVERY, S.RELEASED, R.SERVICE, K.DELIVERY_FAILED),
    Transition(S.DELIVERED, A.FETCH, S.DELIVERED, R.AGENCY_OFFICER, K.FETCHED),
    Transition(S.DELIVERED, A.CONFIRM, S.RECEIPTED, R.AGENCY_OFFICER, K.RECEIPT),
    *_from((*AFTER_RELEASE, S.RECALLED, S.INCIDENT), A.REVIEW_AFTER, None, R.REVIEWER, K.REVIEWED_AFTER),
    # Afterwards.
    *_from(
        (*AFTER_RELEASE, S.CLOSED), A.RECALL, S.RECALLED, R.PRIVACY_OFFICER, K.RECALLED, notice=N.QUARANTINE
    ),
    *_from(
        (*AFTER_RELEASE, S.CLOSED, S.RECALLED),
        A.REPORT_INCIDENT,
        S.INCIDENT,
        R.PRIVACY_OFFICER,
        K.INCIDENT,
        notice=N.INCIDENT,
    ),
    Transition(S.INCIDENT, A.RECALL, S.RECALLED, R.PRIVACY_OFFICER, K.RECALLED, N.QUARANTINE),
    *_from((S.RECALLED, S.INCIDENT), A.ATTEST, None, R.AGENCY_OFFICER, K.ATTESTED),
    *_from((S.RECEIPTED, S.RECALLED, S.CLOSED), A.DESTROY, None, R.AGENCY_OFFICER, K.DESTROYED),
    *_from((S.RECEIPTED, S.RECALLED, S.INCIDENT, S.WITHHELD), A.CLOSE, S.CLOSED, R.RELEASER, K.CLOSED),
    *_from(tuple(S), A.VIEW, None, R.AUDITOR, K.RECORD_VIEWED),
)

_LINES: dict[tuple[State | None, Act], tuple[Transition, ...]] = {}
for _line in TRANSITIONS:
    _LINES[_line.before, _line.act] = (*_LINES.get((_line.before, _line.act), ()), _line)

_told_twice = [line for line in TRANSITIONS if TRANSITIONS.count(line) > 1]
_unmoved = set(Act) - {line.act for line in TRANSITIONS} or set(State) - {line.after for line in TRANSITIONS}
if _told_twice or _unmoved:
    raise IllFormedError("the table of transitions repeats a line or leaves out an act or a state")


def lines(before: State | None, act: Act) -> tuple[Transition, ...]:
    """The lines for an act in a state; none where the act cannot happen there."""
    return _LINES.get((before, act), ())


def line(before: State | None, act: Act, after: State) -> Transition:
    """The line that leads there; KeyError where there is none."""
    return next(one for one in lines(before, act) if one.after is after)


def moves() -> frozenset[tuple[State, State]]:
    """Every change of state that some act makes: what the database lets happen and nothing else."""
    return frozenset(
        (one.before, one.after) for one in TRANSITIONS if one.before and one.before is not one.after
    )
