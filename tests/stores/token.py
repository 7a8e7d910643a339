"""A token that is stricter than its contract: it has to be unlocked, and locks after some uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from lawgate.stores.key_module import ECDH_P256, ED25519

MESSAGE_BYTES_MAX = 4096

Private = Ed25519PrivateKey | ec.EllipticCurvePrivateKey


@dataclass
class Token:
    """Private keys by label. No method gives one away, and none uses a key for what it is not for."""

    keys: Mapping[str, Private]
    pin: str = "1234"
    uses_left: int = 1000
    unlocked: bool = False
    unplugged: bool = False
    done: list[tuple[str, str]] = field(default_factory=list)

    def unlock(self, pin: str) -> None:
        """Open a session; a wrong number closes it."""
        self.unlocked = pin == self.pin

    def algorithm(self, label: str) -> str:
        """What the key is for; known without a session."""
        return ED25519 if isinstance(self._held(label), Ed25519PrivateKey) else ECDH_P256

    def public(self, label: str) -> bytes:
        """The public half; known without a session."""
        key = self._held(label).public_key()
        return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)

    def sign(self, label: str, message: bytes) -> bytes:
        """A signature; refused without a session, for another algorithm, or for what a token would not take."""
        key = self._used(label, "sign")
        if not isinstance(key, Ed25519PrivateKey) or not 0 < len(message) <= MESSAGE_BYTES_MAX:
            raise OSError("CKR_KEY_FUNCTION_NOT_PERMITTED")
        return key.sign(message)

    def agree(self, label: str, point: bytes) -> bytes:
        """The shared coordinate; refused as above, and for a point that is none."""
        key = self._used(label, "agree")
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            raise OSError("CKR_KEY_FUNCTION_NOT_PERMITTED")
        try:
            other = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
        except ValueError:
            raise OSError("CKR_MECHANISM_PARAM_INVALID") from None
        return key.exchange(ec.ECDH(), other)

    def _held(self, label: str) -> Private:
        if self.unplugged or label not in self.keys:
            raise OSError("CKR_TOKEN_NOT_PRESENT")
        return self.keys[label]

    def _used(self, label: str, what: str) -> Private:
        key = self._held(label)
        if not self.unlocked or self.uses_left <= 0:
            raise OSError("CKR_USER_NOT_LOGGED_IN")
        self.uses_left -= 1
        self.done.append((what, label))
        return key
