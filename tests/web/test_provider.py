"""Sign-in with an identity provider (OpenID Connect), and again before a signature, in production's settings."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.conf import settings
from django.test import Client
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from tests.service.casework.office import Office
from tests.web.inside import client_of

from lawgate.stores.casework import models
from lawgate.web.views import identity

ISSUER = "https://identity.example"


@dataclass
class Provider:
    """An identity provider that signs in whom the test says; it stands where the network would be."""

    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, parameters={"kid": "k1"}))
    signs_with: RSAKey | None = None
    subject: str = "clerk"
    signed_in_at: float | None = None
    """None is when it was asked, however long everything before that took."""
    changed: dict[str, Any] = field(default_factory=dict)
    nonce: str = ""
    asked: list[dict[str, str]] = field(default_factory=list)

    def answer(self, method: str, url: str, **_told: Any) -> requests.Response:
        """What it answers to the application behind the browser's back."""
        documents: dict[str, Any] = {
            "/.well-known/openid-configuration": {
                "issuer": ISSUER,
                "authorization_endpoint": f"{ISSUER}/authorize",
                "token_endpoint": f"{ISSUER}/token",
                "jwks_uri": f"{ISSUER}/keys",
                "id_token_signing_alg_values_supported": ["RS256"],
            },
            "/keys": KeySet([self.key]).as_dict(private=False),
            "/token": {
                "access_token": "a",
                "token_type": "Bearer",
                "expires_in": 60,
                "id_token": self.token(),
            },
        }
        made = requests.Response()
        made.status_code = 200
        made.headers["Content-Type"] = "application/json"

        made._content = json.dumps(documents[urlsplit(url).path]).encode()
        return made

    def token(self) -> str:
        """Who somebody is, signed."""
        now = int(time.time())
        claims = {
            "iss": ISSUER, "sub": self.subject, "aud": "lawgate", "exp": now + 60, "iat": now,
            "auth_time": int(time.time() if self.signed_in_at is None else self.signed_in_at), "nonce": self.nonce,
        } | self.changed  # fmt: skip
        return jwt.encode({"alg": "RS256", "kid": "k1"}, claims, self.signs_with or self.key)

    def sign_in(self, client: Client, place: str) -> Any:
        """The browser goes to the provider and comes back with a code."""
        sent = client.get(place)
        query = {
            name: values[0] for name, values in parse_qs(urlsplit(sent.headers["Location"]).query).items()
        }
        assert sent.headers["Location"].startswith(f"{ISSUER}/authorize?")
        self.asked.append(query)
        self.nonce = self.nonce or query["nonce"]
        return client.get("/sign-in/returned", {"code": "c", "state": query["state"]})


