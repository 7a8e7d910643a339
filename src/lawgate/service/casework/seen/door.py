"""The agency's door: what it asked, how that stands in words that tell nothing else, and what it may ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, Final

from lawgate.casework.case import Case
from lawgate.casework.outside import ASKED_OF, NOT_NOW, Told, answer_day, check_asked, told_outside
from lawgate.casework.words import Act
from lawgate.service.casework.acts import delivery, intake
from lawgate.service.casework.acts.intake import Evidence
from lawgate.service.casework.acts.look import parse_submission
from lawgate.service.casework.desk import Desk, Refused
from lawgate.service.casework.seen.overview import PAGE, count_inbox, inbox, look_at
from lawgate.service.casework.seen.shown import asked_document
from lawgate.service.check import with_asks
from lawgate.service.contract.read import read_json
from lawgate.stores.casework.lists import CaseRow, Order, Wanted
from lawgate.stores.casework.lists import rows as list_rows
from lawgate.stores.casework.read import submission_of
from lawgate.stores.casework.release import was_fetched
from lawgate.stores.casework.watch import refused_on, released_among

Document = dict[str, Any]

AT_ONCE: Final = 1000


def requests_document(desk: Desk, *, by: str, words: str = "", page: int = 1) -> Document:
    """The cases of somebody's own agency, each with what is told of it.

    They stand by number, since that order tells nothing of what happened to them.
    """
    wanted = Wanted(words=words, order=Order.NEWEST)
    rows = inbox(desk, by=by, wanted=wanted, page=page - 1)
    total = sum(count_inbox(desk, by=by, wanted=wanted).values())
    return {
        "rows": told_rows(desk, rows),
        "words": words,
        "total": total,
        "page": page,
        "pages": max(1, -(-total // PAGE)),
    }


def cases_after(desk: Desk, *, by: str, after: str = "", count: int = PAGE) -> Document:
    """The cases of somebody's own agency below one of them, the highest number first, and where to go on."""
    wanted = Wanted(order=Order.NEWEST, after=after)
    rows = inbox(desk, by=by, wanted=wanted, count=count + 1)
    more = len(rows) > count
    return {"cases": told_rows(desk, rows[:count]), "next": rows[count - 1].number if more else None}


def told_rows(desk: Desk, rows: Sequence[CaseRow]) -> list[Document]:
    """What is told of each of these."""
    return [
        {"number": one.number, "request": one.request, "ref": one.ref, "told": told.value}
        for one, told, _ in _told(desk, rows)
    ]


def all_told(desk: Desk, agency: str) -> Iterator[tuple[str, Told, date | None]]:
    """Each case of an agency and its parts: what is told of it today, and the day of an answer that nothing leaves.

    All are looked at alike: the work does not depend on what is decided and not told yet.
    """
    below = ""
    while page := list_rows(Wanted(within=agency, order=Order.NEWEST, after=below), first=0, count=AT_ONCE):
        below = page[-1].number
        yield from ((one.number, told, answered) for one, told, answered in _told(desk, page))


def _told(desk: Desk, rows: Sequence[CaseRow]) -> Iterator[tuple[CaseRow, Told, date | None]]:
    numbers, today = [one.number for one in rows], desk.now().date()
    released, refused = released_among(numbers), refused_on(numbers)
    for one in rows:
        answered = _window(desk, one.due_on, refused.get(one.number))
        told = told_outside(one.state, released=one.number in released, answer_on=answered, day=today)
        yield one, told, answered


def own_case_document(desk: Desk, number: str, *, by: str) -> Document | Refused:
    """One case of one's own agency: its words, its defects with their mends, what is told of it, what may be asked.

    Nothing of the records, the decision, the reviews, or the officials.
    """
    seen = look_at(desk, number, by=by, purpose="")
    if isinstance(seen, Refused):
        return seen
    told = told_of(desk, seen.case)
    body, _ = submission_of(number)
    asked, subjects = parse_submission(body, where=number)
    subject = next(one for one in subjects if one.ref == seen.case.ref)
    return {
        "number": number,
        "request": seen.case.request,
        "ref": seen.case.ref,
        "told": told.value,
        "defects": list(seen.defects) if told is Told.RETURNED else [],
        "asked": asked_document(asked, subject),
        "acts": [act for act in Act if act in ASKED_OF.get(told, frozenset())],
        "has_package": was_fetched(number),
        "has_letter": told in {Told.RETURNED, Told.NOT_DISCLOSED},
    }


