"""The programs of agencies in the register: each is an agency's officer who signs in by a key of its own."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any, Final

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from joserfc.errors import JoseError, SecurityWarning
from joserfc.jwk import ECKey, JWKRegistry, OKPKey, RSAKey

from lawgate.casework.registers import Register
from lawgate.casework.words import Role
from lawgate.errors import InputError
from lawgate.service.casework.acts.entered import END_CLIENT, REGISTER_CLIENT, entered_keys
from lawgate.service.casework.deployment.founding import desk_of
from lawgate.service.casework.desk import SERVICE, Desk
from lawgate.service.casework.recording import record
from lawgate.service.contract.read import read_json
from lawgate.service.files import read_bytes
from lawgate.settings import Deployment
from lawgate.stores.casework import programs as rows
from lawgate.stores.casework.people import find_person
from lawgate.stores.database import one_transaction

Document = dict[str, Any]
PublicKey = ECKey | OKPKey | RSAKey

RSA_BITS_MIN: Final = 2048
MEND: Final = "give a public key of P-256, Ed25519 or RSA of 2048 bits or more, as PEM or as a JWK"


def register_client(login: str, *, key: Path, by: str = SERVICE.id, desk: Desk | None = None) -> Document:
    """A key by which a program of an agency signs in from now on, beside those that it has.

    The program is registered before, as an officer of its agency. InputError for what is no public key, or one that
    was registered before, and for one who is no agency's officer.
    """
    at, public = desk or desk_of(Deployment()), parse_key(read_bytes(key), where=key.name)
    person = find_person(login, at.now().date())
    if person is None or not person.active or Role.AGENCY_OFFICER.value not in person.roles:
        raise InputError(
            "no officer of an agency", where=login[:80], mend="register it with lawgate register official"
        )
    held = rows.Key(public.thumbprint(), public.as_dict(private=False))
    with one_transaction():
        if not rows.put_key(login, held, at.now()):
            raise InputError("this key was registered before", where=key.name, mend="make another one")
        said = {"official": login, "agency": person.agency, "key": held.digest}
        record(at, Register.OFFICIALS, REGISTER_CLIENT, by=by, said=said)
    return {"official": login, "agency": person.agency, "key": held.digest, "algorithm": algorithm_of(public)}


def end_client(login: str, *, key: str, by: str = SERVICE.id, desk: Desk | None = None) -> Document:
    """A key by which nobody signs in any more, from now on; what was signed in by it ends too."""
    at = desk or desk_of(Deployment())
    with one_transaction():
        if not rows.end_key(login, key, at.now()):
            raise InputError(
                "no such key", where=key[:60], mend="give the digest that was told when it was registered"
            )
        record(at, Register.OFFICIALS, END_CLIENT, by=by, said={"official": login, "key": key})
    return {"official": login, "key": key, "ended": True}


def keys_of(desk: Desk, login: str) -> dict[str, PublicKey]:
    """The keys of a program that count, by their digests: those that stand as they were entered, and no others."""
    entered, held = entered_keys(desk, login), dict[str, PublicKey]()
    for one in rows.keys_of(login):
        key = JWKRegistry.import_key(dict(one.document))
        if isinstance(key, PublicKey) and one.digest in entered and key.thumbprint() == one.digest:
            held[one.digest] = key
    return held


def parse_key(data: bytes, *, where: str) -> PublicKey:
    """A public key from PEM or a JWK; InputError for anything else, a private key above all."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SecurityWarning)  # a short key is refused below
            key = _from_pem(data) if data.lstrip().startswith(b"-----") else _from_jwk(data, where)
    except (JoseError, ValueError, TypeError, KeyError, UnsupportedAlgorithm):
        raise InputError("no public key that can be used", where=where, mend=MEND) from None
    if key.is_private:
        raise InputError("a private key", where=where, mend="keep it, and give the public half")
    algorithm_of(key, where=where)
    return key


def algorithm_of(key: PublicKey, *, where: str = "key") -> str:
    """The one algorithm in which a key signs here: an assertion signed in another one is not its."""
    public = key.public_key
    match public:
        case ec.EllipticCurvePublicKey() if isinstance(public.curve, ec.SECP256R1):
            return "ES256"
        case ed25519.Ed25519PublicKey():
            return "Ed25519"  # RFC 9864
        case rsa.RSAPublicKey() if public.key_size >= RSA_BITS_MIN:
            return "PS256"
        case _:
            raise InputError("a key of another kind", where=where, mend=MEND)


def _from_pem(data: bytes) -> PublicKey:
    if b"PRIVATE" in data:
        raise InputError("a private key", mend="keep it, and give the public half")
    public = serialization.load_pem_public_key(data)
    kinds: dict[type, Any] = {
        ec.EllipticCurvePublicKey: ECKey,
        ed25519.Ed25519PublicKey: OKPKey,
        rsa.RSAPublicKey: RSAKey,
    }
    for kind, made in kinds.items():
        if isinstance(public, kind):
            return made.import_key(data)
    raise ValueError


def _from_jwk(data: bytes, where: str) -> PublicKey:
    document = read_json(data, where=where)
    kinds: dict[str, Any] = {"EC": ECKey, "OKP": OKPKey, "RSA": RSAKey}
    return kinds[document["kty"]].import_key(document)