@pytest.fixture
def provider(inside: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    made = Provider()
    monkeypatch.setattr(settings, "LAWGATE_OIDC", {"issuer": ISSUER, "client": "lawgate", "secret": "s"})
    monkeypatch.setattr(
        requests.Session, "request", lambda _self, method, url, **told: made.answer(method, url, **told)
    )
    identity._client.cache_clear()
    yield made
    identity._client.cache_clear()


def person(client: Client) -> str | None:
    return client.session.get("person")


def test_whoever_the_provider_names_is_signed_in(provider: Provider) -> None:
    client = client_of(None)
    assert "Go on to your identity provider" in client.get("/sign-in").content.decode()
    answer = provider.sign_in(client, "/sign-in/provider?next=/cases")
    assert (answer.status_code, answer.headers["Location"], person(client)) == (302, "/cases", "clerk")
    asked = provider.asked[0]
    assert (asked["code_challenge_method"], asked["response_type"]) == ("S256", "code")
    assert client.get("/cases").status_code == 200


def test_the_session_gets_a_new_key_at_sign_in(provider: Provider) -> None:
    client = client_of(None)
    client.get("/sign-in/provider")
    before = client.session.session_key
    provider.sign_in(client, "/sign-in/provider")
    assert person(client) == "clerk"
    assert client.session.session_key != before


@pytest.mark.parametrize(
    "change",
    [
        {"subject": "nobody-here"},
        {"nonce": "another"},
        {"changed": {"aud": "somebody-else"}},
        {"changed": {"iss": "https://evil.example"}},
        {"changed": {"exp": int(time.time()) - 3600}},
        {"signs_with": RSAKey.generate_key(2048, parameters={"kid": "k1"})},
    ],
    ids=[
        "unknown person",
        "another nonce",
        "another audience",
        "another issuer",
        "out of date",
        "another key",
    ],
)
def test_nobody_is_signed_in_by_a_token_that_is_not_for_us(
    provider: Provider, change: dict[str, Any]
) -> None:
    for name, value in change.items():
        setattr(provider, name, value)
    client = client_of(None)
    assert provider.sign_in(client, "/sign-in/provider").status_code == 403
    assert person(client) is None


def test_nobody_is_signed_in_without_having_asked(provider: Provider) -> None:
    client = client_of(None)
    assert client.get("/sign-in/returned", {"code": "c", "state": "made-up"}).status_code == 404
    client.get("/sign-in/provider")
    assert client.get("/sign-in/returned", {"code": "c", "state": "made-up"}).status_code == 403
    assert person(client) is None


def test_before_a_signature_the_provider_is_to_ask_again(provider: Provider, inside: Office) -> None:
    case, client = inside.in_review(), client_of("first")
    provider.subject = "first"
    answer = provider.sign_in(client, f"/sign-in/provider?again=yes&next=/cases/{case}/leaving")
    assert (provider.asked[0]["prompt"], provider.asked[0]["max_age"]) == ("login", "0")
    assert answer.headers["Location"] == f"/cases/{case}/leaving"
    assert client.post(f"/cases/{case}/do/sign", {"digest": inside.digest(case)}).status_code == 302


@pytest.mark.parametrize("said", ["soon", None, True, [], {"at": 1}, 10**12, "1"])
def test_a_moment_of_sign_in_that_is_none_confirms_nothing_and_is_no_fault(
    provider: Provider, inside: Office, said: object
) -> None:
    case, client = inside.in_review(), client_of("first")
    provider.subject, provider.changed = "first", {"auth_time": said}
    assert provider.sign_in(client, "/sign-in/provider?again=yes").status_code == 403
    assert client.post(f"/cases/{case}/do/sign", {"digest": inside.digest(case)}).status_code == 403


def test_the_providers_word_is_kept_with_the_approval_and_commits_to_what_was_signed(
    provider: Provider, inside: Office
) -> None:
    case, client = inside.in_review(), client_of("first")
    provider.subject, digest = "first", inside.digest(case)
    page = client.get("/confirm", {"next": f"/cases/{case}/leaving", "about": digest}).content.decode()
    assert f"about={digest}" in page
    assert f"about={digest}" in client.get(f"/cases/{case}/leaving").content.decode()
    provider.sign_in(client, f"/sign-in/provider?again=yes&about={digest}")
    forged = {"digest": digest, "sign_in": '{"token": "forged", "drawn": "", "digest": ""}'}
    assert client.post(f"/cases/{case}/do/sign", forged).status_code == 302
    kept = models.Entry.objects.get(case_number=case, kind="approved").account["sign_in"]
    claims = jwt.decode(kept["token"], KeySet([provider.key])).claims
    assert (claims["sub"], claims["nonce"]) == ("first", identity.nonce_of(kept["drawn"], digest))
    assert kept["digest"] == digest
    assert "evidence" not in client.session, "for one signature"


def test_a_word_for_another_proposal_signs_nothing(provider: Provider, inside: Office) -> None:
    case, client = inside.in_review(), client_of("first")
    provider.subject = "first"
    provider.sign_in(client, f"/sign-in/provider?again=yes&about={'0' * 64}")
    assert client.post(f"/cases/{case}/do/sign", {"digest": inside.digest(case)}).status_code == 409
    assert not models.Approval.objects.exists()


@pytest.mark.parametrize(("subject", "age"), [("second", 0), ("first", 3600)])
def test_another_person_or_an_old_sign_in_confirms_nothing(
    provider: Provider, inside: Office, subject: str, age: int
) -> None:
    case, client = inside.in_review(), client_of("first")
    provider.subject, provider.signed_in_at = subject, time.time() - age
    assert provider.sign_in(client, "/sign-in/provider?again=yes").status_code == 403
    assert client.post(f"/cases/{case}/do/sign", {"digest": inside.digest(case)}).status_code == 403
