"""From raw text to words: one Unicode form, upper case, no accents, commas kept as breaks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

TEXT_SIZE_CHARS_MAX = 400
RAW_SIZE_CHARS_MAX = 2_000

_ESCAPED_BREAK = re.compile(r"\\r|\\n|\\t|<br\s*/?>|[\r\n\v\f\x85\u2028\u2029\t|]+", re.IGNORECASE)
_INITIALS = re.compile(r"\b([A-Z])\.(?=[A-Z]\b)")
_CARE_OF_SIGN = re.compile(r"(?<!\S)%\s*(?=[A-Za-z])")
_APOSTROPHES = re.compile("['`\u2019\u2018\u02bc\u00b4]")
_HYPHENS = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u00ad]")
_TOKEN = re.compile(r"\d+\.\d(?!\S)|[^\W_]+(?:[-/][^\W_]+)*|[#&@,;:|()\[\]<>{}\"\u00bf\u00a1]|\s[-/]\s")
_STATE_AND_ZIP = re.compile(r"([A-Z]{2})(\d{5}(?:-\d{4})?)")
_BREAKS = frozenset(',;:|()[]<>{}"')


@dataclass(frozen=True)
class Text:
    """The words of a text, and the places where a comma, a line end or a bracket stood before a word."""

    line: str
    tokens: tuple[str, ...]
    breaks: frozenset[int]

    @cached_property
    def joined(self) -> str:
        """All words between single spaces, with a space at either end, so that phrases can be sought."""
        return f" {' '.join(self.tokens)} "

    def segment_end(self, at: int) -> int:
        """The index just behind the stretch without a break that holds the word at `at`."""
        for index in range(at + 1, len(self.tokens)):
            if index in self.breaks:
                return index
        return len(self.tokens)


def read(raw: str) -> Text:
    """The words of the text; the amount of work does not depend on how long the text is."""
    line = fold(raw[:RAW_SIZE_CHARS_MAX])
    if _is_plain(line):
        found = line.replace(",", " , ").split()
    else:
        found = [match.group() for match in _TOKEN.finditer(line)]
    tokens: list[str] = []
    breaks: set[int] = set()
    for token in found:
        if token in _BREAKS or token[0] == " ":
            breaks.add(len(tokens))
        elif token not in "\u00bf\u00a1":
            tokens.append(token)
    return Text(line, _unglued(tokens), frozenset(breaks))


def _is_plain(text: str) -> bool:
    """Whether there is nothing but letters and figures of ASCII, blanks and commas."""
    letters = text.replace(",", "").replace(" ", "")
    return letters.isascii() and letters.isalnum()


def _unglued(tokens: list[str]) -> tuple[str, ...]:
    """The words, a state and its ZIP code written as one at the end taken apart."""
    if tokens and (glued := _STATE_AND_ZIP.fullmatch(tokens[-1])):
        tokens[-1:] = glued.groups()
    return tuple(tokens)


def fold(raw: str) -> str:
    """Upper case in one Unicode form (NFKC), without accents, control characters and apostrophes."""
    if _is_plain(raw):
        return raw.upper().strip()
    text = raw
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _HYPHENS.sub("-", text))
        text = "".join(map(_plain, unicodedata.normalize("NFD", text)))
    text = _ESCAPED_BREAK.sub(" , ", text)
    if not text.isprintable():
        text = "".join(char if char.isprintable() else " " for char in text)
    if "%" in text:
        text = _CARE_OF_SIGN.sub(" c/o ", text)
    text = _APOSTROPHES.sub("", text).upper()
    return _INITIALS.sub(r"\1", text).strip()


def is_too_long(raw: str) -> bool:
    """Whether the text is longer than any address, blanks apart."""
    return len(raw) > RAW_SIZE_CHARS_MAX or len(raw.strip()) > TEXT_SIZE_CHARS_MAX


def has_unread_script(line: str) -> bool:
    """Whether letters are left that are not Latin ones."""
    return not line.isascii() and any(char.isalpha() and not char.isascii() for char in line)


def _plain(char: str) -> str:
    if char.isascii():
        return char
    category = unicodedata.category(char)
    if category in ("Mn", "Cf"):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category in ("Zl", "Zp", "Cc"):
        return "\n"
    return _LATIN.get(char, char)


# Latin letters that do not come apart into a letter and an accent.
_LATIN = {
    "\u00d8": "O", "\u00f8": "O", "\u0141": "L", "\u0142": "L", "\u00c6": "AE", "\u00e6": "AE",
    "\u00df": "SS", "\u0110": "D", "\u0111": "D", "\u00d0": "D", "\u00f0": "D", "\u00de": "TH",
    "\u00fe": "TH", "\u0131": "I", "\u0152": "OE", "\u0153": "OE", "\u00ba": " ", "\u00aa": " ",
    "\u00b0": " ", "\u00bd": " 1/2",
}  # fmt: skip


@dataclass(frozen=True)
class Phrases:
    """A closed list of phrases that can be sought in a row of words in one pass."""

    by_first: dict[str, tuple[tuple[str, ...], ...]]

    @classmethod
    def of(cls, phrases: Iterable[str]) -> Phrases:
        by_first: dict[str, tuple[tuple[str, ...], ...]] = {}
        for phrase in phrases:
            words = tuple(phrase.split())
            by_first[words[0]] = (*by_first.get(words[0], ()), words)
        return cls(by_first)

    def find(self, words: tuple[str, ...]) -> tuple[int, int] | None:
        """Where the first phrase of the list begins and ends among the words."""
        for at, word in enumerate(words):
            for phrase in self.by_first.get(word, ()):
                if words[at : at + len(phrase)] == phrase:
                    return at, at + len(phrase)
        return None
