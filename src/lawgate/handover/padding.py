"""Padding to size classes: a package's size follows from what was asked, and not from what was found.

A request's rows are known to whoever asked. The class is the smallest that has room for all of them, each with
`ROW_BYTES`, whether or not any of them is disclosed. Values longer than that, such as images, can move a package to
a higher class; so a deployment that releases them asks for that class with `rows_asked`.
"""

from __future__ import annotations

from typing import Final

from lawgate.errors import InputError

ROW_BYTES: Final = 1024
"""Room for one row: its value, its citations, its place in the ledger's field."""
BASE_BYTES: Final = 40 * 1024
"""Room for the letter, the limits and the signatures."""
CLASSES_BYTES: Final = tuple(64 * 1024 << 2 * step for step in range(8))
"""64 KiB to 1 GiB, in steps of four."""
_LENGTH_BYTES: Final = 8


def size_class(rows_asked: int, length: int) -> int:
    """The class, in bytes, for so many rows asked and contents of this length; InputError past the last one."""
    wanted = max(BASE_BYTES + rows_asked * ROW_BYTES, length + _LENGTH_BYTES)
    for size in CLASSES_BYTES:
        if wanted <= size:
            return size
    raise InputError(
        f"the contents need {wanted} bytes", mend=f"release in parts within {CLASSES_BYTES[-1]} bytes"
    )


def pad(contents: bytes, size: int) -> bytes:
    """The contents behind their length in eight bytes, filled with zeroes up to the size."""
    return (len(contents).to_bytes(_LENGTH_BYTES, "big") + contents).ljust(size, b"\0")


def unpad(padded: bytes) -> bytes | None:
    """The contents of a padded text; None where length and filling are not as `pad` writes them."""
    end = _LENGTH_BYTES + int.from_bytes(padded[:_LENGTH_BYTES], "big")
    if len(padded) not in CLASSES_BYTES or end > len(padded) or padded[end:].strip(b"\0"):
        return None
    return padded[_LENGTH_BYTES:end]
