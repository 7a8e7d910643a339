"""The list of cases as its page shows it: sought, filtered, page by page, with the day on which each is due."""

from __future__ import annotations

import csv
import io
from typing import Any, Final

from lawgate.casework.transitions import ENDED
from lawgate.casework.words import LEFT, Role, State
from lawgate.cite import Cite
from lawgate.service.casework.desk import Desk, Refused, person
from lawgate.service.casework.intake import assign
from lawgate.service.casework.overview import PAGE, count_inbox, inbox
from lawgate.stores.casework.lists import CaseRow, Wanted
from lawgate.stores.casework.people import all_people, names_of

Document = dict[str, Any]

CSV_COLUMNS: Final = (
    "number", "request", "ref", "agency", "provision", "state", "waiting_since", "due_on", "assigned_to",
)  # fmt: skip

OPEN: Final = tuple(one for one in State if one not in {*ENDED, *LEFT})
"""Where somebody still owes an answer."""

WORK: Final = {
    Role.INTAKE_CLERK: (State.RECEIVED,),
    Role.PREPARER: (State.ADMITTED, State.RESOLVING, State.DETERMINED),
    Role.REVIEWER: (State.IN_REVIEW, State.RESOLVING),
    Role.RELEASER: (State.APPROVED, State.RECEIPTED),
    Role.COUNSEL: (State.BLOCKED,),
    Role.PRIVACY_OFFICER: (State.INCIDENT, State.RECALLED),
}
"""Where cases wait for somebody in a role."""


def inbox_document(
    desk: Desk, *, by: str, view: str, words: str = "", agency: str = "", page: int = 1
) -> Document:
    """A page of cases; `view` is `work` (what waits for the roles of this person), `mine`, `open`, `all` or a state."""
    today = desk.now().date()
    wanted = _wanted(desk, by, view, words, agency)
    counts = count_inbox(desk, by=by, wanted=_wanted(desk, by, "all", words, agency))
    total = _total(desk, by, wanted, counts)
    rows = inbox(desk, by=by, wanted=wanted, page=page - 1)
    names = names_of(one.assigned_to for one in rows if one.assigned_to)
    return {
        "rows": [
            {
                **_row(one),
                "assigned_name": names.get(one.assigned_to or "", ""),
                "is_late": bool(one.due_on and today > one.due_on and one.state in OPEN),
                "days_left": (one.due_on - today).days if one.due_on and one.state in OPEN else None,
            }
            for one in rows
        ],
        "total": total,
        "first": min(total, (page - 1) * PAGE + 1),
        "last": min(total, page * PAGE),
        "page": page,
        "pages": max(1, -(-total // PAGE)),
        "view": view,
        "words": words,
        "agency": agency,
        "counts": [{"state": state.value, "count": counts.get(state.value, 0)} for state in State],
    }


def inbox_csv(desk: Desk, *, by: str, view: str, words: str = "", agency: str = "") -> str:
    """The same cases, all of them, as CSV; a text that a spreadsheet would run is marked as text."""
    wanted = _wanted(desk, by, view, words, agency)
    made = io.StringIO()
    table = csv.writer(made)
    table.writerow(CSV_COLUMNS)
    page = 0
    while rows := inbox(desk, by=by, wanted=wanted, page=page):
        for one in rows:
            row = _row(one)
            table.writerow([inert(str(row[name] or "")) for name in CSV_COLUMNS])
        page += 1
    return made.getvalue()


def assign_many(desk: Desk, numbers: list[str], *, to: str, by: str) -> Document:
    """Give several cases to one person, each with the checks of one; what was refused is told."""
    refused = []
    for number in numbers:
        found = assign(desk, number, to=to, by=by)
        if isinstance(found, Refused):
            refused.append({"number": number, "reasons": [one.says for one in found.reasons]})
    return {"done": len(numbers) - len(refused), "refused": refused}


def colleagues(desk: Desk) -> list[Document]:
    """Officials to whom a case can be given."""
    return [
        {"id": one.login, "name": one.name, "roles": list(one.roles)}
        for one in all_people(desk.now().date())
        if one.active and not one.agency and set(one.roles) & set(WORK)
    ]


def _wanted(desk: Desk, by: str, view: str, words: str, agency: str) -> Wanted:
    states: tuple[State, ...] = ()
    if view == "work":
        roles = person(desk, by).roles
        states = tuple(dict.fromkeys(state for role in roles for state in WORK.get(Role(role), ())))
    elif view == "open":
        states = OPEN
    elif view in set(State):
        states = (State(view),)
    return Wanted(
        states=states, assigned_to=by if view == "mine" else None, agency=agency or None, words=words
    )


def _total(desk: Desk, by: str, wanted: Wanted, counts: dict[str, int]) -> int:
    if wanted.assigned_to:
        return sum(count_inbox(desk, by=by, wanted=wanted).values())
    return sum(n for state, n in counts.items() if not wanted.states or State(state) in wanted.states)


def _row(one: CaseRow) -> Document:
    return {
        "number": one.number,
        "request": one.request,
        "ref": one.ref,
        "agency": one.agency,
        "provision": Cite.parse(one.provision).text if one.provision else "",
        "state": one.state.value,
        "due_on": one.due_on.isoformat() if one.due_on else None,
        "waiting_since": one.waiting_since.isoformat(),
        "assigned_to": one.assigned_to,
    }


def inert(text: str) -> str:
    """A cell of a table: a text that a spreadsheet would run is marked as text."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
