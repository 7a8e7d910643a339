"""Sign-in of programs: a signed word of a registered key, once, for this address; every refusal is the same."""

from __future__ import annotations

import json
from base64 import b64encode, urlsafe_b64encode
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from joserfc import jwt
from joserfc.jwk import ECKey, OctKey, OKPKey, RSAKey
from tests.api.programs import ISSUER, Program, browser
from tests.service.casework.office import Office

from lawgate.casework.words import Role
from lawgate.errors import InputError
from lawgate.service.api import tokens
from lawgate.service.api.programs import end_client, register_client
from lawgate.service.casework.registers import parties
from lawgate.stores.casework import models

REFUSED = b'{"error": "invalid_client"}'
OTHER = ECKey.generate_key("P-256")


def outcome(answer: Any) -> tuple[int, bytes]:
    return answer.status_code, answer.content


def test_a_word_of_a_registered_key_buys_a_short_token(justice: Program) -> None:
    answer = justice.sign_in()
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    told = answer.json()
    assert (told["token_type"], told["expires_in"]) == ("Bearer", tokens.TOKEN_SECONDS)
    assert justice.get("cases").json() == {"cases": [], "next": None}
    justice.office.clock.move(seconds=tokens.TOKEN_SECONDS)
    late = browser().get(
        "/api/v1/cases", secure=True, headers={"Authorization": f"Bearer {told['access_token']}"}
    )
    assert late.status_code == 401


@pytest.mark.parametrize(
    "key", [OKPKey.generate_key("Ed25519"), RSAKey.generate_key(2048)], ids=["Ed25519", "PS256"]
)
def test_each_kind_of_key_signs_in_its_own_algorithm(justice: Program, key: Any) -> None:
    algorithm = {"OKP": "Ed25519", "RSA": "PS256"}[key.key_type]
    word = {"key": key, "header": {"alg": algorithm}}
    assert outcome(justice.sign_in(justice.assertion(**word))) == (401, REFUSED), "not registered yet"
    justice.register_key(key)
    assert justice.sign_in(justice.assertion(**word)).status_code == 200


def test_a_strong_key_does_not_sign_in_a_weaker_algorithm(justice: Program) -> None:
    key = RSAKey.generate_key(2048)
    justice.register_key(key)
    assert outcome(justice.sign_in(justice.assertion(key=key, header={"alg": "RS256"}))) == (401, REFUSED)


NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


def at(**moved: float) -> int:
    return int((NOW + timedelta(**moved)).timestamp())


WRONG: dict[str, dict[str, Any]] = {
    "lapsed": {"exp": at(minutes=-1)},
    "without an end": {"exp": None},
    "an end too far away": {"exp": at(minutes=6)},
    "an end that is no number": {"exp": True},
    "signed in a time to come": {"iat": at(minutes=2)},
    "not yet": {"nbf": at(minutes=2)},
    "for another address": {"aud": "https://localhost/api/v1"},
    "for another host": {"aud": "https://other.example/api/v1/token"},
    "for two addresses": {"aud": [f"{ISSUER}/token", "https://other.example/token"]},
    "for nobody": {"aud": None},
    "without a number": {"jti": None},
    "with a number that is none": {"jti": 7},
    "with an endless number": {"jti": "x" * 201},
    "with a number that nobody wrote": {"jti": "a\nb"},
    "from another issuer": {"iss": "cbp-system"},
    "of somebody unknown": {"iss": "nobody", "sub": "nobody"},
    "of an official": {"iss": "clerk", "sub": "clerk"},
    "of nobody": {"sub": None},
    "of no text": {"iss": ["doj-system"], "sub": ["doj-system"]},
    "signed by another key": {"key": OTHER},
    "signed by nobody's secret": {"key": OctKey.import_key("s" * 40), "header": {"alg": "HS256"}},
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=list(WRONG))
def test_every_refusal_is_the_same(justice: Program, wrong: dict[str, Any]) -> None:
    assert outcome(justice.sign_in(justice.assertion(**wrong))) == (401, REFUSED)


def test_every_refusal_is_the_same_for_what_is_no_word(justice: Program) -> None:
    header, body, _ = justice.assertion().split(".")
    none = urlsafe_b64encode(b'{"alg":"none"}').rstrip(b"=").decode()
    deep = urlsafe_b64encode(b"[" * 5000).rstrip(b"=").decode()
    for word in (
        f"{deep}.{body}.AAAA",
        f"{header}.{deep}.AAAA",
        f"{none}.{body}.",
        f"{header}.{body}.",
        f"{header}.{body}.AAAA",
        "a.b.c",
        "nothing",
        "x" * 9000,
    ):
        assert outcome(justice.sign_in(word)) == (401, REFUSED), word[:30]


