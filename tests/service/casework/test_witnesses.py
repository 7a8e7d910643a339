"""Witnesses elsewhere: they sign what continues the log that they saw, and a ledger that forked gets no signature."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from tests.service.casework.office import LOG, WITNESS, Office, done

from lawgate.casework.words import State
from lawgate.errors import InputError
from lawgate.ledger.checkpoint import Checkpoint, parse_signed_checkpoint
from lawgate.ledger.policy import Policy, parse_policy
from lawgate.ledger.text import to_hash
from lawgate.ledger.witness import Seen, cosign
from lawgate.service.casework.acts import delivery
from lawgate.service.casework.deployment.founding import witnesses_of
from lawgate.service.casework.desk import Refused
from lawgate.stores.casework.release import ledger_state


class Inspector(ThreadingHTTPServer):
    """A witness as C2SP tlog-witness describes it; it remembers in memory."""

    last: Checkpoint | None = None
    asked = 0

    def answer(self, body: bytes) -> tuple[int, str, bytes]:
        self.asked += 1
        head, _, note = body.partition(b"\n\n")
        old, *proof = head.decode().split("\n")
        size = self.last.size if self.last else 0
        if old != f"old {size}":
            return 409, "text/x.tlog.size", f"{size}\n".encode()
        try:
            signed = parse_signed_checkpoint(note)
            hashes = [to_hash(one, what="a hash") for one in proof]
            seen, made = cosign(Seen(LOG.key, self.last), signed, hashes, signer=WITNESS, time=1)
        except InputError:
            return 422, "text/plain", b""
        self.last = seen.last
        return 200, "text/plain", made.line.encode()


class Answers(BaseHTTPRequestHandler):
    server: Inspector

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        code, kind, told = (
            self.server.answer(body) if self.path == "/add-checkpoint" else (404, "text/plain", b"")
        )
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def log_message(self, *_: object) -> None:
        """It says nothing."""


@pytest.fixture
def inspector() -> Iterator[Inspector]:
    with Inspector(("127.0.0.1", 0), Answers) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def policy_at(address: str) -> Policy:
    lines = f"log {LOG.key.line}\nwitness inspector {WITNESS.key.line} {address}\nquorum inspector\n"
    return parse_policy(lines.encode())


@pytest.fixture
def watched(small_office: Office, inspector: Inspector) -> Office:
    small_office.witnesses = list(witnesses_of(policy_at(f"http://127.0.0.1:{inspector.server_port}")))
    return small_office


def test_a_witness_is_asked_over_http_and_what_it_signed_is_handed_over(watched: Office) -> None:
    case = watched.delivered()
    assert watched.case(case).state is State.DELIVERED


def test_a_witness_that_signed_is_not_asked_again_while_nothing_is_entered(
    watched: Office, inspector: Inspector
) -> None:
    watched.received("REQ-1")
    watched.enter()
    seen, inspector.last = inspector.last, None
    before = (watched.folder / "ledger" / "checkpoint").read_bytes()
    for _ in range(3):
        watched.enter()
    assert (seen is not None, inspector.last) == (True, None)
    assert (watched.folder / "ledger" / "checkpoint").read_bytes() == before


def test_a_new_process_learns_from_the_witness_what_it_signed_last(
    watched: Office, inspector: Inspector
) -> None:
    watched.received("REQ-1")
    watched.enter()
    watched.witnesses = list(witnesses_of(policy_at(f"http://127.0.0.1:{inspector.server_port}")))
    watched.received("REQ-2")
    watched.enter()
    state = ledger_state()
    assert state is not None
    assert state.witnessed
    assert inspector.last is not None
    assert inspector.last.size == state.size


def test_a_ledger_that_was_put_back_and_grew_otherwise_gets_no_signature(
    watched: Office, inspector: Inspector
) -> None:
    case = watched.approved("REQ-1")
    waiting = watched.released("REQ-2")
    watched.enter()
    assert inspector.last is not None
    seen = inspector.last
    # Another history of the same length: its root is not the one that the witness signed.
    inspector.last = Checkpoint(seen.origin, seen.size, bytes(32))
    shutil.rmtree(watched.folder / "witness", ignore_errors=True)
    watched.received("REQ-3")
    watched.enter()
    state = ledger_state()
    assert state is not None
    assert not state.witnessed
    for outcome in (delivery.deliver(watched.desk, waiting),):
        assert isinstance(outcome, Refused)
        assert outcome.names == {"no_quorum"}
    inspector.last = seen
    watched.enter()
    assert done(delivery.deliver(watched.desk, waiting)).state is State.DELIVERED
    assert watched.case(case).state is State.APPROVED


def test_a_witness_that_cannot_be_reached_stops_releases_and_loses_nothing(small_office: Office) -> None:
    small_office.witnesses = list(witnesses_of(policy_at("http://127.0.0.1:9")))
    case = small_office.released()
    small_office.enter()
    outcome = delivery.deliver(small_office.desk, case)
    assert isinstance(outcome, Refused)
    assert outcome.names == {"no_quorum"}


def test_an_address_of_another_kind_is_refused() -> None:
    with pytest.raises(InputError, match="over HTTP"):
        witnesses_of(policy_at("file:///etc/hosts"))


def test_a_witness_that_does_not_speak_http_stops_no_entry(small_office: Office) -> None:
    office, before = small_office, small_office.enter()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            for _ in range(2):
                speaking, _ = listening.accept()
                with speaking:
                    speaking.recv(65536)
                    speaking.sendall(b"nonsense\r\n")

        Thread(target=answer, daemon=True).start()
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        office.witnesses = [*office.witnesses, *witnesses_of(policy_at(address))]
        office.received()
        assert (before, office.enter()) == (0, 1)
    state = ledger_state()
    assert state is not None
    assert state.witnessed
