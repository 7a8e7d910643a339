"""Who works here: the people who sign in, with their roles of today."""

from __future__ import annotations

from typing import Any

from lawgate.stores.casework.people import Person, all_people, find_person
from lawgate.stores.clock import today

Document = dict[str, Any]


def person_of(login: str) -> Document | None:
    """Somebody by the name that he signs in with; None where there is nobody."""
    found = find_person(login, today())
    return _document(found) if found else None


def everyone() -> list[Document]:
    """All who may sign in, by name."""
    return [_document(one) for one in all_people(today()) if one.active and one.roles]


def _document(one: Person) -> Document:
    return {
        "id": one.login,
        "name": one.name,
        "agency": one.agency or None,
        "active": one.active,
        "roles": list(one.roles),
        "authority": list(one.authority),
    }
