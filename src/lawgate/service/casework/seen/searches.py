"""Searches of the list of cases that somebody keeps under a name: his own, and no part of any record."""

from __future__ import annotations

from typing import Any, Final

from lawgate.errors import InputError
from lawgate.service.casework.desk import Desk
from lawgate.service.casework.seen.sought import Sought, wanted_of
from lawgate.stores.casework import searches as rows

Document = dict[str, Any]

SEARCHES_MAX: Final = 40


def searches_document(*, by: str) -> list[Document]:
    """The searches that somebody keeps, by name."""
    return [
        {"id": one.id, "name": one.name, "is_default": one.is_default, "sought": Sought.of(one.sought)}
        for one in rows.searches_of(by)
    ]


def kept_search(*, by: str, which: str) -> Document | None:
    """The one that is asked for, or the one he begins with; None where there is none such."""
    found = searches_document(by=by)
    if which:
        return next((one for one in found if str(one["id"]) == which), None)
    return next((one for one in found if one["is_default"]), None)


def keep_search(desk: Desk, sought: Sought, *, by: str, name: str, is_default: bool) -> None:
    """Keep a search under a name; another that he has under it is replaced.

    InputError for a name that is none, too many searches, or a search that finds nothing it could.
    """
    wanted_of(desk, sought, by=by)
    known = {one.name for one in rows.searches_of(by)}
    if len(known - {name}) >= SEARCHES_MAX:
        raise InputError("too many searches", where="name", mend=f"keep at most {SEARCHES_MAX}")
    rows.put_search(by, _name(name), sought.stated(), is_default=is_default)


def change_search(*, by: str, which: int, name: str, is_default: bool) -> None:
    """Give one of his another name, or have the list begin with it. InputError for a name that is none or taken."""
    taken = {one.name for one in rows.searches_of(by) if one.id != which}
    if name.strip() in taken:
        raise InputError("another search has this name", where="name", mend="choose another name")
    rows.change_search(by, which, name=_name(name), is_default=is_default)


def remove_search(*, by: str, which: int) -> None:
    """Forget one of his."""
    rows.remove_search(by, which)


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not 0 < len(name) <= rows.NAME_CHARS_MAX:
        raise InputError(
            "a search has a name", where="name", mend=f"write one of at most {rows.NAME_CHARS_MAX} signs"
        )
    return name
