"""The jobs of the background as the system administrator sees them: what waits, what is given up, and a new try.

What a job was given is not shown: the number of a case can be that of a sealed matter.
"""

from __future__ import annotations

from typing import Any, Final

from lawgate.casework.case import Actor
from lawgate.casework.registers import Entered, Register, can_enter
from lawgate.casework.words import Reason, Reasons
from lawgate.errors import InputError
from lawgate.service.casework.desk import Desk, Refused, person
from lawgate.service.casework.recording import enter
from lawgate.stores import jobs
from lawgate.stores.jobs import ATTEMPTS_MAX, KEPT, Standing, Stands

SHOWN: Final = 200


def jobs_document(desk: Desk, *, by: str) -> dict[str, Any]:
    """The jobs that have not ended well, with how many stand where, and whether this person may try one again."""
    found = jobs.standing(count=None)
    return {
        "counts": [{"stands": one.value, "n": sum(row.stands is one for row in found)} for one in Stands],
        "rows": [_shown(one) for one in found[:SHOWN]],
        "more": max(0, len(found) - SHOWN),
        "attempts_max": ATTEMPTS_MAX,
        "kept_days": KEPT.days,
        "may_retry": can_enter(person(desk, by), Entered.RETRY_JOB),
    }


def retry_job(desk: Desk, *, by: str, job: str) -> int | Refused:
    """Try a job again that was given up: it can be run any number of times, and permits nothing by failing.

    The number of the entry. InputError where somebody else has meanwhile.
    """
    found = jobs.find(job)

    def check(_actor: Actor, _steps: object) -> Reasons:
        if found is None or found.stands is not Stands.GIVEN_UP:
            return (Reason("not_given_up", "it was not given up: such a job is tried again by itself"),)
        return ()

    def change(_actor: Actor) -> None:
        if not jobs.try_again(job):
            raise InputError("this job stands elsewhere by now", where="job", mend="look at the jobs again")

    said = (
        {"job": found.name, "id": found.id, "attempts": found.attempts, "fault": found.fault} if found else {}
    )
    return enter(desk, Register.JOBS, Entered.RETRY_JOB, by=by, check=check, said=said, change=change)


def _shown(one: Standing) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "stands": one.stands.value,
        "given_up": one.stands is Stands.GIVEN_UP,
        "attempts": one.attempts,
        "queued_at": one.queued_at,
        "tried_at": one.tried_at,
        "again_at": one.again_at,
        "fault": one.fault,
    }
