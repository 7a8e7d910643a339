"""Keys that never leave a module: what Lawgate asks of a PKCS#11 token or a key service, and the keys behind it.

docs/keys.md maps each call to PKCS#11 and to the usual services. A deployment writes one class with these four
methods; nothing else of Lawgate knows where a key is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_der_public_key

from lawgate.errors import InputError, LedgerStoppedError
from lawgate.ledger.keys import ED25519_BYTES, KeyKind, PublicKey, Signer, check_name

ED25519: Final = "Ed25519"
ECDH_P256: Final = "ECDH-P-256"


class KeyModule(Protocol):
    """A token or a service that holds private keys and uses them on request.

    Each method raises OSError where the module cannot be reached, or refuses. A key is named by its label, which is
    no secret.
    """

    def algorithm(self, label: str) -> str:
        """The algorithm that the key is for: Ed25519 or ECDH-P-256."""

    def public(self, label: str) -> bytes:
        """The public half as SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7, RFC 8410 section 4)."""

    def sign(self, label: str, message: bytes) -> bytes:
        """The signature over the whole message, never over a digest of it (RFC 8032, pure Ed25519)."""

    def agree(self, label: str, point: bytes) -> bytes:
        """The x-coordinate shared with an uncompressed point on P-256 (SEC 1 section 3.3.1), 32 bytes."""


@dataclass(frozen=True, slots=True)
class ModuleSigner:
    """A signer (`keys.Signer`) whose private half is in a module."""

    module: KeyModule
    label: str
    key: PublicKey

    @classmethod
    def open(cls, module: KeyModule, label: str, *, name: str, kind: KeyKind) -> ModuleSigner:
        """The signer of a label; InputError where the module holds no Ed25519 key there."""
        try:
            if module.algorithm(label) != ED25519:
                raise InputError(
                    "the module's key is for something else", where=label, mend="name an Ed25519 key"
                )
            # A key of another kind has no raw bytes, and is refused below.
            raw = load_der_public_key(module.public(label)).public_bytes_raw()  # type: ignore[union-attr]
        except (OSError, ValueError, AttributeError):
            raise InputError(
                "the module gives no such key", where=label, mend="see that it is plugged in and unlocked"
            ) from None
        if len(raw) != ED25519_BYTES:
            raise InputError("the module's key is of another kind", where=label, mend="name an Ed25519 key")
        return cls(module, label, PublicKey(check_name(name), kind, raw))

    def reach(self) -> None:
        """LedgerStoppedError where the module cannot be reached now, or holds another key under the label."""
        try:
            told = load_der_public_key(self.module.public(self.label))
        except (OSError, ValueError) as error:
            raise LedgerStoppedError(
                "the key module cannot be reached", where=self.label, mend="see to the module, then restart"
            ) from error
        if not isinstance(told, Ed25519PublicKey) or told.public_bytes_raw() != self.key.raw:
            raise LedgerStoppedError(
                "the key module holds another key",
                where=self.label,
                mend="see to the module, then restart",
            )

    @property
    def algorithm(self) -> str:
        """Pure Ed25519."""
        return ED25519

    def sign(self, message: bytes) -> bytes:
        """The signature, checked before it is given out; LedgerStoppedError where the module fails or signs wrongly."""
        try:
            signature = self.module.sign(self.label, message)
        except OSError as error:
            raise LedgerStoppedError(
                "the key module does not sign", where=self.label, mend="see to the module, then restart"
            ) from error
        if not self.key.verifies(signature, message):
            raise LedgerStoppedError(
                "the key module signs with another key",
                where=self.label,
                mend="see to the module, then restart",
            )
        return signature


def reach(signer: Signer) -> None:
    """Ask for a signer's module, where it has one, before anything rests on it; LedgerStoppedError as above."""
    if isinstance(signer, ModuleSigner):
        signer.reach()
