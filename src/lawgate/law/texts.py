"""The statute's text as it is compared: normalised, and known by its digest alone."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

_SPACES = re.compile(r"\s+")
_ALIKE = str.maketrans(
    {"–": "-", "—": "-", "’": "'", "\N{LEFT SINGLE QUOTATION MARK}": "'", "“": '"', "”": '"'}
)


@dataclass(frozen=True, slots=True)
class Changes:
    """Addresses whose text is another one, that are gone, and that were not there."""

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def none(self) -> bool:
        """Whether the text is the one that the law was written against."""
        return not (self.changed or self.missing or self.new)


def text_digest(heading: str | None, text: str | None) -> str:
    """SHA-256 of a provision's heading and text: NFKC, plain quotes and dashes, single spaces."""
    parts = (_normalised(part or "") for part in (heading, text))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def compare_texts(found: Mapping[str, str], recorded: Mapping[str, str]) -> Changes:
    """What differs between digests by address, of the sections that the found ones belong to."""
    sections = {_section(address) for address in found}
    expected = {address: digest for address, digest in recorded.items() if _section(address) in sections}
    return Changes(
        changed=tuple(a for a in expected if a in found and found[a] != expected[a]),
        missing=tuple(a for a in expected if a not in found),
        new=tuple(a for a in found if a not in expected),
    )


def _normalised(text: str) -> str:
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text).translate(_ALIKE)).strip()


def _section(address: str) -> str:
    return "/".join(address.split("/")[:5])
