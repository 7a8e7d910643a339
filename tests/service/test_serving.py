"""A port that somebody else has, or a database that keeps nothing, is told before anything is made."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest

from lawgate.errors import InputError
from lawgate.service import serving
from lawgate.service.casework.background.working import work
from lawgate.service.casework.deployment.founding import found
from lawgate.service.casework.desk import Desk
from lawgate.service.serving import check_free
from lawgate.settings import Deployment
from lawgate.stores import database

HERE = "127.0.0.1"


@pytest.fixture
def taken() -> Iterator[socket.socket]:
    with socket.socket() as listening:
        listening.bind((HERE, 0))
        listening.listen()
        yield listening


def test_a_port_on_which_somebody_listens_is_refused_with_its_mend(taken: socket.socket) -> None:
    with pytest.raises(InputError, match="cannot be listened on") as refused:
        check_free(HERE, taken.getsockname()[1])
    assert refused.value.where == "--port"


def test_a_port_that_was_given_back_can_be_had(taken: socket.socket) -> None:
    port = taken.getsockname()[1]
    taken.close()
    check_free(HERE, port)


def test_nothing_begins_on_a_database_that_could_lose_what_it_acknowledges(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "unkept", lambda: "fsync is off")
    monkeypatch.setattr(serving, "check_served", lambda *_: None)
    laid_down = Deployment(data=tmp_path / "data")
    begins: list[Callable[[], None]] = [
        lambda: found(laid_down, origin="agency.example/disclosures"),
        lambda: work(cast("Desk", None)),
        lambda: serving.serve(HERE, 8000),
    ]
    for begin in begins:
        with pytest.raises(InputError, match=r"LAWGATE_DATABASE_URL: .*fsync is off; .*docs/postgresql\.md"):
            begin()
    assert not laid_down.data.exists()
