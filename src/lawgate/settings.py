"""The settings of a deployment, read from the environment under `LAWGATE_`; Django reads this module too."""

from __future__ import annotations

import os
import secrets
from difflib import get_close_matches
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Any, Final, Self
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from pydantic import BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from lawgate.errors import InputError, ProblemsError

PREFIX: Final = "LAWGATE_"
SECRETS: Final = f"{PREFIX}SECRETS"
"""A folder of files, each named after a setting in small letters, such as `lawgate_secret_key`."""
ELSEWHERE: Final = frozenset({SECRETS, f"{PREFIX}ENGINE_AT"})
"""Names of the environment that are no setting of this class."""


def _listed(given: object) -> object:
    """`a, b` as a list."""
    return [one.strip() for one in given.split(",") if one.strip()] if isinstance(given, str) else given


Listed = Annotated[list[str], NoDecode, BeforeValidator(_listed)]


class Deployment(BaseSettings):
    """What a deployment is told. Everything it keeps stands in `data` unless it is told another place."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        use_attribute_docstrings=True,
        env_ignore_empty=True,
    )

    data: Path = Path("lawgate-data")
    """The folder of everything that is told no other place."""
    office: str = ""
    """The agency's name as it heads letters; the ledger's name where it is not told."""
    database_url: SecretStr | None = None
    """`sqlite:///FILE` or `postgresql://user:password@host:port/name`, with commas between hosts of which the one that
    can be written to is taken (docs/postgresql.md); else `cases.sqlite3` in `data`."""
    commit_seconds_max: int = Field(20, ge=1, le=60)
    """So long PostgreSQL, and a standby, may take to confirm a write, in seconds; then it is not acknowledged."""
    standby: bool = False
    """Refuse, when it starts, and at each release, a PostgreSQL that waits for no standby."""
    records: Path | None = None
    """The custodian's folder of records."""
    ledger: Path | None = None
    """The folder of the ledger; `ledger` in `data` where it is not told."""
    keys: Path | None = None
    """The folder of the keys; `keys` in `data` where it is not told."""
    witnesses: Path | None = None
    """The policy file (C2SP tlog-policy) whose quorum has to have signed before anything is handed over."""
    adopted: Path | None = None
    """The signed file of adopted readings."""
    officials: Path | None = None
    """The file of the public keys by which adopted readings are signed."""
    audits: Path | None = None
    """Runs of `lawgate audit`, a folder each, as the inspector general is shown them; else `audits` in `data`."""
    batches: Path | None = None
    """Large requests, a folder each: request.json, its table, what became of it in out; else `batches` in `data`."""
    secret_key: SecretStr = Field(
        default_factory=lambda: SecretStr(secrets.token_urlsafe(50)), min_length=50, validate_default=False
    )
    """What sessions are signed with, 50 signs or more. Drawn anew for a demonstration, whose sessions end with it."""
    docket_check_days_max: int = Field(7, ge=1, le=7)
    """No release when counsel's last look at the dockets is older, in days."""
    backlog_seconds_max: int = Field(60, ge=1, le=3600)
    """No release while an entry waits longer than this for its checkpoint, in seconds."""
    answer_days: int = Field(30, ge=1, le=365)
    """An answer is due so many days after its request."""
    reply_window_days: int = Field(7, ge=1, le=31)
    """That nothing is disclosed is told on the last day of the answer, or each so many days after it; never between."""
    resubmissions_max: int = Field(10, ge=1)
    """So often an agency asks about one person at the door within `LAWGATE_RESUBMISSION_DAYS`."""
    resubmission_days: int = Field(30, ge=1, le=365)
    """The days over which that is counted."""
    payload_days: int | None = Field(None, ge=1)
    """So many days after its release what was released is kept here; for ever where it is not told. Accounts stay."""
    unadmitted_days: int = Field(180, ge=1)
    """So many days the words of requests that were never admitted are kept; their digest stays."""
    batch_days: int = Field(180, ge=1)
    """So many days after it was decided, or taken in and never was, a large request is kept; its digests stay."""
    program_asks_max: int = Field(300, ge=1, le=1_000_000)
    """So often within a minute a program asks the API."""
    person_sends_max: int = Field(120, ge=1, le=1_000_000)
    """So often within a minute somebody who signed in sends a form."""
    address_asks_max: int = Field(600, ge=1, le=1_000_000)
    """So often within a minute an address, of IPv6 its network of 64 bits, asks while it is not known who asks: for
    access tokens and under none that counts, for sign-in, and by a form of a public page."""
    notices: Path | None = None
    """A folder where notices are put for the deployment's own mail, a file each, with a case's number and no text."""
    fips: bool = False
    """Refuse, when it starts, each key and seal whose algorithm is not approved (docs/keys.md)."""
    demonstration: bool = False
    """Invented people, a banner on each page, and sign-in by choosing whom to be. Never beside real records."""
    hosts: Listed = Field(default_factory=lambda: ["localhost", "127.0.0.1", "[::1]"])
    """The names by which browsers reach the pages, with commas between."""
    proxy: Listed = Field(default_factory=list)
    """The addresses or networks of the proxies before this process that end TLS, with commas between. What says that a
    browser came by https is believed of them and of nobody else."""
    client_certificate: str | None = Field(None, pattern=r"^[A-Za-z0-9-]{1,60}$")
    """The header in which those proxies hand on the certificate of a program that connects, such as `Client-Cert` (RFC
    9440); where it is told, access tokens of the API are given to those that show one, and count beside it alone."""
    signed_messages: bool = False
    """Requests come to the API in messages that the program signed as a whole (RFC 9421), or not at all."""
    oidc_issuer: str | None = Field(None, pattern=r"^https://[^\s]+$")
    """The identity provider; people sign in there, and again before each signature."""
    oidc_client: str | None = None
    """The name under which the identity provider knows this deployment."""
    oidc_secret: SecretStr | None = None
    """The secret that it shares with this deployment."""

    @model_validator(mode="after")
    def _stands_together(self) -> Self:
        for one in self.proxy:
            try:
                ip_network(one)
            except ValueError:
                raise ValueError(
                    "proxy: name addresses or networks, such as 10.0.0.5 or 10.0.0.0/24"
                ) from None
        if self.client_certificate and not self.proxy:
            raise ValueError("client_certificate: name the proxy that hands it on, in proxy")
        if self.demonstration and self.oidc_issuer:
            raise ValueError(
                "oidc_issuer: a demonstration lets anybody choose whom to be; leave one of the two out"
            )
        if self.oidc_issuer and not (self.oidc_client and self.oidc_secret):
            raise ValueError("oidc_client: an identity provider needs oidc_client and oidc_secret with it")
        return self

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

    model_config = SettingsConfigDict(
        env_prefix="LAWGATE_TOKEN_", extra="ignore", frozen=True, env_ignore_empty=True
    )

    library: Path | None = None
    """The PKCS#11 library of the token's maker."""
    label: str | None = None
    pin_file: Path | None = None
    """The file with the number that unlocks it, which its owner alone can read; the number is set nowhere else."""


