"""Under the FIPS profile a deployment does not start with a key whose algorithm is not approved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lawgate.errors import InputError
from lawgate.service.casework.deployment import founding
from lawgate.settings import Deployment
from lawgate.stores import database
from lawgate.stores.ledger.keys import draw_signer


class Odd:
    """A signer of an algorithm of its own."""

    algorithm = "Ed25519-of-our-own"

    def __init__(self, name: str) -> None:
        self.key = draw_signer(name).key

    def sign(self, message: bytes) -> bytes:
        return message


def laid_down(folder: Path, **options: Any) -> Deployment:
    deployment = Deployment(data=folder / "data", **options)
    if not deployment.data.exists():
        deployment.data.mkdir()
        database.use(f"sqlite:///{deployment.data / 'cases.sqlite3'}")
        founding.found(deployment, origin="agency.example/disclosures")
    return deployment


def test_an_approved_key_starts_under_the_profile(tmp_path: Path) -> None:
    deployment = laid_down(tmp_path, fips=True)
    assert founding.desk_of(deployment).ledger == deployment.ledger_folder
    assert founding.ledger_signer(deployment).algorithm == "Ed25519"
    database.close()


def test_another_is_refused_at_start_and_only_under_the_profile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strict, plain = laid_down(tmp_path, fips=True), laid_down(tmp_path)
    monkeypatch.setattr(founding, "read_signer", lambda path: Odd("agency.example/disclosures/releases"))
    assert founding.ledger_signer(plain).algorithm == "Ed25519-of-our-own"
    for start in (founding.desk_of, founding.ledger_signer):
        with pytest.raises(InputError, match="not an approved algorithm"):
            start(strict)
    database.close()


def test_a_seal_of_other_algorithms_is_refused_at_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deployment = laid_down(tmp_path, fips=True)
    monkeypatch.setattr(founding, "SUITE_ALGORITHMS", ("X25519", "ChaCha20-Poly1305"))
    with pytest.raises(InputError, match="X25519"):
        founding.desk_of(deployment)
    database.close()
