"""What the system refuses, told in one line: the file that cannot be read, the folder that cannot be made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lawgate.errors import InputError

UNSAID = "see that the folder may be written and that the disk has room"
"""Where a table engine hands on a refusal without the system's words for it."""


@contextmanager
def refused_as(what: str, *, where: Path) -> Iterator[None]:
    """InputError for whatever the system refuses within; its mend is what the system says."""
    try:
        yield
    except OSError as error:
        said = (error.strerror or UNSAID).lower()
        raise InputError(what, where=str(where), mend=said) from None
