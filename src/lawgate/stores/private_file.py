"""A new file that its owner alone can read: there whole and durable, or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from lawgate.stores.refused import refused_as


@contextmanager
def new_private_file(path: Path, *, refused: str) -> Iterator[BinaryIO]:
    """The file, to be written; it goes again where that fails.

    InputError, which says `refused`, where a file stands already or the system refuses it.
    """
    with refused_as(refused, where=path):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as file:
                yield file
                file.flush()
                os.fsync(descriptor)
        except BaseException:
            path.unlink()
            raise
