"""The tables are as their migrations make them, in one row of steps."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from lawgate.stores import database

database.ready()

from django.core.management import call_command  # noqa: E402
from django.db.migrations.loader import MigrationLoader  # noqa: E402


def test_no_change_of_a_table_is_without_its_migration(tmp_path: Path) -> None:
    database.use(f"sqlite:///{tmp_path / 'cases.sqlite3'}")
    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())
    database.close()


def test_the_steps_stand_in_one_row() -> None:
    assert MigrationLoader(None).detect_conflicts() == {}
