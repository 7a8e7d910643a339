"""One command from nothing to pages that work: `lawgate demo`."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from tests.web.conftest import free_port, wait_for

from lawgate.casework.words import Role, State


class Started:
    """A demonstration from nothing."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.printed = folder / "printed"
        lawgate = str(Path(sys.executable).with_name("lawgate"))
        command = [lawgate, "demo", "--port", str(self.port), "--data", str(folder / "data")]
        with self.printed.open("wb") as out:
            self.process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        self.sessions: list[requests.Session] = []

    def end(self) -> None:
        """End it; a process that was left would fail a later test."""
        for session in self.sessions:
            session.close()
        self.process.terminate()
        self.process.wait()

    def signed_in(self, person: str) -> requests.Session:
        """The browser of somebody."""
        session = requests.Session()
        self.sessions.append(session)
        page = session.get(f"{self.address}/sign-in", timeout=600).text
        mark = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
        assert mark
        form = {"csrfmiddlewaretoken": mark[1], "person": person, "next": "/"}
        answer = session.post(
            f"{self.address}/demonstration/sign-in", form, headers={"Origin": self.address}, timeout=600
        )
        assert answer.ok
        return session


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    made = Started(tmp_path_factory.mktemp("demo"))
    try:
        wait_for(made.address, made.process)
        yield made
    finally:
        made.end()


def test_it_prints_its_address_and_a_sign_in_for_each_role(started: Started) -> None:
    printed = started.printed.read_text(encoding="utf-8")
    assert started.address in printed
    roles = {role.value.replace("_", " ") for role in Role if role is not Role.SERVICE}
    assert {role for role in roles if role in printed} == roles


def test_the_process_that_serves_can_look_at_records(started: Started) -> None:
    """It would hang here, had the table engine run before the processes that serve were started."""
    session = started.signed_in("rosa")
    cases = session.get(f"{started.address}/cases?view=in_review", timeout=600).text
    number = re.search(r'href="/cases/(C[\d-]+)"', cases)
    assert number
    page = session.get(f"{started.address}/cases/{number[1]}/leaving", timeout=600)
    assert page.status_code == 200
    assert "What leaves" in page.text


def test_there_is_a_case_in_every_state(started: Started) -> None:
    page = started.signed_in("ari").get(f"{started.address}/cases?view=all", timeout=600).text
    counts = dict(re.findall(r'href="/cases\?view=(\w+)"[^>]*>[^<]*<strong>(\d+)</strong>', page))
    assert {one.value for one in State} - counts.keys() <= {"released"}, (
        "it is handed over as soon as its entry is proved"
    )
    assert all(int(count) for count in counts.values())
