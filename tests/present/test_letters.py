"""Letters in both languages: archival, accessible, the same bytes each time, and what goes in is never markup."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from lawgate.present.letters.letter import (
    Act,
    Disclosed,
    Heading,
    Point,
    grant_letter,
    notice_letter,
    refuse_letter,
    return_letter,
)
from lawgate.present.letters.pages import Language, day_text, item_text, strings
from lawgate.records.items import CATALOGUE

MARKUP = '*bold* #panic("x") $x$ <a> @b // c [d] `e` \\ "f" ~ = g'
LETTERS: dict[str, Callable[[Heading], bytes]] = {
    "grant": lambda heading: grant_letter(
        heading,
        disclosed=[Disclosed("third_party.w2.wages", ("2022", "2023"), "26 U.S.C. 6103(i)(2)")],
        limits=[Point("26 U.S.C. 6103(i)(2)(A)", MARKUP)],
        corpus="c0" * 32,
    ),
    "return": lambda heading: return_letter(heading, defects=[Point("26 U.S.C. 6103(i)(2)(B)(i)", MARKUP)]),
    "refuse": refuse_letter,
    "notice": lambda heading: notice_letter(heading, act=Act(True, date(2025, 1, 2), False, MARKUP)),
}


def heading(language: Language, *, case: str = "CASE-7") -> Heading:
    return Heading(
        "Sample Tax Agency", ("1 Sample Street", MARKUP), ("Office of Samples",), case, "REQ-1",
        date(2026, 3, 2), language, ("Releaser",), synthetic=True,
    )  # fmt: skip


def read(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def text_of(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in read(data).pages).split())


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", LETTERS)
def test_a_letter_is_tagged_pdf_a_in_its_language(kind: str, language: Language) -> None:
    data = LETTERS[kind](heading(language))
    root: Any = read(data).trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == (language.value, True)
    assert "/StructTreeRoot" in root
    xmp = root["/Metadata"].get_data().decode()
    for said in ("pdfaid:part>2<", "pdfaid:conformance>A<", "pdfuaid:part>1<"):
        assert said in xmp
    text = text_of(data)
    assert strings(language)[kind]["title"] in text
    assert strings(language)["synthetic"] in text
    assert day_text(date(2026, 3, 2), language) in text


@pytest.mark.parametrize("kind", LETTERS)
def test_whatever_a_first_page_says_is_read_aloud_but_its_number(kind: str) -> None:
    reader = read(LETTERS[kind](heading(Language.ENGLISH)))
    contents: Any = reader.pages[0].get_contents()
    around, unread = list[str](), list[int]()
    for operands, operator in ContentStream(contents, reader).operations:
        if operator in {b"BDC", b"BMC"}:
            around.append(str(operands[0]))
        elif operator == b"EMC":
            around.pop()
        elif operator == b"TJ" and "/Artifact" in around:
            unread.append(sum(len(one) for one in operands[0] if isinstance(one, str)))
    assert unread == [len("1 / 1")], "signs of text that stand outside the tree of tags"


@pytest.mark.parametrize("kind", LETTERS)
def test_every_font_of_a_letter_is_in_the_letter(kind: str) -> None:
    reader = read(LETTERS[kind](heading(Language.SPANISH)))
    pages: list[Any] = list(reader.pages)
    fonts = [one.get_object() for page in pages for one in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & descriptor.keys()
        assert "/ToUnicode" in font, "and can be copied out as text"


@pytest.mark.parametrize("kind", LETTERS)
def test_the_same_letter_is_the_same_bytes(kind: str) -> None:
    assert LETTERS[kind](heading(Language.SPANISH)) == LETTERS[kind](heading(Language.SPANISH))
    assert LETTERS[kind](heading(Language.SPANISH)) != LETTERS[kind](heading(Language.ENGLISH))


@pytest.mark.parametrize("kind", LETTERS)
def test_what_goes_in_is_never_markup(kind: str) -> None:
    shown = text_of(LETTERS[kind](heading(Language.ENGLISH)))
    assert " ".join(MARKUP.split()) in shown


def test_a_refusal_says_the_same_whatever_the_reason() -> None:
    one, other = (text_of(refuse_letter(heading(Language.ENGLISH, case=case))) for case in ("A-1", "B-2"))
    assert one.replace("A-1", "B-2") == other


def test_a_notice_states_the_day_and_the_rights() -> None:
    text = text_of(LETTERS["notice"](heading(Language.ENGLISH)))
    for said in ("January 2, 2025", "inspection", "7431(a)", "7431(d)", "proposes an administrative"):
        assert said in text
    charged = text_of(notice_letter(heading(Language.ENGLISH), act=Act(False, date(2025, 1, 2), True)))
    assert "indictment or information" in charged
    assert "disclosure of your return" in charged


def test_every_item_of_the_catalogue_has_its_words_in_spanish() -> None:
    table = json.loads((files("lawgate.present.letters") / "items_es.json").read_text(encoding="utf-8"))
    assert table.keys() == CATALOGUE.keys()
    assert len(set(table.values())) == len(table)
    assert item_text("third_party.w2.wages", Language.SPANISH) == "Salarios en el Formulario W-2"
    assert item_text("third_party.w2.wages", Language.ENGLISH) == "Wages on Form W-2"
    assert item_text("no.item", Language.SPANISH) == "no.item"


def shape(value: Any) -> Any:
    """The keys of a string table and how many sentences stand in each."""
    if isinstance(value, dict):
        return {key: shape(one) for key, one in value.items()}
    return [shape(one) for one in value] if isinstance(value, list) else "text"


def test_both_string_tables_have_the_same_places_and_differ_in_words() -> None:
    tables = {
        one: json.loads((files("lawgate.present.letters") / f"{one}.json").read_text(encoding="utf-8"))
        for one in Language
    }
    assert shape(tables[Language.ENGLISH]) == shape(tables[Language.SPANISH])
    assert tables[Language.ENGLISH] != tables[Language.SPANISH]
    assert day_text(date(2026, 12, 24), Language.SPANISH) == "24 de diciembre de 2026"
