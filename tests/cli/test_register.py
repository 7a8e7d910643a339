"""`lawgate register`: officials and agencies' keys of the deployment of the settings, each change entered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Shell

from lawgate.handover.recipient import RecipientKey

FOUND = """
from lawgate.service.casework.founding import found
from lawgate.settings import Deployment
found(Deployment(), origin="agency.example/disclosures")
"""
ENTERED = """
from lawgate.stores import database
database.ready()
from lawgate.stores.casework import models
for one in models.Entry.objects.order_by("id"):
    print(one.case_number, one.act, one.actor)
"""
NEW = ("register", "official", "rosa", "--name", "Rosa Lind", "--role", "reviewer", "--since", "2026-03-01")


@pytest.fixture(scope="module")
def deployment(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    shell = Shell(tmp_path_factory.mktemp("deployment"))
    for name, script in (("found.py", FOUND), ("entered.py", ENTERED)):
        (shell.folder / name).write_text(script, encoding="utf-8")
    assert shell.python("found.py").code == 0
    return shell


def entered(deployment: Shell) -> list[str]:
    return deployment.python("entered.py").out.splitlines()


def test_each_change_is_entered_with_who_had_it_made(deployment: Shell) -> None:
    registration = json.dumps(RecipientKey("records.example", b"\4" + bytes(64)).document)
    (deployment.folder / "doj.json").write_text(registration, encoding="utf-8")
    done = [
        deployment.run(*NEW, "--authority", "26 USC 6103(i)", "--by", "sol", "--json"),
        deployment.run("register", "key", "us.doj", Path("doj.json")),
        deployment.run("register", "end", "rosa", "--on", "2026-06-30"),
        deployment.run("register", "close", "rosa"),
    ]
    assert [(one.code, one.err) for one in done] == [(0, "")] * 4
    assert done[0].document()["authority"] == ["26 U.S.C. 6103(i)"]
    assert entered(deployment) == [
        "OFFICIALS register_official sol",
        "AGENCIES register_key service",
        "OFFICIALS end_roles service",
        "OFFICIALS close_account service",
    ]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((*NEW[:6], "king", *NEW[7:]), "no such role"),
        ((*NEW[:-1], "soon"), "is not a day"),
        ((*NEW, "--authority", "x"), "not the address of a provision"),
        ((*NEW, "--agency", "us.doj"), "an agency's officer belongs to an agency"),
        (("register", "close", "nobody"), "no such official"),
        (("register", "key", "us.doj", "found.py"), "not a JSON object"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_changes_nothing(
    deployment: Shell, words: tuple[str, ...], says: str
) -> None:
    before = entered(deployment)
    ran = deployment.run(*words)
    assert ran.code == 2
    assert says in ran.err
    assert ran.err.count("\n") == 1
    assert entered(deployment) == before
