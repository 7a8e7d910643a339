"""A program of an agency, as it speaks to the API: it signs, gets a token, and asks."""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from django.test import Client
from joserfc import jwt
from joserfc.jwk import ECKey
from tests.service.casework.office import Office

from lawgate.casework.words import Role
from lawgate.service.api.programs import register_client
from lawgate.service.casework.registers import parties

ISSUER: Final = "https://localhost/api/v1"
ASSERTION_TYPE: Final = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
FORM: Final = "application/x-www-form-urlencoded"
_COUNT = itertools.count(1)


def browser(**more: Any) -> Client:
    """Whoever connects, by https; a fault of the application is an answer and no error of the test."""
    return Client(HTTP_HOST="localhost", raise_request_exception=False, **more)


@dataclass
class Program:
    """A program with its key; `headers` go along with everything that it asks."""

    office: Office
    login: str
    key: ECKey = field(default_factory=lambda: ECKey.generate_key("P-256"))
    headers: dict[str, str] = field(default_factory=dict)

    @classmethod
    def registered(cls, office: Office, login: str, agency: str) -> Program:
        """A program that is in the register."""
        made = cls(office, login)
        parties.register_official(
            office.desk, login, login, (Role.AGENCY_OFFICER,), since=date(2026, 1, 1), agency=agency
        )
        made.register_key(made.key)
        return made

    def register_key(self, key: Any) -> str:
        """Another key of its own."""
        file = self.office.folder / f"{self.login}-{next(_COUNT)}.pem"
        file.write_bytes(key.as_pem(private=False))
        return str(register_client(self.login, key=file, desk=self.office.desk)["key"])

    def assertion(self, *, key: Any = None, header: Any = None, **changed: Any) -> str:
        """A word of the program, signed; what is changed to None is left out."""
        now = int(self.office.clock().timestamp())
        claims = {
            "iss": self.login, "sub": self.login, "aud": f"{ISSUER}/token", "iat": now, "exp": now + 60,
            "jti": f"number {next(_COUNT)}",
        } | changed  # fmt: skip
        kept = {name: value for name, value in claims.items() if value is not None}
        signed = header or {"alg": "ES256"}
        return jwt.encode(signed, kept, key or self.key, algorithms=[signed["alg"]])

    def sign_in(self, assertion: str | None = None, **form: Any) -> Any:
        """What the sign-in answers."""
        sent = {
            "grant_type": "client_credentials", "client_assertion_type": ASSERTION_TYPE,
            "client_assertion": assertion or self.assertion(),
        } | form  # fmt: skip
        words = urlencode({name: value for name, value in sent.items() if value is not None}, doseq=True)
        return browser().generic("POST", "/api/v1/token", words, FORM, secure=True, headers=self.headers)

    def token(self) -> str:
        """A token."""
        answer = self.sign_in()
        assert answer.status_code == 200, answer.content
        return str(answer.json()["access_token"])

    def get(self, path: str, **more: str) -> Any:
        """Ask for something."""
        return browser().get(f"/api/v1/{path}", secure=True, headers=self._signed(more))

    def post(
        self, path: str, body: Any = b"", *, key: str | None = "", kind: str = "application/json", **more: str
    ) -> Any:
        """Ask for something to be done, under a new key unless one is given; None sends no key."""
        sent = body if isinstance(body, bytes) else json.dumps(body).encode()
        named = {} if key is None else {"Idempotency-Key": key or f"drawn-for-this-{next(_COUNT)}"}
        return browser().generic(
            "POST", f"/api/v1/{path}", sent, kind, secure=True, headers=self._signed({**named, **more})
        )

    def sends(self, number: str = "REQ-API", **changed: Any) -> str:
        """A case that the program sent in."""
        answer = self.post("requests", self.office.request(number, **changed))
        assert answer.status_code == 201, answer.content
        return str(answer.json()["cases"][0])

    def _signed(self, more: dict[str, str]) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token()}", **self.headers, **more}
