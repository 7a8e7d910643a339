"""Rows of the searches that officials keep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lawgate.errors import UnknownCaseError
from lawgate.stores.casework import models
from lawgate.stores.database import one_transaction

NAME_CHARS_MAX: Final = 60


@dataclass(frozen=True, slots=True)
class Search:
    """A search that somebody keeps."""

    id: int
    name: str
    sought: Mapping[str, str]
    is_default: bool


def searches_of(login: str) -> tuple[Search, ...]:
    """Those of one person, by name."""
    rows = models.SavedSearch.objects.filter(official=login).order_by("name")
    return tuple(Search(row.pk, row.name, row.sought, row.is_default) for row in rows)


def put_search(login: str, name: str, sought: Mapping[str, str], *, is_default: bool) -> None:
    """Keep a search; one that he has under this name is replaced."""
    with one_transaction():
        _clear_default(login, is_default)
        models.SavedSearch.objects.update_or_create(
            official_id=login, name=name, defaults={"sought": dict(sought), "is_default": is_default}
        )


def change_search(login: str, which: int, *, name: str, is_default: bool) -> None:
    """Give one of his another name, or begin with it. UnknownCaseError for one that is not his."""
    with one_transaction():
        row = _row(login, which)
        _clear_default(login, is_default)
        row.name, row.is_default = name, is_default
        row.save()


def remove_search(login: str, which: int) -> None:
    """Forget one of his. UnknownCaseError for one that is not his."""
    with one_transaction():
        _row(login, which).delete()


def _row(login: str, which: int) -> models.SavedSearch:
    row = models.SavedSearch.objects.filter(official=login, pk=which).first()
    if row is None:
        raise UnknownCaseError("no such search", mend="take one of those that the page shows")
    return row


def _clear_default(login: str, is_default: bool) -> None:
    if is_default:
        models.SavedSearch.objects.filter(official=login, is_default=True).update(is_default=False)
