"""`lawgate open`, `received`, `reconcile` and `keys` as a recipient's officer runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Shell
from tests.handover.releases import AGENCY, CANARIES, WAGES, World, made_world
from tests.ledger.logs import POLICY_TEXT

from lawgate.stores.ledger.disk import Disk
from lawgate.stores.ledger.keys import read_signer
from lawgate.stores.ledger.sequencer import create


@pytest.fixture
def world(tmp_path: Path) -> World:
    return made_world(tmp_path)


@pytest.fixture
def desk(world: World) -> Shell:
    world.file(world.sent())
    return Shell(world.folder)


def test_the_recipients_day_from_opening_to_destruction(desk: Shell) -> None:
    opened = desk.run("open", "package", "--key", "fbi.key", "--out", "out", "--json")
    assert (opened.code, opened.err) == (0, "")
    document = opened.document()
    assert document["rows"][2]["value"] == WAGES
    again = desk.run("open", "package", "--key", "fbi.key")
    assert again.code == 0
    assert "Only for the recipients' own use" in again.out
    words = ("--key", "fbi.key", "--json")
    onward = desk.run("received", "passed-on", "package", "--to", "us.doj.crm", "--under",
                      "26 USC 6103(i)(2)(A)", *words)  # fmt: skip
    assert (onward.code, onward.document()["stated"]["to"]) == (0, "us.doj.crm")
    assert desk.run("received", "quarantined", document["package"], *words).code == 0
    assert desk.run("received", "destroyed", document["package"], *words).code == 0
    listed = desk.run("received", "list", "--out", "theirs.csv", *words).document()["packages"]
    assert [one["package"] for one in listed] == [document["package"]]
    assert listed[0]["destroyed_on"]
    twice = desk.run("received", "destroyed", document["package"], *words)
    assert (twice.code, twice.out) == (2, "")
    assert "destroyed before" in twice.err
    same = desk.run("reconcile", "theirs.csv", "theirs.csv", "--json")
    assert (same.code, same.document()["buckets_differing"]) == (0, [])


def test_a_refusal_is_exit_1_and_tells_no_value(desk: Shell) -> None:
    package = desk.folder / "package"
    package.write_bytes(package.read_bytes()[:-1] + b"\0")
    ran = desk.run("open", "package", "--key", "fbi.key", "--out", "out")
    assert (ran.code, ran.err) == (1, "")
    assert "Not opened." in ran.out
    assert "altered" in ran.out
    assert not (desk.folder / "out").exists()
    assert not [canary for canary in CANARIES if canary in ran.out]
    assert desk.run("open", "package", "--key", "fbi.key", "--json").document()["opened"] is False


BAD: dict[str, tuple[str, ...]] = {
    "no key": ("open", "package"),
    "a package that is none": ("open", "keys.txt", "--key", "fbi.key"),
    "a key that is none": ("open", "package", "--key", "keys.txt"),
    "a folder that stands": ("open", "package", "--key", "fbi.key", "--out", "ledger"),
    "keys that are none": ("open", "package", "--key", "fbi.key", "--witness", "package"),
    "never received": ("received", "destroyed", "package", "--key", "fbi.key"),
    "no table": ("reconcile", "keys.txt", "keys.txt"),
    "no digests": ("reconcile", "keys.txt", "nowhere.buckets"),
    "a role that is none": ("keys", "recipient", "x", "--role", " ", "--trust", "keys.txt", "--out", "k",
                            "--registration", "r"),
    "a kind that is none": ("keys", "signer", "x", "--for", "court", "--out", "k"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_exit_2(name: str, desk: Shell) -> None:
    before = set(desk.folder.rglob("*"))
    ran = desk.run(*BAD[name])
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert "; " in ran.err
    assert set(desk.folder.rglob("*")) == before


def test_keys_are_made_without_showing_what_is_secret(desk: Shell) -> None:
    (desk.folder / "policy.txt").write_text(POLICY_TEXT, encoding="utf-8")
    trust = desk.run("keys", "trust", "policy.txt", "--agency", AGENCY.key.line, "--out", "trust.json")
    assert (trust.code, trust.err) == (0, "")
    made = desk.run("keys", "recipient", "us.doj.usao", "--role", "paralegal", "--trust", "trust.json",
                    "--out", "usao.key", "--registration", "usao.json")  # fmt: skip
    assert (made.code, made.err) == (0, "")
    secret = json.loads((desk.folder / "usao.key").read_text())["open"]
    assert secret not in made.out + (desk.folder / "usao.json").read_text()
    assert (desk.folder / "usao.key").stat().st_mode & 0o777 == 0o600
    wrong = desk.run("open", "package", "--key", "usao.key")
    assert wrong.code == 2
    assert "sealed to another key" in wrong.err
    signer = desk.run(
        "keys", "signer", "agency.example/releases", "--for", "agency", "--out", "a.key", "--json"
    )
    assert signer.document()["key"].startswith("agency.example/releases+")
    assert desk.run("keys", "signer", "x", "--for", "log", "--out", "a.key").code == 2, "never over a key"


def test_a_ledgers_key_is_rotated_and_the_old_one_signs_no_more(desk: Shell) -> None:
    for name in ("old", "new"):
        made = desk.run("keys", "signer", "fresh.example/log", "--for", "log", "--out", f"{name}.key")
        assert made.code == 0
    (desk.folder / "fresh").mkdir()
    create(Disk(desk.folder / "fresh"), read_signer(desk.folder / "old.key"))
    turned = desk.run("keys", "rotate", "fresh", "--from", "old.key", "--to", "new.key", "--json")
    assert (turned.code, turned.err) == (0, "")
    assert [(one["first"], one["last"]) for one in turned.document()["epochs"]] == [(0, 0), (1, None)]
    assert [one["revoked"] for one in turned.document()["epochs"]] == [False, False]
    again = desk.run("keys", "rotate", "fresh", "--from", "old.key", "--to", "new.key")
    assert (again.code, again.out) == (2, "")
    assert "not the one in use" in again.err
    assert desk.run("ledger", "verify", "fresh").code == 0
