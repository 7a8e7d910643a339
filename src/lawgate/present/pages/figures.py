"""What reports share: the figures of every outcome with their bar, and how the report is to be read."""

from __future__ import annotations

from collections.abc import Mapping

from lawgate.present.pages.charts import described, mark, wide_bar
from lawgate.present.pages.markup import Column, Markup, el, table
from lawgate.present.pages.page import section
from lawgate.present.words import Word, number, share


def outcomes(
    caption: str, counted: str, words: Mapping[str, Word], counts: Mapping[str, int], whole: int
) -> list[Markup]:
    """A bar as wide as the page, and a column for each outcome; `counted` is what the counts are of."""
    names = {key: word.name for key, word in words.items()}
    return [
        wide_bar(counts, whole, f"{caption}: {described(counts, names)}"),
        table(
            caption,
            [Column("Count"), *(Column(mark(key, name)) for key, name in names.items())],
            [
                [counted, *(el("span", number(counts[key]), class_="figure") for key in words)],
                ["Share", *(share(counts[key], whole) for key in words)],
                ["Meaning", *(el("span", word.meaning, class_="told") for word in words.values())],
            ],
            kind="outcome",
        ),
    ]


def how_to_read(terms: Mapping[str, str]) -> Markup:
    """The words that a reader may not know, each with what it says."""
    return section(
        "How to read this report",
        el("ul", [el("li", el("b", term), ": ", told) for term, told in terms.items()]),
    )
