"""Opening packages with a key that never leaves its module: HPKE (RFC 9180) around one Diffie-Hellman in the module.

`cryptography` opens only with a private key in memory. The schedule is written out here, a line a step of the RFC;
tests hold it to what `cryptography` seals.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_public_key

from lawgate.errors import InputError
from lawgate.handover.recipient import POINT_BYTES, RecipientKey
from lawgate.stores.key_module import ECDH_P256, KeyModule

_KEM: Final = b"KEM" + (0x0010).to_bytes(2, "big")
"""DHKEM(P-256, HKDF-SHA256): RFC 9180 section 7.1."""
_HPKE: Final = b"HPKE" + b"".join(one.to_bytes(2, "big") for one in (0x0010, 0x0001, 0x0002))
"""With HKDF-SHA256 and AES-256-GCM: section 5.1."""
_VERSION: Final = b"HPKE-v1"
_SECRET_BYTES, _KEY_BYTES, _NONCE_BYTES = 32, 32, 12


class ModuleUnsealer:
    """An unsealer (`sealing.Unsealer`) whose private half is in a module.

    InputError where the module holds no key on P-256 under that label.
    """

    def __init__(self, module: KeyModule, label: str, *, name: str) -> None:
        try:
            public = (
                load_der_public_key(module.public(label)) if module.algorithm(label) == ECDH_P256 else None
            )
        except (OSError, ValueError):
            public = None
        if not isinstance(public, ec.EllipticCurvePublicKey) or public.curve.name != "secp256r1":
            raise InputError("the module gives no key on P-256", where=label, mend="name one for ECDH-P-256")
        self.key = RecipientKey(name, public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))
        self.label = label
        self._module = module

    @classmethod
    def of(cls, module: KeyModule, label: str, key: RecipientKey) -> ModuleUnsealer:
        """The unsealer of a key that is known already; the module is asked when something is to be opened."""
        made = cls.__new__(cls)
        made.key, made.label, made._module = key, label, module  # noqa: SLF001 - its own
        return made

    def reach(self) -> None:
        """OSError where the module cannot be reached now, or holds another key under the label."""
        if ModuleUnsealer(self._module, self.label, name=self.key.name).key != self.key:
            raise OSError("the key module holds another key")

    def unseal(self, sealed: bytes, info: bytes) -> bytes | None:
        """What was sealed; None where key, info or bytes are not those of the seal.

        OSError where the module cannot be reached: that says nothing of the package.
        """
        point, ciphertext = sealed[:POINT_BYTES], sealed[POINT_BYTES:]
        if not _on_curve(point):
            return None
        secret = _decapsulate(self._module.agree(self.label, point), point + self.key.public)
        key, nonce = _schedule(secret, info)
        try:
            return AESGCM(key).decrypt(nonce, ciphertext, b"")
        except InvalidTag:
            return None


def _decapsulate(shared: bytes, context: bytes) -> bytes:
    """Section 4.1, Decap and ExtractAndExpand; `context` is enc || pkRm."""
    return _expand(_KEM, _extract(_KEM, b"", b"eae_prk", shared), b"shared_secret", context, _SECRET_BYTES)


def _schedule(secret: bytes, info: bytes) -> tuple[bytes, bytes]:
    """Section 5.1, KeySchedule in mode_base: the key, and the nonce of the first message (section 5.2)."""
    psk_id_hash, info_hash = (
        _extract(_HPKE, b"", b"psk_id_hash", b""),
        _extract(_HPKE, b"", b"info_hash", info),
    )
    context = b"\x00" + psk_id_hash + info_hash
    made = _extract(_HPKE, secret, b"secret", b"")
    return _expand(_HPKE, made, b"key", context, _KEY_BYTES), _expand(
        _HPKE, made, b"base_nonce", context, _NONCE_BYTES
    )


def _extract(suite: bytes, salt: bytes, label: bytes, material: bytes) -> bytes:
    """LabeledExtract of section 4 over HKDF-Extract (RFC 5869 section 2.2)."""
    return hmac.digest(salt or bytes(32), _VERSION + suite + label + material, hashlib.sha256)


def _expand(suite: bytes, key: bytes, label: bytes, info: bytes, length: int) -> bytes:
    """LabeledExpand of section 4 over HKDF-Expand (RFC 5869 section 2.3); one block, since length is at most 32."""
    labelled = length.to_bytes(2, "big") + _VERSION + suite + label + info
    return hmac.digest(key, labelled + b"\x01", hashlib.sha256)[:length]


def _on_curve(point: bytes) -> bool:
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    except ValueError:
        return False
    return len(point) == POINT_BYTES
