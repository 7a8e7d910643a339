"""Pages stand alone, say every figure, escape what they are given and read in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from tests.present import match_documents
from tests.present.documents import determination, nothing, row, summary
from tests.present.markup_reader import PageReader

from lawgate.present.pages.charts import bar, part_widths
from lawgate.present.pages.decision import decision_page
from lawgate.present.pages.markup import Column, el, table
from lawgate.present.pages.match import match_page
from lawgate.present.pages.report import report_page
from lawgate.present.pages.style import STYLE

PAGES = {
    "a batch": report_page(summary()),
    "an empty batch": report_page(nothing()),
    "a determination": decision_page(determination()),
    "a determination of nobody": decision_page(determination(subjects=[])),
    "a match": match_page(match_documents.summary(), [match_documents.found(), match_documents.held()]),
    "a match of nobody": match_page(match_documents.summary(subjects=0), [match_documents.nobody()]),
}
HOSTILE = '<script>alert("x")</script>&<b>'


def numbers(value: Any) -> Iterator[int]:
    """Every count that stands anywhere in a document."""
    if isinstance(value, dict):
        for part in value.values():
            yield from numbers(part)
    elif isinstance(value, list):
        for part in value:
            yield from numbers(part)
    elif isinstance(value, int) and not isinstance(value, bool):
        yield value


def as_number(cell: str) -> int:
    return int(cell.replace(",", ""))


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_is_balanced_and_its_headings_are_in_order(page: str) -> None:
    headings = PageReader(page).headings
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(lower - upper <= 1 for upper, lower in pairwise(headings))


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_asks_for_nothing_from_outside_and_runs_nothing(page: str) -> None:
    assert not re.search(r"(?i)https?:|//\w|@import|javascript:|<script|<link|<img|<iframe|\son\w+=", page)
    assert set(re.findall(r"url\(([^)]*)\)", page)) <= {"#p-no", "#p-open", "#p-more"}
    links = [attributes["href"] for tag, attributes in PageReader(page).tags if "href" in attributes]
    anchors = {f"#{attributes['id']}" for _, attributes in PageReader(page).tags if "id" in attributes}
    assert set(links) <= anchors


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_no_address_within_a_page_is_given_twice(page: str) -> None:
    ids = [attributes["id"] for _, attributes in PageReader(page).tags if "id" in attributes]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_every_table_has_a_caption_and_every_heading_cell_its_scope(page: str) -> None:
    read = PageReader(page)
    assert all(one["caption"] for one in read.tables)
    assert {attributes.get("scope") for tag, attributes in read.tags if tag == "th"} <= {"col", "row"}
    for one in read.tables:
        width = len(one["thead"][0])
        assert {len(cells) for part in ("tbody", "tfoot") for cells in one[part]} <= {width}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_every_drawing_is_described_or_kept_from_readers_of_speech(page: str) -> None:
    drawings = [attributes for tag, attributes in PageReader(page).tags if tag == "svg"]
    assert drawings
    assert all(one.get("aria-hidden") == "true" or one.get("aria-label") for one in drawings)


def test_every_figure_of_a_batch_stands_in_its_report() -> None:
    words = PageReader(report_page(summary())).words
    missing = [
        count for count in numbers(summary()) if not re.search(rf"(?<![\d,]){count:,}(?![\d,])", words)
    ]
    assert missing == []


def test_the_columns_of_the_items_add_up() -> None:
    found = PageReader(report_page(summary())).table("Rows of each item")
    rows = [[as_number(cell) for cell in cells[2:]] for cells in found["tbody"]]
    assert all(sum(counts[:-1]) == counts[-1] for counts in rows)
    assert [sum(column) for column in zip(*rows, strict=True)] == [
        as_number(cell) for cell in found["tfoot"][0][2:]
    ]
    assert as_number(found["tfoot"][0][-1]) == summary()["rows"]


@pytest.mark.parametrize("caption", ["Subjects: the request", "Subjects: who is named"])
def test_the_states_of_the_subjects_add_up(caption: str) -> None:
    found = PageReader(report_page(summary())).table(caption)
    counts = [as_number(cells[-1]) for cells in found["tbody"]]
    assert sum(counts) == as_number(found["tfoot"][0][-1]) == summary()["subjects"]


def test_questions_for_an_official_stand_apart_from_facts() -> None:
    read = PageReader(report_page(summary()))
    assert [cells[-1] for cells in read.table("Questions for an official")["tbody"]] == ["254"]
    assert [cells[-1] for cells in read.table("Facts that")["tbody"]] == ["69"]


@pytest.mark.parametrize("synthetic", [True, False])
def test_demonstration_data_is_marked_so(synthetic: bool) -> None:
    page = report_page(summary(synthetic=synthetic))
    assert ("Demonstration data: no person here is real" in page) is synthetic


@pytest.mark.parametrize("hypothetical", [True, False])
def test_what_is_hypothetical_is_marked_so(hypothetical: bool) -> None:
    report = report_page(summary(hypothetical=hypothetical))
    decision = decision_page(determination(hypothetical=hypothetical))
    assert ["Hypothetical" in page for page in (report, decision)] == [hypothetical, hypothetical]


def hostile(value: Any) -> Any:
    """The document with every text in it turned against the page, but for the words of its vocabularies."""
    kept = {"disposition", "admission", "status", "truth", "owner", "kind", "settles"}
    if isinstance(value, dict):
        return {key: part if key in kept else hostile(part) for key, part in value.items()}
    if isinstance(value, list):
        return [hostile(part) for part in value]
    return HOSTILE if isinstance(value, str) else value


@pytest.mark.parametrize(
    "page",
    [report_page(hostile(summary())), decision_page(hostile(determination()))],
    ids=["report", "decision"],
)
def test_what_a_document_says_is_never_markup(page: str) -> None:
    read = PageReader(page)
    assert "script" not in {tag for tag, _ in read.tags}
    assert HOSTILE in read.words


def test_a_label_cannot_hide_or_turn_what_a_page_says() -> None:
    page = decision_page(determination(request="REQ\u202e1\x1b[2J"))
    assert not re.search("[\u202e\x1b]", page)


def test_an_attribute_cannot_be_left_by_its_value() -> None:
    assert str(el("p", id='x" onclick="y')) == '<p id="x&quot; onclick=&quot;y"></p>'


def test_a_row_of_another_width_than_its_table_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        table("t", [Column("a"), Column("b")], [["1"]])


def test_each_row_of_a_determination_says_its_outcome_first() -> None:
    page = decision_page(determination())
    rows = re.findall(r'<article class="row (\w+)".*?</article>', page, flags=re.S)
    assert rows == ["disclose", "withhold", "needs_finding", "needs_more", "withhold"]
    for article in re.findall(r"<article.*?</article>", page, flags=re.S):
        assert article.index('class="said"') < article.index('class="why"')
        assert "<table" not in article or article.index('class="said"') < article.index("<table")


@pytest.mark.parametrize(("truth", "said"), [("yes", "Yes"), ("no", "No"), ("open", "Open")])
def test_the_mark_of_an_element_is_a_word_and_a_shape(truth: str, said: str) -> None:
    element = {**row()["elements"][0], "truth": truth}
    subject = {**determination()["subjects"][1], "items": [row(elements=[element])]}
    page = decision_page(determination(subjects=[subject]))
    assert re.search(rf'<svg class="mark"[^>]*>(?:(?!</svg>).)+</svg>\s<span>{said}</span>', page)


def test_what_would_settle_a_row_is_said_with_the_question() -> None:
    words = re.sub(r"\s+", " ", PageReader(decision_page(determination())).words)
    assert "Who furnished the item? payer or third party" in words
    assert "Are the reasons specific? no" in words
    assert "Evidence only." in words
    assert "Withheld because of a fault of the program (KeyError)" in words


@pytest.mark.parametrize(
    ("counts", "whole"),
    [([5, 3, 2], 10), ([1, 99_999], 100_000), ([0, 0], 0), ([1, 1, 1, 999_999], 1_000_002), ([7], 70)],
)
def test_the_parts_of_a_bar_are_to_scale_and_none_is_lost(counts: list[int], whole: int) -> None:
    widths = part_widths(counts, whole, 199)
    assert sum(widths) <= 199.001
    assert all((width > 0) is bool(count and whole) for width, count in zip(widths, counts, strict=True))
    assert all(
        abs(width - 199 * count / whole) <= 5 for width, count in zip(widths, counts, strict=True) if whole
    )


def test_a_bar_of_everything_is_full() -> None:
    assert 'width="199.00"' in bar({"yes": 4, "no": 0, "open": 0}, 4)


def luminance(colour: str) -> float:
    digits = "".join(digit * 2 for digit in colour) if len(colour) == 3 else colour
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_every_colour_of_text_keeps_the_contrast_of_wcag_aa() -> None:
    names = dict(re.findall(r"--(\w+):#([0-9a-f]{6})", STYLE))
    text_colours = {names[name] for name in ("ink", "muted", "navy", "yes", "no", "open", "more")}
    assert (
        min(contrast(colour, ground) for colour in text_colours for ground in ("fff", names["wash"])) >= 4.5
    )
    banners = re.findall(r"background:#(\w+);color:#(\w+)", STYLE)
    assert len(banners) == 2
    assert min(contrast(*pair) for pair in banners) >= 4.5
