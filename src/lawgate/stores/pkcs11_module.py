"""A PKCS#11 token as a key module (PKCS #11 v3.0); the one file that knows python-pkcs11.

Private keys are drawn in the token, sensitive and never to be taken out. The number that unlocks it is read from a
file when a session opens, and is in no error, log line or command.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Final

import pkcs11
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from pkcs11 import Attribute, KeyType, Mechanism, MechanismFlag

from lawgate.errors import InputError
from lawgate.stores.key_module import ECDH_P256, ED25519

PARAMETERS: Final = {
    ED25519: bytes.fromhex("06032b6570"),  # 1.3.101.112, RFC 8410 section 3
    ECDH_P256: bytes.fromhex("06082a8648ce3d030107"),  # 1.2.840.10045.3.1.7, RFC 5480 section 2.1.1.1
}
"""CKA_EC_PARAMS: the curve as the DER of its object identifier (PKCS #11 v3.0, 2.3.3 and 2.3.5)."""
_CURVES: Final = {
    **{told: name for name, told in PARAMETERS.items()},
    b"\x13\x0cedwards25519": ED25519,  # the curve by its name, as SoftHSM tells it of private keys
}
_POINT_BYTES: Final = {ED25519: 32, ECDH_P256: 65}
_SHARED_BITS: Final = 256


@dataclass(frozen=True, slots=True)
class TokenPlace:
    """Where a token is: its maker's library, its label, and the file with the number that unlocks it."""

    library: Path
    label: str
    pin_file: Path


class Pkcs11Module:
    """A key module (`KeyModule`) in a PKCS#11 token.

    Each method raises OSError where the token cannot be reached or refuses. One session serves all calls, one at a
    time; after a failure the next call opens another, unless the number was refused: tried again it would lock the
    token.
    """

    def __init__(self, place: TokenPlace) -> None:
        self._place = place
        self._session: Any = None
        self._number_refused = False
        self._lock = Lock()

    def algorithm(self, label: str) -> str:
        """Ed25519 or ECDH-P-256, by the key's curve."""
        with self._open() as session:
            return _algorithm(_find(session, label, private=True))

    def public(self, label: str) -> bytes:
        """The public half as SubjectPublicKeyInfo."""
        with self._open() as session:
            return _public(_find(session, label, private=False))

    def sign(self, label: str, message: bytes) -> bytes:
        """Pure Ed25519 (CKM_EDDSA without parameters)."""
        with self._open() as session:
            key = _find(session, label, private=True)
            return bytes(key.sign(message, mechanism=Mechanism.EDDSA))

    def agree(self, label: str, point: bytes) -> bytes:
        """ECDH on P-256 (CKM_ECDH1_DERIVE with CKD_NULL): 32 bytes."""
        with self._open() as session:
            derived = _find(session, label, private=True).derive_key(
                KeyType.GENERIC_SECRET,
                _SHARED_BITS,
                mechanism=Mechanism.ECDH1_DERIVE,
                mechanism_param=(pkcs11.KDF.NULL, None, point),
                template={Attribute.SENSITIVE: False, Attribute.EXTRACTABLE: True},
            )
            shared = bytes(derived[Attribute.VALUE])
            derived.destroy()
            return shared

    def draw(self, label: str, algorithm: str) -> bytes:
        """Draw a key in the token under a label that is free, and give its public half (SubjectPublicKeyInfo).

        InputError where the label is taken, or the token would let the private half out.
        """
        edwards = algorithm == ED25519
        with self._open() as session:
            if any(True for _ in session.get_objects({Attribute.LABEL: label})):
                raise InputError(
                    "the token has such a key already", where=label, mend="give it another label"
                )
            kind = KeyType.EC_EDWARDS if edwards else KeyType.EC
            domain = session.create_domain_parameters(
                kind, {Attribute.EC_PARAMS: PARAMETERS[algorithm]}, local=True
            )
            uses = MechanismFlag.SIGN | MechanismFlag.VERIFY if edwards else MechanismFlag.DERIVE
            public, private = domain.generate_keypair(
                id=label.encode(),
                label=label,
                store=True,
                capabilities=uses,
                mechanism=Mechanism.EC_EDWARDS_KEY_PAIR_GEN if edwards else Mechanism.EC_KEY_PAIR_GEN,
                private_template={Attribute.SENSITIVE: True, Attribute.EXTRACTABLE: False},
            )
            if private[Attribute.EXTRACTABLE] or not private[Attribute.SENSITIVE]:
                private.destroy()
                public.destroy()
                raise InputError("the token lets keys out", where=label, mend="use a token that keeps them")
            try:
                return _public(public)
            except pkcs11.PKCS11Error:
                private.destroy()
                raise

    @contextmanager
    def _open(self) -> Iterator[Any]:
        """The session, for one call at a time; whatever fails in it is an OSError, and closes it."""
        with self._lock:
            try:
                if self._session is None:
                    self._session = self._unlocked()
                yield self._session
            except (pkcs11.PinIncorrect, pkcs11.PinLocked, pkcs11.PinInvalid, pkcs11.PinLenRange):
                self._number_refused = True
                raise OSError("the token refuses its number") from None
            except (pkcs11.PKCS11Error, AttributeError, KeyError, ValueError) as error:
                # AttributeError: python-pkcs11 gives a key no method for what it is not for.
                self._close()
                raise OSError(f"the token fails: {type(error).__name__}") from None

    def _unlocked(self) -> Any:
        if self._number_refused:
            raise OSError("the token refused its number; it is not tried again before a restart")
        token = pkcs11.lib(str(self._place.library)).get_token(token_label=self._place.label)
        number = read_number(self._place.pin_file)
        try:
            return token.open(rw=True, user_pin=number)
        except pkcs11.UserAlreadyLoggedIn:  # a login is the process's, not the session's
            return token.open(rw=True)

    def _close(self) -> None:
        session, self._session = self._session, None
        try:
            if session is not None:
                session.close()
        except pkcs11.PKCS11Error:
            return


def read_number(path: Path) -> str:
    """The number that unlocks a token; OSError where its file is not there, is empty, or others may read it."""
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise OSError("others may read the file with the token's number; chmod 600 it")
    number = path.read_text(encoding="utf-8").strip()
    if not number:
        raise OSError("the file with the token's number is empty")
    return number


def _find(session: Any, label: str, *, private: bool) -> Any:
    kind = pkcs11.ObjectClass.PRIVATE_KEY if private else pkcs11.ObjectClass.PUBLIC_KEY
    return session.get_key(object_class=kind, label=label)


def _algorithm(key: Any) -> str:
    return _CURVES.get(bytes(key[Attribute.EC_PARAMS]), "another")


def _public(key: Any) -> bytes:
    """SubjectPublicKeyInfo of a public key; ValueError where it is on no curve that is known here."""
    algorithm = _algorithm(key)
    point = _point(bytes(key[Attribute.EC_POINT]), _POINT_BYTES.get(algorithm, 0))
    public = (
        Ed25519PublicKey.from_public_bytes(point)
        if algorithm == ED25519
        else ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    )
    return public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _point(told: bytes, length: int) -> bytes:
    """The point, which some tokens give as it is and some as the DER of an octet string (v3.0, 2.3.3)."""
    wrapped = len(told) == length + 2 and told[:2] == bytes([4, length])
    return told[2:] if wrapped else told
