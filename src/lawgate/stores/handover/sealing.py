"""HPKE (RFC 9180): sealing to a recipient's registered key, and opening with the private half."""

from __future__ import annotations

from typing import Final, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from lawgate.errors import InputError
from lawgate.handover.recipient import RecipientKey

_SUITE: Final = Suite(KEM.P256, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
OVERHEAD_BYTES: Final = 81
"""The encapsulated point and the tag, on whatever is sealed."""


class Unsealer(Protocol):
    """The private half of a recipient's key: a file in the demonstration, a module or a service in production."""

    @property
    def key(self) -> RecipientKey:
        """The public half, as it was registered."""

    def unseal(self, sealed: bytes, info: bytes) -> bytes | None:
        """What was sealed to this key under this info; None where it was not, or was altered."""


def seal(contents: bytes, recipient: RecipientKey, info: bytes) -> bytes:
    """The contents sealed to the recipient; InputError where the registered point is none.

    Base mode authenticates no sender: the signature inside and the ledger's entry do.
    """
    try:
        public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), recipient.public)
    except ValueError:
        raise InputError(
            "the registered key is not a point on P-256", where=recipient.name, mend="register the key again"
        ) from None
    return _SUITE.encrypt(contents, public, info)


class PrivateUnsealer:
    """An unsealer whose private key is in memory."""

    def __init__(self, name: str, private: ec.EllipticCurvePrivateKey) -> None:
        point = private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.key = RecipientKey(name, point)
        self._private = private

    def unseal(self, sealed: bytes, info: bytes) -> bytes | None:
        """What was sealed; None where key, info or bytes are not those of the seal."""
        try:
            return bytes(_SUITE.decrypt(sealed, self._private, info))
        except (InvalidTag, ValueError):
            return None
