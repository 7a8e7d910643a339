"""The office at a glance: what is due, the dockets, agencies and their safeguards, and the glass that two can break."""

from __future__ import annotations

from typing import Any

from lawgate.casework.permissions import SEE_SEALED
from lawgate.casework.words import Role
from lawgate.cite import Cite
from lawgate.errors import InputError
from lawgate.service.casework.acts.break_glass import ASK, DAYS_MAX, GLASS, ask
from lawgate.service.casework.background.duties import duties
from lawgate.service.casework.desk import Desk, Refused, person
from lawgate.stores.casework import watch
from lawgate.stores.casework.people import all_people, names_of

Document = dict[str, Any]

ENTRIES_SHOWN = 20


def office_document(desk: Desk, *, by: str) -> Document:
    """What is due and what releases rest on, with what this person may do about it."""
    today, roles = desk.now().date(), person(desk, by).roles
    due = duties(desk, sealed=bool(roles & SEE_SEALED))
    asked = watch.general_entries(GLASS, count=ENTRIES_SHOWN)
    names = names_of(
        [*(one.account["actor"] for one in asked), *(_wanted(one).get("official", "") for one in asked)]
    )
    checked = due.dockets_checked_on
    return {
        "late": [{"case": case, "due_on": day.isoformat()} for case, day in due.late],
        "to_review": [{"case": case, "due": moment} for case, moment in due.to_review],
        "dockets_on": checked.isoformat() if checked else None,
        "dockets_fresh": bool(checked and (today - checked).days <= desk.limits.docket_check_days_max),
        "dockets_days": desk.limits.docket_check_days_max,
        "may_check_dockets": Role.COUNSEL in roles,
        "agencies": [
            {
                "name": name,
                "satisfies": satisfies and until is not None and today <= until,
                "until": until.isoformat() if until else None,
                "has_key": has_key,
            }
            for name, satisfies, until, has_key in watch.all_agencies()
        ],
        "holder": bool(roles & {Role.COUNSEL, Role.PRIVACY_OFFICER}),
        "glass": [
            {
                "number": one.sequence,
                "is_asked": one.account["act"] == ASK,
                "actor": names.get(one.account["actor"], one.account["actor"]),
                "official": names.get(_wanted(one).get("official", ""), ""),
                "reason": _wanted(one).get("reason", ""),
                "at": one.at,
                "may_grant": one.account["act"] == ASK and one.account["actor"] != by and one.at.date() == today,
            }
            for one in asked
        ],
        "officials": [
            {"id": one.login, "name": one.name}
            for one in all_people(today)
            if one.active and not one.agency and one.login != by and Role.DATA_SUBJECT not in one.roles
        ],
        "days_max": DAYS_MAX,
    }  # fmt: skip


def ask_glass(desk: Desk, *, by: str, official: str, provision: str, reason: str, days: str) -> int | Refused:
    """Ask that another official may sign for some days; InputError for what is no provision or no number."""
    if not (days.isascii() and days.isdigit() and len(days) < 3):
        raise InputError("not a number of days", where="days", mend=f"write 1 to {DAYS_MAX}")
    return ask(desk, by=by, official=official, provision=Cite.parse(provision), reason=reason, days=int(days))


def _wanted(one: watch.Disclosure) -> Document:
    said = one.account.get("reason")
    return said if isinstance(said, dict) else {}
