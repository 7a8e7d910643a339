"""The secret of the permanent account in a file, for the demonstration."""

from __future__ import annotations

import os
from pathlib import Path

from lawgate.errors import InputError
from lawgate.ledger.fields import SECRET_BYTES_MIN
from lawgate.stores.refused import refused_as


def make_secret(path: Path, secret: bytes) -> None:
    """Write a secret to a new file that its owner alone can read; InputError where a file stands."""
    with refused_as("the secret cannot be written", where=path):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secret.hex().encode())
        file.flush()
        os.fsync(descriptor)


def read_secret(path: Path) -> bytes:
    """The secret of a file; InputError, without a word of its content, where it is none."""
    try:
        secret = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        secret = b""
    if len(secret) < SECRET_BYTES_MIN:
        raise InputError("not a secret that can be read", where=str(path), mend="name the file that was made")
    return secret
