"""Rows of officials, agencies and looks at the dockets."""

from __future__ import annotations

from datetime import date

from lawgate.casework.words import Role
from lawgate.cite import Cite
from lawgate.stores.casework import models


def put_official(login: str, name: str, agency: str) -> None:
    """Somebody who may act."""
    models.Official.objects.update_or_create(login=login, defaults={"name": name, "agency": agency})


def put_assignment(
    login: str, role: Role, provision: Cite | None, since: date, *, ends_on: date | None = None
) -> None:
    """A role of his."""
    models.Assignment.objects.create(
        official_id=login,
        role=role.value,
        provision=str(provision) if provision else "",
        begins_on=since,
        ends_on=ends_on,
    )


def end_assignments(login: str, on: date) -> None:
    """The last day of all his roles."""
    models.Assignment.objects.filter(official_id=login, ends_on__isnull=True).update(ends_on=on)


def roles_of(login: str) -> frozenset[str]:
    """Every role that somebody has or had."""
    return frozenset(models.Assignment.objects.filter(official_id=login).values_list("role", flat=True))


def close_account(login: str) -> None:
    """His account closed."""
    models.Official.objects.filter(login=login).update(active=False)


def put_agency(name: str, satisfy: bool, reviewed_on: date, valid_until: date, key: str) -> None:
    """An agency as it stands now."""
    models.Agency.objects.update_or_create(
        name=name,
        defaults={
            "safeguards_satisfy": satisfy,
            "reviewed_on": reviewed_on,
            "valid_until": valid_until,
            "key": key,
        },
    )


def put_safeguards(name: str, *, satisfy: bool, reviewed_on: date | None, valid_until: date | None) -> None:
    """How an agency's safeguards stand now; its key stays as it is."""
    models.Agency.objects.update_or_create(
        name=name,
        defaults={"safeguards_satisfy": satisfy, "reviewed_on": reviewed_on, "valid_until": valid_until},
    )


def put_key(name: str, key: str) -> None:
    """The key that an agency's packages are sealed to; its safeguards stay as they are."""
    models.Agency.objects.update_or_create(name=name, defaults={"key": key})


def put_docket_check(entry: models.Entry) -> None:
    """A look at the dockets with its entry."""
    models.DocketCheck.objects.create(checked_on=entry.day, official_id=entry.actor, entry=entry)
