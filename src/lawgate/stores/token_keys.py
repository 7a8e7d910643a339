"""Key files that say where a key is: a label in the deployment's token, with the public half that it has to have.

Nothing in such a file is secret. Because the public half stands in it, a token that was exchanged is found.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_der_public_key

from lawgate.errors import InputError
from lawgate.handover.recipient import RecipientKey
from lawgate.ledger.keys import KeyKind, PublicKey, check_name, parse_key
from lawgate.settings import TokenSettings
from lawgate.stores.handover.module_unsealer import ModuleUnsealer
from lawgate.stores.key_module import ECDH_P256, ED25519, ModuleSigner

if TYPE_CHECKING:
    from lawgate.stores.pkcs11_module import Pkcs11Module

PREFIX: Final = "TOKEN+KEY+"
_OPENS: Final = "TOKEN+OPENS+"
_LABEL: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,63}")


def draw_signer_in_token(label: str, name: str, kind: KeyKind) -> ModuleSigner:
    """Draw a signing key in the token; InputError where no token is set or reached, or the label is taken."""
    check_name(name)
    public = load_der_public_key(_drawn(label, ED25519))
    if not isinstance(public, Ed25519PublicKey):
        raise InputError("the token drew another kind of key", where=label, mend="see to the token")
    return ModuleSigner(deployed_module(), label, PublicKey(name, kind, public.public_bytes_raw()))


def draw_unsealer_in_token(label: str, name: str) -> ModuleUnsealer:
    """The same for the key that opens a recipient's packages."""
    check_name(name)
    _drawn(label, ECDH_P256)
    return ModuleUnsealer(deployed_module(), label, name=name)


def signer_line(signer: ModuleSigner) -> str:
    """What the key file says of a signer: TOKEN+KEY+label+public key."""
    return f"{PREFIX}{signer.label}+{signer.key.line}"


def read_signer_line(text: str) -> ModuleSigner:
    """The signer of such a line, without asking the token; ValueError where it is none, InputError without a token."""
    label, _, line = text.removeprefix(PREFIX).partition("+")
    if not text.startswith(PREFIX) or not _LABEL.fullmatch(label):
        raise ValueError("not a key in a token")
    key = parse_key(line)
    return ModuleSigner(deployed_module(), label, key)


def unsealer_line(unsealer: ModuleUnsealer) -> str:
    """What a recipient's key file says of the key that opens."""
    return f"{_OPENS}{unsealer.label}+{unsealer.key.public.hex()}"


def read_unsealer_line(text: str, name: str) -> ModuleUnsealer | None:
    """The unsealer of such a line, without asking the token; None where it names no token."""
    label, _, point = text.removeprefix(_OPENS).partition("+")
    if not text.startswith(_OPENS):
        return None
    if not _LABEL.fullmatch(label):
        raise ValueError("not a key in a token")
    key = RecipientKey(name, bytes.fromhex(point))
    return ModuleUnsealer.of(deployed_module(), label, key)


def deployed_module() -> Pkcs11Module:
    """The token of this deployment, one for the process; InputError where none is set."""
    settings = TokenSettings()
    if settings.library is None or settings.label is None or settings.pin_file is None:
        raise InputError(
            "no token is set",
            where="LAWGATE_TOKEN_LIBRARY, _LABEL, _PIN_FILE",
            mend="set all three (docs/keys.md)",
        )
    return _module(settings.library, settings.label, settings.pin_file)


@cache
def _module(library: Path, label: str, pin_file: Path) -> Pkcs11Module:
    try:
        from lawgate.stores.pkcs11_module import Pkcs11Module, TokenPlace  # noqa: PLC0415 - an extra
    except ImportError:
        raise InputError(
            "keys in a token need python-pkcs11", where="lawgate", mend="install lawgate[tokens]"
        ) from None
    return Pkcs11Module(TokenPlace(library, label, pin_file))


def _drawn(label: str, algorithm: str) -> bytes:
    if not _LABEL.fullmatch(label):
        raise InputError("not a label", where="--token", mend="use letters, digits, dots, dashes and slashes")
    try:
        return deployed_module().draw(label, algorithm)
    except OSError as error:
        told = "its number cannot be read" if error.errno else error  # an errno's text names a file
        raise InputError(f"the key cannot be drawn: {told}", where=label, mend="see to the token") from None
