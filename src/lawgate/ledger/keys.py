"""Keys of a ledger: the public half as a line of text, the private half behind one method."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from typing import Final, Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from lawgate.errors import InputError, LedgerFormatError
from lawgate.ledger.text import from_base64, to_base64

ED25519_BYTES: Final = 32


class KeyKind(Enum):
    """What a key signs: the type byte of C2SP signed-note, "Signature types"."""

    NOTE = 0x01
    COSIGNATURE = 0x04


@dataclass(frozen=True, slots=True)
class PublicKey:
    """An Ed25519 public key with its name: who signs, and in which capacity."""

    name: str
    kind: KeyKind
    raw: bytes

    @property
    def id(self) -> bytes:
        """The first four bytes of SHA-256(name || 0x0A || type || key) (signed-note, "Signatures")."""
        return sha256(self.name.encode() + b"\n" + bytes([self.kind.value]) + self.raw).digest()[:4]

    @property
    def line(self) -> str:
        """The key as one word of text: name+id+base64(type || key) (signed-note, "Verifier keys")."""
        return f"{self.name}+{self.id.hex()}+{to_base64(bytes([self.kind.value]) + self.raw)}"

    def verifies(self, signature: bytes, message: bytes) -> bool:
        """Whether the signature over the message is this key's (Ed25519, RFC 8032)."""
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


def parse_key(line: str, *, where: str = "") -> PublicKey:
    """A public key from its line; LedgerFormatError where name, id and key do not belong together."""
    # Base64 may hold a plus, a name may not: the name ends at the first plus, the id at the second.
    name, _, rest = line.partition("+")
    said, _, encoded = rest.partition("+")
    data = from_base64(encoded, what="the key")
    try:
        key = PublicKey(check_name(name), KeyKind(data[0]), data[1:]) if data else None
    except ValueError:
        key = None
    if key is None or len(key.raw) != ED25519_BYTES:
        raise LedgerFormatError(
            "a key of a kind that is not known here", where=where, mend="give an Ed25519 key (0x01 or 0x04)"
        )
    if key.id.hex() != said:
        raise LedgerFormatError("the key is not the one that its id names", where=where, mend="copy it again")
    return key


def check_name(name: str) -> str:
    """A key's name: not empty, no spaces, no plus, nothing unprintable (signed-note, "Format")."""
    if not name or "+" in name or not name.isprintable() or any(sign.isspace() for sign in name):
        raise LedgerFormatError("not the name of a key", mend="use an address without spaces, plus or scheme")
    return name


class Signer(Protocol):
    """The private half: a file in the demonstration, a module or a service in production."""

    @property
    def key(self) -> PublicKey:
        """The public half."""

    @property
    def algorithm(self) -> str:
        """The algorithm by its name in `APPROVED`, such as Ed25519."""

    def sign(self, message: bytes) -> bytes:
        """The signature over the message."""


@dataclass(frozen=True, slots=True)
class Ed25519Signer:
    """A signer whose private key is in memory."""

    key: PublicKey
    private: Ed25519PrivateKey

    @classmethod
    def from_seed(cls, name: str, kind: KeyKind, seed: bytes) -> Ed25519Signer:
        """The signer of 32 secret bytes (RFC 8032 section 5.1.5)."""
        private = Ed25519PrivateKey.from_private_bytes(seed)
        return cls(PublicKey(check_name(name), kind, private.public_key().public_bytes_raw()), private)

    @property
    def algorithm(self) -> str:
        """Pure Ed25519, never the prehashed variant."""
        return "Ed25519"

    def sign(self, message: bytes) -> bytes:
        """The 64 bytes of RFC 8032 section 5.1.6."""
        return self.private.sign(message)


class Profile(Enum):
    """Which algorithms a deployment lets sign: any that verifies here, or only approved ones."""

    OPEN = "open"
    FIPS = "fips"


APPROVED: Final = {
    "SHA-256": "FIPS 180-4",
    "HMAC-SHA-256": "FIPS 198-1",
    "HKDF-SHA-256": "SP 800-56C revision 2, section 5",
    "Ed25519": "FIPS 186-5, section 7",
    "ECDSA-P-256-SHA-256": "FIPS 186-5, section 6",
    "ECDSA-P-384-SHA-384": "FIPS 186-5, section 6",
    "ML-DSA-44": "FIPS 204",
    "AES-256-GCM": "SP 800-38D",
    "ECDH-P-256": "SP 800-56A revision 3, section 5.7.1.2",
}
"""A closed list, each with its standard. Approval of the module that computes it is the deployment's to show."""


def admit_signer(signer: Signer, profile: Profile) -> Signer:
    """The signer, if the profile lets its algorithm sign; InputError otherwise, at start and not at use."""
    if profile is Profile.FIPS and signer.algorithm not in APPROVED:
        raise InputError(
            f"{signer.algorithm!r} is not an approved algorithm",
            where=signer.key.name,
            mend="use a key of one of " + ", ".join(APPROVED),
        )
    return signer


def admit_algorithms(algorithms: Iterable[str], profile: Profile, *, where: str) -> None:
    """InputError unless the profile lets all of these be used, at start and not at use."""
    refused = [one for one in algorithms if profile is Profile.FIPS and one not in APPROVED]
    if refused:
        raise InputError(
            f"{refused[0]!r} is not an approved algorithm",
            where=where,
            mend="use those of " + ", ".join(APPROVED),
        )
