"""The key of a deployment's database is drawn with it, exchanged by an entry, and asked for before it opens."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from tests.service.casework.office import ORIGIN, START

from lawgate.casework.words import Role
from lawgate.errors import AtRestError, InputError
from lawgate.service.casework.deployment import founding
from lawgate.service.casework.deployment.database_key import first_key, reencrypt
from lawgate.service.casework.registers import parties
from lawgate.service.keys import shown as key_shown
from lawgate.settings import Deployment
from lawgate.stores import at_rest, database
from lawgate.stores.casework import models
from lawgate.stores.casework.guards import missing
from lawgate.stores.data_key_file import read_data_keys


@pytest.fixture
def deployment(tmp_path: Path) -> Iterator[Deployment]:
    made = Deployment(data=tmp_path / "data", fips=True)
    made.data.mkdir()
    database.use(f"sqlite:///{made.data / 'cases.sqlite3'}")
    founding.found(made, origin=ORIGIN)
    parties.register_official(
        founding.desk_of(made), "rosa", "Rosa Lind", (Role.REVIEWER,), since=START.date()
    )
    yield made
    database.close()
    database._FAULTS.clear()


def test_the_key_is_exchanged_as_often_as_one_likes_and_each_time_by_an_entry(deployment: Deployment) -> None:
    for number in (1, 2):
        told = reencrypt(deployment)
        assert (told["old"], told["new"]) == (number, number + 1)
    entries = models.Entry.objects.filter(case_number="KEYS").order_by("sequence")
    assert [(one.kind, one.act) for one in entries] == [("key_rotated", "rotate_database_key")] * 2
    keys = read_data_keys(deployment.keys_folder / "database.key")
    assert sorted(keys.versions) == [1, 2, 3]
    said = json.dumps([one.account for one in entries])
    assert not any(key.secret.hex() in said or key.mark in said for key in keys.versions.values())
    assert missing() == ()
    shown = key_shown(deployment.keys_folder / "database.key")
    assert shown["key"] == ", ".join(f"{number} {key.mark}" for number, key in sorted(keys.versions.items()))
    assert not any(key.secret.hex() in json.dumps(shown) for key in keys.versions.values())
    founding.desk_of(deployment)
    assert models.Official.objects.get(login="rosa").name == "Rosa Lind"


def test_no_desk_opens_under_another_key_or_an_older_file(deployment: Deployment) -> None:
    path = deployment.keys_folder / "database.key"
    older = path.read_bytes()
    reencrypt(deployment)
    newer = path.read_bytes()
    path.write_bytes(older)
    with pytest.raises(AtRestError, match="another one"):
        founding.desk_of(deployment)
    path.unlink()
    with pytest.raises(InputError, match="not the keys of a database"):
        founding.desk_of(deployment)
    first_key(deployment=deployment)
    with pytest.raises(AtRestError, match="another one"):
        founding.desk_of(deployment)
    path.write_bytes(newer)
    founding.desk_of(deployment)


def test_an_exchange_that_could_not_be_finished_is_made_again(
    deployment: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_key: object) -> int:
        raise OSError

    with monkeypatch.context() as patched:
        patched.setattr("lawgate.service.casework.deployment.database_key.encrypt_anew", fails)
        with pytest.raises(OSError):
            reencrypt(deployment)
    assert not models.Entry.objects.filter(case_number="KEYS").exists()
    founding.desk_of(deployment)
    assert models.Official.objects.get(login="rosa").name == "Rosa Lind"
    assert reencrypt(deployment)["new"] == 3
    assert models.Official.objects.get(login="rosa").name == "Rosa Lind"


def test_a_deployment_from_before_is_given_its_key_first_and_its_tables_after(deployment: Deployment) -> None:
    call_command("migrate", "casework", "0011_signed_messages", verbosity=0)
    path = deployment.keys_folder / "database.key"
    path.unlink()
    told = first_key(deployment=deployment)
    assert told["out"] == str(path)
    assert path.read_text("ascii").strip().rpartition("+")[2] not in json.dumps(told)
    with pytest.raises(InputError):
        first_key(deployment=deployment)
    at_rest.use(read_data_keys(path))
    with pytest.raises(AtRestError, match="not up to date"):
        founding.desk_of(deployment)
    database.migrate()
    founding.desk_of(deployment)
    assert models.Official.objects.get(login="rosa").name == "Rosa Lind"