def test_a_word_is_used_once_also_on_either_database(either: Office) -> None:
    program = Program.registered(either, "doj-system", "us.doj")
    word = program.assertion(jti="the same")
    assert program.sign_in(word).status_code == 200
    assert outcome(program.sign_in(word)) == (401, REFUSED)
    assert outcome(program.sign_in(program.assertion(jti="the same"))) == (401, REFUSED), "its number counts"
    other = Program.registered(either, "cbp-system", "us.dhs.cbp")
    assert other.sign_in(other.assertion(jti="the same")).status_code == 200, "numbers are each program's own"


@pytest.mark.parametrize(
    ("form", "status", "error"),
    [
        ({"client_id": "doj-system"}, 200, None),
        ({"client_id": "cbp-system"}, 401, "invalid_client"),
        ({"grant_type": "password"}, 400, "unsupported_grant_type"),
        ({"grant_type": None}, 400, "invalid_request"),
        ({"client_assertion_type": "other"}, 400, "invalid_request"),
        ({"client_assertion": None}, 400, "invalid_request"),
        ({"grant_type": ["client_credentials", "client_credentials"]}, 400, "invalid_request"),
        ({"client_secret": "s"}, 400, "invalid_request"),
    ],
)
def test_the_form_of_the_sign_in(
    justice: Program, form: dict[str, Any], status: int, error: str | None
) -> None:
    answer = justice.sign_in(**form)
    assert (answer.status_code, answer.json().get("error")) == (status, error)


def test_a_token_counts_where_it_was_given_and_for_whom_it_was(justice: Program) -> None:
    def tried(token: str, host: str = "localhost") -> int:
        headers = {"Authorization": f"Bearer {token}", "Host": host}
        return int(browser().get("/api/v1/cases", secure=True, headers=headers).status_code)

    def minted(**changed: Any) -> str:
        claims = jwt.decode(justice.token(), tokens._secret(), algorithms=["HS256"]).claims | changed
        return jwt.encode({"alg": "HS256", "typ": changed.pop("typ", "at+jwt")}, claims, tokens._secret())

    assert tried(minted()) == 200, "a control: minted so, it counts"
    wrong: list[dict[str, Any]] = [
        {"aud": "https://other.example"}, {"iss": "https://other.example"}, {"exp": at(seconds=-1)},
        {"exp": at(days=1)}, {"sub": "clerk"}, {"sub": "nobody"}, {"key": "another"}, {"typ": "JWT"},
        {"cnf": {"x5t#S256": "another"}},
    ]  # fmt: skip
    for one in wrong:
        assert tried(minted(**one)) == 401, one
    assert tried(justice.token(), host="127.0.0.1") == 401
    assert tried(justice.assertion()) == 401, "its own word is no token"
    for token in ("", "x", "a.b.c", minted()[:-3]):
        assert tried(token) == 401
    bare = browser().get("/api/v1/cases", secure=True)
    assert (bare.status_code, bare.headers["WWW-Authenticate"]) == (401, 'Bearer error="invalid_token"')
    assert bare.json()["type"] == "/api/v1/problems/unauthorized"


def test_a_token_ends_with_its_key_its_role_and_its_account(inside: Office) -> None:
    for end in (
        lambda one, key: end_client(one.login, key=key, desk=inside.desk),
        lambda one, _: parties.end_roles(inside.desk, one.login, on=date(2026, 3, 9)),
        lambda one, _: parties.close_account(inside.desk, one.login),
    ):
        program = Program.registered(inside, f"system-{id(end)}", "us.doj")
        held = {"Authorization": f"Bearer {program.token()}"}
        assert browser().get("/api/v1/cases", secure=True, headers=held).status_code == 200
        end(program, program.key.thumbprint())
        assert browser().get("/api/v1/cases", secure=True, headers=held).status_code == 401
        assert outcome(program.sign_in()) == (401, REFUSED)


def certificate() -> x509.Certificate:
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, NOW, NOW + timedelta(days=1))
    return made.sign(key, hashes.SHA256())


def told(one: x509.Certificate) -> str:
    return f":{b64encode(one.public_bytes(Encoding.DER)).decode()}:"


def test_a_token_is_bound_to_the_certificate_that_the_proxy_saw(
    justice: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "LAWGATE_CLIENT_CERTIFICATE", "HTTP_CLIENT_CERT")
    monkeypatch.setattr(settings, "LAWGATE_PROXY", ["127.0.0.1"])
    ours, other = certificate(), certificate()
    assert outcome(justice.sign_in()) == (401, REFUSED), "without a certificate there is no token"
    justice.headers["Client-Cert"] = told(ours)
    token = justice.token()
    claims = jwt.decode(token, tokens._secret(), algorithms=["HS256"]).claims
    digest = urlsafe_b64encode(sha256(ours.public_bytes(Encoding.DER)).digest()).rstrip(b"=").decode()
    assert claims["cnf"] == {"x5t#S256": digest}

    def tried(header: str | None, **more: Any) -> int:
        headers = {"Authorization": f"Bearer {token}"} | ({"Client-Cert": header} if header else {})
        return int(browser(**more).get("/api/v1/cases", secure=True, headers=headers).status_code)

    assert tried(told(ours)) == 200
    assert tried(quote(ours.public_bytes(Encoding.PEM).decode())) == 200, "as other proxies write it"
    for wrong in (told(other), None, ":AAAA:", "::", "x", told(ours)[:-9] + ":"):
        assert tried(wrong) == 401, wrong
    assert tried(told(ours), REMOTE_ADDR="10.0.0.9") == 401, "whoever is no proxy of ours tells nothing"


