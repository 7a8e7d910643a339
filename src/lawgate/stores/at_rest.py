"""What lies at rest in the database is encrypted here: AES-256-GCM, bound to its table, column, row and key version.

A value that was moved to another place, or altered by a bit, does not open; nor does any without its key. Look-ups go
by a keyed digest. The keys of this process are those of the deployment's key file unless others are given (`use`).
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

import rfc8785
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from lawgate.errors import AtRestError
from lawgate.stores.database import note_fault

ALGORITHMS: Final = ("AES-256-GCM", "HKDF-SHA-256", "HMAC-SHA-256")
"""By the names of the list of approved algorithms."""
KEY_BYTES: Final = 32
_FORMAT: Final = "lawgate-at-rest/1"
_VERSION_BYTES, _NONCE_BYTES, _TAG_BYTES = 4, 12, 16
"""What stands before and behind each ciphertext. A nonce is drawn at random (SP 800-38D, section 8.2.2)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value lies: the table, the column, and what the row is known by for good."""

    table: str
    column: str
    row: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class DataKey:
    """One version of the key; what is used of it is derived, so that no use tells anything of another."""

    version: int
    secret: bytes = field(repr=False)
    mark: str = field(init=False)
    """Says which key it is, and nothing of it: it stands in the database."""
    _cipher: AESGCM = field(init=False, repr=False, compare=False)
    _index: bytes = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "mark", self._derived("mark").hex())
        object.__setattr__(self, "_cipher", AESGCM(self._derived("encrypt")))
        object.__setattr__(self, "_index", self._derived("index"))

    def _derived(self, use: str) -> bytes:
        info = f"{_FORMAT} {use}".encode()
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(self.secret)

    @property
    def head(self) -> bytes:
        """What each value under this version begins with."""
        return self.version.to_bytes(_VERSION_BYTES, "big")

    def encrypt(self, place: Place, plain: bytes) -> bytes:
        """Version, nonce, ciphertext and tag."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return self.head + nonce + self._cipher.encrypt(nonce, plain, self._bound(place))

    def decrypt(self, place: Place, encrypted: bytes) -> bytes:
        """What was encrypted in this very place; InvalidTag where it was not, or was altered."""
        nonce, rest = encrypted[_VERSION_BYTES:][:_NONCE_BYTES], encrypted[_VERSION_BYTES + _NONCE_BYTES :]
        return self._cipher.decrypt(nonce, rest, self._bound(place))

    def index(self, table: str, what: str, value: str) -> str:
        """The digest by which a row is found: HMAC-SHA-256, in hexadecimal."""
        return hmac.new(self._index, rfc8785.dumps([table, what, value]), sha256).hexdigest()

    def _bound(self, place: Place) -> bytes:
        return rfc8785.dumps([_FORMAT, place.table, place.column, list(place.row), self.version])


@dataclass(frozen=True, slots=True)
class DataKeys:
    """The versions that a deployment holds, the newest of which encrypts; older ones open what was kept elsewhere."""

    versions: Mapping[int, DataKey]

    @classmethod
    def of(cls, *keys: DataKey) -> DataKeys:
        """These keys by their versions."""
        return cls({one.version: one for one in keys})

    def decrypt(self, place: Place, encrypted: bytes) -> bytes:
        """What lies in a place. AtRestError where its key is not here, or it was altered, or encrypted in another."""
        key = self.versions.get(version_of(encrypted))
        if key is None or len(encrypted) < _VERSION_BYTES + _NONCE_BYTES + _TAG_BYTES:
            raise fault("what lies at rest is under a key that is not here", place)
        try:
            return key.decrypt(place, encrypted)
        except InvalidTag:
            raise fault("what lies at rest was altered or moved, or is under another key", place) from None


def version_of(encrypted: bytes) -> int:
    """The version of the key that encrypted this."""
    return int.from_bytes(encrypted[:_VERSION_BYTES], "big")


def fault(what: str, place: Place | None = None) -> AtRestError:
    """The error to raise; from now on this process releases nothing."""
    note_fault(what)
    where = f"{place.table}.{place.column}" if place else "the key of the database"
    return AtRestError(what, where=where, mend="see to the key file and the database, then restart")


def draw(version: int) -> DataKey:
    """A key drawn at random."""
    return DataKey(version, secrets.token_bytes(KEY_BYTES))


def use(keys: DataKeys | Callable[[], DataKeys]) -> None:
    """Encrypt and open with these keys from here on, or with those that are read once somebody needs them."""
    _HELD[:] = [keys]


def held() -> DataKeys:
    """The keys of this process. InputError where their file is not there or cannot be read."""
    if not _HELD:
        from lawgate.stores.data_key_file import read_deployed  # noqa: PLC0415 - it reads settings

        _HELD.append(read_deployed)
    keys = _HELD[0]
    if not isinstance(keys, DataKeys):
        keys = keys()
        _HELD[:] = [keys]
    return keys


_HELD: list[DataKeys | Callable[[], DataKeys]] = []
