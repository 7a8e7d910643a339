"""Signed documents: canonical bytes under Ed25519 signatures of officials whose keys are on a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from lawgate.errors import InputError


def sign(body: Mapping[str, Any], key: Path, office: str) -> dict[str, str]:
    """A signature over the RFC 8785 bytes of a document, by the key in a PEM file (RFC 8032, RFC 8410)."""
    private = _private_key(key)
    return {
        "office": office,
        "key": private.public_key().public_bytes_raw().hex(),
        "signature": private.sign(rfc8785.dumps(dict(body))).hex(),
    }


def demand_signed(
    body: Mapping[str, Any],
    signatures: Sequence[Mapping[str, str]],
    officials: Mapping[str, Sequence[str]],
    *,
    by: Sequence[str],
    where: str,
) -> None:
    """Refuse a document that lacks the signature of one of these offices, each by a different listed key."""
    used: set[str] = set()
    for office in by:
        keys = [
            s["key"]
            for s in signatures
            if s["office"] == office and _is_good(body, s, officials.get(office, ()))
        ]
        if not set(keys) - used:
            raise InputError(
                f"no good signature of {office} by a key of its own",
                where=f"{where}.signatures",
                mend=f"have {office} sign the document as it stands",
            )
        used.add(next(key for key in keys if key not in used))


def _is_good(body: Mapping[str, Any], signature: Mapping[str, str], listed: Sequence[str]) -> bool:
    if signature["key"] not in listed:
        return False
    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signature["key"]))
        public.verify(bytes.fromhex(signature["signature"]), rfc8785.dumps(dict(body)))
    except (InvalidSignature, ValueError):
        return False
    return True


def _private_key(path: Path) -> Ed25519PrivateKey:
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError, TypeError) as error:
        raise InputError(
            "the key cannot be read", where=path.name, mend="give an Ed25519 private key in PEM"
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise InputError("this is no Ed25519 key", where=path.name, mend="give an Ed25519 private key in PEM")
    return key
