"""`lawgate keys` with a token: made, shown and exchanged, and the number that unlocks it stands nowhere."""

from __future__ import annotations

import json
import secrets
from pathlib import Path

import pytest
from tests.cli.conftest import Shell
from tests.handover.releases import TRUST, World, made_world
from tests.stores.softhsm import SoftToken, soft_token

from lawgate.stores.ledger.disk import Disk
from lawgate.stores.ledger.keys import read_signer
from lawgate.stores.ledger.sequencer import create


@pytest.fixture
def token(monkeypatch: pytest.MonkeyPatch) -> SoftToken:
    made = soft_token()
    made.use()
    return made


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.fixture
def label() -> str:
    return f"cli-{secrets.token_hex(6)}"


def test_a_key_is_made_shown_and_put_in_the_place_of_another(
    token: SoftToken, shell: Shell, label: str
) -> None:
    name = "fresh.example/log"
    assert shell.run("keys", "signer", name, "--for", "log", "--out", "old.key").code == 0
    made = shell.run("keys", "signer", name, "--for", "log", "--out", "new.key", "--token", label, "--json")
    assert (made.code, made.err) == (0, "")
    shown = shell.run("keys", "show", "new.key", "--json")
    assert (shown.code, shown.document()["in"], shown.document()["label"]) == (0, "token", label)
    assert shown.document()["key"] == made.document()["key"]
    assert f"token, label {label}" in shell.run("keys", "show", "new.key").out
    assert shell.run("keys", "show", "old.key", "--json").document()["in"] == "file"
    (shell.folder / "log").mkdir()
    create(Disk(shell.folder / "log"), read_signer(shell.folder / "old.key"))
    words = ("keys", "rotate", "log", "--from", "old.key", "--to", "new.key", "--compromised", "--json")
    turned = shell.run(*words).document()
    assert [one["revoked"] for one in turned["epochs"]] == [True, False]


def test_a_recipient_whose_keys_are_in_a_token_opens_what_is_sealed_to_it(
    token: SoftToken, shell: Shell, label: str
) -> None:
    (shell.folder / "trust.json").write_text(json.dumps(TRUST.document), encoding="utf-8")
    made = shell.run(
        "keys", "recipient", "us.doj", "--role", "agent", "--trust", "trust.json", "--out", "k",
        "--registration", "r.json", "--token", label,
    )  # fmt: skip
    assert (made.code, made.err) == (0, "")
    text = (shell.folder / "k").read_text(encoding="utf-8")
    assert f"TOKEN+OPENS+{label}/opens+" in text
    assert f"TOKEN+KEY+{label}/signs+" in text
    assert "PRIVATE" not in text
    assert shell.run("keys", "show", "k", "--json").document()["faults"] == []
    world: World = made_world(shell.folder / "world")
    other = shell.run("open", world.file(world.sent()), "--key", "k")
    assert (other.code, "sealed to another key" in other.err) == (2, True)


def test_a_token_that_does_not_answer_is_told_in_one_line_without_its_number(
    token: SoftToken, shell: Shell, label: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.run("keys", "signer", "x.example", "--for", "log", "--out", "k", "--token", label)
    wrong = tmp_path / "wrong"
    wrong.touch(mode=0o600)
    wrong.write_text("71828182", encoding="ascii")
    monkeypatch.setenv("LAWGATE_TOKEN_PIN_FILE", str(wrong))
    shown = shell.run("keys", "show", "k")
    assert (shown.code, "the key module cannot be reached" in shown.out) == (1, True)
    made = shell.run("keys", "signer", "x.example", "--for", "log", "--out", "n", "--token", f"{label}-2")
    assert (made.code, made.out) == (2, "")
    assert len(made.err.splitlines()) == 1
    assert "71828182" not in shown.out + shown.err + made.err
    assert not (shell.folder / "n").exists()
    monkeypatch.delenv("LAWGATE_TOKEN_LIBRARY")
    assert "no token is set" in shell.run("keys", "show", "k").err
