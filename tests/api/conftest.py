"""The application in this process, at the desk of an office of its own, with programs of two agencies."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.api.programs import Program
from tests.service.casework.conftest import founded, office, small_office, world  # noqa: F401 - fixtures
from tests.service.casework.office import Office

from lawgate.service.casework.deployment import deployed


@pytest.fixture
def inside(small_office: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:  # noqa: F811
    """The API of this process works at the desk of an office of its own, on SQLite."""
    yield from _inside(small_office, monkeypatch)


@pytest.fixture
def either(office: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:  # noqa: F811
    """The same on either database."""
    yield from _inside(office, monkeypatch)


def _inside(at: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setattr(deployed, "desk_of", lambda *_given, **_named: at.desk)
    deployed.desk.cache_clear()
    yield at
    deployed.desk.cache_clear()


@pytest.fixture
def justice(inside: Office) -> Program:
    """A program of the agency that asks."""
    return Program.registered(inside, "doj-system", "us.doj")


@pytest.fixture
def customs(inside: Office) -> Program:
    """A program of another agency."""
    return Program.registered(inside, "cbp-system", "us.dhs.cbp")
