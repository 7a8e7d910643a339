"""All that rests encrypted in a database: encrypted the first time, decrypted for good, or put under another key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.apps import apps as all_apps
from django.db import connection

from lawgate.errors import InputError
from lawgate.stores import at_rest
from lawgate.stores.at_rest import DataKey
from lawgate.stores.casework.data_keys import forget_current, name_key
from lawgate.stores.casework.encrypted_fields import Encrypted, subject_index
from lawgate.stores.casework.guards import put_guards, remove_guards
from lawgate.stores.database import one_transaction

_ROWS_AT_ONCE: Final = 500
BESIDE: Final = "_at_rest"
"""How a migration calls the column that comes beside one, to take its place."""


def encrypt_columns(apps: Any, columns: Iterable[tuple[str, str]]) -> None:
    """Encrypt what stands in the columns before, under the first key, which the database names from here on.

    InputError where rows stand and no key can be read; an empty database is given its key once there is one.
    """
    try:
        keys = at_rest.held()
    except InputError:
        if apps.get_model("casework", "Official").objects.exists():
            raise
        return
    name_key(keys.versions[min(keys.versions)])
    for model, names in _by_model(apps, columns):
        for row in _rows(model):
            for name in names:
                value, beside = getattr(row, name), _beside(model, name)
                setattr(row, beside.attname, None if value is None else beside.rest(row, value, name))
            row.save(update_fields=[*(name + BESIDE for name in names), *_indexed(row)])


def decrypt_columns(apps: Any, columns: Iterable[tuple[str, str]]) -> None:
    """Put what rests encrypted back where it stood before."""
    for model, names in _by_model(apps, columns):
        for row in _rows(model):
            for name in names:
                beside = _beside(model, name)
                found = row.__dict__[beside.attname]
                setattr(row, name, None if found is None else beside.value_of(row, found, name))
            row.save(update_fields=names)


def encrypt_anew(key: DataKey) -> int:
    """Encrypt everything under another key, which the database names from here on; how many rows.

    In one transaction, without the guards, which stand again when it ends: whoever may not change tables cannot do it.
    """
    editor, count = connection.schema_editor(), 0
    try:
        with one_transaction():
            remove_guards(editor)
            name_key(key)
            for model in all_apps.get_app_config("casework").get_models():
                names = encrypted_of(model)
                for row in _rows(model) if names else ():
                    for name in names:
                        getattr(row, name)  # it is opened, so that it is encrypted again when it is written
                    row.save(update_fields=[*names, *_indexed(row)])
                    count += 1
            put_guards(editor)
    finally:
        forget_current()
    return count


def encrypted_of(model: Any) -> list[str]:
    """The columns of a table that rest encrypted."""
    fields = model._meta.concrete_fields  # noqa: SLF001 - so Django names it
    return [one.attname for one in fields if isinstance(one, Encrypted)]


def _indexed(row: Any) -> list[str]:
    """The index of a row that has one, made under the key that encrypts now; the name of its column."""
    if not hasattr(row, "subject_index"):
        return []
    row.subject_index = subject_index(row.account.get("subject"))
    return ["subject_index"]


def _beside(model: Any, name: str) -> Any:
    return model._meta.get_field(name + BESIDE)  # noqa: SLF001 - so Django names it


def _by_model(apps: Any, columns: Iterable[tuple[str, str]]) -> Iterator[tuple[Any, list[str]]]:
    named: dict[str, list[str]] = {}
    for model, column in columns:
        named.setdefault(model, []).append(column)
    for model, names in named.items():
        yield apps.get_model("casework", model), names


def _rows(model: Any) -> Iterator[Any]:
    """Every row, some at a time, so that a large table is never held whole."""
    last = None
    while True:
        rows = model.objects.order_by("pk")
        some = list((rows if last is None else rows.filter(pk__gt=last))[:_ROWS_AT_ONCE])
        yield from some
        if len(some) < _ROWS_AT_ONCE:
            return
        last = some[-1].pk
