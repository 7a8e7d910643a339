"""Key files: the private key itself, for the demonstration, or where in a token it is (`token_keys`)."""

from __future__ import annotations

import secrets
from pathlib import Path

from lawgate.errors import InputError, LedgerFormatError
from lawgate.ledger.keys import ED25519_BYTES, Ed25519Signer, KeyKind
from lawgate.ledger.text import from_base64, to_base64
from lawgate.stores.key_module import ModuleSigner
from lawgate.stores.private_file import new_private_file
from lawgate.stores.token_keys import PREFIX, draw_signer_in_token, read_signer_line, signer_line

_PREFIX = "PRIVATE+KEY+"


def make_key(
    path: Path, name: str, kind: KeyKind = KeyKind.NOTE, *, token: str | None = None
) -> Ed25519Signer | ModuleSigner:
    """Draw a key, and write a new file that its owner alone can read; InputError where a file stands.

    With `token`, a label, the key is drawn in the deployment's token, and the file says only where it is.
    """
    with new_private_file(path, refused="the key cannot be written") as file:
        signer = draw_signer_in_token(token, name, kind) if token else draw_signer(name, kind)
        file.write(f"{private_line(signer)}\n".encode("ascii"))
    return signer


def draw_signer(name: str, kind: KeyKind = KeyKind.NOTE) -> Ed25519Signer:
    """A signer of 32 bytes drawn at random."""
    return Ed25519Signer.from_seed(name, kind, secrets.token_bytes(ED25519_BYTES))


def private_line(signer: Ed25519Signer | ModuleSigner) -> str:
    """The private key as one word of text: PRIVATE+KEY+name+id+base64(type || seed), or where in the token it is."""
    if isinstance(signer, ModuleSigner):
        return signer_line(signer)
    seed, key = signer.private.private_bytes_raw(), signer.key
    return f"{_PREFIX}{key.name}+{key.id.hex()}+{to_base64(bytes([key.kind.value]) + seed)}"


def read_private_line(text: str) -> Ed25519Signer | ModuleSigner:
    """The signer of such a word; ValueError, without a word of its content, where it is none.

    InputError where it is in a token, and none is set.
    """
    try:
        if text.startswith(PREFIX):
            return read_signer_line(text)
        name, said, encoded = text.removeprefix(_PREFIX).split("+", 2)
        data = from_base64(encoded, what="the key")
        signer = Ed25519Signer.from_seed(name, KeyKind(data[0]), data[1:])
    except (ValueError, IndexError, LedgerFormatError):
        signer, said = None, ""
    if signer is None or not text.startswith(_PREFIX) or signer.key.id.hex() != said:
        raise ValueError("not a private key")
    return signer


def read_signer(path: Path) -> Ed25519Signer | ModuleSigner:
    """The signer of a key file; InputError, without a word of its content, where it is none."""
    try:
        return read_private_line(path.read_text(encoding="ascii").strip())
    except (OSError, UnicodeDecodeError, ValueError):
        raise InputError(
            "not a key file that can be read", where=str(path), mend="name the file that was made"
        ) from None
