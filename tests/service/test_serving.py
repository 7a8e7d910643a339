"""A port that somebody else has is told before anything is made."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from lawgate.errors import InputError
from lawgate.service.serving import check_free

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
