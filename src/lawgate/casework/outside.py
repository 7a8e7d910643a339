"""What of a case is told outside, and when."""

from __future__ import annotations

from datetime import date, timedelta
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


def told_outside(state: State, *, released: bool, answer_on: date | None, day: date) -> Told:
    """What is told on a day: after a look everything not disclosed is one sentence, at a reply window and not before.

    So neither the words nor the day tell whether nobody, several or another was found, or whether a bar stood.
    `released` says whether the case ever was; `answer_on` is the window of its answer (`answer_day`).
    """
    if state in {State.WITHHELD, State.CLOSED} and not released:
        return Told.NOT_DISCLOSED if answer_on is not None and day >= answer_on else Told.AT_WORK
    if state is State.CLOSED:
        return Told.FETCHED
    return _TOLD.get(state, Told.AT_WORK)


def answer_day(due_on: date | None, decided_on: date | None, *, window_days: int) -> date | None:
    """The reply window in which it is told that nothing is disclosed; None while nothing is decided.

    Windows open as a day begins: on the last day of the answer, whenever it was decided before, and then each so many
    days. What is decided on the last day or after it waits for the next window, so that no day tells how long officials
    needed. `due_on` None counts from the day of the decision.
    """
    if decided_on is None:
        return None
    first = due_on or decided_on
    if decided_on < first:
        return first
    return first + timedelta(days=((decided_on - first).days // window_days + 1) * window_days)


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
