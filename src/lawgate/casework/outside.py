"""What of a case is told outside, and when."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from lawgate.casework.words import Act, Reason, Reasons, State


class Told(StrEnum):
    """What the agency that asked is told of its case, and nothing else."""

    RECEIVED = "received"
    RETURNED = "returned"
    BLOCKED = "blocked"
    AT_WORK = "at_work"
    READY = "ready"
    FETCHED = "fetched"
    NOT_DISCLOSED = "not_disclosed"
    WITHDRAWN = "withdrawn"
    RECALLED = "recalled"


_TOLD: Final = {
    State.RECEIVED: Told.RECEIVED,
    State.RETURNED: Told.RETURNED,
    State.BLOCKED: Told.BLOCKED,
    State.DELIVERED: Told.READY,
    State.RECEIPTED: Told.FETCHED,
    State.WITHDRAWN: Told.WITHDRAWN,
    State.RECALLED: Told.RECALLED,
    State.INCIDENT: Told.RECALLED,
}
"""Every state between admission and an answer is one and the same to the outside."""


def told_outside(state: State, *, released: bool, due_on: date | None, day: date) -> Told:
    """What is told on a day: after a look everything not disclosed is one sentence, on the last day and not before.

    So neither the words nor the day tell whether nobody, several or another was found, or whether a bar stood.
    `released` says whether the case ever was; `due_on` is None where no clock runs.
    """
    if state in {State.WITHHELD, State.CLOSED} and not released:
        return Told.NOT_DISCLOSED if due_on is None or day >= due_on else Told.AT_WORK
    if state is State.CLOSED:
        return Told.FETCHED
    return _TOLD.get(state, Told.AT_WORK)


ASKED_OF: Final = {
    Told.RECEIVED: frozenset({Act.WITHDRAW}),
    Told.RETURNED: frozenset({Act.WITHDRAW, Act.MEND}),
    Told.BLOCKED: frozenset({Act.WITHDRAW}),
    Told.READY: frozenset({Act.FETCH, Act.CONFIRM, Act.REPORT_INCIDENT}),
    Told.FETCHED: frozenset({Act.DESTROY, Act.REPORT_INCIDENT}),
    Told.RECALLED: frozenset({Act.ATTEST, Act.DESTROY}),
}
"""What the agency may ask for, by what it is told: so that what is refused tells nothing of where a case stands."""


def check_asked(told: Told, act: Act) -> Reasons:
    """Why the agency may not ask for this act now: one sentence, whatever the case is at."""
    if act in ASKED_OF.get(told, frozenset()):
        return ()
    return (NOT_NOW,)


NOT_NOW: Final = Reason("not_now", "this cannot be done with the case now")