def mending_document(desk: Desk, number: str, *, by: str) -> Document | Refused:
    """The words of a request that was returned as the agency sent them, with what to mend about the case's subject.

    Everything in it is the agency's own, or was told it by the letter.
    """
    seen = look_at(desk, number, by=by, purpose="")
    if isinstance(seen, Refused):
        return seen
    if reasons := check_asked(told_of(desk, seen.case), Act.MEND):
        return Refused(reasons)
    body, _ = submission_of(number)
    asked, _subjects = parse_submission(body, where=number)
    return {
        "number": number,
        "ref": seen.case.ref,
        "sent": {**read_json(body, where="request"), "provision": str(asked.provision or "")},
        "defects": with_asks(seen.defects),
    }


def send(desk: Desk, body: bytes, *, by: str, signed: Evidence | None = None) -> Document | Refused:
    """Send a request in; the cases that it became."""
    cases = intake.receive(desk, body, by=by, signed=signed)
    if isinstance(cases, Refused):
        return cases
    return {"numbers": [one.number for one in cases], "request": cases[0].request}


def withdraw(desk: Desk, number: str, *, by: str) -> Any:
    """Take a request back."""
    return _asked(desk, number, Act.WITHDRAW, by, lambda: intake.withdraw(desk, number, by=by))


def mend(desk: Desk, number: str, *, by: str, body: bytes, signed: Evidence | None = None) -> Any:
    """Send the mended words of a request."""
    return _asked(desk, number, Act.MEND, by, lambda: intake.mend(desk, number, body, by=by, signed=signed))


def fetch(desk: Desk, number: str, *, by: str) -> Any:
    """The package's bytes, once."""
    return _asked(desk, number, Act.FETCH, by, lambda: delivery.fetch(desk, number, by=by))


def fetch_again(desk: Desk, number: str, *, by: str) -> Any:
    """The same bytes again, where the line was cut; refused once anything stands against it."""
    return _asked(desk, number, Act.FETCH, by, lambda: delivery.fetch_again(desk, number, by=by))


def confirm(desk: Desk, number: str, *, by: str, receipt: bytes) -> Any:
    """Return the receipt."""
    return _asked(
        desk, number, Act.CONFIRM, by, lambda: delivery.confirm(desk, number, by=by, receipt=receipt)
    )


def attest(desk: Desk, number: str, *, by: str, signed: bytes, said: str) -> Any:
    """Attest that what was recalled is set apart."""
    return _asked(
        desk, number, Act.ATTEST, by, lambda: delivery.attest(desk, number, by=by, signed=signed, said=said)
    )


def certify_destruction(desk: Desk, number: str, *, by: str, signed: bytes, said: str) -> Any:
    """Certify that what was received is destroyed."""
    return _asked(
        desk,
        number,
        Act.DESTROY,
        by,
        lambda: delivery.confirm_destruction(desk, number, by=by, signed=signed, said=said),
    )


def report(desk: Desk, number: str, *, by: str, reason: str) -> Any:
    """Report that something went where it should not."""
    return _asked(
        desk,
        number,
        Act.REPORT_INCIDENT,
        by,
        lambda: delivery.report_incident(desk, number, by=by, reason=reason),
    )


def _asked(desk: Desk, number: str, act: Act, by: str, do: Callable[[], Any]) -> Any:
    """Do it where what is told lets the agency ask for it; every other refusal is one sentence."""
    seen = look_at(desk, number, by=by, purpose="")
    if isinstance(seen, Refused):
        return seen
    if reasons := check_asked(told_of(desk, seen.case), act):
        return Refused(reasons)
    outcome = do()
    if isinstance(outcome, Refused) and not outcome.names & _SAID:
        return Refused((NOT_NOW,))
    return outcome


_SAID: Final = frozenset({"no_reason", "fetched_already", "receipt", "asked_too_often"})
"""Refusals that are about what the agency itself has or sent, and so can be told it."""


def told_of(desk: Desk, case: Case) -> Told:
    """What the agency is told of a case today."""
    return told_outside(
        case.state,
        released=case.release is not None,
        answer_on=answer_on(desk, case),
        day=desk.now().date(),
    )


def answer_on(desk: Desk, case: Case) -> date | None:
    """The day on which the agency is told that nothing is disclosed; None while that is not decided."""
    due = case.deadline.due_on if case.deadline else None
    return _window(desk, due, refused_on([case.number]).get(case.number))


def _window(desk: Desk, due_on: date | None, decided_on: date | None) -> date | None:
    return answer_day(due_on, decided_on, window_days=desk.limits.reply_window_days)
