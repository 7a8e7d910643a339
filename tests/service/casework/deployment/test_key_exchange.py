"""Keys are exchanged under what was issued under them: it verifies still, and a key in other hands is told."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.service.casework.office import AGENCY, ORIGIN, POLICY_FILE, START, Office, done

from lawgate import verify as verifier
from lawgate.errors import InputError
from lawgate.service.casework.acts import delivery
from lawgate.service.casework.deployment import founding
from lawgate.service.casework.deployment.key_exchange import exchange
from lawgate.service.casework.deployment.packages import HpkeSealer
from lawgate.service.casework.desk import Refused
from lawgate.service.casework.entering import Bookkeeper
from lawgate.service.casework.registers import parties
from lawgate.service.handover.opening import open_package
from lawgate.service.keys import new_signer
from lawgate.service.ledger.check import prove, verify
from lawgate.settings import Deployment
from lawgate.stores import database
from lawgate.stores.casework import models
from lawgate.stores.handover.key_file import AgencyTrust, make_recipient


@pytest.fixture
def deployment(tmp_path: Path) -> Iterator[Deployment]:
    made = Deployment(data=tmp_path / "data")
    made.data.mkdir()
    database.use(f"sqlite:///{made.data / 'cases.sqlite3'}")
    founding.found(made, origin=ORIGIN)
    yield made
    database.close()


def enter(deployment: Deployment) -> int:
    """Enter what waits, in a process that starts anew."""
    with Bookkeeper.opened(founding.desk_of(deployment), founding.ledger_signer(deployment)) as books:
        return books.enter()


def rotated(deployment: Deployment, *, compromised: bool) -> Path:
    """A ledger with an entry proved under its first key, then one under its second; the policy of both."""
    folder, desk = deployment.data, founding.desk_of(deployment)
    parties.close_account(desk, "somebody")
    enter(deployment)
    prove(0, ledger=deployment.ledger_folder, out=folder / "early")
    old = founding.ledger_signer(deployment).key
    new = new_signer(ORIGIN, kind="log", out=folder / "new.key")
    exchange("ledger", new=folder / "new.key", compromised=compromised, deployment=deployment)
    assert enter(deployment) == 1, "the exchange itself is an entry"
    prove(1, ledger=deployment.ledger_folder, out=folder / "late")
    (folder / "keys.txt").write_text(f"log {old.line}\nlog {new['key']}\nquorum none\n", encoding="utf-8")
    return folder


def alone(folder: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """`verify.py` copied away."""
    shutil.copy(verifier.__file__, folder / "verify.py")
    command = [sys.executable, "-I", "verify.py", *map(str, words)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def faults(document: dict[str, Any]) -> list[str]:
    return [one["kind"] for one in document["faults"]]


def test_proofs_of_either_key_verify_after_the_ledgers_key_was_exchanged(deployment: Deployment) -> None:
    folder = rotated(deployment, compromised=False)
    keys, epochs = folder / "keys.txt", deployment.ledger_folder / "epochs"
    for path in (folder / "early", folder / "late", deployment.ledger_folder):
        assert verify(path, witness=keys, epochs=epochs)["faults"] == []
        assert alone(folder, "keys.txt", path, epochs).stdout.endswith("ALL IS WELL\n")
    entry = models.Entry.objects.get(case_number="KEYS")
    assert (entry.kind, entry.act) == ("key_rotated", "rotate_ledger_key")
    assert "PRIVATE" not in json.dumps(entry.account)


def test_a_key_in_other_hands_is_told_and_what_it_signed_alone_is_not_relied_on(
    deployment: Deployment,
) -> None:
    folder = rotated(deployment, compromised=True)
    keys, epochs = folder / "keys.txt", deployment.ledger_folder / "epochs"
    assert faults(verify(folder / "early", witness=keys, epochs=epochs)) == ["signed by a revoked key alone"]
    told = alone(folder, "keys.txt", "early", epochs)
    assert told.returncode == 1
    assert "PROBLEM: only a revoked key of the ledger has signed" in told.stdout
    for path in (folder / "late", deployment.ledger_folder):
        assert verify(path, witness=keys, epochs=epochs)["faults"] == []
        assert alone(folder, "keys.txt", path, epochs).returncode == 0
    prove(0, ledger=deployment.ledger_folder, out=folder / "anew")
    assert verify(folder / "anew", witness=keys, epochs=epochs)["faults"] == [], "the entry is proved anew"


def test_the_old_key_signs_nothing_new(deployment: Deployment) -> None:
    folder = rotated(deployment, compromised=False)
    text = (deployment.ledger_folder / "epochs").read_text(encoding="ascii").splitlines()
    swapped = folder / "swapped"
    (first, second) = (line.split(" ")[2] for line in text)
    swapped.write_text(f"0 1 {second}\n2 - {first}\n", encoding="ascii")
    assert faults(verify(folder / "late", witness=folder / "keys.txt", epochs=swapped)) == [
        "signed by a key that was not in use"
    ]
    assert "signs no ledger of 2 entries" in alone(folder, "keys.txt", "late", "swapped").stdout


@pytest.mark.parametrize("fault", ["another name", "the same key", "of no kind", "of a witness"])
def test_what_is_no_successor_is_refused_and_nothing_changes(deployment: Deployment, fault: str) -> None:
    key, before = deployment.data / "new.key", (deployment.keys_folder / "ledger.key").read_bytes()
    which = "witness" if fault == "of no kind" else "ledger"
    if fault == "the same key":
        shutil.copy(deployment.keys_folder / "ledger.key", key)
    else:
        name = "other.example/log" if fault == "another name" else ORIGIN
        new_signer(name, kind="witness" if fault == "of a witness" else "log", out=key)
    with pytest.raises(InputError):
        exchange(which, new=key, deployment=deployment)
    assert (deployment.keys_folder / "ledger.key").read_bytes() == before
    assert not models.Entry.objects.filter(case_number="KEYS").exists()


def test_the_key_of_releases_is_exchanged_and_the_old_file_is_kept(deployment: Deployment) -> None:
    new = new_signer(f"{ORIGIN}/releases", kind="agency", out=deployment.data / "new.key")
    told = exchange("releases", new=deployment.data / "new.key", deployment=deployment)
    assert told["new"] == new["key"]
    assert told["old"] in told["next"]
    assert Path(told["kept"]).stat().st_mode & 0o077 == 0
    assert founding.desk_of(deployment).sealer.agency.key.line == new["key"]  # type: ignore[attr-defined]


def test_two_exchanges_before_the_next_checkpoint_leave_epochs_that_hold(deployment: Deployment) -> None:
    epochs: list[Any] = []
    for number in (1, 2):
        new_signer(ORIGIN, kind="log", out=deployment.data / f"{number}.key")
        epochs = exchange("ledger", new=deployment.data / f"{number}.key", deployment=deployment)["epochs"]
    assert [one["first"] for one in epochs] == [0, 1]
    assert enter(deployment) == 2
    assert verify(deployment.ledger_folder)["faults"] == []


def test_a_receipt_by_the_key_that_the_package_was_sealed_to_is_taken_after_another_was_registered(
    small_office: Office,
) -> None:
    office = small_office
    first, second = (_register(office, name) for name in ("first", "second"))
    office.desk = replace(office.desk, sealer=HpkeSealer(ORIGIN, AGENCY, "Sample Agency"))
    _registered(office, first)
    case = office.delivered()
    package = delivery.fetch(office.desk, case, by="agent")
    assert isinstance(package, bytes)
    (office.folder / "package").write_bytes(package)
    _registered(office, second)
    receipt = open_package(office.folder / "package", key=office.folder / "first", day=START.date())[
        "receipt"
    ]
    forged = {**receipt, "payload": receipt["payload"][:-4] + "AAAA"}
    refused = delivery.confirm(office.desk, case, by="agent", receipt=json.dumps(forged).encode())
    assert isinstance(refused, Refused)
    done(delivery.confirm(office.desk, case, by="agent", receipt=json.dumps(receipt).encode()))


def _register(office: Office, name: str) -> str:
    trust = AgencyTrust(POLICY_FILE, (AGENCY.key,))
    holder = make_recipient(office.folder / name, "us.doj/unit-7", role="special agent", trust=trust)
    return json.dumps({**holder.unsealer.key.document, "signs": holder.signer.key.line})


def _registered(office: Office, registration: str) -> None:
    parties.register_agency(
        office.desk, "us.doj", safeguards_satisfy=True, reviewed_on=START.date(), valid_until=START.date(),
        key=registration,
    )  # fmt: skip
