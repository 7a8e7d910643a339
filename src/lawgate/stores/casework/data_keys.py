"""Which key the database names as the one that encrypts."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import DatabaseError, connection

from lawgate.stores import at_rest
from lawgate.stores.at_rest import DataKey, DataKeys


def current_key() -> DataKey:
    """The key that encrypts now: the newest that the database names.

    AtRestError where it names none, one that is not here, or another than ours of a version.
    """
    keys, database = at_rest.held(), connection.settings_dict["NAME"]
    if not _CURRENT or _CURRENT[0] is not keys or _CURRENT[1] != database:
        _CURRENT[:] = [keys, database, _named(keys)]
    return _CURRENT[2]


def forget_current() -> None:
    """Ask the database anew."""
    _CURRENT.clear()


_CURRENT: list[Any] = []


def _named(keys: DataKeys) -> DataKey:
    try:
        marks = dict(_rows().values_list("version", "mark"))
    except DatabaseError:
        raise at_rest.fault("the tables of the database are not up to date") from None
    if not marks:
        raise at_rest.fault("the database names no key")
    ours = keys.versions.get(max(marks))
    if ours is None or any(
        key.mark != marks[version] for version, key in keys.versions.items() if version in marks
    ):
        raise at_rest.fault("the key of the database is another one")
    return ours


def name_key(key: DataKey) -> None:
    """Let the database name a key, which encrypts from now on."""
    _rows().get_or_create(version=key.version, defaults={"mark": key.mark, "head": key.head})
    forget_current()


def _rows() -> Any:
    return apps.get_model("casework", "DataKey").objects
