"""The list of cases as its page shows it: sought, ordered, page by page, with the day on which each is due."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from lawgate.casework.transitions import OWED
from lawgate.casework.words import State
from lawgate.cite import Cite
from lawgate.present.spreadsheet import as_csv
from lawgate.service.casework.desk import Desk
from lawgate.service.casework.seen.overview import PAGE, count_inbox, inbox
from lawgate.service.casework.seen.sought import WORK, Sought, in_any_state, wanted_of
from lawgate.stores.casework.lists import CaseRow
from lawgate.stores.casework.people import all_people, names_of

Document = dict[str, Any]

CSV_COLUMNS: Final = (
    "number", "request", "ref", "agency", "provision", "state", "waiting_since", "due_on", "assigned_to",
)  # fmt: skip


def inbox_document(desk: Desk, *, by: str, sought: Sought, page: int = 1) -> Document:
    """A page of the cases that are sought, with how many of them stand in each state.

    InputError for what cannot be sought, such as a paragraph that is none.
    """
    today, wanted = desk.now().date(), wanted_of(desk, sought, by=by)
    counts = count_inbox(desk, by=by, wanted=wanted_of(desk, in_any_state(sought), by=by))
    total = sum(n for state, n in counts.items() if not wanted.states or State(state) in wanted.states)
    rows = inbox(desk, by=by, wanted=wanted, page=page - 1)
    names = names_of(one.assigned_to for one in rows if one.assigned_to)
    return {
        "rows": [
            {
                **_row(one),
                "assigned_name": names.get(one.assigned_to or "", ""),
                "is_late": bool(one.due_on and today > one.due_on and one.state in OWED),
                "days_left": (one.due_on - today).days if one.due_on and one.state in OWED else None,
                "is_owed": one.state in OWED,
            }
            for one in rows
        ],
        "total": total,
        "first": min(total, (page - 1) * PAGE + 1),
        "last": min(total, page * PAGE),
        "page": page,
        "pages": max(1, -(-total // PAGE)),
        "sought": sought,
        "counts": [
            {
                "state": state.value,
                "count": counts.get(state.value, 0),
                "shown": not wanted.states or state in wanted.states,
            }
            for state in State
        ],
    }


def inbox_csv(desk: Desk, *, by: str, sought: Sought) -> str:
    """The same cases, all of them, as CSV; a text that a spreadsheet would run is marked as text."""
    wanted = wanted_of(desk, sought, by=by)

    def rows() -> Iterator[list[str]]:
        page = 0
        while found := inbox(desk, by=by, wanted=wanted, page=page):
            for row in map(_row, found):
                yield [str(row[name] or "") for name in CSV_COLUMNS]
            page += 1

    return as_csv([CSV_COLUMNS, *rows()])


def colleagues(desk: Desk) -> list[Document]:
    """Officials to whom a case can be given."""
    return [
        {"id": one.login, "name": one.name, "roles": list(one.roles)}
        for one in all_people(desk.now().date())
        if one.active and not one.agency and set(one.roles) & set(WORK)
    ]


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
