"""Rows of notices: written with what they tell of, read by those whom they are addressed to, taken away once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import QuerySet

from lawgate.casework.notices import ADDRESSED
from lawgate.casework.words import Notice, Role
from lawgate.stores.casework import models

AT_ONCE: Final = 1000


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One notice: its id, what it says, to whom, about what, and when."""

    id: int
    notice: Notice
    to: Role
    about: str
    at: datetime
    sealed: bool
    is_case: bool


def put(notice: Notice, about: str, mark: str, at: datetime) -> None:
    """Tell everybody to whom this notice is addressed; the same about the same, under the same mark, is told once.

    `about` is the number of a case or the name under which other entries stand; `mark` the number of an entry or a day.
    """
    models.Notice.objects.bulk_create(
        [
            models.Notice(notice=notice.value, to=role.value, about=about, mark=mark, made_at=at)
            for role in sorted(ADDRESSED[notice])
        ],
        ignore_conflicts=True,
    )


def latest(roles: Iterable[str], *, count: int) -> list[NoticeRow]:
    """The latest notices to any of these roles, none of which is an agency's."""
    inside = [role for role in roles if role != Role.AGENCY_OFFICER.value]
    return _rows(models.Notice.objects.filter(to__in=inside).order_by("-id")[:count])


def to_agencies(about: Sequence[str]) -> list[NoticeRow]:
    """The notices to agencies about these cases."""
    found: list[NoticeRow] = []
    for first in range(0, len(about), AT_ONCE):
        asked = models.Notice.objects.filter(
            to=Role.AGENCY_OFFICER.value, about__in=about[first : first + AT_ONCE]
        )
        found += _rows(asked.order_by("id"))
    return found


def unsent(*, after: int, count: int) -> list[NoticeRow]:
    """Notices that were not taken away yet, the oldest first."""
    return _rows(models.Notice.objects.filter(sent_at__isnull=True, id__gt=after).order_by("id")[:count])


def find(number: int) -> NoticeRow | None:
    """A notice that was not taken away yet; None where there is none."""
    found = _rows(models.Notice.objects.filter(pk=number, sent_at__isnull=True))
    return found[0] if found else None


def mark_sent(number: int, at: datetime) -> None:
    """Note that a notice was taken away."""
    models.Notice.objects.filter(pk=number, sent_at__isnull=True).update(sent_at=at)


def _rows(found: QuerySet | Sequence[models.Notice]) -> list[NoticeRow]:
    rows = list(found)
    cases = dict(
        models.Case.objects.filter(number__in={row.about for row in rows}).values_list("number", "sealed")
    )
    return [
        NoticeRow(
            row.pk, Notice(row.notice), Role(row.to), row.about, row.made_at, cases.get(row.about, False),
            row.about in cases,
        )
        for row in rows
    ]  # fmt: skip
