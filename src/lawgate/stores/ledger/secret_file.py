"""The secret of the permanent account in a file, for the demonstration."""

from __future__ import annotations

from pathlib import Path

from lawgate.errors import InputError
from lawgate.ledger.fields import SECRET_BYTES_MIN
from lawgate.stores.private_file import new_private_file


def make_secret(path: Path, secret: bytes) -> None:
    """Write a secret to a new file that its owner alone can read; InputError where a file stands."""
    with new_private_file(path, refused="the secret cannot be written") as file:
        file.write(secret.hex().encode())


def read_secret(path: Path) -> bytes:
    """The secret of a file; InputError, without a word of its content, where it is none."""
    try:
        secret = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        secret = b""
    if len(secret) < SECRET_BYTES_MIN:
        raise InputError("not a secret that can be read", where=str(path), mend="name the file that was made")
    return secret
