"""A recipient's key file: it opens packages, signs receipts, and knows whom it trusts.

For the demonstration the private keys stand in it; otherwise it says where in a token they are (`token_keys`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
)

from lawgate.errors import InputError
from lawgate.handover.exact import read_object, text
from lawgate.ledger.epochs import Epoch, parse_epochs
from lawgate.ledger.keys import Ed25519Signer, KeyKind, PublicKey, parse_key
from lawgate.ledger.policy import Policy, parse_policy
from lawgate.stores.handover.sealing import PrivateUnsealer, Unsealer
from lawgate.stores.key_module import ModuleSigner
from lawgate.stores.ledger.keys import draw_signer, private_line, read_private_line
from lawgate.stores.private_file import new_private_file
from lawgate.stores.token_keys import (
    draw_signer_in_token,
    draw_unsealer_in_token,
    read_unsealer_line,
    unsealer_line,
)

FORMAT: Final = "lawgate-recipient-key/1"
TRUST_FORMAT: Final = "lawgate-trust/1"


@dataclass(frozen=True, slots=True)
class KeyDays:
    """The days whose releases a key of the agency signs; `last` None while it signs."""

    key: str
    first: date
    last: date | None = None


@dataclass(frozen=True, slots=True)
class AgencyTrust:
    """Whom a recipient trusts: the ledger with its witnesses, and the keys that sign the agency's releases."""

    policy_text: str
    agency: tuple[PublicKey, ...]
    days: tuple[KeyDays, ...] = ()
    """In which days a key signs releases; one that is not named here always does."""
    epochs_text: str = ""
    """Which key of the ledger signs which sizes; empty: each of them always."""

    @property
    def policy(self) -> Policy:
        """The policy parsed (C2SP tlog-policy)."""
        return parse_policy(self.policy_text.encode(), where="the trusted keys")

    @property
    def epochs(self) -> tuple[Epoch, ...]:
        """The epochs parsed."""
        return parse_epochs(self.epochs_text.encode(), where="the epochs") if self.epochs_text else ()

    def signs_on(self, key: PublicKey, day: date) -> bool:
        """Whether this key signs releases of that day."""
        own = [one for one in self.days if one.key == key.line]
        return key in self.agency and all(one.first <= day <= (one.last or date.max) for one in own)

    @property
    def document(self) -> dict[str, Any]:
        """The file that the agency publishes."""
        return {
            "format": TRUST_FORMAT,
            "policy": self.policy_text,
            "agency": [key.line for key in self.agency],
            "days": [
                {
                    "key": one.key,
                    "first": one.first.isoformat(),
                    "last": one.last.isoformat() if one.last else None,
                }
                for one in self.days
            ],
            "epochs": self.epochs_text,
        }


@dataclass(frozen=True, slots=True)
class RecipientFile:
    """What one key file holds; `role` is the officer's, as receipts state it."""

    unsealer: Unsealer
    signer: Ed25519Signer | ModuleSigner
    role: str
    trust: AgencyTrust


def make_recipient(
    path: Path, name: str, *, role: str, trust: AgencyTrust, token: str | None = None
) -> RecipientFile:
    """Draw both keys and write them to a new file that its owner alone can read; InputError where one stands.

    With `token` they are drawn in the deployment's token, under this label with /opens and /signs behind it.
    """
    if path.exists():
        raise InputError("the key cannot be written", where=str(path), mend="file exists")
    if token is None:
        private = ec.generate_private_key(ec.SECP256R1())
        opens = private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()).hex()
        unsealer: Unsealer = PrivateUnsealer(name, private)
        signer: Ed25519Signer | ModuleSigner = draw_signer(name, KeyKind.NOTE)
    else:
        unsealer = drawn = draw_unsealer_in_token(f"{token}/opens", name)
        opens = unsealer_line(drawn)
        signer = draw_signer_in_token(f"{token}/signs", name, KeyKind.NOTE)
    made = RecipientFile(unsealer, signer, role.strip(), trust)
    document = {
        "format": FORMAT,
        "name": name,
        "role": made.role,
        "open": opens,
        "sign": private_line(made.signer),
        "trust": trust.document,
    }
    write_private(path, json.dumps(document, indent=1) + "\n")
    return made


def read_recipient_file(data: bytes, *, where: str) -> RecipientFile:
    """The keys of a file; InputError, without a word of its content, where it is none."""
    document = read_object(data, where=where)
    try:
        unsealer = _unsealer(text(document["open"]), str(document["name"]))
        if document["format"] == FORMAT:
            return RecipientFile(
                unsealer,
                read_private_line(document["sign"]),
                str(document["role"]),
                read_trust(document["trust"], where=where),
            )
    except (KeyError, TypeError, ValueError):
        pass
    raise InputError(
        "not a recipient's key file", where=where, mend="name the file that lawgate keys recipient made"
    )


def _unsealer(told: str, name: str) -> Unsealer:
    """The key that opens; ValueError where it is none."""
    in_token = read_unsealer_line(told, name)
    if in_token is not None:
        return in_token
    private = load_der_private_key(bytes.fromhex(told), None)
    if not isinstance(private, ec.EllipticCurvePrivateKey):
        raise ValueError("not a key on P-256")
    return PrivateUnsealer(name, private)


def read_trust(document: Mapping[str, Any], *, where: str) -> AgencyTrust:
    """Whom to trust, from the file that the agency publishes; InputError for anything else."""
    try:
        if document["format"] == TRUST_FORMAT:
            trust = AgencyTrust(
                text(document["policy"]),
                tuple(parse_key(line) for line in document["agency"]),
                tuple(map(_days, document.get("days", ()))),
                text(document.get("epochs", "")),
            )
            if trust.policy.logs and trust.agency and (trust.epochs or not trust.epochs_text):
                return trust
    except (KeyError, TypeError, ValueError, AttributeError):
        pass
    raise InputError("not a file of trusted keys", where=where, mend="ask the agency for its trust file")


def _days(read: Mapping[str, Any]) -> KeyDays:
    last = read["last"]
    return KeyDays(
        parse_key(read["key"]).line,
        date.fromisoformat(read["first"]),
        None if last is None else date.fromisoformat(last),
    )


def write_private(path: Path, text: str) -> None:
    """A new file that its owner alone can read, durable; InputError where something stands there."""
    with new_private_file(path, refused="the key cannot be written") as file:
        file.write(text.encode())
