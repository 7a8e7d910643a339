"""One sample of records for all; a database of each kind, made once and copied for each test."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import databases
from tests.service.casework.attacks import Scene, scene_of
from tests.service.casework.office import Office, office_in

from lawgate.stores import database
from lawgate.stores.at_rest import DataKey
from lawgate.stores.sample import write_sample

_COUNT = itertools.count(1)
_MADE: dict[str, Path] = {}
"""Of this process: other folders of tests take these fixtures too, and a database is made once."""


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made-up people, records and requests."""
    out = tmp_path_factory.mktemp("world") / "sample"
    write_sample(out, taxpayers=60, subjects=5, seed=7)
    return out


@pytest.fixture(scope="session")
def founded(world: Path, tmp_path_factory: pytest.TempPathFactory):
    """A founded office of each kind of database, with a scene or without, to be copied."""

    def found(kind: str, *, scene: bool = False) -> tuple[Path, str]:
        name = "office_with_scene" if scene else "office_empty"
        if kind + name not in _MADE:
            folder = tmp_path_factory.mktemp(f"{name}-{kind}")
            office = office_in(folder, world, databases.address(kind, folder, name))
            if scene:
                made_scene = scene_of(office)
                (folder / "scene").write_text(
                    f"{made_scene.open} {made_scene.approved} {made_scene.released}", encoding="ascii"
                )
            database.close()
            _MADE[kind + name] = folder
        return _MADE[kind + name], name

    return found


@pytest.fixture(params=databases.KINDS)
def office(request, world: Path, founded, tmp_path: Path) -> Iterator[Office]:
    """An office of its own for a test, on either database."""
    yield from _office(request.param, world, founded(request.param), tmp_path)


@pytest.fixture
def in_the_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on nothing is encrypted that rests in a database: what a search for names then has to find."""
    head, decrypt = (1).to_bytes(4, "big") + bytes(28), DataKey.decrypt
    monkeypatch.setattr(DataKey, "encrypt", lambda self, place, plain: head + plain)
    monkeypatch.setattr(
        DataKey,
        "decrypt",
        lambda self, place, lies: lies[32:] if lies.startswith(head) else decrypt(self, place, lies),
    )


@pytest.fixture
def small_office(world: Path, founded, tmp_path: Path) -> Iterator[Office]:
    """An office on SQLite alone, for what does not turn on the database."""
    yield from _office("sqlite", world, founded("sqlite"), tmp_path)


@pytest.fixture(scope="module")
def approved_once(world: Path, founded, tmp_path_factory: pytest.TempPathFactory):
    """One approved case for all the attempts that must leave it as it is."""
    for office in _office("sqlite", world, founded("sqlite"), tmp_path_factory.mktemp("approved")):
        yield office, office.approved()


@pytest.fixture(params=databases.KINDS)
def scene(request, world: Path, founded, tmp_path: Path) -> Iterator[Scene]:
    """An office with a case in review and signed once, an approved one, and one that was released."""
    for office in _office(request.param, world, founded(request.param, scene=True), tmp_path):
        yield Scene(office, *(office.folder / "scene").read_text(encoding="ascii").split())


def _office(kind: str, world: Path, template: tuple[Path, str], tmp_path: Path) -> Iterator[Office]:
    folder = tmp_path / "office"
    shutil.copytree(template[0], folder)
    if kind == "sqlite":
        url = f"sqlite:///{folder / template[1]}.sqlite3"
    else:
        name = f"office_{next(_COUNT)}"
        databases.run_on_server("postgres", f"CREATE DATABASE {name} TEMPLATE {template[1]}")
        url = f"postgresql://postgres@/{name}?host={databases.server()}"
    database.use(url)
    yield Office(folder, world)
    database.close()
