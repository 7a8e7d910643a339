"""Sign-in of programs: an assertion signed by a registered key buys an access token (RFC 7523, RFC 9068, RFC 8705).

Whatever is wrong with either, the answer is the same; why is logged by its name alone.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final

from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from lawgate.casework.words import Role
from lawgate.service.api.programs import algorithm_of, keys_of
from lawgate.service.casework.desk import Desk
from lawgate.settings import DEPLOYMENT
from lawgate.stores.casework import programs as rows
from lawgate.stores.casework.people import find_person
from lawgate.stores.log import say

Document = dict[str, Any]
Claims = Mapping[str, Any]

TOKEN_SECONDS: Final = 300
ASSERTION_SECONDS_MAX: Final = 300
"""So long before its end a program may sign its assertion at most."""
CLOCKS_APART_SECONDS_MAX: Final = 30
SIGNS_MAX: Final = 8192
JTI_SIGNS_MAX: Final = 200
ACCESS: Final = "at+jwt"
_PURPOSE: Final = b"lawgate: access tokens of the API"
_UNREAD: Final = (JoseError, ValueError, RecursionError)
"""What the library raises for what it cannot read, brackets without end among it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a program knocked: the address of the API, and the digest of the certificate that it showed (x5t#S256).

    `bound` says whether tokens here are bound to certificates; then one who shows none gets nothing.
    """

    issuer: str
    certificate: str | None = None
    bound: bool = False

    @property
    def token_address(self) -> str:
        """Whom a program's assertion has to be for."""
        return f"{self.issuer}/token"


def give_token(desk: Desk, assertion: str, *, at: Place, client: str | None = None) -> Document | None:
    """An access token for the program that signed this assertion (RFC 7523, section 3); None for every other one.

    `client` is who the request besides says that it comes from.
    """
    now = int(desk.now().timestamp())
    try:
        key, claims = _signed(desk, assertion)
        _check_claims(claims, at=at, now=now)
        login = _program(desk, claims["sub"])
        if client is not None and client != login:
            raise _RefusedError("other_client")
        _check_certificate(at)
        lapses = datetime.fromtimestamp(claims["exp"] + CLOCKS_APART_SECONDS_MAX, UTC)
        if not rows.spend(sha256(f"{login}\n{claims['jti']}".encode()).hexdigest(), lapses):
            raise _RefusedError("replayed")
    except _RefusedError as why:
        say("refused", act="token", reasons=[why.name])
        return None
    return {
        "access_token": _mint(login, key, at=at, now=now),
        "token_type": "Bearer",
        "expires_in": TOKEN_SECONDS,
    }


def program_of(desk: Desk, token: str, *, at: Place) -> str | None:
    """The program that an access token was given to, as it is known now; None for one that does not count here."""
    now = int(desk.now().timestamp())
    try:
        claims = _opened(token)
        if claims.get("iss") != at.issuer or claims.get("aud") != at.issuer:
            raise _RefusedError("other_place")
        if not now < claims["exp"] <= now + TOKEN_SECONDS:
            raise _RefusedError("lapsed")
        if (claims.get("cnf") or {}).get("x5t#S256") != at.certificate:
            raise _RefusedError("other_certificate")
        _check_certificate(at)
        login = _program(desk, claims["sub"])
        if claims["key"] not in keys_of(desk, login):
            raise _RefusedError("key_ended")
    except _RefusedError as why:
        say("refused", act="use_token", reasons=[why.name])
        return None
    return login


class _RefusedError(Exception):
    """Why an assertion or an access token does not count, by a name for the log; nobody outside is told it."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(name)


def _signed(desk: Desk, assertion: str) -> tuple[str, Document]:
    """What a program says, where one of its own keys signed it, and the digest of that key."""
    claimed = _claimed(assertion)
    for digest, key in keys_of(desk, claimed).items():
        try:
            token = jwt.decode(assertion, key, algorithms=[algorithm_of(key)])
        except _UNREAD:
            continue
        return digest, token.claims
    raise _RefusedError("no_key")


def _claimed(assertion: str) -> str:
    """Who an assertion says that it is from, before anything of it is believed."""
    if len(assertion) > SIGNS_MAX:
        raise _RefusedError("no_assertion")
    try:
        said = json.loads(jws.extract_compact(assertion.encode()).payload)
    except _UNREAD:
        raise _RefusedError("no_assertion") from None
    subject = said.get("sub") if isinstance(said, dict) else None
    if not isinstance(subject, str) or not 0 < len(subject) <= 80 or not subject.isprintable():
        raise _RefusedError("no_assertion")
    return subject


def _check_claims(claims: Claims, *, at: Place, now: int) -> None:
    """RFC 7523, section 3: issuer and subject are the program, the audience is this address alone, it ends soon."""
    audience = claims.get("aud")
    if (audience if isinstance(audience, list) else [audience]) != [at.token_address]:
        raise _RefusedError("other_audience")
    if claims.get("iss") != claims.get("sub"):
        raise _RefusedError("other_issuer")
    apart = CLOCKS_APART_SECONDS_MAX
    if not _within(claims.get("exp"), now - apart, now + ASSERTION_SECONDS_MAX + apart):
        raise _RefusedError("lapsed")
    for name in ("iat", "nbf"):
        if name in claims and not _within(claims[name], 0, now + apart):
            raise _RefusedError("too_early")
    jti = claims.get("jti")
    if not isinstance(jti, str) or not 0 < len(jti) <= JTI_SIGNS_MAX or not jti.isprintable():
        raise _RefusedError("no_number")


def _within(moment: Any, first: int, last: int) -> bool:
    return not isinstance(moment, bool) and isinstance(moment, (int, float)) and first < moment <= last


def _program(desk: Desk, login: str) -> str:
    """An officer of an agency whose account is open today."""
    person = find_person(login, desk.now().date())
    if person is None or not person.active or Role.AGENCY_OFFICER.value not in person.roles:
        raise _RefusedError("no_role")
    return person.login


def _check_certificate(at: Place) -> None:
    if at.bound and at.certificate is None:
        raise _RefusedError("no_certificate")


def _mint(login: str, key: str, *, at: Place, now: int) -> str:
    """RFC 9068; bound to the certificate, where one was shown (RFC 8705, section 3.1)."""
    claims = {
        "iss": at.issuer, "aud": at.issuer, "sub": login, "client_id": login, "key": key,
        "iat": now, "exp": now + TOKEN_SECONDS, "jti": secrets.token_hex(16),
    }  # fmt: skip
    bound = {"cnf": {"x5t#S256": at.certificate}} if at.certificate else {}
    return jwt.encode({"alg": "HS256", "typ": ACCESS}, claims | bound, _secret())


def _opened(token: str) -> Document:
    """What we signed; nobody else has the secret."""
    if len(token) > SIGNS_MAX:
        raise _RefusedError("no_token")
    try:
        found = jwt.decode(token, _secret(), algorithms=["HS256"])
    except _UNREAD:
        raise _RefusedError("no_token") from None
    if found.header.get("typ") != ACCESS:
        raise _RefusedError("no_token")
    return found.claims


def _secret() -> OctKey:
    return OctKey.import_key(hmac.digest(DEPLOYMENT.secret_key.get_secret_value().encode(), _PURPOSE, sha256))
