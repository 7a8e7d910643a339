"""What says that a browser came by https is believed of the proxy that is named, and of nobody else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import requests
from django.conf import settings
from django.test import RequestFactory
from tests.web.conftest import free_port, wait_for

from lawgate.web.proxy import Proxy, came_from, is_proxy

SAID = {
    "HTTP_X_FORWARDED_PROTO": "https",
    "HTTP_X_FORWARDED_HOST": "evil.example",
    "HTTP_FORWARDED": "proto=https",
}


def as_seen(address: str, **said: str) -> tuple[bool, set[str]]:
    """Whether a request counts as one by https, and which of the proxy's words are left."""
    request = RequestFactory(REMOTE_ADDR=address, **said).get("/")
    Proxy(lambda _request: None)(request)
    return request.is_secure(), set(SAID) & set(request.META)


def test_nobody_is_believed_where_no_proxy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings.LAWGATE_PROXY == []
    assert settings.SECURE_PROXY_SSL_HEADER is None
    monkeypatch.setattr(settings, "SECURE_PROXY_SSL_HEADER", ("HTTP_X_FORWARDED_PROTO", "https"))
    assert as_seen("127.0.0.1", **SAID) == (False, set())


def test_the_proxy_that_is_named_is_believed_and_another_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "LAWGATE_PROXY", ["10.0.0.5", "10.1.0.0/16"])
    monkeypatch.setattr(settings, "SECURE_PROXY_SSL_HEADER", ("HTTP_X_FORWARDED_PROTO", "https"))
    assert as_seen("10.0.0.5", **SAID) == (True, set(SAID))
    assert as_seen("10.1.2.3", **SAID) == (True, set(SAID))
    for other in ("10.0.0.6", "127.0.0.1", "", "no address"):
        assert as_seen(other, **SAID) == (False, set())
    assert as_seen("10.0.0.5") == (False, set())


def test_what_is_no_address_is_no_proxy() -> None:
    assert not is_proxy("", ["0.0.0.0/0"])
    assert is_proxy("::1", ["::1"])


@pytest.mark.parametrize(("proxy", "secure"), [("127.0.0.1", True), ("10.0.0.5", False)])
def test_a_deployment_that_is_served_tells_its_provider_an_address_by_https_only_from_its_proxy(
    tmp_path: Path, proxy: str, secure: bool
) -> None:
    """The server is asked as a proxy would ask it; a form is taken only where it came by https."""
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LAWGATE_")} | {
        "LAWGATE_DATA": str(tmp_path), "LAWGATE_PROXY": proxy, "LAWGATE_SECRET_KEY": "x7" * 40,
        "LAWGATE_OIDC_ISSUER": "https://identity.example", "LAWGATE_OIDC_CLIENT": "c", "LAWGATE_OIDC_SECRET": "s",
    }  # fmt: skip
    lawgate = str(Path(sys.executable).with_name("lawgate"))
    process = subprocess.Popen(
        [lawgate, "serve", "--port", str(port)], env=environment, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, process)
        by_proxy = {"X-Forwarded-Proto": "https", "Host": "localhost"}
        with requests.Session() as session:
            page = session.get(f"{address}/", headers=by_proxy, timeout=600).text
            mark = page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
            cookie = "; ".join(f"{one.name}={one.value}" for one in session.cookies)
            answer = session.post(
                f"{address}/language", {"csrfmiddlewaretoken": mark, "language": "es", "next": "/"},
                headers=by_proxy | {"Origin": "https://localhost", "Cookie": cookie},
                timeout=600, allow_redirects=False,
            )  # fmt: skip
        assert mark
        assert answer.status_code == (302 if secure else 403)
    finally:
        process.terminate()
        process.wait(600)


@pytest.mark.parametrize(
    ("told", "address"),
    [
        ("203.0.113.1", "203.0.113.1"),
        ("198.51.100.7, 203.0.113.1", "203.0.113.1"),
        ("198.51.100.7, 203.0.113.1, 10.0.0.6", "203.0.113.1"),
        ("10.0.0.6", "10.0.0.6"),
        ("2001:db8::1", "2001:db8::1"),
        ("", "10.0.0.5"),
        ("nobody", "10.0.0.5"),
        ("203.0.113.1, nobody", "10.0.0.5"),
    ],
)
def test_who_asks_is_the_last_address_that_no_proxy_of_ours_has(
    told: str, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "LAWGATE_PROXY", ["10.0.0.0/24"])
    request = RequestFactory(REMOTE_ADDR="10.0.0.5", HTTP_X_FORWARDED_FOR=told).get("/")
    assert came_from(request) == address
    direct = RequestFactory(REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=told).get("/")
    assert came_from(direct) == "192.0.2.1"
