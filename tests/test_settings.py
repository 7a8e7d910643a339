"""Settings are read at the door: one line for each bad value, exit 2, and never the value itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.settings_page import PAGE, page

from lawgate.errors import InputError, ProblemsError
from lawgate.service import serving
from lawgate.settings import PREFIX, SECRETS, Deployment, read_deployment

SIGNS = "s3cret-" * 10
PROVIDER = {"OIDC_ISSUER": "https://identity.example", "OIDC_CLIENT": "lawgate", "OIDC_SECRET": "x"}


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch):
    """The settings under an environment of their own."""

    def tell(**given: str) -> Deployment:
        for name in [one for one in os.environ if one.startswith(PREFIX)]:
            monkeypatch.delenv(name)
        for name, value in given.items():
            monkeypatch.setenv(PREFIX + name, value)
        return read_deployment()

    return tell


def test_what_is_told_is_read_and_nothing_has_to_be(told) -> None:
    assert told().hosts == ["localhost", "127.0.0.1", "[::1]"]
    read = told(
        HOSTS="gate.example, other.example", PROXY="10.0.0.5,10.1.0.0/16", ANSWER_DAYS="20", FIPS="true"
    )
    assert read.hosts == ["gate.example", "other.example"]
    assert read.proxy == ["10.0.0.5", "10.1.0.0/16"]
    assert (read.answer_days, read.fips) == (20, True)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ANSWER_DAYS", "soon-900-70-1234"),
        ("ANSWER_DAYS", "0"),
        ("DOCKET_CHECK_DAYS_MAX", "8"),
        ("BACKLOG_SECONDS_MAX", "0"),
        ("PAYLOAD_DAYS", "-1"),
        ("FIPS", "perhaps-so"),
        ("SECRET_KEY", "too-short-a-key"),
        ("OIDC_ISSUER", "http://identity.example"),
        ("PROXY", "my-proxy.example"),
        ("CLIENT_CERTIFICATE", "Client Cert"),
        ("CLIENT_CERTIFICATE", "Without-A-Proxy"),
    ],
)
def test_a_bad_value_is_one_line_with_its_name_and_without_the_value(told, name: str, value: str) -> None:
    with pytest.raises(ProblemsError) as error:
        told(**{name: value})
    (line,) = error.value.lines()
    assert line.startswith(f"{PREFIX}{name}: ")
    assert len(value) < 3 or value not in line
    assert "\n" not in line


def test_every_bad_value_is_told_at_once(told) -> None:
    with pytest.raises(ProblemsError) as error:
        told(ANSWER_DAYS="x", FIPS="x", UNADMITTED_DAYS="x")
    assert {line.partition(":")[0] for line in error.value.lines()} == {
        "LAWGATE_ANSWER_DAYS", "LAWGATE_FIPS", "LAWGATE_UNADMITTED_DAYS",
    }  # fmt: skip


def test_sign_in_by_choosing_whom_to_be_never_stands_beside_an_identity_provider(told) -> None:
    with pytest.raises(ProblemsError, match="leave one of the two out"):
        told(DEMONSTRATION="true", **PROVIDER)
    assert told(**PROVIDER).oidc_client == "lawgate"
    assert told(DEMONSTRATION="true").demonstration


def test_an_identity_provider_without_its_secret_is_refused(told) -> None:
    with pytest.raises(ProblemsError, match="OIDC_CLIENT"):
        told(OIDC_ISSUER="https://identity.example")


def test_a_name_with_a_slip_in_it_is_not_passed_over(told) -> None:
    with pytest.raises(InputError, match="did you mean LAWGATE_DOCKET_CHECK_DAYS_MAX"):
        told(DOCKET_CHECK_DAY_MAX="3")
    told(SOMETHING_ELSE_ALTOGETHER="3")


def test_a_secret_is_read_from_a_file_and_shows_nowhere(told, tmp_path: Path) -> None:
    (tmp_path / "lawgate_secret_key").write_text(f"{SIGNS}\n", encoding="ascii")
    (tmp_path / "lawgate_database_url").write_text("postgresql://u:p@host/name", encoding="ascii")
    read = told(SECRETS=str(tmp_path))
    assert read.secret_key.get_secret_value() == SIGNS
    assert read.database_url is not None
    assert SIGNS not in repr(read)
    assert "u:p" not in repr(read)
    with pytest.raises(InputError, match=SECRETS):
        told(SECRETS=str(tmp_path / "gone"))


def test_a_command_ends_in_one_line_and_exit_2() -> None:
    environment = os.environ | {"LAWGATE_ANSWER_DAYS": "soon"}
    ended = subprocess.run(
        [sys.executable, "-m", "lawgate.cli.main", "worker"],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert ended.stderr.startswith("lawgate: LAWGATE_ANSWER_DAYS: ")


@pytest.mark.parametrize("left_out", ["SECRET_KEY", "OIDC_ISSUER", "PROXY"])
def test_nothing_is_served_without_a_key_a_provider_and_a_proxy(
    told, monkeypatch: pytest.MonkeyPatch, left_out: str
) -> None:
    whole = {**PROVIDER, "SECRET_KEY": SIGNS, "PROXY": "127.0.0.1"}
    monkeypatch.setattr(serving, "DEPLOYMENT", told(**whole))
    serving.check_served("127.0.0.1", 2)
    given = {name: value for name, value in whole.items() if name != left_out}
    monkeypatch.setattr(serving, "DEPLOYMENT", told(**given))
    with pytest.raises(InputError, match=left_out):
        serving.check_served("127.0.0.1", 2)


def test_a_demonstration_is_served_on_the_machines_own_address_alone(
    told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "DEPLOYMENT", told(DEMONSTRATION="true"))
    serving.check_served("127.0.0.1", 1)
    for address, workers in (("192.0.2.1", 1), ("127.0.0.1", 2)):
        with pytest.raises(InputError):
            serving.check_served(address, workers)


def test_the_page_of_settings_is_that_of_the_class() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()
    assert all(field.description for field in Deployment.model_fields.values())
