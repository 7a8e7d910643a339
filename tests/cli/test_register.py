"""`lawgate register`: officials and agencies' keys of the deployment of the settings, each change entered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Shell

from lawgate.handover.recipient import RecipientKey

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
    (shell.folder / "entered.py").write_text(ENTERED, encoding="utf-8")
    made = shell.run("found", "agency.example/disclosures")
    assert (made.code, made.err) == (0, "")
    return shell


def entered(deployment: Shell) -> list[str]:
    return deployment.python("entered.py").out.splitlines()


def test_a_deployment_is_laid_down_once_and_under_a_name_that_can_be_signed(
    deployment: Shell, tmp_path: Path
) -> None:
    again = deployment.run("found", "agency.example/disclosures")
    assert (again.code, again.out) == (2, "")
    assert "a deployment stands here already" in again.err
    assert deployment.run("ledger", "checkpoint", "lawgate-data/ledger").out.startswith(
        "agency.example/disclosures\n0\n"
    )
    other = Shell(tmp_path)
    assert (other.run("found", "two words").code, list(tmp_path.iterdir())) == (2, [])
    nowhere = other.run("worker")
    assert (nowhere.code, nowhere.err.count("\n")) == (2, 1)
    assert "no deployment stands here; name its folder in LAWGATE_DATA" in nowhere.err


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
        (("register", "key", "us.doj", "entered.py"), "not a JSON object"),
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


def test_the_key_of_the_database_is_exchanged_by_an_entry_and_another_one_opens_nothing(
    deployment: Shell,
) -> None:
    path = deployment.folder / "lawgate-data" / "keys" / "database.key"
    first, before = path.read_bytes(), entered(deployment)
    told = deployment.run("keys", "reencrypt")
    assert (told.code, told.err, "rest under version 2 of the key" in told.out) == (0, "", True)
    assert entered(deployment) == [*before, "KEYS rotate_database_key service"]
    newest = path.read_bytes()
    path.write_bytes(first)
    older = deployment.run(*NEW)
    path.unlink()
    missing = deployment.run(*NEW)
    made = deployment.run("keys", "database")
    assert (made.code, "keep it from others" in " ".join(made.out.split())) == (0, True)
    other = deployment.run(*NEW)
    path.write_bytes(newest)
    another = "the key of the database is another one"
    for ran, says in ((older, another), (missing, "not the keys of a database"), (other, another)):
        assert (ran.code, ran.out, ran.err.count("\n"), says in ran.err) == (2, "", 1, True)
