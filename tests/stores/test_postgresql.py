"""A PostgreSQL that could lose what it acknowledges is refused; of several hosts the one that is written to counts."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, connections
from tests.clusters import SMALL, Server
from tests.service.casework.kill import IN_MEMORY

from lawgate.errors import InputError
from lawgate.settings import database_of
from lawgate.stores import database


@pytest.fixture
def server() -> Iterator[Server]:
    with tempfile.TemporaryDirectory(prefix="lawgate-kept-", dir=IN_MEMORY) as place:
        Path(place).chmod(0o755)
        made = Server(Path(place) / "server")
        made.make(SMALL)
        yield made
        database.close()


def test_a_server_whose_settings_lose_what_it_acknowledges_is_refused_by_their_name(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("fsync", "off"), ("full_page_writes", "off"), ("fsync", "on")):
        server.start({name: value})
        database.use(f"postgresql://postgres@/postgres?host={server.folder}")
        if value == "off":
            with pytest.raises(InputError, match=rf"{name} is off; .*postgresql\.md"):
                database.demand_kept()
            server.stop()
    database.demand_kept()
    monkeypatch.setitem(connections.settings["default"], "STANDBY", True)
    with pytest.raises(InputError, match="synchronous_standby_names is empty"):
        database.demand_kept()
    monkeypatch.setitem(connections.settings["default"], "STANDBY", False)
    for value in ("off", "local", "remote_write"):
        with connection.cursor() as cursor:
            cursor.execute(f"SET synchronous_commit = {value}")
        assert database.unkept() == f"synchronous_commit is {value}"
    server.stop()


def test_a_database_in_a_file_is_told_by_each_connection_to_keep_its_word(tmp_path: Path) -> None:
    database.use(f"sqlite:///{tmp_path / 'cases'}.sqlite3")
    database.demand_kept()
    with connection.cursor() as cursor:
        full = cursor.execute("PRAGMA synchronous").fetchone()
    assert full == (2,)


@pytest.mark.parametrize(
    ("url", "hosts", "ports"),
    [
        ("postgresql://lawgate:secret@db1:5433,db2:5434/cases", "db1,db2", "5433,5434"),
        ("postgresql://lawgate:secret@db1,db2/cases", "db1,db2", ""),
        ("postgresql://lawgate@/cases?host=/one,/two&port=5433", "/one,/two", "5433"),
        ("postgresql://lawgate@[::1]:5432/cases", "::1", "5432"),
    ],
)
def test_of_several_hosts_the_one_that_can_be_written_to_is_taken(url: str, hosts: str, ports: str) -> None:
    told = database_of(url)
    assert (told["HOST"], told["PORT"], told["NAME"], told["USER"]) == (hosts, ports, "cases", "lawgate")
    assert told["OPTIONS"]["target_session_attrs"] == "read-write"


def test_a_port_that_is_no_number_is_refused_without_the_secret_beside_it() -> None:
    with pytest.raises(InputError) as refused:
        database_of("postgresql://lawgate:secret@db1:x/cases")
    assert "secret" not in str(refused.value)
