"""The same act on several cases: each with the checks of one, each with its own result."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from lawgate.casework.case import Case
from lawgate.casework.permissions import ASSIGNERS, ROLES
from lawgate.casework.words import Act, Reason
from lawgate.errors import InputError, UnknownCaseError
from lawgate.service.casework.acts import decision, delivery, intake
from lawgate.service.casework.desk import Desk, Refused, person

Document = dict[str, Any]

ASSIGN: Final = "assign"
AT_ONCE_MAX: Final = 50

TOGETHER: Final[dict[Act, Callable[..., Case | Refused]]] = {
    Act.ADMIT: intake.admit,
    Act.DETERMINE: decision.determine,
    Act.SUBMIT: decision.submit,
    Act.CLOSE: delivery.close,
}
"""What may be done to several at once. What an official answers for is not: he signs, releases, finds and refuses one
case at a time, with what leaves before him."""


def acts_together(desk: Desk, *, by: str) -> list[str]:
    """What this person may do to several cases at once, by his roles; each case is asked again."""
    roles = person(desk, by).roles
    assigns = [ASSIGN] if roles & ASSIGNERS else []
    return [*assigns, *(act.value for act in TOGETHER if ROLES[act] & roles)]


def do_together(desk: Desk, numbers: Iterable[str], *, what: str, by: str, to: str = "") -> Document:
    """Do it to each of these cases; what is refused is told with its reasons, and hinders no other.

    InputError where nothing is chosen, too much is, or it is nothing that is done to several.
    """
    chosen = tuple(dict.fromkeys(numbers))
    if not chosen:
        raise InputError("no case is chosen", where="cases", mend="tick those that are meant")
    if len(chosen) > AT_ONCE_MAX:
        raise InputError("too many cases at once", where="cases", mend=f"choose at most {AT_ONCE_MAX}")
    if what != ASSIGN and what not in {act.value for act in TOGETHER}:
        raise InputError("this is not done to several cases", where="what", mend="open each case")
    results = [_one(desk, number, what, by, to) for number in chosen]
    done = sum(not one["reasons"] for one in results)
    return {"what": what, "results": results, "done": done, "refused": len(results) - done}


def _one(desk: Desk, number: str, what: str, by: str, to: str) -> Document:
    try:
        if what == ASSIGN:
            outcome = intake.assign(desk, number, to=to, by=by)
        else:
            outcome = TOGETHER[Act(what)](desk, number, by=by)
    except UnknownCaseError:
        return {"number": number, "state": None, "reasons": [NO_SUCH_CASE]}
    except InputError as error:
        return {"number": number, "state": None, "reasons": list(error.lines())}
    if isinstance(outcome, Refused):
        return {"number": number, "state": None, "reasons": outcome.reasons}
    return {"number": number, "state": outcome.state.value, "reasons": []}


NO_SUCH_CASE: Final = Reason("no_such_case", "there is no such case")
"""Said of one that there is not and of one that this person does not see alike."""