def test_a_certificate_is_not_read_where_no_proxy_hands_one_on(justice: Program) -> None:
    justice.headers["Client-Cert"] = told(certificate())
    assert "cnf" not in jwt.decode(justice.token(), tokens._secret(), algorithms=["HS256"]).claims


def test_a_key_is_registered_for_an_agencys_officer_and_entered(inside: Office, tmp_path: Path) -> None:
    program = Program.registered(inside, "doj-system", "us.doj")
    digest = program.key.thumbprint()
    entry = models.Entry.objects.filter(case_number="OFFICIALS").latest("sequence")
    assert (entry.act, entry.account["reason"]) == (
        "register_client", {"official": "doj-system", "agency": "us.doj", "key": digest},
    )  # fmt: skip
    end_client("doj-system", key=digest, desk=inside.desk)
    assert models.Entry.objects.filter(case_number="OFFICIALS").latest("sequence").act == "end_client"
    with pytest.raises(InputError, match="no such key"):
        end_client("doj-system", key=digest, desk=inside.desk)
    file = tmp_path / "key"
    file.write_bytes(program.key.as_pem(private=False))
    with pytest.raises(InputError, match="registered before"):
        register_client("doj-system", key=file, desk=inside.desk)
    file.write_bytes(OTHER.as_pem(private=False))
    for nobody in ("clerk", "nobody"):
        with pytest.raises(InputError, match="no officer of an agency"):
            register_client(nobody, key=file, desk=inside.desk)
    parties.register_official(inside.desk, "person", "T", (Role.DATA_SUBJECT,), since=date(2026, 1, 1))
    with pytest.raises(InputError, match="no officer of an agency"):
        register_client("person", key=file, desk=inside.desk)


WEAK = rsa.generate_private_key(65537, 1024).public_key()  # noqa: S505 - to be refused


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (OTHER.as_pem(private=True), "private key"),
        (b'{"kty":"EC","crv":"P-256","x":"%s","y":"%s","d":"%s"}'
         % tuple(str(OTHER.as_dict(private=True)[name]).encode() for name in "xyd"), "private key"),
        (ECKey.generate_key("P-384").as_pem(private=False), "another kind"),
        (OKPKey.generate_key("X25519").as_pem(private=False), "no public key|another kind"),
        (WEAK.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo), "no public key|another kind"),
        (b'{"kty":"oct","k":"c2VjcmV0"}', "no public key"),
        (b"[]", "no public key"),
        (b"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", "no public key"),
        (b"\xff", "not JSON"),
    ],
)  # fmt: skip
def test_what_is_no_public_key_of_its_kind_is_refused(
    inside: Office, tmp_path: Path, data: bytes, said: str
) -> None:
    Program.registered(inside, "doj-system", "us.doj")
    (tmp_path / "key").write_bytes(data)
    with pytest.raises(InputError, match=said):
        register_client("doj-system", key=tmp_path / "key", desk=inside.desk)
    assert models.ClientKey.objects.count() == 1


def test_a_key_is_read_from_a_jwk_too(justice: Program, tmp_path: Path) -> None:
    (tmp_path / "key.json").write_text(json.dumps(OTHER.as_dict(private=False)), encoding="utf-8")
    made = register_client(justice.login, key=tmp_path / "key.json", desk=justice.office.desk)
    assert made["algorithm"] == "ES256"
    assert justice.sign_in(justice.assertion(key=OTHER)).status_code == 200


def test_a_key_that_was_written_past_the_register_signs_nobody_in(justice: Program) -> None:
    held = models.ClientKey.objects.get(official_id=justice.login)
    planted = {"official_id": held.official_id, "registered_at": held.registered_at}
    models.ClientKey.objects.create(digest=OTHER.thumbprint(), key=OTHER.as_dict(private=False), **planted)
    assert outcome(justice.sign_in(justice.assertion(key=OTHER))) == (401, REFUSED)
    models.ClientKey.objects.filter(digest=held.digest).update(key=OTHER.as_dict(private=False))
    assert outcome(justice.sign_in(justice.assertion(key=OTHER))) == (401, REFUSED)
    models.ClientKey.objects.filter(digest=held.digest).update(key=held.key)
    assert justice.sign_in().status_code == 200
