"""From JSON to a tagged PDF: typst with fixed fonts and a fixed day, so that the same letter is the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, Final

import typst

from lawgate.present.words import item_label

STANDARDS: Final = ("a-2a", "ua-1")
_HERE = files("lawgate.present.letters")


class Language(StrEnum):
    """The languages in which letters are written."""

    ENGLISH = "en"
    SPANISH = "es"


@cache
def strings(language: Language) -> Mapping[str, Any]:
    """The string table of a language."""
    table: Mapping[str, Any] = json.loads((_HERE / f"{language}.json").read_text(encoding="utf-8"))
    return table


def item_text(name: str, language: Language) -> str:
    """What an item is, in the language; its name where the catalogue does not hold it."""
    if language is Language.ENGLISH:
        return item_label(name)
    label: str = _items_in_spanish().get(name, name)
    return label[:1].upper() + label[1:] if label != name else name


@cache
def _items_in_spanish() -> Mapping[str, str]:
    table: Mapping[str, str] = json.loads((_HERE / "items_es.json").read_text(encoding="utf-8"))
    return table


def mend_text(mend: str, language: Language) -> str:
    """What the law asks to be mended, in the language; in English where no other words are held of it."""
    return mend if language is Language.ENGLISH else _mends_in_spanish().get(mend, mend)


@cache
def _mends_in_spanish() -> Mapping[str, str]:
    table: Mapping[str, str] = json.loads((_HERE / "mends_es.json").read_text(encoding="utf-8"))
    return table


def pdf(template: str, data: Mapping[str, Any], day: date) -> bytes:
    """The PDF of a template, `letter` or `report`, under PDF/A-2a and PDF/UA-1.

    The data go in as one JSON text, so that nothing in them is markup. The same data and day give the same bytes
    under one version of typst.
    """
    made = typst.compile(
        (_HERE / f"{template}.typ").read_bytes(),
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=list(STANDARDS),
        font_paths=_fonts(),
        timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
    )
    assert isinstance(made, bytes)  # noqa: S101 - one document of one file
    return made


@cache
def _fonts() -> typst.Fonts:
    """The fonts that come with typst, found once; none of the machine's."""
    return typst.Fonts(include_system_fonts=False)


def day_text(day: date, language: Language) -> str:
    """The day in words."""
    table = strings(language)
    text: str = table["day"].format(month=table["months"][day.month - 1], day=day.day, year=day.year)
    return text
