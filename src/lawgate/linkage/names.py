"""Names as they are compared: folded, split, freed of suffixes; never shown and never logged."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from nicknames import NickNamer

from lawgate.linkage.name_tables import (
    CREDENTIALS,
    EMBEDDED_SUFFIXES,
    ENTITY_PHRASES,
    ENTITY_WORDS,
    FULL_WORDS,
    GIVEN_SHORT_FORMS,
    JOINED_PREFIXES,
    LEADING_TITLES,
    LEGAL_FORMS,
    NAMELESS_WORDS,
    NUMBERED_NOBODIES,
    OTHER_NAMES,
    PARTICLES,
    PLACEHOLDER_PAIRS,
    PLACEHOLDER_WORDS,
    ROLE_WORDS,
    SUFFIXES,
    TITLES,
    TRADE_NAMES,
)

CACHED_NAMES_MAX: Final = 1 << 18
_NICKNAMER: Final = NickNamer()
_JOINING = re.compile(r"['’`´ʼ.]")
_BETWEEN: Final = frozenset({"and", "of", "the"})
_NO_FAMILY: Final = PARTICLES | OTHER_NAMES
_PAIRS_IN_ONE_FIELD: Final = frozenset(" ".join(pair) for pair in PLACEHOLDER_PAIRS)
_NO_NAMES: Final = PLACEHOLDER_WORDS | ROLE_WORDS | NAMELESS_WORDS
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_QUOTED = re.compile(r"[\"“”(][^\"“”()]*[\"“”)]")
_OTHER_NAME = re.compile(r"(?i)\b(?:[dfa]\s?/\s?[bk]\s?/\s?a|t\s?/\s?a|c\s?/\s?o)\b")
_FIRST_INITIALS = re.compile(r"^\s*([A-Za-z])\.\s*([A-Za-z])\.")
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
    plain = text.lower()
    if plain.isascii():
        if plain.isalnum():
            return plain
    else:
        plain = unicodedata.normalize("NFKD", plain.translate(_STROKES))
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _NOT_LETTERS.sub(" ", _JOINING.sub("", plain)).strip()


@lru_cache(maxsize=CACHED_NAMES_MAX)
def given_form(text: str | None) -> NameForm:
    """A given name: titles, suffixes and what stands in quotes beside it taken off, words kept in order."""
    words = [word for word in fold(_as_called(text or "")).split() if word not in TITLES]
    if len(words) > 1 and words[0] in LEADING_TITLES:
        words = words[1:]
    words, suffix = _without_suffix(words)
    if _is_placeholder(words) or (words and all(word in ROLE_WORDS for word in words)):
        return NO_NAME
    return NameForm(tuple(words), "".join(words), tuple(words), suffix)


@lru_cache(maxsize=CACHED_NAMES_MAX)
def surname_form(text: str | None) -> NameForm:
    """A surname: `core` holds the words that name a family, without particles such as de la or van."""
    words, suffix = _without_suffix(_without_credentials(fold(text or "").split()))
    if _is_placeholder(words):
        return NO_NAME
    kept = (word for word in _joined_prefixes(words) if word not in _NO_FAMILY)
    core = tuple(FULL_WORDS.get(word, word) for word in kept) or tuple(words)
    return NameForm(tuple(words), "".join(words), core, suffix)


@lru_cache(maxsize=CACHED_NAMES_MAX)
def suffix_form(text: str | None) -> str | None:
    """The generational suffix in its one form, or None where none is stated."""
    return SUFFIXES.get(fold(text or "").removeprefix("the ").replace(" ", ""))


@lru_cache(maxsize=CACHED_NAMES_MAX)
def entity_form(text: str | None) -> NameForm:
    """An organisation's name: its legal form in one spelling, which `core` leaves out; an estate's in one order."""
    folded = f" {fold(_OTHER_NAME.sub(' dba ', text or ''))} "
    for phrase, short in ENTITY_PHRASES.items():
        folded = folded.replace(phrase, short)
    for sign in TRADE_NAMES:
        legal = folded.partition(sign)[0]
        folded = legal if legal.strip() else folded
    read = (LEGAL_FORMS.get(word) or ENTITY_WORDS.get(word, word) for word in folded.split())
    words = [word for word in read if word not in _BETWEEN]
    words.sort(key=lambda word: word != "estate")
    forms = frozenset(LEGAL_FORMS.values())
    core = tuple(word for word in words if word not in forms) or tuple(words)
    return NameForm(tuple(words), "".join(words), core, None)


def names_nobody(given: str | None, surname: str | None) -> bool:
    """Whether the whole name is a placeholder (UNKNOWN, FNU LNU, JOHN DOE, TEST) that names no person."""
    first, last = _unnumbered(given), _unnumbered(surname)
    if (first, last) in PLACEHOLDER_PAIRS or (last, first) in PLACEHOLDER_PAIRS:
        return True
    if (first or last) in _PAIRS_IN_ONE_FIELD and (not first or last in ("", first)):
        return True
    if last in NUMBERED_NOBODIES and first and not given_form(given):
        return True
    return bool(fold(given or "") or fold(surname or "")) and not _has_a_name(given, surname)


def states_a_name(given: str | None, surname: str | None) -> bool:
    """Whether some word of what is stated is a name: not a placeholder, a role, a number or a sign."""
    return _has_a_name(given, surname) and not names_nobody(given, surname)


def _has_a_name(given: str | None, surname: str | None) -> bool:
    """Whether one of the two fields holds a name, by itself and word by word."""
    if not (given_form(given) or surname_form(surname)):
        return False
    return _holds_a_name(given or "") or _holds_a_name(surname or "")


@lru_cache(maxsize=CACHED_NAMES_MAX)
def _holds_a_name(text: str) -> bool:
    return any(word not in _NO_NAMES and not word.isdigit() for word in fold(text).split())


@lru_cache(maxsize=CACHED_NAMES_MAX)
def _unnumbered(text: str | None) -> str:
    """A folded name without the numbers that tell one unknown person from the next: Doe 2 is Doe."""
    return " ".join(word for word in fold(text or "").split() if not word.isdigit())


def _as_called(text: str) -> str:
    """A given name without the byname in quotes or brackets, and with its first two initials apart."""
    if '"' in text or "(" in text or "“" in text:
        text = _QUOTED.sub(" ", text) if fold(_QUOTED.sub(" ", text)) else text
    return _FIRST_INITIALS.sub(r"\1 \2 ", text) if "." in text else text


def are_nicknames(one: str, other: str) -> bool:
    """Whether one given name is a nickname of the other; two nicknames of a third name may be two people."""
    return one != other and (other in _formal_names(one) or one in _formal_names(other))


@lru_cache(maxsize=CACHED_NAMES_MAX)
def _formal_names(name: str) -> frozenset[str]:
    """The formal names that this one may stand for."""
    return frozenset(_NICKNAMER.canonicals_of(name)) | frozenset(GIVEN_SHORT_FORMS.get(name, ()))


def _without_suffix(words: list[str]) -> tuple[list[str], str | None]:
    """Take a generational suffix off the end of a name of two or more words."""
    if len(words) > 1 and words[-1] in EMBEDDED_SUFFIXES:
        return words[:-1], SUFFIXES[words[-1]]
    if len(words) > 2 and words[-2] == "the" and words[-1] in SUFFIXES:
        return words[:-2], SUFFIXES[words[-1]]
    return words, None


def _without_credentials(words: list[str]) -> list[str]:
    while len(words) > 1 and words[-1] in CREDENTIALS:
        words = words[:-1]
    return words


def _joined_prefixes(words: list[str]) -> list[str]:
    """The words with each beginning such as Mc or O put to the word that it begins."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in JOINED_PREFIXES:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _is_placeholder(words: list[str]) -> bool:
    joined = "".join(words)
    if joined in PLACEHOLDER_WORDS or (len(joined) > 1 and set(joined) == {"x"}):
        return True
    return bool(words) and all(word in PLACEHOLDER_WORDS for word in words)
