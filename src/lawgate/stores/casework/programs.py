"""Rows of the programs of agencies: their keys, what they signed and used, what they were answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from lawgate.stores.casework import models

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Key:
    """A public key as it was registered (RFC 7517), and its digest (RFC 7638)."""

    digest: str
    document: Mapping[str, Any]


def put_key(login: str, key: Key, at: datetime) -> bool:
    """A key that counts from now on; False for one that is registered, or was, for whomever."""
    try:
        with transaction.atomic():
            models.ClientKey.objects.create(
                official_id=login, digest=key.digest, key=dict(key.document), registered_at=at
            )
    except IntegrityError:
        return False
    return True


def end_key(login: str, digest: str, at: datetime) -> bool:
    """A key that counts no more; False where it counted for nothing."""
    held = models.ClientKey.objects.filter(official_id=login, digest=digest, ended_at=None)
    return bool(held.update(ended_at=at))


def keys_of(login: str) -> tuple[Key, ...]:
    """Those that count, in the order in which they were registered."""
    rows = models.ClientKey.objects.filter(official_id=login, ended_at=None).order_by(
        "registered_at", "digest"
    )
    return tuple(Key(row.digest, row.key) for row in rows)


def spend(digest: str, lapses_at: datetime) -> bool:
    """Use what was signed; False where it was used before."""
    try:
        with transaction.atomic():
            models.SpentAssertion.objects.create(digest=digest, lapses_at=lapses_at)
    except IntegrityError:
        return False
    return True


def claim(login: str, key: str, asked: str, at: datetime) -> tuple[str, Document | None] | None:
    """What was asked under a key, and the answer; None where it is new, and taken from now on.

    Who asks under the same key meanwhile waits until this transaction ends.
    """
    held, made = models.Answered.objects.get_or_create(
        official_id=login, key=key, defaults={"asked": asked, "answered_at": at}
    )
    return None if made else (held.asked, held.answer)


def keep(login: str, key: str, answer: Document | None) -> None:
    """What was answered under a key."""
    models.Answered.objects.filter(official_id=login, key=key).update(answer=answer)


def let_go(login: str, key: str) -> None:
    """Nothing was done under a key: it is free again."""
    models.Answered.objects.filter(official_id=login, key=key).delete()


def forget(*, lapsed: datetime, answered: datetime) -> int:
    """Remove what lapsed before the one moment, and what was answered before the other; how many rows."""
    spent, _ = models.SpentAssertion.objects.filter(lapses_at__lt=lapsed).delete()
    told, _ = models.Answered.objects.filter(answered_at__lt=answered).delete()
    return int(spent + told)
