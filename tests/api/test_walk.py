"""The walk of docs/api.md, from key to receipt, word for word against a server that listens."""

from __future__ import annotations

import re
import shlex
import subprocess
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from tests.service.casework.office import Office, done, seal_in_earnest
from typer.testing import CliRunner

from lawgate.casework.words import State
from lawgate.cite import Cite
from lawgate.cli.main import app as cli
from lawgate.service.api import programs
from lawgate.service.casework.acts import decision, delivery, intake, release
from lawgate.service.casework.deployment import deployed, registering
from lawgate.service.casework.registers import parties
from lawgate.stores import database

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(sh|python)\n(.*?)^```", PAGE, flags=re.M | re.S)


class Quiet(WSGIRequestHandler):
    """Says nothing of what it is asked."""

    def log_message(self, *_said: Any) -> None:
        """Nothing."""


@pytest.fixture
def address(inside: Office) -> Iterator[str]:
    """A server of the application that listens on this machine."""
    from lawgate.web.wsgi import application  # noqa: PLC0415

    def answer(environ: dict[str, Any], start: Any) -> Any:
        try:
            yield from application(environ, start)
        finally:
            database.close()  # of the server's thread

    with make_server("127.0.0.1", 0, answer, handler_class=Quiet) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def today(inside: Office) -> Office:
    """The office on the day of the machine's clock, by which the walk signs; its keys are real."""
    inside.clock.at = datetime.now(UTC)
    seal_in_earnest(inside)
    deployed.desk.cache_clear()
    day = inside.clock.at.date()
    parties.record_docket_check(inside.desk, by="counsel")
    for agency in ("us.doj", "us.doj.fbi"):
        key = _key_of(agency)
        parties.register_agency(
            inside.desk,
            agency,
            safeguards_satisfy=True,
            reviewed_on=day,
            valid_until=day + timedelta(days=365),
            key=key,
        )
    return inside


def _key_of(agency: str) -> str:
    from lawgate.stores.casework.read import agencies_of  # noqa: PLC0415

    return agencies_of((agency,))[0].key


def run(block: str, folder: Path) -> None:
    """The lines of a block for the shell: openssl as it is, lawgate in this process."""
    for line in block.strip().splitlines():
        words = shlex.split(line)
        if words[0] == "lawgate":
            ran = CliRunner().invoke(cli, words[1:])
            assert ran.exit_code == 0, ran.output
        else:
            subprocess.run(words, cwd=folder, check=True, capture_output=True)


def released(office: Office, case: str) -> None:
    """What officials do meanwhile."""
    done(intake.admit(office.desk, case, by="clerk"))
    for cite, answer in (("i/2/B/iv", True), ("i/6", False), ("p/4", True)):
        at = Cite.parse(f"/us/usc/t26/s6103/{cite}")
        done(
            decision.find(office.desk, case, by="third", cite=at, answer=answer, office="delegated_official")
        )
    done(decision.determine(office.desk, case, by="preparer"))
    done(decision.submit(office.desk, case, by="preparer"))
    for official in ("first", "second"):
        office.sign(case, official)
    done(release.release(office.desk, case, by="releaser", key="key-walk"))
    office.enter()
    done(delivery.deliver(office.desk, case))


def test_the_walk_leads_from_a_key_to_a_receipt(
    today: Office, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (programs, registering):
        monkeypatch.setattr(module, "desk_of", lambda *_given: today.desk)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "unit-7.key").write_bytes((today.folder / "doj.key").read_bytes())
    (tmp_path / "request.json").write_bytes(today.request("REQ-WALK"))
    kinds = [kind for kind, _ in BLOCKS]
    assert kinds == ["sh", "sh", "python", "python", "python", "sh", "python", "python"]
    names: dict[str, Any] = {}
    for at, (kind, block) in enumerate(BLOCKS):
        text = block.replace("https://gate.example", address)
        if kind == "sh":
            run(text, tmp_path)
        elif at == 3:
            sent, wait = text.split("while ", 1)
            exec(compile(sent, "docs/api.md", "exec"), names)  # noqa: S102 - the page's own words
            released(today, names["case"])
            exec(compile(f"while {wait}", "docs/api.md", "exec"), names)  # noqa: S102
        else:
            exec(compile(text, "docs/api.md", "exec"), names)  # noqa: S102
    assert today.case(names["case"]).state is State.RECEIPTED
    assert (tmp_path / "contents" / "payload.json").is_file()
    assert names["ask"]("GET", f"/cases/{names['case']}").json()["told"] == "fetched"
    assert (names["row"]["number"], names["row"]["told"]) == (names["case"], "fetched")
    assert names["answer"] == {"notices": [], "next": "1", "more": False}
