"""What the course of time makes due is told to those who see to it, once each."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from lawgate.casework.registers import Register
from lawgate.casework.words import Notice
from lawgate.law.adoption import Adoption
from lawgate.service.casework.background.duties import duties
from lawgate.service.casework.desk import Desk
from lawgate.service.casework.registers.law_applied import adoptions_of, applied
from lawgate.service.casework.registers.parties import DOCKETS
from lawgate.service.law.adoption import adoptions_in
from lawgate.stores.casework import notices

DOCKETS_AHEAD: Final = timedelta(days=2)
"""So long before the last look at the dockets is too old counsel is reminded."""
READINGS_AHEAD: Final = timedelta(days=14)
"""So long before an adopted reading lapses its signers are told."""


def remind(desk: Desk) -> None:
    """Tell what is due now; the same is never told twice."""
    due, now = duties(desk), desk.now()
    for case, last_day in due.late:
        notices.put(Notice.ANSWER_LATE, case, last_day.isoformat(), now)
    for case, moment in due.to_review:
        notices.put(Notice.REVIEW_DUE, case, "", now)
        if now > moment:
            notices.put(Notice.REVIEW_OVERDUE, case, "", now)


def remind_of_dockets(desk: Desk) -> None:
    """Counsel is told before the last look at the dockets is too old, and again each day that it is."""
    now, last = desk.now(), duties(desk).dockets_checked_on
    ahead = timedelta(days=desk.limits.docket_check_days_max) - DOCKETS_AHEAD
    if last is None or now.date() - last >= ahead:
        notices.put(Notice.DOCKETS_DUE, DOCKETS, now.date().isoformat(), now)


def remind_of_readings(desk: Desk) -> None:
    """Counsel and the privacy officer are told before an adopted reading lapses: from then on the default holds."""
    now = desk.now()
    today = now.date()
    for one in _adopted(desk, today):
        last = one.days.last
        if one.days.holds(today) and last is not None and last - today <= READINGS_AHEAD:
            mark = f"{one.question or one.order} {last.isoformat()}"[:40]
            notices.put(Notice.READING_ENDS, Register.READINGS.value, mark, now)


def _adopted(desk: Desk, day: date) -> tuple[Adoption, ...]:
    """What was adopted, in the register and in a signed file."""
    signed = adoptions_in(desk.adopted, desk.officials) if desk.adopted else ()
    return (*signed, *adoptions_of(applied(desk, day).proposals))
