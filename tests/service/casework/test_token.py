"""A deployment whose keys are in a token: one that is gone stops all releases, and says so."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.service.casework.office import ORIGIN, START, Office, done
from tests.stores.softhsm import SoftToken, soft_token

from lawgate.casework.words import State
from lawgate.errors import LedgerStoppedError, ReleasesStoppedError
from lawgate.handover.package import parse_package
from lawgate.ledger.keys import KeyKind
from lawgate.service.casework.acts import delivery, release
from lawgate.service.casework.acts.release import check_releases
from lawgate.service.casework.deployment import founding
from lawgate.service.casework.deployment.packages import HpkeSealer
from lawgate.service.casework.desk import Refused, Releases
from lawgate.service.casework.entering import Bookkeeper
from lawgate.service.casework.registers import parties
from lawgate.settings import Deployment
from lawgate.stores import database
from lawgate.stores.key_module import ModuleSigner
from lawgate.stores.ledger.keys import make_key
from lawgate.stores.token_keys import draw_unsealer_in_token


@pytest.fixture
def token() -> SoftToken:
    made = soft_token()
    made.use()
    return made


@pytest.fixture
def label() -> str:
    return f"office-{secrets.token_hex(6)}"


@pytest.fixture
def deployment(token: SoftToken, label: str, tmp_path: Path) -> Iterator[Deployment]:
    """A deployment laid down with its keys in the token, under the FIPS profile."""
    made = Deployment(data=tmp_path / "data", fips=True)
    made.data.mkdir()
    database.use(f"sqlite:///{made.data / 'cases.sqlite3'}")
    founding.found(made, origin=ORIGIN, token=label)
    yield made
    database.close()


def test_what_is_entered_is_signed_in_the_token_and_a_token_that_is_gone_stops_it(
    deployment: Deployment, token: SoftToken
) -> None:
    desk, signer = founding.desk_of(deployment), founding.ledger_signer(deployment)
    assert isinstance(signer, ModuleSigner)
    assert not any("PRIVATE" in path.read_text("ascii") for path in deployment.keys_folder.glob("*.key"))
    parties.close_account(desk, "somebody")
    with Bookkeeper.opened(desk, signer) as books:
        assert books.enter() == 1
    assert check_releases(desk) == ()
    parties.close_account(desk, "somebody")
    token.take_away()
    try:
        with pytest.raises(LedgerStoppedError, match="key module"), Bookkeeper.opened(desk, signer):
            pass
    finally:
        token.put_back()
    again = replace(desk, releases=Releases())
    (said,) = check_releases(again)
    assert (said.name, said.says) == (
        "ledger_stopped",
        "the ledger is stopped: the key module cannot be reached",
    )
    with Bookkeeper.opened(again, signer) as books:
        assert books.enter() == 1
    assert check_releases(again) == ()


def test_a_release_is_signed_sealed_and_opened_by_keys_in_tokens_and_none_is_made_without(
    small_office: Office, token: SoftToken, label: str
) -> None:
    office, unsealer = small_office, draw_unsealer_in_token(f"{label}/opens", "us.doj/unit-7")
    parties.register_agency(
        office.desk, "us.doj", safeguards_satisfy=True, reviewed_on=START.date(), valid_until=START.date(),
        key=json.dumps(unsealer.key.document),
    )  # fmt: skip
    agency = make_key(office.folder / "releases.key", f"{ORIGIN}/releases", KeyKind.NOTE, token=label)
    office.desk = replace(office.desk, sealer=HpkeSealer(ORIGIN, agency, "Sample Agency"))
    waits, case = office.approved("REQ-1"), office.delivered("REQ-2")
    package = delivery.fetch(office.desk, case, by="agent")
    assert isinstance(package, bytes)
    parsed = parse_package(package, where="package")
    assert unsealer.unseal(parsed.sealed, parsed.binding.info)
    token.take_away()
    try:
        with pytest.raises(ReleasesStoppedError, match="the key module does not sign"):
            release.release(office.desk, waits, by="releaser", key="k")
        assert office.case(waits).state is State.APPROVED
        refused = release.release(office.desk, waits, by="releaser", key="k")
        assert isinstance(refused, Refused)
        assert [one.says for one in refused.reasons] == ["releases are stopped: the key module does not sign"]
    finally:
        token.put_back()
    office.desk = replace(office.desk, releases=Releases())
    assert done(release.release(office.desk, waits, by="releaser", key="k")).state is State.RELEASED