def read_deployment() -> Deployment:
    """The settings as the environment and the folder of secrets tell them; ProblemsError, a line for each bad one.

    No line repeats what was given: it may be a secret.
    """
    folder = os.environ.get(SECRETS)
    if folder and not Path(folder).is_dir():
        raise InputError(
            "there is no such folder", where=SECRETS, mend="name the folder of the secrets' files"
        )
    _check_names(os.environ)
    try:
        return Deployment(_secrets_dir=folder or None)
    except ValidationError as error:
        raise ProblemsError([_problem(dict(one)) for one in error.errors()]) from None


def _check_names(given: Any) -> None:
    """InputError for a name that is none of ours and almost one: a limit with a slip in its name would not hold."""
    known = {f"{PREFIX}{name.upper()}" for name in Deployment.model_fields} | ELSEWHERE
    for name in sorted(one for one in given if one.startswith(PREFIX) and one not in known):
        if meant := get_close_matches(name, known, n=1, cutoff=0.85):
            raise InputError("there is no such setting", where=name, mend=f"did you mean {meant[0]}?")


def _problem(told: dict[str, Any]) -> InputError:
    """One line for one fault: its name as it stands in the environment, what is wanted, and never what was given."""
    says = str(told["msg"]).removeprefix("Value error, ")
    if not told["loc"]:
        name, _, says = says.partition(": ")
        return InputError("this cannot stand", where=f"{PREFIX}{name.upper()}", mend=says)
    where = PREFIX + str(told["loc"][0]).upper()
    return InputError("this cannot be read", where=where, mend=says[0].lower() + says[1:])


