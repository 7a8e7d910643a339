"""Signed envelopes (DSSE, by securesystemslib) under Ed25519 keys of our own form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from securesystemslib.dsse import Envelope
from securesystemslib.exceptions import Error, VerificationError

# Exported without `__all__`, so the checker takes them for private.
from securesystemslib.signer import Key, Signature, SSlibKey  # type: ignore[attr-defined]
from securesystemslib.signer import Signer as DsseSigner  # type: ignore[attr-defined]

from lawgate.ledger.keys import PublicKey, Signer


class _Adapter(DsseSigner):
    """Our signer, which may sit in a module or a service, as securesystemslib calls one."""

    def __init__(self, signer: Signer) -> None:
        self._signer = signer

    @property
    def public_key(self) -> Key:
        return _public(self._signer.key)

    @classmethod
    def from_priv_key_uri(cls, *_: Any, **__: Any) -> DsseSigner:
        raise NotImplementedError("keys are given as signers, never as addresses")

    def sign(self, payload: bytes) -> Signature:
        return Signature(_key_id(self._signer.key), self._signer.sign(payload).hex())


def sign_envelope(payload: bytes, payload_type: str, signer: Signer) -> dict[str, Any]:
    """The payload in an envelope under one signature."""
    envelope = Envelope(payload, payload_type, {})
    envelope.sign(_Adapter(signer))
    return dict(envelope.to_dict())


def open_envelope(
    document: Mapping[str, Any], payload_type: str, keys: Sequence[PublicKey]
) -> tuple[bytes, PublicKey] | None:
    """The payload and the key that signed it; None unless one of these keys signed a payload of this type."""
    try:
        envelope = Envelope.from_dict(
            {**document, "signatures": [dict(one) for one in document["signatures"]]}
        )
        if envelope.payload_type != payload_type or not keys:
            return None
        accepted = envelope.verify([_public(key) for key in keys], 1)
    except (Error, VerificationError, KeyError, TypeError, ValueError, AttributeError):
        return None
    by_id = {_key_id(key): key for key in keys}
    return envelope.payload, by_id[next(iter(accepted))]


def _public(key: PublicKey) -> SSlibKey:
    return SSlibKey(_key_id(key), "ed25519", "ed25519", {"public": key.raw.hex()})


def _key_id(key: PublicKey) -> str:
    """The whole line: name, id and key belong together, so that nobody signs under another's name."""
    return key.line
