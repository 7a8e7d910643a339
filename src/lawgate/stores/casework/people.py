"""Officials as the sign-in and the lists need them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from lawgate.casework.permissions import OUTSIDE
from lawgate.stores.casework import models


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who signs in, with the roles that he has on a day and the provisions that he has authority for."""

    login: str
    name: str
    agency: str
    active: bool
    roles: tuple[str, ...]
    authority: tuple[str, ...]


def find_person(login: str, day: date) -> Person | None:
    """Somebody by the name that he signs in with; None where there is nobody."""
    row = models.Official.objects.filter(login=login).first()
    return _persons([row], day)[0] if row else None


def all_people(day: date) -> list[Person]:
    """Everybody, by name."""
    return sorted(_persons(models.Official.objects.order_by("login"), day), key=lambda one: one.name)


def names_of(logins: Iterable[str]) -> Mapping[str, str]:
    """The names of these; one who is not known is not among them."""
    rows = models.Official.objects.filter(login__in=set(logins))
    return {row.login: row.name for row in rows}


def _persons(rows: Iterable[models.Official], day: date) -> list[Person]:
    found = list(rows)
    held = models.Assignment.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=day), official__in=found, begins_on__lte=day
    ).order_by("id")
    roles: dict[str, list[str]] = {}
    authority: dict[str, list[str]] = {}
    agencies = {one.login: one.agency for one in found}
    for login, role, provision in held.values_list("official_id", "role", "provision"):
        if agencies[login] and role not in OUTSIDE:
            continue
        roles.setdefault(login, []).append(role)
        if provision:
            authority.setdefault(login, []).append(provision)
    return [
        Person(
            one.login,
            one.name,
            one.agency,
            one.active,
            tuple(dict.fromkeys(roles.get(one.login, ()))),
            tuple(dict.fromkeys(authority.get(one.login, ()))),
        )
        for one in found
    ]
