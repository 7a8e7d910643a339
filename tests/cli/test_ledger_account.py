"""`lawgate ledger account` writes the account of the deployment that the settings name."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Shell

FOUND = """
from lawgate.service.casework.deployment.founding import found
from lawgate.settings import Deployment
found(Deployment(), origin="agency.example/disclosures")
"""


@pytest.fixture
def deployment(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    (tmp_path / "lay_down.py").write_text(FOUND, encoding="utf-8")
    return shell


def test_the_account_of_a_deployment_is_written_with_its_packages(deployment: Shell) -> None:
    assert deployment.python("lay_down.py").code == 0
    ran = deployment.run("ledger", "account", "--out", "account.jsonl", "--packages", "ours.csv", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.document()["entries"] == 0
    assert (deployment.folder / "account.jsonl").read_text(encoding="utf-8") == ""
    ledger = ran.document()["ledger"]
    told = deployment.run(
        "ledger", "report", ledger, "--account", "account.jsonl", "--as", "yearly", "--year", "2026"
    )
    assert (told.code, told.err) == (0, "")
    same = deployment.run("reconcile", "ours.csv", "ours.csv")
    assert (same.code, same.err) == (0, "")


def test_without_a_deployment_it_is_one_line_and_exit_2(deployment: Shell) -> None:
    ran = deployment.run("ledger", "account", "--out", "account.jsonl")
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert not (deployment.folder / "account.jsonl").exists()
