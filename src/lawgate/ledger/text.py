"""Base64 and decimals as the formats of a ledger spell them: one spelling each, every other refused."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error

from lawgate.errors import LedgerFormatError
from lawgate.ledger.hashing import HASH_BYTES

_DECIMAL = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)


def to_base64(data: bytes) -> str:
    """The standard base64 of RFC 4648 section 4."""
    return b64encode(data).decode("ascii")


def from_base64(text: str, *, what: str) -> bytes:
    """What a base64 text says; LedgerFormatError for another spelling of the same bytes too."""
    try:
        data = b64decode(text, validate=True)
    except (Error, ValueError):
        data = None
    if data is None or to_base64(data) != text:
        raise LedgerFormatError(f"{what} is not base64", mend="copy the text again, whole")
    return data


def to_hash(text: str, *, what: str) -> bytes:
    """A SHA-256 hash in base64."""
    found = from_base64(text, what=what)
    if len(found) != HASH_BYTES:
        raise LedgerFormatError(f"{what} has {len(found)} bytes", mend=f"a hash has {HASH_BYTES}")
    return found


def to_number(text: str, *, what: str) -> int:
    """An ASCII decimal without leading zeroes."""
    if not _DECIMAL.fullmatch(text):
        raise LedgerFormatError(f"{what} is not a number", mend="write decimal digits without leading zeroes")
    return int(text)
