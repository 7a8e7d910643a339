"""The settings of a deployment, read from the environment under `LAWGATE_`; Django reads this module too."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from lawgate.errors import InputError


class Deployment(BaseSettings):
    """What a deployment is told. Everything it keeps stands in `data` unless it is told another place."""

    model_config = SettingsConfigDict(env_prefix="LAWGATE_", extra="ignore", frozen=True)

    data: Path = Path("lawgate-data")
    database_url: SecretStr | None = None
    """`sqlite:///FILE` or `postgresql://user:password@host:port/name`; `data`/cases.sqlite3 where it is not told."""
    records: Path | None = None
    """The custodian's folder of records."""
    ledger: Path | None = None
    keys: Path | None = None
    witnesses: Path | None = None
    """The policy file (C2SP tlog-policy) whose quorum has to have signed before anything is handed over."""
    adopted: Path | None = None
    officials: Path | None = None
    secret_key: SecretStr = Field(default_factory=lambda: SecretStr(secrets.token_urlsafe(50)))
    """Drawn anew for each process where it is not told, so sessions end with it."""
    docket_check_days_max: int = 7
    """No release when counsel's last look at the dockets is older."""
    backlog_seconds_max: int = 60
    """No release while an entry waits longer than this for its checkpoint."""
    answer_days: int = 30
    fips: bool = False
    """Refuse, when it starts, each key and seal whose algorithm is not approved (docs/keys.md)."""

    @property
    def ledger_folder(self) -> Path:
        """Where the ledger stands."""
        return self.ledger or self.data / "ledger"

    @property
    def keys_folder(self) -> Path:
        """Where the keys stand, in a demonstration."""
        return self.keys or self.data / "keys"


def database_of(url: str) -> dict[str, Any]:
    """Django's settings of a database by its address; InputError for one of another kind."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path.removeprefix("/")),
            "OPTIONS": {
                # An acknowledged write survives a loss of power, and a writer waits for another one.
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON;",
                "transaction_mode": "IMMEDIATE",
                "timeout": 30,
            },
        }
    if parts.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path.removeprefix("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            # A socket's folder comes as ?host=/folder.
            "HOST": parts.hostname or parse_qs(parts.query).get("host", [""])[0],
            "PORT": str(parts.port or ""),
            "OPTIONS": {"options": "-c synchronous_commit=on"},
        }
    raise InputError(
        "no such kind of database",
        where="LAWGATE_DATABASE_URL",
        mend="use sqlite:///FILE or postgresql://...",
    )


DEPLOYMENT = Deployment()

_URL = DEPLOYMENT.database_url
DATABASES = {
    "default": database_of(
        _URL.get_secret_value() if _URL else f"sqlite:///{DEPLOYMENT.data / 'cases.sqlite3'}"
    )
}
INSTALLED_APPS = ["lawgate.stores.casework"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SECRET_KEY = DEPLOYMENT.secret_key.get_secret_value()
DEBUG = False
USE_TZ = True
TIME_ZONE = "UTC"
