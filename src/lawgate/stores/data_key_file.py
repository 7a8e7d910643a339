"""The file of the database's keys: a line for each version, the key itself, or sealed to one that is in a token.

Sealed (HPKE) to a key on P-256 in the deployment's token (`token_keys`), the file holds nothing secret: who has it
without the token opens nothing. In the clear it is for a demonstration.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from lawgate.errors import InputError
from lawgate.stores.at_rest import KEY_BYTES, DataKey, DataKeys, draw
from lawgate.stores.handover.sealing import Unsealer, seal
from lawgate.stores.refused import refused_as
from lawgate.stores.replacing import write_whole
from lawgate.stores.token_keys import draw_unsealer_in_token, read_unsealer_line, unsealer_line

NAME: Final = "database.key"
PREFIXES: Final = (b"DATA+KEY+", b"SEALED+KEY+")
"""What such a file begins with."""
_HOLDER: Final = "database"
"""The name of the key in the token; it stands in no other file."""
_PLAIN: Final = re.compile(r"DATA\+KEY\+([1-9][0-9]{0,8})\+([0-9a-f]{64})")
_SEALED: Final = re.compile(
    r"SEALED\+KEY\+([1-9][0-9]{0,8})\+([0-9a-f]+)\+(TOKEN\+OPENS\+[^+]+\+04[0-9a-f]{128})"
)


def make_data_keys(path: Path, *, token: str | None = None) -> DataKeys:
    """Draw the first key into a new file that its owner alone can read; InputError where a file stands.

    With `token`, a label, it is sealed to a key that is drawn in the deployment's token.
    """
    with refused_as("the key cannot be written", where=path):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    key = draw(1)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        try:
            line = _line(key, draw_unsealer_in_token(token, _HOLDER) if token else None)
        except InputError:
            path.unlink()
            raise
        _write(file, line)
    return DataKeys.of(key)


def read_data_keys(path: Path) -> DataKeys:
    """The keys of a file; InputError, without a word of its content, where it is none or its token does not answer."""
    return DataKeys.of(*(_read(line, path) for line in _lines(path)))


def add_version(path: Path) -> DataKeys:
    """Draw the next version into the file, held as the last one is; the older ones stay. InputError as above."""
    lines = _lines(path)
    held = [_read(line, path) for line in lines]
    key = draw(1 + max(one.version for one in held))
    lines.append(_line(key, _unsealer_of(lines[-1])))

    def write(made: Path) -> None:
        with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            _write(file, "\n".join(lines))

    write_whole(path, write)
    return DataKeys.of(*held, key)


def read_deployed() -> DataKeys:
    """The keys of the deployment that this process was told."""
    from lawgate.settings import DEPLOYMENT  # noqa: PLC0415 - settings are read once somebody needs them

    return read_data_keys(DEPLOYMENT.keys_folder / NAME)


def _line(key: DataKey, unsealer: Unsealer | None) -> str:
    if unsealer is None:
        return f"DATA+KEY+{key.version}+{key.secret.hex()}"
    sealed = seal(key.secret, unsealer.key, _info(key.version))
    return f"SEALED+KEY+{key.version}+{sealed.hex()}+{unsealer_line(unsealer)}"  # type: ignore[arg-type]


def _lines(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="ascii").split()
    except (OSError, UnicodeDecodeError):
        lines = []
    if not lines:
        raise _not_read(path)
    return lines


def _read(line: str, path: Path) -> DataKey:
    if plain := _PLAIN.fullmatch(line):
        return DataKey(int(plain[1]), bytes.fromhex(plain[2]))
    sealed, unsealer = _SEALED.fullmatch(line), _unsealer_of(line)
    if sealed is None or unsealer is None:
        raise _not_read(path)
    try:
        secret = unsealer.unseal(bytes.fromhex(sealed[2]), _info(int(sealed[1])))
    except (OSError, ValueError):
        raise InputError(
            "the key of the database is in a token that does not answer",
            where=str(path),
            mend="see to the token",
        ) from None
    if secret is None or len(secret) != KEY_BYTES:
        raise _not_read(path)
    return DataKey(int(sealed[1]), secret)


def _unsealer_of(line: str) -> Unsealer | None:
    """Whoever opens a line; None where it lies in the clear."""
    sealed = _SEALED.fullmatch(line)
    try:
        return read_unsealer_line(sealed[3], _HOLDER) if sealed else None
    except ValueError:
        return None


def _info(version: int) -> bytes:
    return f"lawgate-data-key/1 {version}".encode()


def _not_read(path: Path) -> InputError:
    return InputError(
        "not the keys of a database that can be read",
        where=str(path),
        mend="name the file that was made (docs/keys.md)",
    )


def _write(file, text: str) -> None:
    file.write(text + "\n")
    file.flush()
    os.fsync(file.fileno())
