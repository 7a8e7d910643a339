"""What an official signs: exactly what would leave, value by value, and what is held back and why."""

from __future__ import annotations

from typing import Any

from lawgate.casework.case import Case
from lawgate.errors import InputError
from lawgate.service.casework.acts.look import Decided, decide_case, propose
from lawgate.service.casework.acts.release import check_now
from lawgate.service.casework.desk import Desk, Refused
from lawgate.service.casework.seen.overview import look_at
from lawgate.service.casework.seen.shown import shown_document
from lawgate.stores.casework.read import agencies_of, find_case

Document = dict[str, Any]


def leaving_document(desk: Desk, number: str, *, by: str, purpose: str) -> Document | Refused:
    """The case, and what would leave now with its values; that is one look, entered before it is taken.

    `same` says whether that is what is proposed: where it is not, nobody can sign it and nothing can leave.
    InputError where nothing is proposed.
    """
    if find_case(number).proposal is None:
        raise InputError("nothing is proposed", where=number, mend="have the case determined")
    looked = look_at(desk, number, by=by, purpose=purpose)
    if isinstance(looked, Refused):
        return looked
    seen = looked.case
    decided = decide_case(desk, seen)
    same = _is_proposed(desk, seen, decided)
    return {
        "case": shown_document(desk, looked),
        "same": same,
        "rows": [
            {
                "item": one.item,
                "period": one.period,
                "value": one.value,
                "provision_text": one.pathway.text,
                "limits": [{"says": limit.says, "cite_text": limit.cite.text} for limit in one.limits],
            }
            for one in (decided.disclosed if same else ())
        ],
        "recipients": [
            {"name": one.name or one.id, "title": one.title, "agency": one.agency}
            for one in decided.asked.recipients_of(decided.subject)
        ],
        "against_release": check_now(desk, seen),
    }


def _is_proposed(desk: Desk, case: Case, decided: Decided) -> bool:
    made = case.proposal
    if made is None:
        return False
    key = agencies_of((case.agency,))[0].key
    again = propose(desk, case, decided, number=made.number, by=made.prepared_by, key=key)
    return again.digest == made.digest
