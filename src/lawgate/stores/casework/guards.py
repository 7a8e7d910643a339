"""The guards in their place: the rules of `guard_rules` as triggers, and whether they stand as they were put."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from lawgate.stores.casework.guard_rules import GUARDS, Guard


def put_guards(editor: BaseDatabaseSchemaEditor) -> None:
    """Put every guard in the place of what stood there under its name, on the tables that there are by now."""
    vendor, tables = editor.connection.vendor, frozenset(editor.connection.introspection.table_names())
    with editor.connection.cursor() as cursor:
        schema = _schema(vendor, cursor)
    for statement in (*statements_to_remove(vendor, tables), *statements(vendor, schema, tables)):
        editor.execute(statement, params=None)


def remove_guards(editor: BaseDatabaseSchemaEditor) -> None:
    """Take every guard away."""
    tables = frozenset(editor.connection.introspection.table_names())
    for statement in statements_to_remove(editor.connection.vendor, tables):
        editor.execute(statement, params=None)


def missing() -> tuple[str, ...]:
    """The guards that do not stand in this database as they were put: gone, switched off, or others by their name."""
    with connection.cursor() as cursor:
        cursor.execute(_STANDING[connection.vendor])
        standing = dict(cursor.fetchall())
        as_put = _as_put(connection.vendor, _schema(connection.vendor, cursor))
    return tuple(name for name, text in as_put.items() if standing.get(name, "").strip() != text)


def _schema(vendor: str, cursor: Any) -> str:
    """The schema in which the tables stand, as it is written in SQL; SQLite has none."""
    if vendor == "sqlite":
        return ""
    cursor.execute("SELECT quote_ident(current_schema())")
    return str(cursor.fetchone()[0])


def statements(vendor: str, schema: str, tables: frozenset[str] | None = None) -> Iterator[str]:
    """The guards as SQL of this database, those of `tables` alone where they are named."""
    for guard in _of(tables):
        if vendor == "sqlite":
            yield _sqlite(guard)
        else:
            yield from _postgresql(guard.name, guard.table, _moment(guard), _body(guard, schema))
    if vendor == "postgresql":
        yield from _against_truncation(tables)


def statements_to_remove(vendor: str, tables: frozenset[str] | None = None) -> Iterator[str]:
    """The same guards taken away."""
    for guard in _of(tables):
        if vendor == "sqlite":
            yield f"DROP TRIGGER IF EXISTS {guard.name}"
        else:
            yield f"DROP TRIGGER IF EXISTS {guard.name} ON {guard.table}"
            yield f"DROP FUNCTION IF EXISTS {guard.name}()"
    if vendor == "postgresql":
        for table in _tables(tables):
            yield f"DROP TRIGGER IF EXISTS {_truncation(table)} ON {table}"
            yield f"DROP FUNCTION IF EXISTS {_truncation(table)}()"


def _of(tables: frozenset[str] | None) -> list[Guard]:
    return [guard for guard in GUARDS if tables is None or guard.table in tables]


def _tables(tables: frozenset[str] | None) -> list[str]:
    return sorted({guard.table for guard in _of(tables)})


def _truncation(table: str) -> str:
    return f"guard_{table}_truncate"


def _sqlite(guard: Guard) -> str:
    # SQLite has known IS NOT DISTINCT FROM since 3.39; IS means the same and is older.
    permitted = guard.permitted.replace("IS NOT DISTINCT FROM", "IS")
    permitted = _SECONDS.sub(r"CAST(strftime('%s', \1) AS INTEGER)", permitted)
    # A row has a number beside its key, and OR REPLACE removes whichever row has it already.
    match guard.write:
        case "INSERT":
            apart = f" AND NOT EXISTS (SELECT 1 FROM {guard.table} r WHERE r.rowid = NEW.rowid)"
        case "UPDATE":
            apart = " AND NEW.rowid = OLD.rowid"
        case _:
            apart = ""
    return (
        f"CREATE TRIGGER {guard.name} BEFORE {guard.write} ON {guard.table} FOR EACH ROW "
        f"WHEN (({permitted}){apart}) IS NOT TRUE BEGIN SELECT RAISE(ABORT, {guard.said}); END"
    )


def _moment(guard: Guard) -> str:
    return f"BEFORE {guard.write} ON {guard.table} FOR EACH ROW"


def _body(guard: Guard, schema: str) -> str:
    row = "OLD" if guard.write == "DELETE" else "NEW"
    permitted = _SECONDS.sub(r"EXTRACT(EPOCH FROM \1)", guard.permitted)
    permitted = _TABLE.sub(f"{schema}.casework_", permitted)
    return (
        f"BEGIN IF ({permitted}) IS NOT TRUE THEN RAISE EXCEPTION {guard.said} "
        f"USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN {row}; END"
    )


def _postgresql(name: str, table: str, moment: str, body: str) -> Iterator[str]:
    # A session's own temporary tables are found before all others, and operators of its own making where they fit
    # better: it could ask the guard about other tables, or with another meaning of "equal". So tables are named with
    # their schema, and everything else is PostgreSQL's.
    yield (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp "
        f"AS $guard${body}$guard$"
    )
    yield _trigger(name, moment)
    # A session that says it only replicates is asked too.
    yield f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}"


def _trigger(name: str, moment: str) -> str:
    return f"CREATE TRIGGER {name} {moment} EXECUTE FUNCTION {name}()"


def _against_truncation(tables: frozenset[str] | None) -> Iterator[str]:
    for table in _tables(tables):
        yield from _postgresql(_truncation(table), table, _of_truncation(table), _NO_TRUNCATION)


def _of_truncation(table: str) -> str:
    return f"BEFORE TRUNCATE ON {table} FOR EACH STATEMENT"


@cache
def _as_put(vendor: str, schema: str) -> dict[str, str]:
    """What the database tells of each guard that stands as it was put, by its name."""
    if vendor == "sqlite":
        return {guard.name: _sqlite(guard) for guard in GUARDS}
    rows = {
        guard.name: _trigger(guard.name, _moment(guard)) + "\n" + _body(guard, schema) for guard in GUARDS
    }
    return rows | {
        _truncation(table): _trigger(_truncation(table), _of_truncation(table)) + "\n" + _NO_TRUNCATION
        for table in _tables(None)
    }


_TABLE: Final = re.compile(r"\bcasework_")
_SECONDS: Final = re.compile(r"SECONDS\(([^()]+)\)")
_NO_TRUNCATION: Final = (
    "BEGIN RAISE EXCEPTION 'the record is not removed' USING ERRCODE = 'integrity_constraint_violation'; END"
)
_STANDING: Final = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": (
        "SELECT t.tgname, pg_get_triggerdef(t.oid, true) || E'\\n' || p.prosrc "
        "FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid "
        "WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') "
        "AND c.relnamespace = current_schema()::regnamespace "
        "AND p.proconfig = ARRAY['search_path=pg_catalog, pg_temp']"
    ),
}
