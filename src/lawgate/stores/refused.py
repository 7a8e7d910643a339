"""What the system refuses, told in one line: the file that cannot be read, the folder that cannot be made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lawgate.errors import InputError


@contextmanager
def refused_as(what: str, *, where: Path) -> Iterator[None]:
    """InputError for whatever the system refuses within; its mend is what the system says."""
    try:
        yield
    except OSError as error:
        raise InputError(what, where=str(where), mend=(error.strerror or "").lower()) from None
