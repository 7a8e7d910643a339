"""Keys in files, for the demonstration: production signs through a module or a service (`keys.Signer`)."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from lawgate.errors import InputError, LedgerFormatError
from lawgate.ledger.keys import ED25519_BYTES, Ed25519Signer, KeyKind
from lawgate.ledger.text import from_base64, to_base64

_PREFIX = "PRIVATE+KEY+"


def make_key(path: Path, name: str, kind: KeyKind = KeyKind.NOTE) -> Ed25519Signer:
    """Draw a key and write it to a new file that its owner alone can read; InputError where a file stands."""
    seed = secrets.token_bytes(ED25519_BYTES)
    signer = Ed25519Signer.from_seed(name, kind, seed)
    line = f"{_PREFIX}{name}+{signer.key.id.hex()}+{to_base64(bytes([kind.value]) + seed)}\n"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise InputError(
            "the key cannot be written", where=str(path), mend=(error.strerror or "").lower()
        ) from None
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(line)
        file.flush()
        os.fsync(descriptor)
    return signer


def read_signer(path: Path) -> Ed25519Signer:
    """The signer of a key file; InputError, without a word of its content, where it is none."""
    text = ""
    try:
        text = path.read_text(encoding="ascii").strip()
        name, said, encoded = text.removeprefix(_PREFIX).split("+", 2)
        data = from_base64(encoded, what="the key")
        signer = Ed25519Signer.from_seed(name, KeyKind(data[0]), data[1:])
    except (OSError, UnicodeDecodeError, ValueError, IndexError, LedgerFormatError):
        signer, said = None, ""
    if signer is None or not text.startswith(_PREFIX) or signer.key.id.hex() != said:
        raise InputError(
            "not a key file that can be read", where=str(path), mend="name the file that was made"
        )
    return signer