def database_of(url: str) -> dict[str, Any]:
    """Django's settings of a database by its address; InputError for one of another kind."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": unquote(parts.path.removeprefix("/")),
            "OPTIONS": {
                # An acknowledged write survives a loss of power, and a writer waits for another one.
                # What is destroyed is written over, whatever this SQLite was built to do.
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON; "
                "PRAGMA secure_delete=ON;",
                "transaction_mode": "IMMEDIATE",
                "timeout": 30,
            },
        }
    if parts.scheme in {"postgres", "postgresql"}:
        hosts, ports = _hosts_of(parts)
        return {
            "ENGINE": "lawgate.stores.postgresql",
            "NAME": parts.path.removeprefix("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": hosts,
            "PORT": ports,
            "OPTIONS": {
                # As SQLite above: durable when it is acknowledged, and a writer waits for another one, not for ever.
                "options": "-c synchronous_commit=on -c lock_timeout=30s",
                # The server that can be written to, never one that only follows; and one that is gone is found out.
                "target_session_attrs": "read-write",
                "connect_timeout": 20,
                "tcp_user_timeout": 30_000,
            },
        }
    raise InputError(
        "no such kind of database",
        where="LAWGATE_DATABASE_URL",
        mend="use sqlite:///FILE or postgresql://...",
    )


def _hosts_of(parts: SplitResult) -> tuple[str, str]:
    """The hosts of an address and their ports, with commas between; a socket's folder comes as ?host=/folder."""
    try:
        named = [urlsplit(f"//{one}") for one in parts.netloc.rpartition("@")[2].split(",") if one]
        ports = [str(one.port or "") for one in named]
    except ValueError:
        raise InputError(
            "no port is a number like this",
            where="LAWGATE_DATABASE_URL",
            mend="write host:port, with commas between",
        ) from None
    asked = parse_qs(parts.query)
    hosts = ",".join(one.hostname or "" for one in named) or asked.get("host", [""])[0]
    return hosts, ",".join(ports) if any(ports) else asked.get("port", [""])[0]


DEPLOYMENT = read_deployment()

_URL = DEPLOYMENT.database_url
DATABASES = {
    "default": {
        **database_of(_URL.get_secret_value() if _URL else f"sqlite:///{DEPLOYMENT.data / 'cases.sqlite3'}"),
        "COMMIT_SECONDS_MAX": DEPLOYMENT.commit_seconds_max,
        "STANDBY": DEPLOYMENT.standby,
    }
}
INSTALLED_APPS = [
    "lawgate.stores.casework",
    "django.contrib.sessions",
    "django_tasks",
    "django_tasks_db",
    "lawgate.web",
]
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
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
    "lawgate.web.proxy.Proxy",
    "lawgate.web.headers.Headers",
    "lawgate.api.door.Door",
    "lawgate.web.headers.Addressed",
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
# Believed of the proxies that are named; of everybody else `web.proxy` takes it away.
LAWGATE_PROXY = DEPLOYMENT.proxy
_HEADER = DEPLOYMENT.client_certificate
LAWGATE_SIGNED_MESSAGES = DEPLOYMENT.signed_messages
LAWGATE_CLIENT_CERTIFICATE = f"HTTP_{_HEADER.upper().replace('-', '_')}" if _HEADER else None
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if DEPLOYMENT.proxy else None
DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# The log has listed fields alone (stores.log); what Django would write may hold an address with its words.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"nowhere": {"class": "logging.NullHandler"}},
    "loggers": {
        name: {"handlers": ["nowhere"], "propagate": False}
        for name in ("django", "django_tasks", "django_tasks_db")
    },
}
