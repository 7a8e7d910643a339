"""One sample of records for all; a database of each kind, made once and copied for each test."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import databases
from tests.service.casework.office import Office, office_in

from lawgate.stores import database
from lawgate.stores.sample import write_sample

_COUNT = itertools.count(1)


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made-up people, records and requests."""
    out = tmp_path_factory.mktemp("world") / "sample"
    write_sample(out, taxpayers=60, subjects=5, seed=7)
    return out


@pytest.fixture(scope="session")
def founded(world: Path, tmp_path_factory: pytest.TempPathFactory):
    """A founded office of each kind of database, to be copied."""
    made: dict[str, Path] = {}

    def found(kind: str) -> Path:
        if kind not in made:
            folder = tmp_path_factory.mktemp(f"founded-{kind}")
            office_in(folder, world, databases.address(kind, folder, "template_office"))
            database.close()
            made[kind] = folder
        return made[kind]

    return found


@pytest.fixture(params=databases.KINDS)
def office(request, world: Path, founded, tmp_path: Path) -> Iterator[Office]:
    """An office of its own for a test, on either database."""
    yield from _office(request.param, world, founded, tmp_path)


@pytest.fixture
def small_office(world: Path, founded, tmp_path: Path) -> Iterator[Office]:
    """An office on SQLite alone, for what does not turn on the database."""
    yield from _office("sqlite", world, founded, tmp_path)


def _office(kind: str, world: Path, founded, tmp_path: Path) -> Iterator[Office]:
    template, folder = founded(kind), tmp_path / "office"
    shutil.copytree(template, folder)
    if kind == "sqlite":
        url = f"sqlite:///{folder / 'template_office'}.sqlite3"
    else:
        name = f"office_{next(_COUNT)}"
        databases.run_on_server("postgres", f"CREATE DATABASE {name} TEMPLATE template_office")
        url = f"postgresql://postgres@/{name}?host={databases.server()}"
    database.use(url)
    yield Office(folder, world)
    database.close()
