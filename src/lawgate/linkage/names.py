"""Names as they are compared: folded, split, freed of suffixes; never shown and never logged."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from nicknames import NickNamer

from lawgate.linkage.name_tables import (
    EMBEDDED_SUFFIXES,
    ENTITY_WORDS,
    NAMELESS_WORDS,
    PARTICLES,
    PLACEHOLDER_PAIRS,
    PLACEHOLDER_WORDS,
    ROLE_WORDS,
    SUFFIXES,
    TITLES,
)

CACHED_NAMES_MAX: Final = 1 << 18
_NICKNAMER: Final = NickNamer()
_JOINING = re.compile(r"['’`´ʼ.]")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_STROKES: Final = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"}
)


@dataclass(frozen=True, slots=True, eq=False)
class NameForm:
    """One name field ready to compare: its words in order, the same joined, and a suffix read off its end.

    Compared by identity: the readers below give one form for one text, so cached comparisons are cheap.
    """

    words: tuple[str, ...] = ()
    joined: str = ""
    core: tuple[str, ...] = ()
    suffix: str | None = None

    def __bool__(self) -> bool:
        return bool(self.joined)


NO_NAME: Final = NameForm()


@lru_cache(maxsize=CACHED_NAMES_MAX)
def fold(text: str) -> str:
    """Lower case, no accents, no apostrophes, one space between words."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_STROKES))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _NOT_LETTERS.sub(" ", _JOINING.sub("", plain)).strip()


@lru_cache(maxsize=CACHED_NAMES_MAX)
def given_form(text: str | None) -> NameForm:
    """A given name: titles and suffixes taken off, words kept in order."""
    words = [word for word in fold(text or "").split() if word not in TITLES]
    words, suffix = _without_suffix(words)
    if _is_placeholder(words) or (words and all(word in ROLE_WORDS for word in words)):
        return NO_NAME
    return NameForm(tuple(words), "".join(words), tuple(words), suffix)


@lru_cache(maxsize=CACHED_NAMES_MAX)
def surname_form(text: str | None) -> NameForm:
    """A surname: `core` holds the words that name a family, without particles such as de la or van."""
    words, suffix = _without_suffix(fold(text or "").split())
    if _is_placeholder(words):
        return NO_NAME
    core = tuple(word for word in words if word not in PARTICLES) or tuple(words)
    return NameForm(tuple(words), "".join(words), core, suffix)


@lru_cache(maxsize=CACHED_NAMES_MAX)
def suffix_form(text: str | None) -> str | None:
    """The generational suffix in its one form, or None where none is stated."""
    return SUFFIXES.get(fold(text or "").replace(" ", ""))


@lru_cache(maxsize=CACHED_NAMES_MAX)
def entity_form(text: str | None) -> NameForm:
    """An organisation's name: its words without the legal form, which files write in many ways."""
    words = [word for word in fold(text or "").replace(" and ", " ").split() if word != "the"]
    core = tuple(word for word in words if word not in ENTITY_WORDS) or tuple(words)
    return NameForm(tuple(words), "".join(words), core, None)


def names_nobody(given: str | None, surname: str | None) -> bool:
    """Whether the whole name is a placeholder (UNKNOWN, FNU LNU, JOHN DOE, TEST) that names no person."""
    first, last = fold(given or ""), fold(surname or "")
    if (first, last) in PLACEHOLDER_PAIRS or (last, first) in PLACEHOLDER_PAIRS:
        return True
    return bool(first or last) and not (given_form(given) or surname_form(surname))


def states_a_name(given: str | None, surname: str | None) -> bool:
    """Whether some word of what is stated is a name: not a placeholder, a role, a number or a sign."""
    if names_nobody(given, surname):
        return False
    words = fold(f"{given or ''} {surname or ''}").split()
    return any(
        word not in PLACEHOLDER_WORDS | ROLE_WORDS | NAMELESS_WORDS and not word.isdigit() for word in words
    )


def are_nicknames(one: str, other: str) -> bool:
    """Whether one given name is a nickname of the other; two nicknames of a third name may be two people."""
    return one != other and (other in _formal_names(one) or one in _formal_names(other))


@lru_cache(maxsize=CACHED_NAMES_MAX)
def _formal_names(name: str) -> frozenset[str]:
    """The formal names that this one may stand for."""
    return frozenset(_NICKNAMER.canonicals_of(name))


def _without_suffix(words: list[str]) -> tuple[list[str], str | None]:
    """Take a generational suffix off the end of a name of two or more words."""
    if len(words) > 1 and words[-1] in EMBEDDED_SUFFIXES:
        return words[:-1], SUFFIXES[words[-1]]
    return words, None


def _is_placeholder(words: list[str]) -> bool:
    joined = "".join(words)
    return joined in PLACEHOLDER_WORDS or (bool(words) and all(word in PLACEHOLDER_WORDS for word in words))
