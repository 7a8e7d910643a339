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
    audits: Path | None = None
    """Runs of `lawgate audit`, a folder each, as the inspector general is shown them."""
    batches: Path | None = None
    """Large requests, a folder each: request.json, its table, and what became of it in out."""
    secret_key: SecretStr = Field(default_factory=lambda: SecretStr(secrets.token_urlsafe(50)))
    """Drawn anew for each process where it is not told, so sessions end with it."""
    docket_check_days_max: int = 7
    """No release when counsel's last look at the dockets is older."""
    backlog_seconds_max: int = 60
    """No release while an entry waits longer than this for its checkpoint."""
    answer_days: int = 30
    fips: bool = False
    """Refuse, when it starts, each key and seal whose algorithm is not approved (docs/keys.md)."""
    demonstration: bool = False
    """Invented people, a banner on each page, and sign-in by choosing whom to be. Never beside real records."""
    hosts: list[str] = Field(default_factory=lambda: ["localhost", "127.0.0.1", "[::1]"])
    """The names by which browsers reach the pages."""
    oidc_issuer: str | None = None
    """The identity provider; people sign in there, and again before each signature."""
    oidc_client: str | None = None
    oidc_secret: SecretStr | None = None

    @property
    def ledger_folder(self) -> Path:
        """Where the ledger stands."""
        return self.ledger or self.data / "ledger"

    @property
    def keys_folder(self) -> Path:
        """Where the keys stand, in a demonstration."""
        return self.keys or self.data / "keys"

    @property
    def audits_folder(self) -> Path:
        """Where the runs of audits stand."""
        return self.audits or self.data / "audits"

    @property
    def batches_folder(self) -> Path:
        """Where large requests stand."""
        return self.batches or self.data / "batches"


class TokenSettings(BaseSettings):
    """The token that holds the private keys, where key files name one (docs/keys.md)."""

    model_config = SettingsConfigDict(env_prefix="LAWGATE_TOKEN_", extra="ignore", frozen=True)

    library: Path | None = None
    """The PKCS#11 library of the token's maker."""
    label: str | None = None
    pin_file: Path | None = None
    """The file with the number that unlocks it, which its owner alone can read; the number is set nowhere else."""


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
INSTALLED_APPS = ["lawgate.stores.casework", "django.contrib.sessions", "lawgate.web"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SECRET_KEY = DEPLOYMENT.secret_key.get_secret_value()
DEBUG = False
USE_TZ = True
TIME_ZONE = "UTC"

ROOT_URLCONF = "lawgate.web.urls"
WSGI_APPLICATION = "lawgate.web.wsgi.application"
ALLOWED_HOSTS = DEPLOYMENT.hosts
LAWGATE_DEMONSTRATION = DEPLOYMENT.demonstration
LAWGATE_OIDC = {
    "issuer": DEPLOYMENT.oidc_issuer,
    "client": DEPLOYMENT.oidc_client,
    "secret": DEPLOYMENT.oidc_secret.get_secret_value() if DEPLOYMENT.oidc_secret else None,
}
MIDDLEWARE = [
    "lawgate.web.headers.Headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "lawgate.web.visitor.Visitors",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request", "lawgate.web.frame.frame"]
        },
    }
]
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
# A demonstration runs on the machine's own address, where there is no TLS.
_TLS = not DEPLOYMENT.demonstration
_PREFIX = "__Host-" if _TLS else ""
SESSION_COOKIE_NAME = f"{_PREFIX}lawgate-session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _TLS
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# A redirect from the identity provider has to bring the session along.
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = f"{_PREFIX}lawgate-csrf"
CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "lawgate.web.views.door.not_ours"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _TLS else None
DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# The log has listed fields alone (stores.log); what Django would write may hold an address with its words.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"nowhere": {"class": "logging.NullHandler"}},
    "loggers": {"django": {"handlers": ["nowhere"], "propagate": False}},
}
